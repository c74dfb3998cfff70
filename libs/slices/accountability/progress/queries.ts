import { sql, type RawBuilder } from 'kysely';
import { batchesOf, computedAt, listsOf, query, remembered, rowsOf, type BatchQuery } from '@maillage/engine';
import type { z } from 'zod';
import { enumeration, type CalendarDate } from '@maillage/kernel';
import { accreditations, oneGroupOn, organisations } from '@maillage/directory';
import { PROPOSAL_DAYS, type Evidence, type Kind } from '../commitment/events.js';
import { commitments } from '../commitment/view.js';
import { reputationRecords } from '../reputation/records.view.js';
import { weighed } from '../contribution/weighed.queries.js';

/** The views that a promise's standing is read from. */
export const STANDING_VIEWS = [commitments, organisations, accreditations, reputationRecords] as const;

export const commitmentState = enumeration('CommitmentState', 'How a commitment stands on a date.', {
  PROPOSED: 'It names promisors, none of whom has accepted yet: nobody is bound.',
  LAPSED: 'It was proposed, and no promisor accepted it in time.',
  REPORTED: 'Published data tells of it. It is never overdue, and binds nobody that has not accepted it.',
  KEPT: 'Undisputed contributions reach the promised amount, or each milestone, or one completes it; late or not.',
  DUE: 'Not kept yet, and its due date has not passed or was never set.',
  OVERDUE: 'Not kept, and its due date has passed, with what was agreed on since.',
  CLOSED: 'Not kept, and left at what was delivered by agreement.',
  RELEASED:
    'Every promisor that was bound has left it, or exists no more; in time, for what was missed before stays so.',
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
        ${computedAt(...STANDING_VIEWS)} as "computedAt"
      from commitment c ${standing(on)}
      where c.id = any(${keys}::text[])`);
    return rowsOf(keys, rows, ({ id }) => id).map((row) => row && standingFrom(row));
  },
);

/** The milestones of each promise that undisputed contributions had reached by a date, by key. */
export const milestonesReached: BatchQuery<OnDate, readonly string[]> = query(
  'milestonesReached',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<{ readonly id: string; readonly milestone: string }>`
      select distinct c.id, g.milestone from commitment c join contribution g on g.commitment_id = c.id ${weighed(on)}
      where ${reaches} and ${counts(on)} and c.id = any(${keys}::text[]) order by c.id, g.milestone`);
    return listsOf(keys, rows, ({ id }) => id).map((list) => list.map(({ milestone }) => milestone));
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
  /** Each promise at most to its own amount, what is attested best first; nothing where none is. */
  readonly delivered: readonly DeliveredSum[];
}

export interface DeliveredSum {
  readonly evidence: Evidence;
  readonly amount: string;
}

export interface ContributionSum {
  readonly kind: Kind;
  readonly evidence: Evidence;
  readonly unit: string | null;
  readonly amount: string | null;
  readonly count: number;
  readonly disputed: number;
  /** How much was handed on of what was received within the mission; it is not part of `amount`. */
  readonly handedOn: string | null;
}

export interface Progress {
  readonly commitments: readonly CommitmentCount[];
  readonly promised: readonly PromisedSum[];
  readonly contributions: readonly ContributionSum[];
  readonly computedAt: string;
}

/** One row per figure, told apart by `part`; NOTHING stands for a mission that has none. */
type Figure = { readonly mission_id: string; readonly computed_at: string; readonly stand: string } & (
  | ({ readonly part: 'STATE' } & CommitmentCount)
  | ({ readonly part: 'PROMISED' } & PromisedSum)
  | ({ readonly part: 'GIVEN' } & ContributionSum)
  | { readonly part: 'NOTHING' }
);

/** One statement for all missions asked about, and so one snapshot of commitments, contributions and their position. */
export const progressOfMission: BatchQuery<OnDate, Progress> = remembered(
  'progressOfMission',
  STANDING_VIEWS,
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }, stand) => {
    const rows = await database.run(sql<Figure>`
      select ${stand} as stand, asked.mission_id, coalesce(figure.part, 'NOTHING') as part, ${computedAt(...STANDING_VIEWS)} as computed_at,
        figure.kind, figure.state, figure.evidence, figure.unit, figure.amount, figure.count, figure.disputed,
        figure.handed_on as "handedOn", figure.delivered
      from unnest(${keys}::text[]) as asked(mission_id)
      left join (${commitmentFigures(keys, on)} union all ${contributionFigures(keys, on)}) figure
        on figure.mission_id = asked.mission_id
      order by figure.kind, figure.state, figure.evidence, figure.unit`);
    return listsOf(keys, rows, (row) => row.mission_id).map((figures) => ({
      value: progressFrom(figures),
      stand: figures[0]?.stand,
    }));
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
        const { kind, unit, amount, count, delivered } = figure;
        promised.push({ kind, unit, amount, count, delivered: delivered.filter((each) => each.amount !== '0') });
        break;
      }
      case 'GIVEN': {
        const { kind, evidence, unit, amount, count, disputed, handedOn } = figure;
        contributions.push({ kind, evidence, unit, amount, count, disputed, handedOn });
        break;
      }
      case 'NOTHING':
    }
  }
  return { commitments, promised, contributions, computedAt: figures[0]?.computed_at ?? '0' };
}

/** What binds somebody. What is proposed or reported is counted apart, and what is withdrawn is promised no more. */
const isPromised = sql`judged.state in ('KEPT', 'DUE', 'OVERDUE', 'CLOSED')`;

/** The strongest first. */
const EVIDENCE_LEVELS = ['VERIFIED', 'CORROBORATED', 'DECLARED', 'NONE'] as const satisfies readonly Evidence[];

/** Of what counts towards a promise, in the unit promised, how much is attested so well or better: a column a level. */
const amountsByEvidence = sql.join(
  EVIDENCE_LEVELS.map((level, index) => {
    const asGood = EVIDENCE_LEVELS.slice(0, index + 1).map((each) => sql.lit(each));
    return sql`coalesce(sum(weighed.amount) filter (
      where g.unit = c.unit and weighed.evidence in (${sql.join(asGood)})
    ), 0) as ${sql.ref(upTo(level))}`;
  }),
);

/** Of all that bind somebody, what was delivered at each level: more than its own amount fills no promise. */
const deliveredByEvidence = sql`jsonb_build_array(${sql.join(
  EVIDENCE_LEVELS.map((level, index) => {
    const better = EVIDENCE_LEVELS[index - 1];
    const share = sql`${filledUpTo(level)} - ${better === undefined ? sql`0` : filledUpTo(better)}`;
    const sum = sql`sum(${share}) filter (where ${isPromised})`;
    return sql`jsonb_build_object('evidence', ${sql.lit(level)}, 'amount', trim_scale(${sum})::text)`;
  }),
)})`;

function upTo(level: Evidence): string {
  return `upto_${level.toLowerCase()}`;
}

function filledUpTo(level: Evidence): RawBuilder<unknown> {
  return sql`least(${sql.ref(`given.${upTo(level)}`)}, c.amount)`;
}

/** Units are never added to one another. */
function commitmentFigures(missions: readonly string[], on: CalendarDate): RawBuilder<unknown> {
  return sql`
    select * from (
      select c.mission_id, case grouping(judged.state) when 0 then 'STATE' else 'PROMISED' end as part,
        c.kind, judged.state, null as evidence, c.unit,
        trim_scale(sum(c.amount) filter (where ${isPromised})) as amount,
        case grouping(judged.state)
          when 0 then count(*) else count(*) filter (where ${isPromised})
        end::integer as count,
        null::integer as disputed, null::numeric as handed_on, ${deliveredByEvidence} as delivered
      from commitment c ${standing(on, amountsByEvidence)}
      where c.mission_id = any(${missions}::text[])
      group by grouping sets ((c.mission_id, c.kind, judged.state), (c.mission_id, c.kind, c.unit))
    ) parts
    where part = 'STATE' or amount is not null`;
}

/**
 * Whether `g` hands on what its giver received within the mission: the same thing once more, and no part of what the mission
 * was given. What came from elsewhere is new to it.
 */
const handedOn = sql`exists (
  select from contribution first
  where first.commitment_id = g.passes_on_commitment_id and first.id = g.passes_on_id
    and first.mission_id = g.mission_id and first.retracted_on is null
)`;

/**
 * Disputed contributions are counted apart and their amounts left out: they wait for their ruling. Of what is handed on, the
 * first hand counts, and the others are shown beside.
 */
function contributionFigures(missions: readonly string[], on: CalendarDate): RawBuilder<unknown> {
  return sql`
    select mission_id, 'GIVEN', kind, null, evidence, unit,
      case when unit is not null then
        trim_scale(coalesce(sum(amount) filter (where not frozen and not handed_on), 0)) end,
      count(*)::integer,
      (count(*) filter (where frozen))::integer,
      trim_scale(sum(amount) filter (where not frozen and handed_on)), null::jsonb
    from (
      select g.mission_id, g.kind, g.unit, weighed.evidence, weighed.amount, weighed.frozen, ${handedOn} as handed_on
      from contribution g ${weighed(on)}
      where g.mission_id = any(${missions}::text[]) and g.period_to <= ${on}::date and g.retracted_on is null
    ) given
    group by mission_id, kind, evidence, unit`;
}

/** The contributions `g` that count towards the commitment `c` on a date, each with `weighed`, as what follows `from`. */
function counted(on: CalendarDate): RawBuilder<unknown> {
  return sql`contribution g ${weighed(on)} where g.commitment_id = c.id and ${counts(on)}`;
}

/**
 * Whether `g`, weighed, counts towards its commitment `c` on a date: it was given by then, is neither taken back nor in
 * dispute, and its giver was bound before it gave. What was given before is a gift, and delivers nothing.
 */
function counts(on: CalendarDate): RawBuilder<unknown> {
  return sql`not weighed.frozen and g.retracted_on is null and g.period_to <= ${on}::date
    and (c.gift or c.source is not null or c.due_on <= c.made_on or exists (
      select from commitment_party giver
      where giver.commitment_id = c.id and giver.organisation_id = g.contributor_id and giver.first_bound_on <= g.period_to
    ))`;
}

/**
 * Whether what was given by some day, a relation with `gifts`, `amount`, `reached` and `completed`, keeps the promise `c`: the
 * one place that says when it is kept, late or not. A gift keeps what it opened.
 */
function keeps(given: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case
    when c.completion = 'QUANTITY' then ${given}.amount >= c.amount
    when c.completion = 'MILESTONES' then ${given}.reached >= jsonb_array_length(c.milestones)
    when c.completion = 'ANY' or c.gift then ${given}.gifts > 0
    else ${given}.completed
  end`;
}

/**
 * Whether the contribution `g` completes a promise on a date: it says so, and somebody outside the giver's control group
 * verified it, or a counterparty that accepted and is outside it confirms it.
 */
function completes(on: CalendarDate): RawBuilder<unknown> {
  return sql`(g.completes and weighed.amount is distinct from 0 and (weighed.verified or exists (
    select from contribution_statement said
    join commitment_party p on p.commitment_id = said.commitment_id and p.organisation_id = said.organisation_id
    where said.commitment_id = g.commitment_id and said.contribution_id = g.id and said.act = 'CORROBORATED'
      and said.version >= g.evidence_since and p.part = 'COUNTERPARTY' and p.accepted_on is not null
      and said.organisation_id not in ${oneGroupOn(sql`g.contributor_id`, sql`${on}::date`)}
  )))`;
}

/** Whether the contribution `g` reaches a milestone of the promise `c`. */
const reaches = sql`weighed.amount is distinct from 0
  and c.milestones @> jsonb_build_array(jsonb_build_object('key', g.milestone))`;

/** Whether the commitment `c` was taken back by a date, whatever had been given; null where it never was. */
export function withdrawn(on: CalendarDate): RawBuilder<unknown> {
  return sql`(c.withdrawn_at at time zone 'UTC')::date <= ${on}::date`;
}

/**
 * Joins to each commitment `c` what counts towards it on a date, `given`, and its state then, `judged`. Whoever is bound by it
 * is asked first: nobody is overdue with what it did not accept.
 * @param beside further columns of `given`, over `g`, `weighed`.
 */
export function standing(on: CalendarDate, beside?: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    cross join lateral (
      select count(*) filter (where weighed.amount is distinct from 0) as gifts,
        coalesce(sum(weighed.amount) filter (where g.unit = c.unit), 0) as amount,
        count(distinct g.milestone) filter (where ${reaches}) as reached,
        coalesce(bool_or(${completes(on)}), false) as completed${beside === undefined ? sql`` : sql`, ${beside}`}
      from ${counted(on)}
    ) given
    cross join lateral (
      select case
        when ${withdrawn(on)} then 'WITHDRAWN'
        when (c.bound_on <= greatest(${on}::date, c.made_on)) is not true then case
          when c.source is not null then 'REPORTED'
          when not c.gift and ${on}::date > least(c.made_on + ${PROPOSAL_DAYS}::integer, c.due_on - 1) then 'LAPSED'
          else 'PROPOSED'
        end
        when ${letGo(sql`c.released_on`, on)} then 'RELEASED'
        when ${keeps(sql`given`)} then 'KEPT'
        when c.due_on < ${on}::date then case when c.source is null then ${settledOn(on)} else 'REPORTED' end
        else 'DUE'
      end as state
    ) judged`;
}

/**
 * Whether whoever was let go of the commitment `c` on a day was so by a date, and not once it was due: what was missed before
 * stays missed, as it does in reputation (`dueFactOf`).
 * @param holds which of its settlements hold for whoever that is; all, if left out.
 */
export function letGo(
  since: RawBuilder<unknown>,
  on: CalendarDate,
  holds: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  return sql`(${since} <= ${on}::date and ${since} <= greatest(c.due_on, (
    select max(s.due_on) from commitment_settlement s where ${agreed(on, sql`s.outcome = 'EXTENDED' and ${holds}`)}
  )) is not false)`;
}

/** How the commitment `c`, due before that date and not kept, stands by what was settled since. */
function settledOn(on: CalendarDate): RawBuilder<unknown> {
  return sql`case
    when ${agreedOn(on, sql`s.outcome = 'CLOSED_AS_IS'`)} then 'CLOSED'
    when ${agreedOn(on, sql`s.due_on >= ${on}::date`)} then 'DUE'
    else 'OVERDUE'
  end`;
}

/** Whether such a settlement of the commitment `c` was agreed on by a date, by word or by silence. */
function agreedOn(on: CalendarDate, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from commitment_settlement s where ${agreed(on, condition)})`;
}

function agreed(on: CalendarDate, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`s.commitment_id = c.id and s.ended is null and s.agreed_from <= ${on}::date and ${condition}`;
}

/** The state of the commitment `c` on a date, by itself. */
export function stateOn(on: CalendarDate): RawBuilder<StateOnDate> {
  return sql`(select judged.state from (select) alone ${standing(on)})`;
}

/** Joins to each commitment `c` the day by which what counts towards it on a date had kept it, `kept`; null if nothing had. */
export function keptBy(on: CalendarDate): RawBuilder<unknown> {
  return sql`
    cross join lateral (
      select min(so_far.period_to) as day
      from (
        select counted.period_to, count(*) filter (where counted.amount is distinct from 0) over upto as gifts,
          coalesce(sum(counted.amount) filter (where counted.unit = c.unit) over upto, 0) as amount,
          count(*) filter (where counted.nth = 1) over upto as reached,
          bool_or(counted.completed) over upto as completed
        from (
          select g.period_to, weighed.amount, g.unit, ${completes(on)} as completed,
            case when ${reaches} then row_number() over (partition by (${reaches}), g.milestone order by g.period_to, g.position) end as nth
          from ${counted(on)}
        ) counted
        window upto as (order by counted.period_to)
      ) so_far
      where ${keeps(sql`so_far`)}
    ) kept`;
}
