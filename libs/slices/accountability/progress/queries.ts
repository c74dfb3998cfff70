import { sql, type RawBuilder } from 'kysely';
import { batchesOf, computedAt, listsOf, query, rowsOf, type BatchQuery } from '@maillage/engine';
import type { z } from 'zod';
import { enumeration, type CalendarDate } from '@maillage/kernel';
import type { Evidence, Kind } from '../commitment/events.js';
import { commitments } from '../commitment/view.js';

export const commitmentState = enumeration('CommitmentState', 'How a commitment stands on a date.', {
  KEPT: 'Undisputed contributions reach the promised amount, late or not; or, where none was promised, there is one.',
  DUE: 'Not kept yet, and its due date has not passed or was never set.',
  OVERDUE: 'Not kept, and its due date has passed.',
  WITHDRAWN: 'Taken back by then, for a reason.',
});
export type StateOnDate = z.output<typeof commitmentState>;
export const COMMITMENT_STATES: readonly StateOnDate[] = commitmentState.options;

/** Asked for in resolvers; a statement never looks at the clock. */
export interface OnDate {
  readonly on: CalendarDate;
}

export interface Standing {
  readonly state: StateOnDate;
  /** In the unit promised; null where nothing countable was promised. */
  readonly delivered: string | null;
  readonly unit: string | null;
  readonly computedAt: string;
}

/** By its terms as they are now: an amendment before the due date replaces the earlier ones without penalty. */
export const standingOfCommitment: BatchQuery<OnDate, Standing | undefined> = query(
  'standingOfCommitment',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<Standing & { readonly id: string }>`
      select c.id, judged.state, case when c.amount is not null then trim_scale(given.amount) end as delivered, c.unit,
        ${computedAt(commitments)} as "computedAt"
      from commitment c ${standing(on)}
      where c.id = any(${keys}::text[])`);
    return rowsOf(keys, rows, ({ id }) => id).map((row) => row && standingFrom(row));
  },
);

function standingFrom({ state, delivered, unit, computedAt }: Standing): Standing {
  return { state, delivered, unit, computedAt };
}

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
  readonly computedAt: string;
}

/** One row per figure, told apart by `part`; NOTHING stands for a mission that has none. */
type Figure = { readonly mission_id: string; readonly computed_at: string } & (
  | ({ readonly part: 'STATE' } & CommitmentCount)
  | ({ readonly part: 'PROMISED' } & PromisedSum)
  | ({ readonly part: 'GIVEN' } & ContributionSum)
  | { readonly part: 'NOTHING' }
);

/** One statement for all missions asked about, and so one snapshot of commitments, contributions and their position. */
export const progressOfMission: BatchQuery<OnDate, Progress> = query(
  'progressOfMission',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<Figure>`
      select asked.mission_id, coalesce(figure.part, 'NOTHING') as part, ${computedAt(commitments)} as computed_at,
        figure.kind, figure.state, figure.evidence, figure.unit, figure.amount, figure.count, figure.disputed
      from unnest(${keys}::text[]) as asked(mission_id)
      left join (${commitmentFigures(keys, on)} union all ${contributionFigures(keys, on)}) figure
        on figure.mission_id = asked.mission_id
      order by figure.kind, figure.state, figure.evidence, figure.unit`);
    return listsOf(keys, rows, (row) => row.mission_id).map(progressFrom);
  },
);

function progressFrom(figures: readonly Figure[]): Progress {
  const commitments: CommitmentCount[] = [];
  const promised: PromisedSum[] = [];
  const contributions: ContributionSum[] = [];
  for (const figure of figures) {
    switch (figure.part) {
      case 'STATE': {
        const { kind, state, count } = figure;
        commitments.push({ kind, state, count });
        break;
      }
      case 'PROMISED': {
        const { kind, unit, amount, count } = figure;
        promised.push({ kind, unit, amount, count });
        break;
      }
      case 'GIVEN': {
        const { kind, evidence, unit, amount, count, disputed } = figure;
        contributions.push({ kind, evidence, unit, amount, count, disputed });
        break;
      }
      case 'NOTHING':
    }
  }
  return { commitments, promised, contributions, computedAt: figures[0]?.computed_at ?? '0' };
}

