// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type ReviewPageQueryVariables = Exact<{
  commitmentId: string | number;
  reviewedId: string | number;
  language: Schema.Language;
}>;

export type ReviewPageQuery = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
      readonly reviewsGiven: {
        readonly nodes: ReadonlyArray<{
          readonly id: string;
          readonly submittedAt: string;
          readonly revisedAt: string | null;
          readonly may: ReadonlyArray<{
            readonly command: Schema.CommandName;
            readonly about: string | null;
            readonly allowed: boolean;
            readonly code: Schema.RefusalCode | null;
            readonly message: string | null;
          }>;
          readonly scores: {
            readonly results: number;
            readonly reliability: number;
            readonly openness: number;
            readonly learning: number;
          };
          readonly whatWorked: { readonly text: string | null };
          readonly whatToTry: { readonly text: string | null };
        }>;
      };
    } | null;
    readonly person: { readonly id: string; readonly name: string } | null;
  } | null;
  readonly commitment: {
    readonly id: string;
    readonly description: string | null;
    readonly kind: Schema.CommitmentKind;
    readonly dueOn: string | null;
    readonly state: Schema.CommitmentState;
    readonly madeAt: string;
    readonly withdrawnAt: string | null;
    readonly withdrawalReason: string | null;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly delivered: { readonly amount: string; readonly unit: string } | null;
    readonly mission: {
      readonly id: string;
      readonly title: string;
      readonly hashtag: string;
      readonly privateFields: ReadonlyArray<Schema.PrivateFields>;
    } | null;
    readonly terms: ReadonlyArray<{
      readonly description: string | null;
      readonly kind: Schema.CommitmentKind;
      readonly dueOn: string | null;
      readonly reason: string | null;
      readonly recordedAt: string;
      readonly quantity: { readonly amount: string; readonly unit: string } | null;
    }>;
    readonly contributions: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly evidence: Schema.Evidence;
        readonly disputed: boolean;
        readonly recordedAt: string;
        readonly note: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
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
        readonly statements: ReadonlyArray<{
          readonly act: Schema.ContributionAct;
          readonly recordedAt: string;
          readonly text: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          } | null;
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
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
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly parties: ReadonlyArray<{
      readonly part: Schema.CommitmentPart;
      readonly state: Schema.PartyAnswer;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
  } | null;
  readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Schema.Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
  readonly service: {
    readonly timeZone: string | null;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
};

export type EvidenceToReadFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly kind: Schema.CommitmentKind;
    readonly description: string | null;
    readonly evidence: Schema.Evidence;
    readonly disputed: boolean;
    readonly recordedAt: string;
    readonly note: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly contributor: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly period: { readonly from: string; readonly to: string };
    readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
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
    readonly statements: ReadonlyArray<{
      readonly act: Schema.ContributionAct;
      readonly recordedAt: string;
      readonly text: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      } | null;
      readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
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
    }>;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type MoreEvidenceToReadQueryVariables = Exact<{
  commitmentId: string | number;
  after?: string | null | undefined;
}>;

export type MoreEvidenceToReadQuery = {
  readonly commitment: {
    readonly contributions: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: Schema.CommitmentKind;
        readonly description: string | null;
        readonly evidence: Schema.Evidence;
        readonly disputed: boolean;
        readonly recordedAt: string;
        readonly note: {
          readonly text: string | null;
          readonly disclosure: Schema.Disclosure;
          readonly eventId: string | null;
          readonly path: string | null;
          readonly mayErase: boolean;
        } | null;
        readonly contributor: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
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
        readonly statements: ReadonlyArray<{
          readonly act: Schema.ContributionAct;
          readonly recordedAt: string;
          readonly text: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          } | null;
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
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
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export const ReviewPageDocument =
  'query ReviewPage($commitmentId: ID!, $reviewedId: ID!, $language: Language!) {\n  ...Viewer\n  viewer {\n    organisation {\n      reviewsGiven(first: 1, commitmentId: $commitmentId, reviewedId: $reviewedId) {\n        nodes {\n          id\n          may {\n            ...May\n          }\n          submittedAt\n          revisedAt\n          scores {\n            results\n            reliability\n            openness\n            learning\n          }\n          whatWorked {\n            text\n          }\n          whatToTry {\n            text\n          }\n        }\n      }\n    }\n  }\n  commitment(id: $commitmentId) {\n    id\n    may {\n      ...May\n    }\n    description\n    kind\n    dueOn\n    state\n    madeAt\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    delivered {\n      amount\n      unit\n    }\n    mission {\n      id\n      title\n      hashtag\n      privateFields\n    }\n    ...PromisedBy\n    terms {\n      description\n      kind\n      dueOn\n      reason\n      recordedAt\n      quantity {\n        amount\n        unit\n      }\n    }\n    contributions(first: 20) {\n      ...EvidenceToRead\n    }\n  }\n  organisation(id: $reviewedId) {\n    id\n    name\n    identityConfirmed\n  }\n  reviewScale(language: $language) {\n    ...Scale\n  }\n}\nfragment EvidenceToRead on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    recordedAt\n    note {\n      ...Words\n    }\n    contributor {\n      id\n      name\n      identityConfirmed\n    }\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    evidenceLinks {\n      url\n      title\n    }\n    evidenceFiles {\n      ...FileLine\n    }\n    statements {\n      ...StatementLine\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment PromisedBy on Commitment {\n  parties {\n    part\n    state\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text {\n    ...Words\n  }\n  organisation {\n    id\n    name\n    identityConfirmed\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    ReviewPageQuery,
    ReviewPageQueryVariables
  >;

export const MoreEvidenceToReadDocument =
  'query MoreEvidenceToRead($commitmentId: ID!, $after: String) {\n  commitment(id: $commitmentId) {\n    contributions(first: 20, after: $after) {\n      ...EvidenceToRead\n    }\n  }\n}\nfragment EvidenceToRead on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    recordedAt\n    note {\n      ...Words\n    }\n    contributor {\n      id\n      name\n      identityConfirmed\n    }\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    evidenceLinks {\n      url\n      title\n    }\n    evidenceFiles {\n      ...FileLine\n    }\n    statements {\n      ...StatementLine\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text {\n    ...Words\n  }\n  organisation {\n    id\n    name\n    identityConfirmed\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MoreEvidenceToReadQuery,
    MoreEvidenceToReadQueryVariables
  >;
