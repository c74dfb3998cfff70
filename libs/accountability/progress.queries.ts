import { sql, type RawBuilder } from 'kysely';
import { listsOf, query, type BatchQuery } from '@maillage/engine';
import type { CalendarDate } from '@maillage/kernel';
import type { Evidence, Kind } from './commitment.events.js';

export const COMMITMENT_STATES = ['KEPT', 'DUE', 'OVERDUE', 'WITHDRAWN'] as const;
export type StateOnDate = (typeof COMMITMENT_STATES)[number];

/** Asked for in resolvers; a statement never looks at the clock. */
export interface OnDate {
  readonly on: CalendarDate;
}

export interface Standing {
  readonly state: StateOnDate;
  /** In the unit promised; null where nothing countable was promised. */
  readonly delivered: string | null;
}

/** By its terms as they are now: an amendment before the due date replaces the earlier ones without penalty. */
export const standingOfCommitment: BatchQuery<OnDate, Standing | undefined> = query(
  'standingOfCommitment',
  async (database, { keys, args: { on } }) => {
    const { rows } = await sql<Standing & { readonly id: string }>`
      select c.id, judged.state, case when c.amount is not null then trim_scale(given.amount) end as delivered
      from commitment c ${standing(on)}
      where c.id = any(${keys}::text[])`.execute(database.as<unknown>());
    const byId = new Map(rows.map(({ id, state, delivered }) => [id, { state, delivered }]));
    return keys.map((id) => byId.get(id));
  },
);

export interface CommitmentCount {
  readonly kind: Kind;
  readonly state: StateOnDate;
  readonly count: number;
}

export interface PromisedSum {
  readonly kind: Kind;
  readonly unit: string;
  readonly amount: string;
  readonly count: number;
}

export interface ContributionSum {
  readonly kind: Kind;
  readonly evidence: Evidence;
  readonly unit: string | null;
  readonly amount: string | null;
  readonly count: number;
  readonly disputed: number;
}

export interface Progress {
  readonly commitments: readonly CommitmentCount[];
  readonly promised: readonly PromisedSum[];
  readonly contributions: readonly ContributionSum[];
}

type OfMission<Part> = Part & { readonly mission_id: string };
type CommitmentPart =
  OfMission<CommitmentCount & { readonly part: 'STATE' }> | OfMission<PromisedSum & { readonly part: 'PROMISED' }>;

/** Two statements for all missions asked about: one over commitments, one over contributions. */
export const progressOfMission: BatchQuery<OnDate, Progress> = query(
  'progressOfMission',
  async (database, { keys, args: { on } }) => {
    const db = database.as<unknown>();
    const [promises, gifts] = await Promise.all([
      commitmentParts(keys, on).execute(db),
      contributionSums(keys, on).execute(db),
    ]);
    const promisesOf = listsOf(keys, promises.rows, (row) => row.mission_id);
    const giftsOf = listsOf(keys, gifts.rows, (row) => row.mission_id);
    return keys.map((_, index) => {
      const parts = promisesOf[index] ?? [];
      return {
        commitments: parts.filter((row) => row.part === 'STATE'),
        promised: parts.filter((row) => row.part === 'PROMISED'),
        contributions: giftsOf[index] ?? [],
      };
    });
  },
);

/** What is withdrawn by then is promised no more; units are never added to one another. */
function commitmentParts(missions: readonly string[], on: CalendarDate): RawBuilder<CommitmentPart> {
  return sql<CommitmentPart>`
    select * from (
      select c.mission_id, c.kind, judged.state, c.unit,
        case grouping(judged.state) when 0 then 'STATE' else 'PROMISED' end as part,
        case grouping(judged.state)
          when 0 then count(*) else count(*) filter (where judged.state <> 'WITHDRAWN')
        end::integer as count,
        trim_scale(sum(c.amount) filter (where judged.state <> 'WITHDRAWN')) as amount
      from commitment c ${standing(on)}
      where c.mission_id = any(${missions}::text[])
      group by grouping sets ((c.mission_id, c.kind, judged.state), (c.mission_id, c.kind, c.unit))
    ) parts
    where part = 'STATE' or amount is not null
    order by kind, state, unit`;
}

/** Disputed contributions are counted apart and their amounts left out: they wait for their ruling. */
function contributionSums(missions: readonly string[], on: CalendarDate): RawBuilder<OfMission<ContributionSum>> {
  return sql<OfMission<ContributionSum>>`
    select mission_id, kind, evidence, unit,
      case when unit is not null then trim_scale(coalesce(sum(amount) filter (where not disputed), 0)) end as amount,
      count(*)::integer as count,
      (count(*) filter (where disputed))::integer as disputed
    from contribution
    where mission_id = any(${missions}::text[]) and period_to <= ${on}::date
    group by mission_id, kind, evidence, unit
    order by kind, evidence, unit`;
}

/**
 * Joins to each commitment `c` what counts towards it on a date, `given`, and its state then, `judged`: the one place
 * that says when a promise is kept. It is kept once undisputed contributions reach the promised amount, late or not;
 * where nothing countable was promised, by any undisputed contribution.
 */
function standing(on: CalendarDate): RawBuilder<unknown> {
  return sql`
    cross join lateral (
      select count(*) as gifts, coalesce(sum(g.amount) filter (where g.unit = c.unit), 0) as amount
      from contribution g
      where g.commitment_id = c.id and not g.disputed and g.period_to <= ${on}::date
    ) given
    cross join lateral (
      select case
        when (c.withdrawn_at at time zone 'UTC')::date <= ${on}::date then 'WITHDRAWN'
        when case when c.amount is null then given.gifts > 0 else given.amount >= c.amount end then 'KEPT'
        when c.due_on < ${on}::date then 'OVERDUE'
        else 'DUE'
      end as state
    ) judged`;
}
