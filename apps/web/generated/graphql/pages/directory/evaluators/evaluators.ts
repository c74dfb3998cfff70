// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type EvaluatorsPageQueryVariables = Exact<{ [key: string]: never }>;

export type EvaluatorsPageQuery = {
  readonly viewer: {
    readonly operates: boolean;
    readonly mustSignInAgain: boolean;
    readonly mustUsePasskey: boolean;
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  } | null;
  readonly accreditations: {
    readonly nodes: ReadonlyArray<{
      readonly position: string;
      readonly scope: string;
      readonly from: string;
      readonly until: string;
      readonly standing: Schema.AccreditationStanding;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly accreditedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly evidence: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
      readonly evidenceFiles: ReadonlyArray<{
        readonly sha256: string | null;
        readonly name: string | null;
        readonly mediaType: string | null;
        readonly size: number | null;
        readonly title: string | null;
        readonly url: string | null;
        readonly private: boolean;
        readonly state: Schema.EvidenceFileState;
      }>;
      readonly endings: ReadonlyArray<{
        readonly position: string;
        readonly endedOn: string;
        readonly voidFrom: string | null;
        readonly reason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
      }>;
    }>;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
  readonly service: {
    readonly timeZone: string | null;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
};

export type MoreAccreditationsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type MoreAccreditationsQuery = {
  readonly accreditations: {
    readonly nodes: ReadonlyArray<{
      readonly position: string;
      readonly scope: string;
      readonly from: string;
      readonly until: string;
      readonly standing: Schema.AccreditationStanding;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly accreditedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly evidence: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
      readonly evidenceFiles: ReadonlyArray<{
        readonly sha256: string | null;
        readonly name: string | null;
        readonly mediaType: string | null;
        readonly size: number | null;
        readonly title: string | null;
        readonly url: string | null;
        readonly private: boolean;
        readonly state: Schema.EvidenceFileState;
      }>;
      readonly endings: ReadonlyArray<{
        readonly position: string;
        readonly endedOn: string;
        readonly voidFrom: string | null;
        readonly reason: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        };
      }>;
    }>;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
  };
};

export type AccreditationsFragment = {
  readonly nodes: ReadonlyArray<{
    readonly position: string;
    readonly scope: string;
    readonly from: string;
    readonly until: string;
    readonly standing: Schema.AccreditationStanding;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly accreditedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly evidence: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
    readonly evidenceFiles: ReadonlyArray<{
      readonly sha256: string | null;
      readonly name: string | null;
      readonly mediaType: string | null;
      readonly size: number | null;
      readonly title: string | null;
      readonly url: string | null;
      readonly private: boolean;
      readonly state: Schema.EvidenceFileState;
    }>;
    readonly endings: ReadonlyArray<{
      readonly position: string;
      readonly endedOn: string;
      readonly voidFrom: string | null;
      readonly reason: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      };
    }>;
  }>;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
};

export const EvaluatorsPageDocument =
  'query EvaluatorsPage {\n  ...Viewer\n  viewer {\n    operates\n    mustSignInAgain\n    mustUsePasskey\n  }\n  accreditations(first: 50) {\n    ...Accreditations\n  }\n}\nfragment Accreditations on AccreditationConnection {\n  nodes {\n    position\n    scope\n    from\n    until\n    standing\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n    accreditedBy {\n      id\n      name\n      identityConfirmed\n    }\n    evidence {\n      url\n      title\n    }\n    evidenceFiles {\n      ...FileLine\n    }\n    endings {\n      position\n      reason {\n        ...Words\n      }\n      endedOn\n      voidFrom\n    }\n  }\n  pageInfo {\n    hasNextPage\n    startCursor\n    endCursor\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    EvaluatorsPageQuery,
    EvaluatorsPageQueryVariables
  >;

export const MoreAccreditationsDocument =
  'query MoreAccreditations($after: String) {\n  accreditations(first: 50, after: $after) {\n    ...Accreditations\n  }\n}\nfragment Accreditations on AccreditationConnection {\n  nodes {\n    position\n    scope\n    from\n    until\n    standing\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n    accreditedBy {\n      id\n      name\n      identityConfirmed\n    }\n    evidence {\n      url\n      title\n    }\n    evidenceFiles {\n      ...FileLine\n    }\n    endings {\n      position\n      reason {\n        ...Words\n      }\n      endedOn\n      voidFrom\n    }\n  }\n  pageInfo {\n    hasNextPage\n    startCursor\n    endCursor\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreAccreditationsQuery,
    MoreAccreditationsQueryVariables
  >;
