import { sql, type RawBuilder } from 'kysely';
import { computedAt, findBy, holds, pageOf, query, type Ordering, type Page, type PageInput } from '@maillage/engine';
import type { Sector } from './events.js';
import { organisations, type OrganisationRow } from './view.js';

export interface OrganisationFilter {
  readonly sector?: Sector | null | undefined;
  /** Words of a name. */
  readonly search?: string | null | undefined;
}

export const organisationById = findBy('organisationById', organisations.tables.organisation);

const byName: Ordering = {
  columns: [
    { name: 'name', type: 'text' },
    { name: 'id', type: 'text' },
  ],
};

/** By name, as both languages sort, so that no order ranks anybody. A record kept twice is there once, and found by either's name. */
export const organisationPage = query(
  'organisationPage',
  [{}, { sector: 'PUBLIC' }, { search: 'part of a name' }],
  (database, input: PageInput & OrganisationFilter): Promise<Page<OrganisationRow>> => {
    const { sector, search } = input;
    return pageOf<OrganisationRow>(database, input, {
      at: computedAt(organisations),
      order: byName,
      rows: () => {
        let rows = database
          .reading(organisations)
          .selectFrom('organisation')
          .selectAll()
          .where('duplicate_of', 'is', null);
        if (typeof sector === 'string') rows = rows.where('sector', '=', sector);
        if (typeof search === 'string') {
          const namedAlike = sql<boolean>`exists (
            select from organisation other where other.duplicate_of = organisation.id and ${holds('other', search)}
          )`;
          rows = rows.where((each) => each.or([holds('organisation', search), namedAlike]));
        }
        return rows;
      },
    });
  },
);

/**
 * A relation (id, sector) of all organisations, in parentheses, for other slices to join with: what they count by sector
 * is then one statement, and one snapshot with its position.
 */
export const sectorsOfOrganisations: RawBuilder<unknown> = sql`(select id, sector from organisation)`;
