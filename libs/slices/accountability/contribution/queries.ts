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
import { commitments, type ContributionRow, type StatementRow } from '../commitment/view.js';
import { composite, named } from '../shared.queries.js';

/** By composite key. */
export const contributionById = findBy('contributionById', commitments.tables.contribution);

/** In the log's order. */
export const contributionsOfCommitment = contributionPages('contributionsOfCommitment', sql`commitment_id`);
export const contributionsOfOrganisation = contributionPages('contributionsOfOrganisation', sql`contributor_id`);

function contributionPages(
  name: string,
  parentColumn: RawBuilder<unknown>,
): BatchQuery<PageInput, Page<ContributionRow>> {
  return query(name, batchesOf({}), (database, input) =>
    pagesPerParent<ContributionRow>(database, input, {
      at: computedAt(commitments),
      order: oldestFirst,
      rows: (parent) => sql`select * from contribution where ${parentColumn} = ${parent}`,
    }),
  );
}

/** Who said what of each contribution, by composite key, in the order they said it. */
export const statementsOfContribution: BatchQuery<null, readonly StatementRow[]> = query(
  'statementsOfContribution',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<StatementRow>`
      select said.* from ${named(keys)}
      join contribution_statement said
        on said.commitment_id = named.commitment_id and said.contribution_id = named.id
      order by said.position`);
    return listsOf(keys, rows, (row) => composite(row.commitment_id, row.contribution_id));
  },
);
