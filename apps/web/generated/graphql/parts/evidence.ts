// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type FileLineFragment = {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly title: string | null;
  readonly url: string;
  readonly state: Schema.EvidenceFileState;
};
