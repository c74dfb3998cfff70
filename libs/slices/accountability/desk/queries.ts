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
import { organisations } from '@maillage/directory';
import { missions } from '@maillage/missions';
import { commitments, type ContributionRow } from '../commitment/view.js';
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
 * takes part in, save those of a commitment that it or one of its control group promised. Only members are asked, named
 * counterparties among them, because only members may review.
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
          select c.id, c.amount, c.unit, c.due_on, mine.part
          from mission_member seat
          join commitment c on c.mission_id = seat.mission_id
          left join commitment_party mine on mine.commitment_id = c.id and mine.organisation_id = asking.asker
          where seat.organisation_id = asking.asker and seat.left_at is null and (${withdrawn(on)}) is not true
            and not ${isParty(sql`c.id`, sql`asking.asker`, sql`and p.part = 'PROMISOR'`)}
        )
        select c.id as commitment_id, promisor.organisation_id as reviewed_id, fell.since,
          coalesce(c.part, 'MEMBER') as asked_as
        from c
        join commitment_party promisor on promisor.commitment_id = c.id and promisor.part = 'PROMISOR'
          and not exists (
            select from review r
            where r.commitment_id = c.id and r.reviewer_id = asking.asker and r.reviewed_id = promisor.organisation_id
          )
          and not exists (
            select from review_decline d
            where d.commitment_id = c.id and d.reviewer_id = asking.asker and d.reviewed_id = promisor.organisation_id
          )
        ${keptBy(on)}
        cross join lateral (
          select least(case when c.due_on < ${on}::date then c.due_on end, kept.day) as since
        ) fell
        where fell.since is not null
        order by fell.since, c.id, promisor.organisation_id
        limit ${MOST_REQUESTS}
      ) request
      order by request.since, request.commitment_id, request.reviewed_id`);
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
        where p.organisation_id = ${parent} and p.part = 'PROMISOR' and judged.state in ('DUE', 'OVERDUE')`,
    }),
);

// Of the contributions, the queries find those that a word of the organisation is looked for on: what it has a part in, and
// has said nothing of. Whether it may say it is asked of the guard of the command; see `contributionsFor`.

/** What was recorded on its behalf and is not declared its own, however well others attest it. */
export const contributionsToDeclare = contributionPages(
  'contributionsToDeclare',
  (giver) => sql`
    select g.* from contribution g
    where g.contributor_id = ${giver}
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
      union all
      select g.* from mission_member seat join contribution g on g.mission_id = seat.mission_id
      where seat.organisation_id = ${receiver} and seat.left_at is null and g.recorded_by <> ${receiver} and not exists (
        select from commitment_party p where p.commitment_id = g.commitment_id and p.part = 'COUNTERPARTY'
      )
    ) g
    where g.evidence in ('NONE', 'DECLARED')
      and g.contributor_id <> ${receiver}
      and not ${isSaid(sql`said.organisation_id = ${receiver}`)}`,
);

/** What is not verified yet, in the missions that it evaluates. */
export const contributionsToVerify = contributionPages(
  'contributionsToVerify',
  (evaluator) => sql`
    select g.* from mission_member seat join contribution g on g.mission_id = seat.mission_id
    where seat.organisation_id = ${evaluator} and 'EVALUATOR' = any(seat.roles)
      and g.evidence <> 'VERIFIED'`,
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

/** Whether something is said of the contribution `g`. */
function isSaid(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from contribution_statement said
    where said.commitment_id = g.commitment_id and said.contribution_id = g.id and ${condition}
  )`;
}

/** Whether two organisations belong to one control group, one and the same organisation included. */
function inGroup(a: RawBuilder<unknown>, b: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (
    select from organisation one join organisation other on other.control_group_id = one.control_group_id
    where one.id = ${a} and other.id = ${b}
  )`;
}

/** Whether the organisation, or another of its control group, is a party to the commitment. */
function isParty(
  commitmentId: RawBuilder<unknown>,
  organisation: RawBuilder<unknown>,
  condition: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  return sql`exists (
    select from commitment_party p
    where p.commitment_id = ${commitmentId} ${condition} and ${inGroup(sql`p.organisation_id`, organisation)}
  )`;
}
