import { isRefusal } from '@maillage/kernel';
import type { Role } from '@maillage/missions';
import type { Tables } from './tables.js';
import { idFrom } from './ids.js';
import type { Row } from './table.js';
import { isRepayment } from './transactions.js';
import { listOf } from './values.js';
import { sourceOf, type World } from './world.js';

interface Listed {
  readonly project: string;
  readonly organisation: string;
  readonly role: Role;
  /** The first that calls for it. */
  readonly file: string;
}

/**
 * Everyone whom a row gives a part in a project is listed in its mission, before any promise names it; nobody but itself
 * lets an organisation join. A listing is no row: what a refused one makes impossible is refused with the row that needs it.
 */
export async function recordMembers(
  tables: Tables,
  { recorder, tally, organisations, missions }: World,
): Promise<void> {
  const listings = new Map<string, Listed>();
  const list = (row: Row<'project'>, organisation: string, role: Role): void => {
    const project = row.cells.project.trim();
    if (!missions.has(project) || !organisations.has(organisation)) return;
    const key = `${project}/${organisation}/${role}`;
    if (!listings.has(key)) listings.set(key, { project, organisation, role, file: row.file });
  };
  for (const row of tables.investments.rows) list(row, row.cells.organisation.trim(), 'FUNDER');
  for (const row of tables.serviceProvisions.rows) list(row, row.cells.organisation.trim(), 'MEMBER');
  for (const row of tables.intermediaryServices.rows) list(row, row.cells.organisation.trim(), 'MEMBER');
  for (const row of tables.paymentCommitments.rows) list(row, row.cells.organisation.trim(), 'FUNDER');
  for (const row of tables.outcomePayments.rows) {
    for (const payer of listOf(row.cells.payers)) list(row, payer, 'FUNDER');
  }
  for (const row of tables.transactions.rows) {
    if (!isRepayment(row)) list(row, row.cells.sender.trim(), 'FUNDER');
  }
  for (const row of tables.results.rows) {
    for (const validator of listOf(row.cells.validators)) list(row, validator, 'EVALUATOR');
  }

  await recorder.inParallel(
    'members',
    [...listings.entries()],
    async ([key, { project, organisation, role, file }]) => {
      const mission = missions.get(project)?.id ?? '';
      const events = await recorder.send(
        recorder.command('ListMember', mission, idFrom('listing', key), {
          organisationId: organisations.get(organisation),
          role,
          source: sourceOf(project, `${file}: ${organisation}`),
        }),
      );
      // A refusal is mostly ALREADY_MEMBER: it has joined by itself.
      if (!isRefusal(events)) tally.alsoRecorded(file, events);
    },
  );
}
