// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type IndicatorFormPageQueryVariables = Exact<{
  missionId: string | number;
}>;

export type IndicatorFormPageQuery = {
  readonly mission: {
    readonly id: string;
    readonly title: string;
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

export const IndicatorFormPageDocument =
  'query IndicatorFormPage($missionId: ID!) {\n  ...Viewer\n  mission(id: $missionId) {\n    id\n    title\n    members(first: 100) {\n      ...MembersToChoose\n    }\n  }\n}\nfragment MembersToChoose on MembershipConnection {\n  nodes {\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    IndicatorFormPageQuery,
    IndicatorFormPageQueryVariables
  >;
