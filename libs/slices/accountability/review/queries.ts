import { sql, type RawBuilder } from 'kysely';
import {
  computedAt,
  listsOf,
  oldestFirst,
  pagesPerParent,
  query,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { PrivateReference } from '@maillage/kernel';
import type { Scores, ShownTie } from '../commitment/events.js';
import { reviews } from './view.js';
import { composite, namedBy } from '../shared.queries.js';

/** Of each text one column is null: in plain, or a reference to a private value. Both, where it was not given. */
export interface OpinionRow extends Scores {
  readonly what_worked: string | null;
  readonly what_worked_private: PrivateReference | null;
  readonly what_to_try: string | null;
  readonly what_to_try_private: PrivateReference | null;
}

/** A row of `review`: what the reviewer says now. */
export interface ReviewRow extends OpinionRow {
  readonly id: string;
  readonly commitment_id: string;
  readonly mission_id: string;
  readonly reviewer_id: string;
  readonly reviewed_id: string;
  readonly submitted_at: string;
  readonly revised_at: string | null;
  readonly answer: string | null;
  readonly answer_private: PrivateReference | null;
  readonly answered_at: string | null;
  readonly ties: readonly ShownTie[];
  readonly learned_by_reviewer_at: string | null;
  readonly learned_by_reviewed_at: string | null;
  readonly position: string;
}

export interface ReviewVersionRow extends OpinionRow {
  readonly commitment_id: string;
  readonly review_id: string;
  readonly position: string;
  readonly recorded_at: string;
}

/** By composite key. */
export const reviewById: BatchQuery<null, ReviewRow | undefined> = query('reviewById', async (database, { keys }) => {
  const { rows } = await sql<ReviewRow>`
    select review.* from ${namedBy(keys)}
    join review on review.commitment_id = named.commitment_id and review.id = named.id`.execute(database.as<unknown>());
  const byKey = new Map(rows.map((row) => [composite(row.commitment_id, row.id), row]));
  return keys.map((key) => byKey.get(key));
});

/** In the log's order: none of these lists ranks anybody by its scores. */
export const reviewsOfCommitment = reviewPages('reviewsOfCommitment', sql`commitment_id`);
export const reviewsByOrganisation = reviewPages('reviewsByOrganisation', sql`reviewer_id`);
export const reviewsOfOrganisation = reviewPages('reviewsOfOrganisation', sql`reviewed_id`);

function reviewPages(name: string, parentColumn: RawBuilder<unknown>): BatchQuery<PageInput, Page<ReviewRow>> {
  return query(name, (database, input) =>
    pagesPerParent<ReviewRow>(database, input, {
      at: computedAt(reviews),
      order: oldestFirst,
      rows: (parent) => sql`select * from review where ${parentColumn} = ${parent}`,
    }),
  );
}

/** All that was ever said, by composite key, oldest first. */
export const versionsOfReview: BatchQuery<null, readonly ReviewVersionRow[]> = query(
  'versionsOfReview',
  async (database, { keys }) => {
    const { rows } = await sql<ReviewVersionRow>`
      select version.* from ${namedBy(keys)}
      join review_version version on version.commitment_id = named.commitment_id and version.review_id = named.id
      order by version.position`.execute(database.as<unknown>());
    return listsOf(keys, rows, (row) => composite(row.commitment_id, row.review_id));
  },
);
