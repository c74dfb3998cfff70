import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  findBy,
  listsOf,
  oldestFirst,
  pagesPerParent,
  query,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import { reviews, type ReviewRow, type ReviewVersionRow } from './view.js';
import { composite, named } from '../shared.queries.js';

/** By composite key. */
export const reviewById = findBy('reviewById', reviews.tables.review);

/** In the log's order: none of these lists ranks anybody by its scores. */
export const reviewsOfCommitment = reviewPages('reviewsOfCommitment', sql`commitment_id`);
export const reviewsByOrganisation = reviewPages('reviewsByOrganisation', sql`reviewer_id`);
export const reviewsOfOrganisation = reviewPages('reviewsOfOrganisation', sql`reviewed_id`);

function reviewPages(name: string, parentColumn: RawBuilder<unknown>): BatchQuery<PageInput, Page<ReviewRow>> {
  return query(name, batchesOf({}), (database, input) =>
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
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<ReviewVersionRow>`
      select version.* from ${named(keys)}
      join review_version version on version.commitment_id = named.commitment_id and version.review_id = named.id
      order by version.position`);
    return listsOf(keys, rows, (row) => composite(row.commitment_id, row.review_id));
  },
);
