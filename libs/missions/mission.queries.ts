import { sql, type SelectQueryBuilder } from 'kysely';
import {
  listsOf,
  pageBounds,
  pagesOf,
  positionIn,
  query,
  toPage,
  type BatchQuery,
  type Page,
  type PageInput,
} from '@maillage/engine';
import type { Place, Role } from './mission.events.js';

/** A row of the view `missions`. */
export interface MissionRow {
  readonly id: string;
  readonly title: string;
  readonly challenge: string;
  readonly hashtag: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly places: readonly Place[];
  readonly sdgs: readonly string[];
  readonly open_invitation: boolean;
  readonly declared_by: string;
  readonly declared_at: string;
  readonly position: string;
}

export interface MemberRow {
  readonly mission_id: string;
  readonly organisation_id: string;
  readonly roles: readonly Role[];
  readonly joined_at: string;
  readonly left_at: string | null;
  readonly position: string;
}

export interface InvitationRow {
  readonly mission_id: string;
  readonly organisation_id: string;
  readonly role: Role;
  readonly invited_at: string;
  readonly state: 'OPEN' | 'ACCEPTED' | 'WITHDRAWN';
  readonly position: string;
}

interface Tables {
  mission: MissionRow;
  mission_member: MemberRow;
  mission_invitation: InvitationRow;
}

export interface MissionFilter {
  /** Part of a title or of a challenge, whatever its case. */
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
}

export const missionById: BatchQuery<null, MissionRow | undefined> = query(
  'missionById',
  async (database, { keys }) => {
    const rows = await database.as<Tables>().selectFrom('mission').selectAll().where('id', 'in', keys).execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return keys.map((id) => byId.get(id));
  },
);

/** Newest first: no order ranks missions either. */
export const missionPage = query(
  'missionPage',
  async (database, input: PageInput & MissionFilter): Promise<Page<MissionRow>> => {
    const bounds = pageBounds(input, 1);
    let rows: SelectQueryBuilder<Tables, 'mission', MissionRow> = database
      .as<Tables>()
      .selectFrom('mission')
      .selectAll();
    if (input.search !== undefined) {
      const part = `%${input.search.replace(/[\\%_]/g, (special) => `\\${special}`)}%`;
      rows = rows.where((is) => is.or([is('title', 'ilike', part), is('challenge', 'ilike', part)]));
    }
    // Hashtags are recorded composed; é may have been typed in two ways here too.
    if (input.hashtag !== undefined) rows = rows.where('hashtag', '=', input.hashtag.normalize('NFC'));
    if (input.sdg !== undefined) {
      const { sdg } = input;
      rows = rows.where(
        sql<boolean>`exists (select from unnest(sdgs) code where code = ${sdg} or starts_with(code, ${`${sdg}.`}))`,
      );
    }
    if (input.memberId !== undefined) {
      const { memberId } = input;
      rows = rows.where('id', 'in', (db) =>
        db
          .selectFrom('mission_member')
          .select('mission_id')
          .where('organisation_id', '=', memberId)
          .where('left_at', 'is', null),
      );
    }
    if (bounds.after !== undefined) rows = rows.where('position', '<', positionIn(bounds.after[0]));
    return toPage(
      await rows
        .orderBy('position', 'desc')
        .limit(bounds.limit + 1)
        .execute(),
      bounds,
    );
  },
);

/** Who shares each mission, in the order of joining. */
export const membersOfMission = membershipPages('membersOfMission', 'mission_id');

/** What each organisation takes part in, in the order of joining. */
export const membershipsOfOrganisation = membershipPages('membershipsOfOrganisation', 'organisation_id');

function membershipPages(
  name: string,
  parent: 'mission_id' | 'organisation_id',
): BatchQuery<PageInput & MembershipFilter, Page<MemberRow>> {
  return query(name, async (database, { keys, args }) => {
    const bounds = pageBounds(args, 1);
    const { role, includeFormer } = args;
    const after = bounds.after === undefined ? undefined : positionIn(bounds.after[0]);
    const rows = await database
      .as<Tables>()
      .selectFrom(sql<{ key: string }>`unnest(${keys}::text[])`.as<'parent'>(sql`parent(key)`))
      .crossJoinLateral((db) => {
        let page = db
          .selectFrom('mission_member')
          .selectAll('mission_member')
          .whereRef(`mission_member.${parent}`, '=', 'parent.key');
        if (includeFormer !== true) page = page.where('left_at', 'is', null);
        if (role !== undefined) page = page.where(sql<boolean>`${role} = any(roles)`);
        if (after !== undefined) page = page.where('position', '>', after);
        return page
          .orderBy('position')
          .limit(bounds.limit + 1)
          .as('page');
      })
      .selectAll('page')
      .orderBy('page.position')
      .execute();
    return pagesOf(keys, rows, (row) => row[parent], bounds);
  });
}

/** The present members of each mission, all of them: for counting them by what another slice knows of them. */
export const memberIdsOfMission: BatchQuery<null, readonly string[]> = query(
  'memberIdsOfMission',
  async (database, { keys }) => {
    const rows = await database
      .as<Tables>()
      .selectFrom('mission_member')
      .select(['mission_id', 'organisation_id'])
      .where('mission_id', 'in', keys)
      .where('left_at', 'is', null)
      .execute();
    const lists = listsOf(keys, rows, (row) => row.mission_id);
    return lists.map((list) => list.map((row) => row.organisation_id));
  },
);

/** Neither accepted nor withdrawn, oldest first. */
export const openInvitationsOfMission: BatchQuery<null, readonly InvitationRow[]> = query(
  'openInvitationsOfMission',
  async (database, { keys }) => {
    const rows = await database
      .as<Tables>()
      .selectFrom('mission_invitation')
      .selectAll()
      .where('mission_id', 'in', keys)
      .where('state', '=', 'OPEN')
      .orderBy('position')
      .execute();
    return listsOf(keys, rows, (row) => row.mission_id);
  },
);
