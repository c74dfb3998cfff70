import type { ActingFragment } from '../generated/graphql/parts/acting.js';
import type { Role } from '../generated/graphql/schema.js';

/** Whom the reader acts for, as far as a mission is concerned. */
export interface Acting {
  readonly organisationId: string | undefined;
  /** In the mission; none where it takes no part. */
  readonly roles: readonly Role[];
}

export function actingIn(viewer: ActingFragment['viewer'], missionId: string | undefined): Acting {
  const organisation = viewer?.organisation ?? null;
  const part = organisation?.missions.nodes.find(({ mission }) => mission?.id === missionId);
  return {
    organisationId: organisation?.id,
    roles: part?.roles ?? [],
  };
}
