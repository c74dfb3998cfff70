// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type ContributionFormPageQueryVariables = Exact<{
  commitmentId: string | number;
}>;

export type ContributionFormPageQuery = {
  readonly commitment: {
    readonly id: string;
    readonly kind: Schema.CommitmentKind;
    readonly termsVersion: number;
    readonly description: string | null;
    readonly dueOn: string | null;
    readonly completion: Schema.Completion;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly standing: { readonly delivered: { readonly amount: string; readonly unit: string } | null };
    readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
    readonly milestones: ReadonlyArray<{
      readonly key: string;
      readonly what: string | null;
      readonly reached: boolean;
    }>;
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
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

export type ContributionsToPassOnQueryVariables = Exact<{
  organisationId: string | number;
  unit?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type ContributionsToPassOnQuery = {
  readonly organisation: {
    readonly contributionsToPassOn: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly uuid: string;
        readonly description: string | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly to: string };
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly commitment: { readonly id: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export const ContributionFormPageDocument =
  'query ContributionFormPage($commitmentId: ID!) {\n  ...Viewer\n  commitment(id: $commitmentId) {\n    id\n    kind\n    termsVersion\n    description\n    dueOn\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      delivered {\n        amount\n        unit\n      }\n    }\n    mission {\n      id\n      title\n      hashtag\n    }\n    completion\n    milestones {\n      key\n      what\n      reached\n    }\n    ...PromisedBy\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    ContributionFormPageQuery,
    ContributionFormPageQueryVariables
  >;

export const ContributionsToPassOnDocument =
  'query ContributionsToPassOn($organisationId: ID!, $unit: String, $after: String) {\n  organisation(id: $organisationId) {\n    contributionsToPassOn(first: 50, after: $after, unit: $unit) {\n      nodes {\n        id\n        uuid\n        description\n        quantity {\n          amount\n          unit\n        }\n        period {\n          to\n        }\n        contributor {\n          id\n          name\n          identityConfirmed\n        }\n        commitment {\n          id\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}' as TypedDocument<
    ContributionsToPassOnQuery,
    ContributionsToPassOnQueryVariables
  >;
