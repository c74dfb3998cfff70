// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type WordsFragment = {
  readonly text: string | null;
  readonly disclosure: Schema.Disclosure;
  readonly eventId: string | null;
  readonly path: string | null;
  readonly mayErase: boolean;
};
