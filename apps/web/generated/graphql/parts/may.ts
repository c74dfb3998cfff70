// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type MayFragment = {
  readonly command: Schema.CommandName;
  readonly about: string | null;
  readonly allowed: boolean;
  readonly code: Schema.RefusalCode | null;
  readonly message: string | null;
};
