// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type { TypedDocument } from '../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type OrganisationsToChooseQueryVariables = Exact<{
  search: string;
}>;

export type OrganisationsToChooseQuery = {
  readonly organisations: {
    readonly totalCount: number;
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly jurisdiction: string | null;
    }>;
  };
};

export const OrganisationsToChooseDocument =
  'query OrganisationsToChoose($search: String!) {\n  organisations(first: 10, search: $search) {\n    totalCount\n    nodes {\n      id\n      name\n      identityConfirmed\n      jurisdiction\n    }\n  }\n}' as TypedDocument<
    OrganisationsToChooseQuery,
    OrganisationsToChooseQueryVariables
  >;
