// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type HomePageQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type HomePageQuery = {
  readonly missions: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly challenge: string;
      readonly hashtag: string;
      readonly startsOn: string | null;
      readonly endsOn: string | null;
      readonly closedOn: string | null;
      readonly openInvitation: boolean;
      readonly places: ReadonlyArray<{ readonly name: string }>;
      readonly membersBySector: ReadonlyArray<{ readonly sector: Schema.Sector; readonly organisations: number }>;
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

export type MoreMissionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type MoreMissionsQuery = {
  readonly missions: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly challenge: string;
      readonly hashtag: string;
      readonly startsOn: string | null;
      readonly endsOn: string | null;
      readonly closedOn: string | null;
      readonly openInvitation: boolean;
      readonly places: ReadonlyArray<{ readonly name: string }>;
      readonly membersBySector: ReadonlyArray<{ readonly sector: Schema.Sector; readonly organisations: number }>;
    }>;
  };
};

export type HomeMissionsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly challenge: string;
    readonly hashtag: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly closedOn: string | null;
    readonly openInvitation: boolean;
    readonly places: ReadonlyArray<{ readonly name: string }>;
    readonly membersBySector: ReadonlyArray<{ readonly sector: Schema.Sector; readonly organisations: number }>;
  }>;
};

export type MissionCardFragment = {
  readonly id: string;
  readonly title: string;
  readonly challenge: string;
  readonly hashtag: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly closedOn: string | null;
  readonly openInvitation: boolean;
  readonly places: ReadonlyArray<{ readonly name: string }>;
  readonly membersBySector: ReadonlyArray<{ readonly sector: Schema.Sector; readonly organisations: number }>;
};

export const HomePageDocument =
  'query HomePage($after: String) {\n  ...Viewer\n  missions(first: 20, after: $after) {\n    ...HomeMissions\n  }\n}\nfragment HomeMissions on MissionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...MissionCard\n  }\n}\nfragment MissionCard on Mission {\n  id\n  title\n  challenge\n  hashtag\n  startsOn\n  endsOn\n  closedOn\n  openInvitation\n  places {\n    name\n  }\n  membersBySector {\n    sector\n    organisations\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    HomePageQuery,
    HomePageQueryVariables
  >;

export const MoreMissionsDocument =
  'query MoreMissions($after: String) {\n  missions(first: 20, after: $after) {\n    ...HomeMissions\n  }\n}\nfragment HomeMissions on MissionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...MissionCard\n  }\n}\nfragment MissionCard on Mission {\n  id\n  title\n  challenge\n  hashtag\n  startsOn\n  endsOn\n  closedOn\n  openInvitation\n  places {\n    name\n  }\n  membersBySector {\n    sector\n    organisations\n  }\n}' as TypedDocument<
    MoreMissionsQuery,
    MoreMissionsQueryVariables
  >;
