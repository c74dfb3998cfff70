// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../schema.js';

export type TermsLineFragment = {
  readonly kind: Schema.CommitmentKind;
  readonly dueOn: string | null;
  readonly quantity: { readonly amount: string; readonly unit: string } | null;
  readonly delivered: { readonly amount: string; readonly unit: string } | null;
};
