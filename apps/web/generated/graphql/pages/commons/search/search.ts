// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type SearchPageQueryVariables = Exact<{
  q: string;
  searching: boolean;
}>;

export type SearchPageQuery = {
  readonly missions?: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly challenge: string;
      readonly hashtag: string;
    }>;
  };
  readonly organisations?: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly sector: Schema.Sector;
      readonly jurisdiction: string | null;
    }>;
  };
  readonly commitments?: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly description: string | null;
      readonly state: Schema.CommitmentState;
      readonly parties: ReadonlyArray<{
        readonly part: Schema.CommitmentPart;
        readonly state: Schema.PartyAnswer;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    }>;
  };
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

export type MoreCommitmentsFoundQueryVariables = Exact<{
  q: string;
  after?: string | null | undefined;
}>;

export type MoreCommitmentsFoundQuery = {
  readonly commitments: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly description: string | null;
      readonly state: Schema.CommitmentState;
      readonly parties: ReadonlyArray<{
        readonly part: Schema.CommitmentPart;
        readonly state: Schema.PartyAnswer;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    }>;
  };
};

export type MoreMissionsFoundQueryVariables = Exact<{
  q: string;
  after?: string | null | undefined;
}>;

export type MoreMissionsFoundQuery = {
  readonly missions: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly challenge: string;
      readonly hashtag: string;
    }>;
  };
};

export type MoreOrganisationsFoundQueryVariables = Exact<{
  q: string;
  after?: string | null | undefined;
}>;

export type MoreOrganisationsFoundQuery = {
  readonly organisations: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly sector: Schema.Sector;
      readonly jurisdiction: string | null;
    }>;
  };
};

export type FoundMissionsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly challenge: string;
    readonly hashtag: string;
  }>;
};

export type FoundOrganisationsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly identityConfirmed: boolean;
    readonly sector: Schema.Sector;
    readonly jurisdiction: string | null;
  }>;
};

export type FoundCommitmentsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string | null;
    readonly state: Schema.CommitmentState;
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
  }>;
};

export const SearchPageDocument =
  'query SearchPage($q: String!, $searching: Boolean!) {\n  ...Viewer\n  missions(first: 20, search: $q) @include(if: $searching) {\n    totalCount\n    ...FoundMissions\n  }\n  organisations(first: 20, search: $q) @include(if: $searching) {\n    totalCount\n    ...FoundOrganisations\n  }\n  commitments(first: 20, search: $q) @include(if: $searching) {\n    totalCount\n    ...FoundCommitments\n  }\n}\nfragment FoundCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    description\n    state\n    ...PromisedBy\n  }\n}\nfragment FoundMissions on MissionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    title\n    challenge\n    hashtag\n  }\n}\nfragment FoundOrganisations on OrganisationConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    name\n    identityConfirmed\n    sector\n    jurisdiction\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    SearchPageQuery,
    SearchPageQueryVariables
  >;

export const MoreCommitmentsFoundDocument =
  'query MoreCommitmentsFound($q: String!, $after: String) {\n  commitments(first: 20, search: $q, after: $after) {\n    ...FoundCommitments\n  }\n}\nfragment FoundCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    description\n    state\n    ...PromisedBy\n  }\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}' as TypedDocument<
    MoreCommitmentsFoundQuery,
    MoreCommitmentsFoundQueryVariables
  >;

export const MoreMissionsFoundDocument =
  'query MoreMissionsFound($q: String!, $after: String) {\n  missions(first: 20, search: $q, after: $after) {\n    ...FoundMissions\n  }\n}\nfragment FoundMissions on MissionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    title\n    challenge\n    hashtag\n  }\n}' as TypedDocument<
    MoreMissionsFoundQuery,
    MoreMissionsFoundQueryVariables
  >;

export const MoreOrganisationsFoundDocument =
  'query MoreOrganisationsFound($q: String!, $after: String) {\n  organisations(first: 20, search: $q, after: $after) {\n    ...FoundOrganisations\n  }\n}\nfragment FoundOrganisations on OrganisationConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    name\n    identityConfirmed\n    sector\n    jurisdiction\n  }\n}' as TypedDocument<
    MoreOrganisationsFoundQuery,
    MoreOrganisationsFoundQueryVariables
  >;
