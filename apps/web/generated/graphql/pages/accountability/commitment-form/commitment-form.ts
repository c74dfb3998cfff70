// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type CommitmentFormPageQueryVariables = Exact<{
  missionId: string | number;
}>;

export type CommitmentFormPageQuery = {
  readonly mission: {
    readonly id: string;
    readonly title: string;
    readonly hashtag: string;
    readonly endsOn: string | null;
    readonly usualPromises: ReadonlyArray<{ readonly unit: string; readonly amount: string }>;
    readonly indicators: {
      readonly nodes: ReadonlyArray<{ readonly id: string; readonly name: string }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
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

export type IndicatorsToAimAtFragment = {
  readonly nodes: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type MoreIndicatorsToAimAtQueryVariables = Exact<{
  missionId: string | number;
  after?: string | null | undefined;
}>;

export type MoreIndicatorsToAimAtQuery = {
  readonly mission: {
    readonly indicators: {
      readonly nodes: ReadonlyArray<{ readonly id: string; readonly name: string }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type PromiseMadeQueryVariables = Exact<{
  id: string | number;
  afterPosition?: string | null | undefined;
}>;

export type PromiseMadeQuery = {
  readonly commitment: {
    readonly id: string;
    readonly freeToChangeUntil: string | null;
    readonly awaitedFrom: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
    }>;
  } | null;
};

export const CommitmentFormPageDocument =
  'query CommitmentFormPage($missionId: ID!) {\n  ...Viewer\n  mission(id: $missionId) {\n    id\n    title\n    hashtag\n    endsOn\n    usualPromises {\n      unit\n      amount\n    }\n    indicators(first: 50) {\n      ...IndicatorsToAimAt\n    }\n    members(first: 100) {\n      ...MembersToChoose\n    }\n  }\n}\nfragment IndicatorsToAimAt on IndicatorConnection {\n  nodes {\n    id\n    name\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment MembersToChoose on MembershipConnection {\n  nodes {\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    CommitmentFormPageQuery,
    CommitmentFormPageQueryVariables
  >;

export const MoreIndicatorsToAimAtDocument =
  'query MoreIndicatorsToAimAt($missionId: ID!, $after: String) {\n  mission(id: $missionId) {\n    indicators(first: 50, after: $after) {\n      ...IndicatorsToAimAt\n    }\n  }\n}\nfragment IndicatorsToAimAt on IndicatorConnection {\n  nodes {\n    id\n    name\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreIndicatorsToAimAtQuery,
    MoreIndicatorsToAimAtQueryVariables
  >;

export const PromiseMadeDocument =
  'query PromiseMade($id: ID!, $afterPosition: Position) {\n  commitment(id: $id, afterPosition: $afterPosition) {\n    id\n    freeToChangeUntil\n    awaitedFrom {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}' as TypedDocument<
    PromiseMadeQuery,
    PromiseMadeQueryVariables
  >;
