import type { ActingFragment } from '../generated/graphql/parts/acting.js';
import { only } from '../shell/graphql/use-more.js';

type Part = NonNullable<NonNullable<ActingFragment['viewer']>['organisation']>['missions']['nodes'][number];

/** Whom the reader acts for, as far as a mission is concerned. */
export interface Acting {
  readonly organisationId: string | undefined;
  /** In the mission; none where it takes no part. */
  readonly roles: Part['roles'];
  /** Its latest suspension from the mission, in force or not; none where it was lifted. */
  readonly suspension: { readonly from: string; readonly until: string } | undefined;
}

export function actingIn(viewer: ActingFragment['viewer']): Acting {
  const organisation = viewer?.organisation ?? null;
  const part = only(organisation?.missions);
  const { suspendedFrom: from = null, suspendedUntil: until = null, suspensionLiftedOn: lifted = null } = part ?? {};
  return {
    organisationId: organisation?.id,
    roles: part?.roles ?? [],
    suspension: from === null || until === null || lifted !== null ? undefined : { from, until },
  };
}
