import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  listsOf,
  oldestFirst,
  orderedBy,
  pagesPerParent,
  query,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { z } from 'zod';
import { enumeration, type CalendarDate, type RowOf } from '@maillage/kernel';
import { oneGroupOn, organisations } from '@maillage/directory';
import { missions } from '@maillage/missions';
import { BACKBONE_DAYS } from '../commitment/agreement.arithmetic.js';
import { SETTLEMENT_DAYS } from '../commitment/events.js';
import { stands } from '../shared.queries.js';
import { commitments, type ContributionRow, type SettlementRow } from '../commitment/view.js';
import { accredited, weighed } from '../contribution/weighed.queries.js';
import { BOUND_DAYS } from '../reputation/promises.js';
import { keptBy, standing, withdrawn, type OnDate } from '../progress/queries.js';
import { reviews, type ReviewRow } from '../review/view.js';

// Each list is of what one organisation, the parent, has to do; the oldest comes first, and no list ranks anybody.

export const askedAs = enumeration('AskedAs', 'Why an organisation is asked for a review.', {
  COUNTERPARTY: 'The commitment names it as counterparty.',
  MEMBER: 'It takes part in the mission.',
});
export type AskedAs = z.output<typeof askedAs>;

/** More would be a burden rather than a request; what is done or declined makes room for the next. */
const MOST_REQUESTS = 5;
/** Nobody is asked for a view of what is long past. */
const REQUEST_DAYS = 60;

export interface ReviewRequestRow {
  readonly commitment_id: string;
  readonly reviewed_id: string;
  readonly since: CalendarDate;
  readonly asked_as: AskedAs;
}

interface Asked {
  readonly asker: string;
}

/**
 * Whom each organisation is asked to review, and on what: the promisors of commitments past due or kept, in missions it
 * takes part in, save those of a commitment that it or one of its control group promised. Only those that were bound well
 * before it was due, or delivered. Each control group whose work is to be reviewed has one request open at a time, first
 * where the one asked accepted it as counterparty, then where it is named as one: however many promises it makes, or names
 * others in, it fills nobody's queue. Each control group is asked
 * for one view, and nobody for one of a body that exists no more. Only members are asked, named counterparties among them, because only members may review.
 */
export const reviewRequestsOf: BatchQuery<OnDate, readonly ReviewRequestRow[]> = query(
  'reviewRequestsOf',
  batchesOf({ on: '2026-12-31' }),
  async (database, { keys, args: { on } }) => {
    const rows = await database.run(sql<ReviewRequestRow & Asked>`
      select asking.asker, request.*
      from unnest(${keys}::text[]) as asking(asker)
      cross join lateral (
        with c as materialized (
          select c.id, c.amount, c.unit, c.due_on, c.completion, c.milestones, c.gift, c.source, c.made_on, mine.part,
            coalesce(mine.state = 'ACCEPTED', false) as counts_on_it
          from mission_member seat
          join commitment c on c.mission_id = seat.mission_id
          left join commitment_party mine on mine.commitment_id = c.id and mine.organisation_id = asking.asker
          where seat.organisation_id = asking.asker and seat.left_at is null and (${withdrawn(on)}) is not true
            and not ${isParty(sql`c.id`, sql`asking.asker`, on, sql`and p.part = 'PROMISOR'`)}
        ), fallen as materialized (
          select c.id as commitment_id, promisor.organisation_id as reviewed_id, fell.since,
            coalesce(c.part, 'MEMBER') as asked_as, c.counts_on_it
          from c
          join commitment_party promisor on promisor.commitment_id = c.id and promisor.state = 'ACCEPTED'
            and promisor.bound_on is not null and (promisor.bound_on <= c.due_on - ${BOUND_DAYS}::integer or exists (
              select from contribution g ${weighed(on)}
              where g.commitment_id = c.id and g.contributor_id = promisor.organisation_id
                and not weighed.frozen and g.retracted_on is null
            ))
            and not exists (
              select from organisation gone
              where gone.id = promisor.organisation_id and gone.dissolved_on <= ${on}::date
            )
            and not exists (
              select from review r
              where r.commitment_id = c.id and r.reviewed_id = promisor.organisation_id
                and r.reviewer_id in ${oneGroupOn(sql`asking.asker`, sql`${on}::date`)}
            )
            and not exists (
              select from review_decline d
              where d.commitment_id = c.id and d.reviewer_id = asking.asker and d.reviewed_id = promisor.organisation_id
            )
          ${keptBy(on)}
          cross join lateral (
            select least(case when c.due_on < ${on}::date then c.due_on end, kept.day) as since
          ) fell
          where fell.since is not null and fell.since + ${REQUEST_DAYS}::integer >= ${on}::date
        ), of_group as (
          select reviewed_id, (select min(id) from ${oneGroupOn(sql`reviewed_id`, sql`${on}::date`)} members) as group_id
          from (select distinct reviewed_id from fallen) promisors
        ), first_of_group as (
          select distinct on (of_group.group_id) fallen.*
          from fallen join of_group using (reviewed_id)
          order by of_group.group_id, fallen.counts_on_it desc, fallen.asked_as = 'COUNTERPARTY' desc, fallen.since,
            fallen.commitment_id, reviewed_id
        )
        select commitment_id, reviewed_id, since, asked_as from first_of_group
        order by counts_on_it desc, asked_as = 'COUNTERPARTY' desc, since, commitment_id, reviewed_id
        limit ${MOST_REQUESTS}
      ) request
      order by request.asked_as, request.since, request.commitment_id, request.reviewed_id`);
    return listsOf(keys, rows, (row) => row.asker);
  },
);

