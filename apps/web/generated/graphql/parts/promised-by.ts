// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type PromisedByFragment = {
  readonly parties: ReadonlyArray<{
    readonly part: Schema.CommitmentPart;
    readonly state: Schema.PartyAnswer;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  }>;
};
