import { sql, type RawBuilder } from 'kysely';
import {
  batchesOf,
  computedAt,
  findBy,
  listsOf,
  newestFirst,
  oldestFirst,
  pagesPerParent,
  query,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { Row } from '@maillage/kernel';
import {
  commitments,
  type ContributionRow,
  type ContributionVersionRow,
  type ObjectionRow,
  type StatementRow,
} from '../commitment/view.js';
import { composite, named } from '../shared.queries.js';

/** By composite key. */
export const contributionById = findBy('contributionById', commitments.tables.contribution);

/** By composite key. */
export const objectionById = findBy('objectionById', commitments.tables.contribution_objection);

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

/** How much of the contribution `g` an organisation handed on. @param besides a further condition on what was `passed` on. */
export function handedOn(giver: RawBuilder<unknown>, besides: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`coalesce((
    select sum(passed.amount) from contribution passed
    where passed.passes_on_commitment_id = g.commitment_id and passed.passes_on_id = g.id
      and passed.contributor_id = ${giver} and passed.retracted_on is null ${besides}
  ), 0)`;
}

export interface HandedOn {
  /** Of what is counted in it. */
  readonly unit?: string | undefined;
}

/** What each organisation received, by its own word on it as it stands, and has not handed on in whole; the latest first. */
export const contributionsToPassOn: BatchQuery<PageInput & HandedOn, Page<ContributionRow>> = query(
  'contributionsToPassOn',
  batchesOf({}, { unit: 'EUR' }),
  (database, input) =>
    pagesPerParent<ContributionRow>(database, input, {
      at: computedAt(commitments),
      order: newestFirst,
      rows: (receiver) => {
        const { unit } = input.args;
        return sql`
        select g.* from contribution g
        where exists (
            select from contribution_statement said
            where said.organisation_id = ${receiver} and said.act = 'CORROBORATED'
              and said.commitment_id = g.commitment_id and said.contribution_id = g.id and said.version >= g.evidence_since
          )
          and g.retracted_on is null ${unit === undefined ? sql`` : sql`and g.unit = ${unit}`}
          and g.amount > ${handedOn(receiver)}`;
      },
    }),
);

/** Who said what of each contribution, by composite key, in the order they said it. */
export const statementsOfContribution = partsOf<StatementRow>('statementsOfContribution', 'contribution_statement');
/** Every version of each, oldest first. */
export const versionsOfContribution = partsOf<ContributionVersionRow>('versionsOfContribution', 'contribution_version');
/** What is seen otherwise of each, oldest first. */
export const objectionsOfContribution = partsOf<ObjectionRow>('objectionsOfContribution', 'contribution_objection');

function partsOf<Of extends Row & { readonly commitment_id: string; readonly contribution_id: string }>(
  name: string,
  table: string,
): BatchQuery<null, readonly Of[]> {
  return query(name, batchesOf(null), async (database, { keys }) => {
    const rows = await database.run(sql<Of>`
      select part.* from ${named(keys)}
      join ${sql.table(table)} part
        on part.commitment_id = named.commitment_id and part.contribution_id = named.id
      order by part.position`);
    return listsOf(keys, rows, (row) => composite(row.commitment_id, row.contribution_id));
  });
}
