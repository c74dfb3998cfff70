import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  findBy,
  listsOf,
  oldestFirst,
  pagesPerParent,
  query,
  rowsOf,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { CalendarDate } from '@maillage/kernel';
import { erasedOf } from '@maillage/evidence';
import { reviews, type ReviewRow, type ReviewVersionRow } from './view.js';
import { composite, named, whereAll } from '../shared.queries.js';

/** By composite key. */
export const reviewById = findBy('reviewById', reviews.tables.review);

/** In the log's order: none of these lists ranks anybody by its scores. */
export const reviewsOfCommitment = reviewPages('reviewsOfCommitment', sql`commitment_id`);
export const reviewsOfMission = reviewPages('reviewsOfMission', sql`mission_id`, [{ learned: true }]);
export const reviewsByOrganisation = reviewPages('reviewsByOrganisation', sql`reviewer_id`, [
  { commitmentId: '1' },
  { commitmentId: '1', reviewedId: '1' },
]);
export const reviewsOfOrganisation = reviewPages('reviewsOfOrganisation', sql`reviewed_id`);

interface ReviewFilter {
  /** Whether either side marked its point as learned. */
  readonly learned?: boolean | undefined;
  readonly commitmentId?: string | undefined;
  readonly reviewedId?: string | undefined;
}

function reviewPages(
  name: string,
  parentColumn: RawBuilder<unknown>,
  filtered: readonly ReviewFilter[] = [],
): BatchQuery<PageInput & ReviewFilter, Page<ReviewRow>> {
  return query(name, batchesOf({}, ...filtered), (database, input) =>
    pagesPerParent<ReviewRow>(database, input, {
      at: computedAt(reviews),
      order: oldestFirst,
      rows: (parent) => sql`
        select * from review ${whereAll([sql`${parentColumn} = ${parent}`, ...conditionsOf(input.args)])}`,
    }),
  );
}

function conditionsOf({ learned, commitmentId, reviewedId }: ReviewFilter) {
  return [
    learned === undefined
      ? undefined
      : sql`(learned_by_reviewer_at is not null or learned_by_reviewed_at is not null) = ${learned}`,
    commitmentId === undefined ? undefined : sql`commitment_id = ${commitmentId}`,
    reviewedId === undefined ? undefined : sql`reviewed_id = ${reviewedId}`,
  ];
}

/** All that was ever said, by composite key, oldest first. */
export const versionsOfReview: BatchQuery<null, readonly ReviewVersionRow[]> = query(
  'versionsOfReview',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<ReviewVersionRow>`
      select version.* from ${named(keys)}
      join review_version version on version.commitment_id = named.commitment_id and version.review_id = named.id
      order by version.position`);
    return listsOf(keys, rows, (row) => composite(row.commitment_id, row.review_id));
  },
);

/** By composite key: since when its scores weigh nothing, as what the reviewer said with them last was erased. */
export const silencedSince: BatchQuery<null, CalendarDate | undefined> = query(
  'silencedSince',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<{ commitment_id: string; id: string; day: CalendarDate }>`
      select r.commitment_id, r.id, (
        select min(gone.day) from ${reasonsErased(reasonsIn(sql`r`), sql`r.reviewed_id`)} gone
      ) as day
      from ${named(keys)}
      join review r on r.commitment_id = named.commitment_id and r.id = named.id`);
    return rowsOf(keys, rows, (row) => composite(row.commitment_id, row.id)).map((row) => row?.day ?? undefined);
  },
);

/** The event that gave the reasons of an opinion, where they are words that can be erased; null else. */
export function reasonsIn(opinion: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(coalesce(${opinion}.what_worked_private, ${opinion}.what_to_try_private) ->> 'eventId')`;
}

/** A relation of when reasons that an event gave were erased by anybody but the reviewed: its position and its day. */
export function reasonsErased(eventId: RawBuilder<unknown>, reviewedId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(
    select position, day from ${erasedOf(eventId)} erased
    where erased.path in ('/whatWorked', '/whatToTry') and erased.erased_by <> ${reviewedId}
  )`;
}