/** Reviews of its own work that it has not answered, or that say something else since it has. */
export const reviewsToAnswer: BatchQuery<PageInput, Page<ReviewRow>> = query(
  'reviewsToAnswer',
  batchesOf({}),
  (database, input) =>
    pagesPerParent<ReviewRow>(database, input, {
      at: computedAt(reviews),
      order: oldestFirst,
      rows: (parent) => sql`
      select r.* from review r
      where r.reviewed_id = ${parent} and (r.answered_at is null or r.answered_at < r.revised_at)`,
    }),
);

/** A promise by its id, and where it comes in the list. */
export type PromiseRow = Pick<RowOf<typeof commitments, 'commitment'>, 'id' | 'due_on' | 'position'>;

const byDueDate = orderedBy({ name: 'due_on', type: 'date', nullable: true });

/** Its own promises that are neither kept nor withdrawn, by due date; those without one come last. */
export const commitmentsToDeliver: BatchQuery<PageInput & OnDate, Page<PromiseRow>> = query(
  'commitmentsToDeliver',
  batchesOf({ on: '2026-12-31' }),
  (database, input) =>
    pagesPerParent<PromiseRow>(database, input, {
      at: computedAt(commitments),
      order: byDueDate,
      rows: (parent) => sql`
        select c.id, c.due_on, c.position
        from commitment_party p join commitment c on c.id = p.commitment_id ${standing(input.args.on)}
        where p.organisation_id = ${parent} and p.bound_on is not null and p.state = 'ACCEPTED' and not c.gift
          and judged.state in ('DUE', 'OVERDUE')`,
    }),
);

/** As `isLeftByAll` has it. */
const leftByAll = sql`(jsonb_array_length(s.must_accept) = 0 and jsonb_array_length(s.departures) > 0)`;

/**
 * Settlements that those asked left unanswered, or who all left, in missions whose backbone it is, while one may stand in. That it
 * has no tie to a party is asked of the guard of the command.
 */
export const settlementsToStandIn: BatchQuery<PageInput & OnDate, Page<SettlementRow>> = query(
  'settlementsToStandIn',
  batchesOf({ on: '2026-12-31' }),
  (database, input) =>
    pagesPerParent<SettlementRow>(database, input, {
      at: computedAt(commitments, missions, organisations),
      order: oldestFirst,
      rows: (backbone) => {
        const on = sql`${input.args.on}::date`;
        return sql`
        select s.* from mission_member seat
        join commitment c on c.mission_id = seat.mission_id
        join commitment_settlement s on s.commitment_id = c.id
        where seat.organisation_id = ${backbone} and 'BACKBONE' = any(seat.roles) and seat.left_at is null
          and s.ended is null and s.agreed_from is null
          and (s.proposed_on + ${SETTLEMENT_DAYS}::integer < ${on} or ${leftByAll})
          and s.proposed_on + ${SETTLEMENT_DAYS + BACKBONE_DAYS}::integer >= ${on}`;
      },
    }),
);

