// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type { TypedDocument } from '../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type TiesDeniedQueryVariables = Exact<{
  id: string | number;
  organisationId: string | number;
}>;

export type TiesDeniedQuery = {
  readonly contribution: { readonly id: string; readonly tiesDeniedOn: string | null } | null;
};

export const TiesDeniedDocument =
  'query TiesDenied($id: ID!, $organisationId: ID!) {\n  contribution(id: $id) {\n    id\n    tiesDeniedOn(organisationId: $organisationId)\n  }\n}' as TypedDocument<
    TiesDeniedQuery,
    TiesDeniedQueryVariables
  >;
