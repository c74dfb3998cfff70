import { sql } from 'kysely';
import {
  batchesOf,
  computedAt,
  findBy,
  holds,
  listsOf,
  newestFirst,
  oldestFirst,
  pageOf,
  pagesPerParent,
  query,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import { organisations, sectorsOfOrganisations, SECTORS, type Sector } from '@maillage/directory';
import type { Role } from './events.js';
import {
  missions,
  type HandoverRow,
  type PrivacyRow,
  type InvitationRow,
  type ListingRow,
  type MemberRow,
  type MissionRow,
  type PauseRow,
} from './view.js';

export interface MissionFilter {
  /** Words of its title, its challenge and its hashtag. */
  readonly search?: string | undefined;
  readonly hashtag?: string | undefined;
  /** A goal finds its targets too: `11` finds `11.1`. */
  readonly sdg?: string | undefined;
  /** Takes part now, in whatever role. */
  readonly memberId?: string | undefined;
}

export interface MembershipFilter {
  readonly role?: Role | undefined;
  readonly includeFormer?: boolean | undefined;
  readonly onlyFormer?: boolean | undefined;
  /** The one at the other end of the membership. */
  readonly otherId?: string | undefined;
}

export const missionById = findBy('missionById', missions.tables.mission);

/** Newest first: no order ranks missions either. */
export const missionPage = query(
  'missionPage',
  [
    {},
    { search: 'part of a text' },
    { hashtag: '#label' },
    { sdg: '11' },
    { memberId: '1' },
    { hashtag: '#label', memberId: '1' },
  ],
  (database, input: PageInput & MissionFilter): Promise<Page<MissionRow>> => {
    const { search, hashtag, sdg, memberId } = input;
    return pageOf(database, input, {
      at: computedAt(missions),
      order: newestFirst,
      rows: () => {
        let rows = database.reading(missions).selectFrom('mission').selectAll();
        if (search !== undefined) rows = rows.where(holds('mission', search));
        // Hashtags are recorded composed; é may have been typed in two ways here too.
        if (hashtag !== undefined) rows = rows.where('hashtag', '=', hashtag.normalize('NFC'));
        if (sdg !== undefined) {
          rows = rows.where(
            sql<boolean>`exists (select from unnest(sdgs) code where code = ${sdg} or starts_with(code, ${`${sdg}.`}))`,
          );
        }
        if (memberId !== undefined) {
          rows = rows.where('id', 'in', (db) =>
            db
              .selectFrom('mission_member')
              .select('mission_id')
              .where('organisation_id', '=', memberId)
              .where('left_at', 'is', null),
          );
        }
        return rows;
      },
    });
  },
);

/** Who shares each mission, in the order of joining. */
export const membersOfMission = membershipPages('membersOfMission', 'mission_id', 'organisation_id');

/** What each organisation takes part in, in the order of joining. */
export const membershipsOfOrganisation = membershipPages('membershipsOfOrganisation', 'organisation_id', 'mission_id');

type Side = 'mission_id' | 'organisation_id';

function membershipPages(
  name: string,
  parent: Side,
  other: Side,
): BatchQuery<PageInput & MembershipFilter, Page<MemberRow>> {
  const examples = batchesOf({}, { role: 'MEMBER' }, { includeFormer: true }, { onlyFormer: true }, { otherId: '1' });
  return query(name, examples, (database, input) =>
    pagesPerParent<MemberRow>(database, input, {
      at: computedAt(missions),
      order: oldestFirst,
      rows: (key) => {
        const { role, includeFormer, onlyFormer, otherId } = input.args;
        let rows = database.reading(missions).selectFrom('mission_member').selectAll().where(parent, '=', key);
        if (onlyFormer === true) rows = rows.where('left_at', 'is not', null);
        else if (includeFormer !== true) rows = rows.where('left_at', 'is', null);
        if (role !== undefined) rows = rows.where(sql<boolean>`${role} = any(roles)`);
        if (otherId !== undefined) rows = rows.where(other, '=', otherId);
        return rows;
      },
    }),
  );
}

export interface MembersBySector {
  /** Every sector, those nobody is of included. */
  readonly sectors: readonly { readonly sector: Sector; readonly organisations: number }[];
  readonly computedAt: string;
}

/** The present members of each mission, all of them, counted by what the directory says of them. */
export const membersBySectorOfMission: BatchQuery<null, MembersBySector> = query(
  'membersBySectorOfMission',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database.run(sql<{
      readonly mission_id: string;
      readonly sector: Sector | null;
      readonly organisations: number;
      readonly computed_at: string;
    }>`
      select asked.mission_id, directory.sector, count(directory.id)::integer as organisations,
        ${computedAt(missions, organisations)} as computed_at
      from unnest(${keys}::text[]) as asked(mission_id)
      left join mission_member member on member.mission_id = asked.mission_id and member.left_at is null
      left join ${sectorsOfOrganisations} directory on directory.id = member.organisation_id
      group by asked.mission_id, directory.sector`);
    return listsOf(keys, rows, (row) => row.mission_id).map((found) => ({
      sectors: SECTORS.map((sector) => ({
        sector,
        organisations: found.find((row) => row.sector === sector)?.organisations ?? 0,
      })),
      computedAt: found[0]?.computed_at ?? '0',
    }));
  },
);

