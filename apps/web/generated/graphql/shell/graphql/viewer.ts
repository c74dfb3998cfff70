// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../schema.js';

export type ViewerFragment = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  } | null;
  readonly service: {
    readonly timeZone: string | null;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
};
