import { sql } from 'kysely';
import { batchesOf, findBy, listsOf, query, type BatchQuery } from '@maillage/engine';
import { oneGroupOn } from '@maillage/directory';
import type { OnDate } from '../progress/queries.js';
import { stands } from '../shared.queries.js';
import { commitments, type AmendmentRow, type SettlementRow } from './view.js';

// How promises change, and how they are settled.

/** By composite key. */
export const settlementById = findBy('settlementById', commitments.tables.commitment_settlement);

/** Of each commitment, in the order they were proposed. */
export const settlementsOfCommitment: BatchQuery<null, readonly SettlementRow[]> = query(
  'settlementsOfCommitment',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<SettlementRow>`
      select * from commitment_settlement where commitment_id = any(${keys}::text[]) order by position`);
    return listsOf(keys, rows, (row) => row.commitment_id);
  },
);

/** Changes of each commitment that others had to accept, in the order they were proposed. */
export const amendmentsOfCommitment: BatchQuery<null, readonly AmendmentRow[]> = query(
  'amendmentsOfCommitment',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<AmendmentRow>`
      select * from commitment_amendment where commitment_id = any(${keys}::text[]) order by position`);
    return listsOf(keys, rows, (row) => row.commitment_id);
  },
);

/** Of each commitment's mission: the backbones that share no control group with a party on that day, or did in the year before. */
export const untiedBackbonesOf: BatchQuery<OnDate, readonly string[]> = query(
  'untiedBackbonesOf',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const group = oneGroupOn(sql`m.organisation_id`, sql`${on}::date`);
    const rows = await database.run(sql<{ readonly id: string; readonly backbone: string }>`
      select c.id, m.organisation_id as backbone
      from commitment c join mission_member m on m.mission_id = c.mission_id
      where c.id = any(${keys}::text[]) and m.left_at is null and 'BACKBONE' = any(m.roles)
        and not exists (
          select from commitment_party p
          where p.commitment_id = c.id and p.organisation_id in ${group} and ${stands}
        )
      order by c.id, m.organisation_id`);
    return listsOf(keys, rows, ({ id }) => id).map((list) => list.map(({ backbone }) => backbone));
  },
);