/** Which missions an organisation takes part in now by an invitation, in whatever role: it may read their private texts. */
export const isInvitedMemberOfMission: BatchQuery<{ readonly organisationId: string }, boolean> = query(
  'isInvitedMemberOfMission',
  batchesOf({ organisationId: '1' }),
  async (database, { keys, args: { organisationId } }) => {
    const rows = await database
      .reading(missions)
      .selectFrom('mission_member')
      .select('mission_id')
      .where('mission_id', 'in', keys)
      .where('organisation_id', '=', organisationId)
      .where('left_at', 'is', null)
      .where('by_invitation', '=', true)
      .execute();
    const joined = new Set(rows.map((row) => row.mission_id));
    return keys.map((id) => joined.has(id));
  },
);

/** Whom published data gives a role in each mission in which it has not joined, in the order of listing. */
export const listingsOfMission = listingPages('listingsOfMission', 'mission_id');

/** In which missions published data gives each organisation a role in which it has not joined. */
export const listingsOfOrganisation = listingPages('listingsOfOrganisation', 'organisation_id');

function listingPages(name: string, parent: 'mission_id' | 'organisation_id'): BatchQuery<PageInput, Page<ListingRow>> {
  return query(name, batchesOf({}), (database, input) =>
    pagesPerParent<ListingRow>(database, input, {
      at: computedAt(missions),
      order: oldestFirst,
      rows: (key) => database.reading(missions).selectFrom('mission_listing').selectAll().where(parent, '=', key),
    }),
  );
}

/** What each mission is proposed to keep private beside; one at most. */
export const privacyOfMission: BatchQuery<null, readonly PrivacyRow[]> = query(
  'privacyOfMission',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database
      .reading(missions)
      .selectFrom('mission_privacy')
      .selectAll()
      .where('mission_id', 'in', keys)
      .execute();
    return listsOf(keys, rows, (row) => row.mission_id);
  },
);

/** Every pause of each mission, the first one first. */
export const pausesOfMission: BatchQuery<null, readonly PauseRow[]> = query(
  'pausesOfMission',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database
      .reading(missions)
      .selectFrom('mission_pause')
      .selectAll()
      .where('mission_id', 'in', keys)
      .orderBy('position')
      .execute();
    return listsOf(keys, rows, (row) => row.mission_id);
  },
);

/** What is offered in each mission and neither accepted nor declined nor taken back; at most one. */
export const handoverOfMission: BatchQuery<null, readonly HandoverRow[]> = query(
  'handoverOfMission',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database
      .reading(missions)
      .selectFrom('mission_handover')
      .selectAll()
      .where('mission_id', 'in', keys)
      .execute();
    return listsOf(keys, rows, (row) => row.mission_id);
  },
);

/** Neither accepted nor declined nor withdrawn, oldest first. */
export const openInvitationsOfMission: BatchQuery<null, readonly InvitationRow[]> = query(
  'openInvitationsOfMission',
  batchesOf(null),
  async (database, { keys }) => {
    const rows = await database
      .reading(missions)
      .selectFrom('mission_invitation')
      .selectAll()
      .where('mission_id', 'in', keys)
      .where('state', '=', 'OPEN')
      .orderBy('position')
      .execute();
    return listsOf(keys, rows, (row) => row.mission_id);
  },
);