// Of the contributions, the queries find those that a word of the organisation is looked for on: what it has a part in, and
// has said nothing of. Whether it may say it is asked of the guard of the command; see `contributionsFor`.

/**
 * What was recorded on its behalf and is not declared its own, however well others attest it. Where a source alone lists it,
 * it has no duties until it joins, and nothing waits for it.
 */
export const contributionsToDeclare = contributionPages(
  'contributionsToDeclare',
  (giver) => sql`
    select g.* from contribution g
    where g.contributor_id = ${giver} and g.retracted_on is null and ${ownDoing(giver)}
      and not ${isSaid(sql`said.act = 'DECLARED'`)}`,
);

/**
 * What others gave and nobody attests yet, in commitments to it or, where they name nobody, in its missions. What it put on
 * record itself is left out here already: a backbone may have recorded all that its mission's members gave. What it
 * disputed it is not asked about.
 */
export const contributionsToCorroborate = contributionPages(
  'contributionsToCorroborate',
  (receiver) => sql`
    select g.* from (
      select g.* from commitment_party p join contribution g on g.commitment_id = p.commitment_id
      where p.organisation_id = ${receiver} and p.part = 'COUNTERPARTY'
        and (g.source is null or ${ownDoing(receiver)})
      union all
      select g.* from mission_member seat join contribution g on g.mission_id = seat.mission_id
      where seat.organisation_id = ${receiver} and seat.left_at is null and g.recorded_by <> ${receiver} and not exists (
        select from commitment_party p where p.commitment_id = g.commitment_id and p.part = 'COUNTERPARTY'
      )
    ) g
    where g.evidence in ('NONE', 'DECLARED')
      and g.contributor_id <> ${receiver} and g.retracted_on is null
      and not ${isSaid(sql`said.organisation_id = ${receiver} and said.version >= g.evidence_since`)}`,
);

/** What neither it nor an accredited evaluator has verified as it stands, in the missions that it evaluates. */
export const contributionsToVerify = contributionPages(
  'contributionsToVerify',
  (evaluator) => sql`
    select g.* from mission_member seat join contribution g on g.mission_id = seat.mission_id
    where seat.organisation_id = ${evaluator} and 'EVALUATOR' = any(seat.roles)
      and g.retracted_on is null
      and not ${isSaid(sql`said.act = 'VERIFIED' and said.version >= g.evidence_since
        and (said.organisation_id = ${evaluator} or ${accredited})`)}`,
);

function contributionPages(
  name: string,
  rowsOf: (organisation: RawBuilder<string>) => RawBuilder<unknown>,
): BatchQuery<PageInput, Page<ContributionRow>> {
  return query(name, batchesOf({}), (database, input) =>
    pagesPerParent<ContributionRow>(database, input, {
      at: computedAt(commitments, missions, organisations),
      order: oldestFirst,
      rows: rowsOf,
    }),
  );
}

/** Whether an organisation ever joined the mission of the contribution `g`, or accepted what it was given towards. */
function ownDoing(organisation: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(exists (
    select from mission_member own where own.mission_id = g.mission_id and own.organisation_id = ${organisation}
  ) or exists (
    select from commitment_party own
    where own.commitment_id = g.commitment_id and own.organisation_id = ${organisation} and own.accepted_on is not null
  ))`;
}

/** Whether something is said of the contribution `g`. */
function isSaid(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from contribution_statement said
    where said.commitment_id = g.commitment_id and said.contribution_id = g.id and ${condition}
  )`;
}

/** Whether the organisation, or another that counts as one group with it on that day, is a party to the commitment. */
function isParty(
  commitmentId: RawBuilder<unknown>,
  organisation: RawBuilder<unknown>,
  on: CalendarDate,
  condition: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`exists (
    select from commitment_party p
    where p.commitment_id = ${commitmentId} and ${stands} ${condition}
      and p.organisation_id in ${oneGroupOn(organisation, sql`${on}::date`)}
  )`;
}
