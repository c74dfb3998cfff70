import { sql, type SelectQueryBuilder } from 'kysely';
import { pageBounds, query, toPage, type BatchQuery, type Page, type PageInput } from '@maillage/engine';
import type { Sector } from './organisation.events.js';

/** A row of the view `organisations`. */
export interface OrganisationRow {
  readonly id: string;
  readonly name: string;
  readonly sector: Sector;
  readonly jurisdiction: string | null;
  readonly website: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly control_group_id: string;
  readonly registered_at: string;
  readonly position: string;
}

interface Tables {
  organisation: OrganisationRow;
}

export interface OrganisationFilter {
  readonly sector?: Sector | null | undefined;
  /** Part of a name, whatever its case. */
  readonly search?: string | null | undefined;
}

export const organisationById: BatchQuery<null, OrganisationRow | undefined> = query(
  'organisationById',
  async (database, { keys }) => {
    const rows = await database.as<Tables>().selectFrom('organisation').selectAll().where('id', 'in', keys).execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return keys.map((id) => byId.get(id));
  },
);

/** By name, so that no order ranks anybody. */
export const organisationPage = query(
  'organisationPage',
  async (database, input: PageInput & OrganisationFilter): Promise<Page<OrganisationRow>> => {
    const bounds = pageBounds(input, 2);
    let rows: SelectQueryBuilder<Tables, 'organisation', OrganisationRow> = database
      .as<Tables>()
      .selectFrom('organisation')
      .selectAll();
    if (typeof input.sector === 'string') rows = rows.where('sector', '=', input.sector);
    if (typeof input.search === 'string') {
      rows = rows.where('name', 'ilike', `%${input.search.replace(/[\\%_]/g, (special) => `\\${special}`)}%`);
    }
    if (bounds.after !== undefined) {
      const [name, id] = bounds.after;
      rows = rows.where(sql<boolean>`(name, id) > (${name}, ${id})`);
    }
    return toPage(
      await rows
        .orderBy('name')
        .orderBy('id')
        .limit(bounds.limit + 1)
        .execute(),
      bounds,
    );
  },
);

export const organisationKey = ({ name, id }: OrganisationRow): readonly string[] => [name, id];
