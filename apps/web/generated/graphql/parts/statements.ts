// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type StatementLineFragment = {
  readonly act: Schema.ContributionAct;
  readonly recordedAt: string;
  readonly text: {
    readonly text: string | null;
    readonly disclosure: Schema.Disclosure;
    readonly eventId: string | null;
    readonly path: string | null;
    readonly mayErase: boolean;
  } | null;
  readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
  readonly evidenceFiles: ReadonlyArray<{
    readonly sha256: string | null;
    readonly name: string | null;
    readonly mediaType: string | null;
    readonly size: number | null;
    readonly title: string | null;
    readonly url: string | null;
    readonly private: boolean;
    readonly state: Schema.EvidenceFileState;
  }>;
};
