import { sql } from 'kysely';
import { query } from '@maillage/engine';

export interface MissionToJoin {
  readonly title: string;
  /** Whether it keeps texts out of the public log. */
  readonly keeps_private: boolean;
  /** Whether the organisation asked about is a backbone of it. */
  readonly steers: boolean;
  /** When that organisation left or was removed; null where it is a member, or never was. */
  readonly left_at: string | null;
}

interface Asked {
  readonly missionId: string;
  readonly organisationId: string;
}

/** What an invitation to a mission turns on; nothing where none is declared. */
export const missionToJoin = query(
  'missionToJoin',
  [{ missionId: '1', organisationId: '2' }],
  (database, { missionId, organisationId }: Asked): Promise<readonly MissionToJoin[]> =>
    database.run(sql<MissionToJoin>`
      select mission.title, cardinality(mission.private_fields) > 0 as keeps_private,
        coalesce(member.left_at is null and 'BACKBONE' = any(member.roles), false) as steers, member.left_at
      from mission
      left join mission_member member on member.mission_id = mission.id and member.organisation_id = ${organisationId}
      where mission.id = ${missionId}`),
);

/** Those that steer the missions it takes part in, itself left out. */
export const backbonesAround = query(
  'backbonesAround',
  [{ organisationId: '1' }],
  (database, { organisationId }: { readonly organisationId: string }): Promise<readonly { readonly id: string }[]> =>
    database.run(sql<{ readonly id: string }>`
      select distinct backbone.organisation_id as id
      from mission_member member
      join mission_member backbone on backbone.mission_id = member.mission_id
      where member.organisation_id = ${organisationId} and member.left_at is null
        and backbone.organisation_id <> ${organisationId} and backbone.left_at is null and 'BACKBONE' = any(backbone.roles)`),
);
