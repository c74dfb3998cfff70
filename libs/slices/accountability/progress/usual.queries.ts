import { sql } from 'kysely';
import { batchesOf, listsOf, query, type BatchQuery } from '@maillage/engine';

export interface UsualPromise {
  readonly unit: string;
  readonly amount: string;
}

/** By mission and unit, the amount that half of what is promised does not exceed: one that was promised, and no mean. */
export const usualPromisesOf: BatchQuery<null, readonly UsualPromise[]> = query(
  'usualPromisesOf',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<UsualPromise & { readonly mission_id: string }>`
      select mission_id, unit, trim_scale(percentile_disc(0.5) within group (order by amount)) as amount
      from commitment
      where mission_id = any(${keys}::text[]) and amount is not null and unit is not null
        and bound_on is not null and state = 'MADE' and not gift and source is null
      group by mission_id, unit
      order by mission_id, unit`);
    return listsOf(keys, rows, (row) => row.mission_id).map((list) =>
      list.map(({ unit, amount }) => ({ unit, amount })),
    );
  },
);
