import { isRefusal } from '@maillage/kernel';
import type { Role } from '@maillage/missions';
import type { Tables } from './tables.js';
import { idFrom } from './ids.js';
import type { Row } from './table.js';
import { isRepayment } from './transactions.js';
import { listOf } from './values.js';
import type { World } from './world.js';

interface Enrolment {
  readonly project: string;
  readonly organisation: string;
  readonly role: Role;
  /** The first that calls for it. */
  readonly file: string;
}

/**
 * Everyone whom a row gives a part in a project joins its mission, before any promise needs it. An enrolment is no row:
 * what a refused one makes impossible is refused with the row that needs it.
 */
export async function recordMembers(
  tables: Tables,
  { recorder, tally, organisations, missions }: World,
): Promise<void> {
  const enrolments = new Map<string, Enrolment>();
  const enrol = (row: Row<'project'>, organisation: string, role: Role): void => {
    const project = row.cells.project.trim();
    if (!missions.has(project) || !organisations.has(organisation)) return;
    const key = `${project}/${organisation}/${role}`;
    if (!enrolments.has(key)) enrolments.set(key, { project, organisation, role, file: row.file });
  };
  for (const row of tables.investments.rows) enrol(row, row.cells.organisation.trim(), 'FUNDER');
  for (const row of tables.serviceProvisions.rows) enrol(row, row.cells.organisation.trim(), 'MEMBER');
  for (const row of tables.intermediaryServices.rows) enrol(row, row.cells.organisation.trim(), 'MEMBER');
  for (const row of tables.paymentCommitments.rows) enrol(row, row.cells.organisation.trim(), 'FUNDER');
  for (const row of tables.outcomePayments.rows) {
    for (const payer of listOf(row.cells.payers)) enrol(row, payer, 'FUNDER');
  }
  for (const row of tables.transactions.rows) {
    if (!isRepayment(row)) enrol(row, row.cells.sender.trim(), 'FUNDER');
  }
  for (const row of tables.results.rows) {
    for (const validator of listOf(row.cells.validators)) enrol(row, validator, 'EVALUATOR');
  }

  await recorder.inParallel(
    'members',
    [...enrolments.entries()],
    async ([key, { project, organisation, role, file }]) => {
      const mission = missions.get(project)?.id ?? '';
      const events = await recorder.send(
        recorder.command('JoinMission', mission, idFrom('enrolment', key), {
          organisationId: organisations.get(organisation),
          role,
        }),
      );
      // A refusal is mostly ALREADY_MEMBER: it joined for itself in the meantime.
      if (!isRefusal(events)) tally.alsoRecorded(file, events);
    },
  );
}
