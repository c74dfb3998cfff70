import type { CalendarDate, Quantity } from '@maillage/kernel';
import type { Kind } from '@maillage/accountability';
import type { ColumnOf, intermediaryServices, investments, paymentCommitments, serviceProvisions } from './files.js';
import type { Tables } from './tables.js';
import { idFrom, keyOf, updateIdFrom } from './ids.js';
import { groupBy, OTHERWISE, type Attempt } from './recorder.js';
import type { Row } from './table.js';
import { cut, oneLine, readCurrency, readDate, readNumber, Unreadable } from './values.js';
import { missionOf, organisationOf, sourceOf, type World } from './world.js';

type Investment = Row<ColumnOf<typeof investments>>;
type Service = Row<ColumnOf<typeof serviceProvisions>>;
type Intermediary = Row<ColumnOf<typeof intermediaryServices>>;
type PaymentCommitment = Row<ColumnOf<typeof paymentCommitments>>;

/** A commitment in the ledger towards which payments may be recorded. */
export interface KnownCommitment {
  readonly id: string;
  /** The source's id of the one organisation that promised. */
  readonly promisor: string;
  readonly currency: string | undefined;
}

/** By what the source calls it: see `investmentKey` and `payerKey`. */
export type Commitments = ReadonlyMap<string, KnownCommitment>;

/** What a row promises, before the ids that its slot gives it. */
export interface Pledge {
  readonly missionId: string;
  readonly promisorIds: readonly string[];
  readonly counterpartyIds?: readonly string[];
  readonly kind: Kind;
  readonly quantity?: Quantity | undefined;
  readonly description: string;
  readonly dueOn?: CalendarDate | undefined;
  readonly source: { readonly dataset: string; readonly record: string };
}

/** Columns behind the fields of a commitment, where a row names one organisation. */
const COLUMNS = { missionId: 'project', promisorIds: 'organisation', quantity: 'amount', description: 'organisation' };

export function make(
  row: Row,
  kind: string,
  key: string,
  { quantity, dueOn, counterpartyIds = [], ...pledge }: Pledge,
  { recorder }: World,
  columns: Readonly<Record<string, string>> = COLUMNS,
): Attempt {
  const terms = {
    kind: pledge.kind,
    description: pledge.description,
    ...(quantity === undefined ? {} : { quantity }),
    ...(dueOn === undefined ? {} : { dueOn }),
  };
  const data = { ...pledge, ...terms, counterpartyIds };
  return {
    row,
    key,
    columns,
    updates: [
      recorder.command('AmendCommitment', idFrom(kind, key, 1), updateIdFrom(terms, kind, key, 1), {
        ...terms,
        reason: OTHERWISE,
      }),
    ],
    ways: (slot) => [
      { command: recorder.command('MakeCommitment', idFrom(kind, key, slot), idFrom(kind, key, slot, 'make'), data) },
    ],
  };
}

export function investmentKey(project: string, id: string): string {
  return `investment/${keyOf(project, id)}`;
}

export function payerKey(project: string, organisation: string): string {
  return `payer/${keyOf(project, organisation)}`;
}

export async function recordCommitments(tables: Tables, world: World): Promise<Commitments> {
  const { investments, paymentCommitments, serviceProvisions, intermediaryServices } = tables;
  const outcomes = await world.recorder.record('commitments', [
    ...investments.rows.flatMap((row) => invest(row, world) ?? []),
    ...paymentCommitments.rows.flatMap((row) => promisePayment(row, world) ?? []),
    ...serviceProvisions.rows.flatMap((row) => serve(row, world) ?? []),
    ...intermediaryServices.rows.flatMap((row) => assist(row, world) ?? []),
  ]);
  const known = new Map<string, KnownCommitment>();
  const remember = (name: string, id: string, rows: readonly Row<MoneyColumn | 'organisation'>[]): void => {
    const [row] = rows;
    // Of several rows under one key it is uncertain which a payment means.
    if (row === undefined || rows.length > 1 || (outcomes.get(row) ?? 'refused') === 'refused') return;
    known.set(name, { id, promisor: row.cells.organisation.trim(), currency: moneyOf(row)?.unit });
  };
  for (const [key, rows] of groupBy(investments.rows, keyOfInvestment)) {
    const [row] = rows;
    if (row === undefined || row.cells.id.trim() === '') continue;
    remember(investmentKey(row.cells.project, row.cells.id), idFrom('investment', key, 1), rows);
  }
  for (const [key, rows] of groupBy(paymentCommitments.rows, keyOfPayer)) {
    remember(`payer/${key}`, idFrom('outcome-payments', key, 1), rows);
  }
  return known;
}

/** By its own id, and by its organisation where it has none. */
function keyOfInvestment({ cells }: Row<'project' | 'id' | 'organisation'>): string {
  return cells.id.trim() === '' ? keyOf(cells.project, '', cells.organisation) : keyOf(cells.project, cells.id);
}

