import { sql } from 'kysely';
import { batchesOf, listsOf, query, type BatchQuery } from '@maillage/engine';
import type { ReceivingRow } from './view.js';

/** Who accepts in bulk what is promised to it in each mission, in the order they began to. */
export const receiversOfMission: BatchQuery<null, readonly ReceivingRow[]> = query(
  'receiversOfMission',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<ReceivingRow>`
      select * from receiving where mission_id = any(${keys}::text[]) order by since, organisation_id`);
    return listsOf(keys, rows, (row) => row.mission_id);
  },
);
