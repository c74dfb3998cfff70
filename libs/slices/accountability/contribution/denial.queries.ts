import { sql } from 'kysely';
import { batchesOf, query, rowsOf, type BatchQuery } from '@maillage/engine';
import type { CalendarDate } from '@maillage/kernel';
import { oneGroupOn } from '@maillage/directory';
import { named } from '../shared.queries.js';

/** Ties are denied once per giver and year. */
const DENIED_DAYS = 365;

interface Denying {
  readonly on: CalendarDate;
  readonly evaluatorId: string;
}

/**
 * By composite key of a contribution: the day an evaluator last denied ties as it verified something of the same giver, if
 * that holds still. It does for a year, as long as no payment between the control groups of the two was recorded since.
 */
export const tiesDenied: BatchQuery<Denying, CalendarDate | undefined> = query(
  'tiesDenied',
  batchesOf({ on: '2026-12-31', evaluatorId: '1' }),
  async (database, { keys, args: { on, evaluatorId } }) => {
    const rows = await database.run(sql<{ readonly key: string; readonly denied: CalendarDate }>`
      select g.commitment_id || '/' || g.id as key, denial.said_on as denied
      from ${named(keys)}
      join contribution g on g.commitment_id = named.commitment_id and g.id = named.id
      cross join lateral (
        select said.said_on, said.position
        from contribution_statement said
        join contribution other on other.commitment_id = said.commitment_id and other.id = said.contribution_id
        where said.organisation_id = ${evaluatorId} and said.no_ties and other.contributor_id = g.contributor_id
          and said.said_on <= ${on}::date and said.said_on > ${on}::date - ${DENIED_DAYS}::integer
        order by said.position desc limit 1
      ) denial
      cross join lateral (
        select array(select id from ${oneGroupOn(sql`g.contributor_id`, sql`${on}::date`)} members) as giver,
          array(select id from ${oneGroupOn(sql`${evaluatorId}::text`, sql`${on}::date`)} members) as evaluator
      ) of_group
      where not exists (
        select from reputation_payment paid
        where paid.position > denial.position and (
          (paid.giver_id = any(of_group.giver) and paid.receiver_id = any(of_group.evaluator))
          or (paid.giver_id = any(of_group.evaluator) and paid.receiver_id = any(of_group.giver)))
      )`);
    return rowsOf(keys, rows, (row) => row.key).map((row) => row?.denied);
  },
);
