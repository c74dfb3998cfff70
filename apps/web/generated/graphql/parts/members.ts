// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type { TypedDocument } from '../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type MembersToChooseFragment = {
  readonly nodes: ReadonlyArray<{
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type MoreMembersToChooseQueryVariables = Exact<{
  missionId: string | number;
  after?: string | null | undefined;
}>;

export type MoreMembersToChooseQuery = {
  readonly mission: {
    readonly members: {
      readonly nodes: ReadonlyArray<{
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export const MoreMembersToChooseDocument =
  'query MoreMembersToChoose($missionId: ID!, $after: String) {\n  mission(id: $missionId) {\n    members(first: 100, after: $after) {\n      ...MembersToChoose\n    }\n  }\n}\nfragment MembersToChoose on MembershipConnection {\n  nodes {\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreMembersToChooseQuery,
    MoreMembersToChooseQueryVariables
  >;
