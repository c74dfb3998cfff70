// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type FileLineFragment = {
  readonly sha256: string | null;
  readonly name: string | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly private: boolean;
  readonly state: Schema.EvidenceFileState;
};
