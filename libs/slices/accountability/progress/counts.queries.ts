import { sql } from 'kysely';
import { batchesOf, computedAt, query, rowsOf, type BatchQuery } from '@maillage/engine';
import { letGo, standing, STANDING_VIEWS, type OnDate } from './queries.js';

/** Of the promises that one organisation was bound to. All but `changed` add up to `made`. */
export interface CommitmentCounts {
  readonly made: number;
  readonly kept: number;
  readonly due: number;
  readonly overdue: number;
  readonly closed: number;
  readonly released: number;
  readonly withdrawn: number;
  readonly changed: number;
  readonly computedAt: string;
}

/** Whether a settlement `s` holds for the promisor `p`: it proposed it, or agreed to it itself. */
const holdsForIt = sql`(s.proposed_by = p.organisation_id
  or s.accepted @> jsonb_build_array(jsonb_build_object('organisationId', p.organisation_id)))`;

/**
 * By organisation. A gift was promised by nobody, and what published data reports was promised elsewhere: neither is counted.
 * Whoever left a promise is counted as RELEASED, however those that stayed in it do; where it ceased to exist once that was due
 * and missed, as OVERDUE, whatever time the others were given since.
 */
export const commitmentCountsOf: BatchQuery<OnDate, CommitmentCounts | undefined> = query(
  'commitmentCountsOf',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<CommitmentCounts & { readonly organisation_id: string }>`
      select asked.organisation_id, count(own.state)::integer as made,
        (count(*) filter (where own.state = 'KEPT'))::integer as kept,
        (count(*) filter (where own.state = 'DUE'))::integer as due,
        (count(*) filter (where own.state = 'OVERDUE'))::integer as overdue,
        (count(*) filter (where own.state = 'CLOSED'))::integer as closed,
        (count(*) filter (where own.state = 'RELEASED'))::integer as released,
        (count(*) filter (where own.state = 'WITHDRAWN'))::integer as withdrawn,
        (count(*) filter (where own.changed))::integer as changed,
        ${computedAt(...STANDING_VIEWS)} as "computedAt"
      from unnest(${keys}::text[]) as asked(organisation_id)
      left join (
        select p.organisation_id, case
            when ${letGo(sql`p.released_on`, on, holdsForIt)} then 'RELEASED'
            when p.released_on <= ${on}::date and judged.state in ('DUE', 'RELEASED') then 'OVERDUE'
            else judged.state
          end as state,
          exists (
            select from commitment_term t where t.commitment_id = c.id and t.version > 1
              and (t.recorded_at at time zone 'UTC')::date <= ${on}::date
          ) as changed
        from commitment_party p join commitment c on c.id = p.commitment_id ${standing(on)}
        where p.organisation_id = any(${keys}::text[]) and p.part = 'PROMISOR' and p.bound_on <= ${on}::date
          and not c.gift and c.source is null
      ) own on own.organisation_id = asked.organisation_id
      group by asked.organisation_id`);
    return rowsOf(keys, rows, (row) => row.organisation_id).map((row) => row && countsFrom(row));
  },
);

function countsFrom({ made, kept, due, overdue, closed, released, withdrawn, changed, computedAt }: CommitmentCounts) {
  return { made, kept, due, overdue, closed, released, withdrawn, changed, computedAt };
}
