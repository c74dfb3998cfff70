// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type ActingFragment = {
  readonly viewer: {
    readonly organisation: {
      readonly id: string;
      readonly missions: {
        readonly nodes: ReadonlyArray<{
          readonly roles: ReadonlyArray<Schema.Role>;
          readonly suspendedFrom: string | null;
          readonly suspendedUntil: string | null;
          readonly suspensionLiftedOn: string | null;
        }>;
      };
    } | null;
  } | null;
};