/** What is withdrawn by then is promised no more; units are never added to one another. */
function commitmentFigures(missions: readonly string[], on: CalendarDate): RawBuilder<unknown> {
  return sql`
    select * from (
      select c.mission_id, case grouping(judged.state) when 0 then 'STATE' else 'PROMISED' end as part,
        c.kind, judged.state, null as evidence, c.unit,
        trim_scale(sum(c.amount) filter (where judged.state <> 'WITHDRAWN')) as amount,
        case grouping(judged.state)
          when 0 then count(*) else count(*) filter (where judged.state <> 'WITHDRAWN')
        end::integer as count,
        null::integer as disputed
      from commitment c ${standing(on)}
      where c.mission_id = any(${missions}::text[])
      group by grouping sets ((c.mission_id, c.kind, judged.state), (c.mission_id, c.kind, c.unit))
    ) parts
    where part = 'STATE' or amount is not null`;
}

/** Disputed contributions are counted apart and their amounts left out: they wait for their ruling. */
function contributionFigures(missions: readonly string[], on: CalendarDate): RawBuilder<unknown> {
  return sql`
    select mission_id, 'GIVEN', kind, null, evidence, unit,
      case when unit is not null then trim_scale(coalesce(sum(amount) filter (where not disputed), 0)) end,
      count(*)::integer,
      (count(*) filter (where disputed))::integer
    from contribution
    where mission_id = any(${missions}::text[]) and period_to <= ${on}::date
    group by mission_id, kind, evidence, unit`;
}

/** Whether a contribution `g` counts towards the commitment `c` on a date. */
function counts(on: CalendarDate): RawBuilder<unknown> {
  return sql`g.commitment_id = c.id and not g.disputed and g.period_to <= ${on}::date`;
}

/**
 * Whether what was given by some day, a relation with `gifts` and `amount`, keeps the promise `c`: the one place that says
 * when it is kept. It is kept once undisputed contributions reach the promised amount, late or not; where nothing countable
 * was promised, by any undisputed contribution.
 */
function keeps(given: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when c.amount is null then ${given}.gifts > 0 else ${given}.amount >= c.amount end`;
}

/** Whether the commitment `c` was taken back by a date, whatever had been given; null where it never was. */
export function withdrawn(on: CalendarDate): RawBuilder<unknown> {
  return sql`(c.withdrawn_at at time zone 'UTC')::date <= ${on}::date`;
}

/** Joins to each commitment `c` what counts towards it on a date, `given`, and its state then, `judged`. */
export function standing(on: CalendarDate): RawBuilder<unknown> {
  return sql`
    cross join lateral (
      select count(*) as gifts, coalesce(sum(g.amount) filter (where g.unit = c.unit), 0) as amount
      from contribution g
      where ${counts(on)}
    ) given
    cross join lateral (
      select case
        when ${withdrawn(on)} then 'WITHDRAWN'
        when ${keeps(sql`given`)} then 'KEPT'
        when c.due_on < ${on}::date then 'OVERDUE'
        else 'DUE'
      end as state
    ) judged`;
}

/** The state of the commitment `c` on a date, by itself. */
export function stateOn(on: CalendarDate): RawBuilder<StateOnDate> {
  return sql`(select judged.state from (select) alone ${standing(on)})`;
}

/** Joins to each commitment `c` the day by which what counts towards it on a date had kept it, `kept`; null if nothing had. */
export function keptBy(on: CalendarDate): RawBuilder<unknown> {
  return sql`
    cross join lateral (
      select min(reached.period_to) as day
      from (
        select g.period_to, count(*) over so_far as gifts,
          coalesce(sum(g.amount) filter (where g.unit = c.unit) over so_far, 0) as amount
        from contribution g
        where ${counts(on)}
        window so_far as (order by g.period_to)
      ) reached
      where ${keeps(sql`reached`)}
    ) kept`;
}