function keyOfPayer({ cells }: PaymentCommitment): string {
  return keyOf(cells.project, cells.organisation);
}

function invest(row: Investment, world: World): Attempt | undefined {
  const mission = missionOf(row, world);
  const investor = mission && organisationOf(row, 'organisation', world);
  if (mission === undefined || investor === undefined) return undefined;
  const { cells } = row;
  const type = oneLine(cells.type);
  if (cells.amount.trim() === '' && (cells.least.trim() !== '' || cells.most.trim() !== '')) {
    world.tally.note(row, cells.least.trim() === '' ? 'most' : 'least', 'is one end of a range, not the amount');
  }
  const pledge: Pledge = {
    missionId: mission.id,
    promisorIds: [investor],
    kind: 'MONEY',
    quantity: certainMoney(row, world),
    description: cut(type === '' ? 'Investment' : `Investment: ${type}`, 2000),
    dueOn: mission.dueOn,
    source: sourceOf(cells.project.trim(), cells.id.trim() || `investment by ${cells.organisation.trim()}`),
  };
  return make(row, 'investment', keyOfInvestment(row), pledge, world);
}

function promisePayment(row: PaymentCommitment, world: World): Attempt | undefined {
  const mission = missionOf(row, world);
  const payer = mission && organisationOf(row, 'organisation', world);
  if (mission === undefined || payer === undefined) return undefined;
  const { cells } = row;
  const pledge: Pledge = {
    missionId: mission.id,
    promisorIds: [payer],
    kind: 'MONEY',
    quantity: certainMoney(row, world),
    description: 'Payment for outcomes achieved, up to the maximum agreed',
    dueOn: dueOf(row, 'to', world) ?? mission.dueOn,
    source: sourceOf(cells.project.trim(), `outcome payment commitment of ${cells.organisation.trim()}`),
  };
  return make(row, 'outcome-payments', keyOfPayer(row), pledge, world);
}

function serve(row: Service, world: World): Attempt | undefined {
  const mission = missionOf(row, world);
  const provider = mission && organisationOf(row, 'organisation', world);
  if (mission === undefined || provider === undefined) return undefined;
  const { cells } = row;
  const pledge: Pledge = {
    missionId: mission.id,
    promisorIds: [provider],
    kind: 'SERVICE',
    description: cut(oneLine(cells.intervention) || 'Service provision', 2000),
    dueOn: dueOf(row, 'plannedEnd', world),
    source: sourceOf(cells.project.trim(), cells.id.trim() || `service by ${cells.organisation.trim()}`),
  };
  return make(row, 'service', keyOfInvestment(row), pledge, world, { ...COLUMNS, description: 'intervention' });
}

/** Those who design, manage or advise a project serve its mission as well; how much, or until when, is not told. */
function assist(row: Intermediary, world: World): Attempt | undefined {
  const mission = missionOf(row, world);
  const intermediary = mission && organisationOf(row, 'organisation', world);
  if (mission === undefined || intermediary === undefined) return undefined;
  const { cells } = row;
  const category = oneLine(cells.category);
  const pledge: Pledge = {
    missionId: mission.id,
    promisorIds: [intermediary],
    kind: 'SERVICE',
    description:
      category === '' || category === 'Other' ? 'Intermediary service' : cut(`Intermediary service: ${category}`, 2000),
    source: sourceOf(cells.project.trim(), `intermediary service by ${cells.organisation.trim()}`),
  };
  return make(row, 'intermediary', keyOf(cells.project, cells.organisation, cells.category), pledge, world);
}

type MoneyColumn = 'currency' | 'amount';

/** Amount and currency when both are certain and more than nothing. */
export function moneyOf({ cells }: Row<MoneyColumn>): Quantity | undefined {
  const amount = readNumber(cells.amount);
  const unit = readCurrency(cells.currency);
  return amount instanceof Unreadable || amount === '0' || unit instanceof Unreadable ? undefined : { amount, unit };
}

/** The promise stands without its amount where that is uncertain; a note says why. */
function certainMoney(row: Row<MoneyColumn>, { tally }: World): Quantity | undefined {
  const money = moneyOf(row);
  if (money !== undefined || row.cells.amount.trim() === '') return money;
  const amount = readNumber(row.cells.amount);
  const unit = readCurrency(row.cells.currency);
  if (amount instanceof Unreadable) tally.note(row, 'amount', amount.reason);
  else if (amount === '0') tally.note(row, 'amount', 'is 0, which is no amount to promise');
  else if (unit instanceof Unreadable) tally.note(row, 'amount', `has no certain currency: "${row.cells.currency}"`);
  return undefined;
}

function dueOf<Column extends string>(row: Row<Column>, column: NoInfer<Column>, { tally }: World): string | undefined {
  if (row.cells[column].trim() === '') return undefined;
  const date = readDate(row.cells[column], 'last');
  if (!(date instanceof Unreadable)) return date;
  tally.note(row, column, date.reason);
  return undefined;
}
