import type { MissionPageQuery, Role } from '../../../generated/operations.js';

export type MissionData = NonNullable<MissionPageQuery['mission']>;
export type IndicatorData = MissionData['indicators']['nodes'][number];
export type CommitmentData = MissionData['commitments']['nodes'][number];

/** Whom the reader acts for, as far as a mission is concerned. */
export interface Acting {
  readonly organisationId: string | undefined;
  readonly canWrite: boolean;
  /** In the mission; none where it takes no part. */
  readonly roles: readonly Role[];
}

interface ViewerInMissions {
  readonly canWrite: boolean;
  readonly organisation: {
    readonly id: string;
    readonly missions: {
      readonly nodes: readonly { readonly roles: readonly Role[]; readonly mission: { readonly id: string } | null }[];
    };
  } | null;
}

export function actingIn(viewer: ViewerInMissions | null, missionId: string | undefined): Acting {
  const organisation = viewer?.organisation ?? null;
  const part = organisation?.missions.nodes.find(({ mission }) => mission?.id === missionId);
  return {
    organisationId: organisation?.id,
    canWrite: viewer?.canWrite === true && organisation !== null,
    roles: part?.roles ?? [],
  };
}
