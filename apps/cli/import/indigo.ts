import { isRefusal } from '@maillage/kernel';
import type { Instant } from '@maillage/kernel';
import { recordCommitments } from './commitments.js';
import * as layouts from './files.js';
import { idFrom } from './ids.js';
import { recordIndicators, recordMeasurements } from './indicators.js';
import { recordMembers } from './members.js';
import { recordMissions } from './missions.js';
import { recordOrganisations } from './organisations.js';
import { recordPayments } from './payments.js';
import { PUBLISHER, Recorder, type Execute, type Progress } from './recorder.js';
import { Tally, writeFindings, type ImportReport } from './report.js';
import { ImportError, readTable, type Row } from './table.js';
import type { Tables } from './tables.js';
import { recordTransactions } from './transactions.js';
import type { World } from './world.js';

export interface ImportOptions {
  /** The command path: what it records, any client could have. */
  readonly execute: Execute;
  /** The moment of the import: one for all it records. */
  readonly at: Instant;
  /** Commands under way at once. */
  readonly concurrency?: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Where the refused rows are written as CSV. */
  readonly refusedFile?: string;
}

const NO_PLACE = {
  outcomeFunds: 'the ledger has no place for outcome funds: the source gives a number and neither a name nor an amount',
  paymentPlans:
    'the ledger has no place for outcome-payment plans; what they promise is in projects_outcome_payments.csv',
  outcomePricings: 'the ledger has no place for prices of outcomes yet',
} as const;

/**
 * Imports a folder of INDIGO data through the command path.
 *
 * | file | becomes |
 * |---|---|
 * | organisations | an organisation; its sector by its type, else by its role categories in other files if all agree |
 * | projects | a mission, declared by the publisher, which thereby is its backbone and records for the parties |
 * | delivery locations | places of the mission, counted as recorded with it |
 * | outcome metrics | an indicator: achievements counted upwards; a target only where its number is certain |
 * | investments, outcome payment commitments | a commitment of MONEY, unquantified where the amount is uncertain |
 * | service provisions, intermediary services | a commitment of SERVICE, unquantified |
 * | outcome payments, planned | a commitment of its payers; of plans that restate each other, the first stands |
 * | outcome payments, actual | a contribution, where one payer made it; towards its promise where there is one |
 * | transactions | a contribution by the sender; repayments to investors are none, and are refused |
 * | results | a measurement of the metric's indicator |
 * | outcome funds, payment plans, pricings | nothing: refused, the ledger has no place for them |
 *
 * Those whom rows give a part are listed before their first commitment, and have neither rights nor duties from it: investors and payers as FUNDER, providers and
 * intermediaries as MEMBER, validators as EVALUATOR. Every id is derived from the source's, so importing again records
 * nothing, an enlarged folder records the difference, and a row that changed is refused. A value that cannot be read
 * with certainty refuses the row that is nothing without it, and is otherwise left out with a note.
 *
 * All files are read before the first command: a malformed one is an `ImportError` that leaves the ledger as it was.
 */
export async function importIndigo(folder: string, options: ImportOptions): Promise<ImportReport> {
  const { execute, at, concurrency = 64, onProgress = () => undefined, refusedFile } = options;
  const tables = await readTables(folder);
  const tally = new Tally(Object.values(tables));
  const recorder = new Recorder(execute, tally, at, concurrency, onProgress);
  await registerPublisher(recorder, tally);

  const categorised: readonly Row<'organisation' | 'category'>[] = [
    ...tables.investments.rows,
    ...tables.serviceProvisions.rows,
    ...tables.paymentCommitments.rows,
  ];
  const organisations = await recordOrganisations(tables.organisations.rows, categorised, recorder, tally);
  const missions = await recordMissions(tables.projects.rows, tables.deliveryLocations.rows, recorder, tally);
  const world: World = { recorder, tally, organisations, missions };
  await recordMembers(tables, world);
  const indicators = await recordIndicators(tables.outcomeMetrics.rows, world);
  const commitments = await recordCommitments(tables, world);
  await recordPayments(tables.outcomePayments.rows, commitments, world);
  await recordTransactions(tables.transactions.rows, commitments, world);
  await recordMeasurements(tables.results.rows, indicators, world);
  for (const name of ['outcomeFunds', 'paymentPlans', 'outcomePricings'] as const) {
    const rows: readonly Row[] = tables[name].rows;
    for (const row of rows) tally.refused(row, undefined, NO_PLACE[name]);
  }

  const report = tally.report();
  if (refusedFile !== undefined) await writeFindings(refusedFile, report.refused);
  return report;
}

async function readTables(folder: string): Promise<Tables> {
  return {
    organisations: await readTable(folder, layouts.organisations),
    projects: await readTable(folder, layouts.projects),
    deliveryLocations: await readTable(folder, layouts.deliveryLocations),
    outcomeMetrics: await readTable(folder, layouts.outcomeMetrics),
    investments: await readTable(folder, layouts.investments),
    serviceProvisions: await readTable(folder, layouts.serviceProvisions),
    paymentCommitments: await readTable(folder, layouts.paymentCommitments),
    outcomePayments: await readTable(folder, layouts.outcomePayments),
    transactions: await readTable(folder, layouts.transactions),
    results: await readTable(folder, layouts.results),
    intermediaryServices: await readTable(folder, layouts.intermediaryServices),
    outcomeFunds: await readTable(folder, layouts.outcomeFunds),
    paymentPlans: await readTable(folder, layouts.paymentPlans),
    outcomePricings: await readTable(folder, layouts.outcomePricings),
  };
}

/** Whose word an import is: a research lab of a university that is a charity, so civil society. */
async function registerPublisher(recorder: Recorder, tally: Tally): Promise<void> {
  const events = await recorder.send(
    recorder.command('RegisterOrganisation', PUBLISHER, idFrom('publisher', 'register'), {
      name: 'INDIGO, Government Outcomes Lab, University of Oxford',
      sector: 'CIVIL_SOCIETY',
      jurisdiction: 'GB',
      website: 'https://golab.bsg.ox.ac.uk/',
      identifiers: [],
    }),
  );
  if (!isRefusal(events)) {
    tally.alsoRecorded(layouts.organisations.file, events);
  } else if (events.code !== 'COMMAND_ID_REUSED') {
    throw new ImportError(`The publisher of the dataset could not be registered: ${events.message}`);
  }
}
