// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type CommitmentPageQueryVariables = Exact<{
  id: string | number;
  afterPosition?: string | null | undefined;
  language: Schema.Language;
}>;

export type CommitmentPageQuery = {
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Schema.Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
  readonly commitment: {
    readonly id: string;
    readonly kind: Schema.CommitmentKind;
    readonly description: string;
    readonly dueOn: string | null;
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
    readonly madeBy: { readonly id: string; readonly name: string } | null;
    readonly source: { readonly dataset: string; readonly record: string } | null;
    readonly standing: {
      readonly state: Schema.CommitmentState;
      readonly delivered: { readonly amount: string; readonly unit: string } | null;
    };
    readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
    readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string; readonly sector: Schema.Sector }>;
    readonly counterparties: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly sector: Schema.Sector;
    }>;
    readonly terms: ReadonlyArray<{
      readonly position: string;
      readonly kind: Schema.CommitmentKind;
      readonly description: string;
      readonly dueOn: string | null;
      readonly reason: string | null;
      readonly recordedAt: string;
      readonly quantity: { readonly amount: string; readonly unit: string } | null;
      readonly recordedBy: { readonly id: string; readonly name: string } | null;
    }>;
    readonly contributions: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly disputed: boolean;
        readonly evidence: Schema.Evidence;
        readonly recordedAt: string;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly note: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly source: { readonly dataset: string; readonly record: string } | null;
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly title: string | null;
          readonly url: string;
          readonly state: Schema.EvidenceFileState;
        }>;
        readonly statements: ReadonlyArray<{
          readonly act: Schema.ContributionAct;
          readonly recordedAt: string;
          readonly text: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
          readonly organisation: { readonly id: string; readonly name: string } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
          readonly evidenceFiles: ReadonlyArray<{
            readonly sha256: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly title: string | null;
            readonly url: string;
            readonly state: Schema.EvidenceFileState;
          }>;
        }>;
      }>;
    };
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
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
        readonly whatWorked: { readonly text: string | null; readonly disclosure: Schema.Disclosure };
        readonly whatToTry: { readonly text: string | null; readonly disclosure: Schema.Disclosure };
        readonly answer: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: Schema.TieKind;
          readonly basis: Schema.TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type CommitmentContributionsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string | null;
    readonly disputed: boolean;
    readonly evidence: Schema.Evidence;
    readonly recordedAt: string;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly note: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
    readonly contributor: { readonly id: string; readonly name: string } | null;
    readonly recordedBy: { readonly id: string; readonly name: string } | null;
    readonly period: { readonly from: string; readonly to: string };
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly source: { readonly dataset: string; readonly record: string } | null;
    readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
    readonly evidenceFiles: ReadonlyArray<{
      readonly sha256: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly title: string | null;
      readonly url: string;
      readonly state: Schema.EvidenceFileState;
    }>;
    readonly statements: ReadonlyArray<{
      readonly act: Schema.ContributionAct;
      readonly recordedAt: string;
      readonly text: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
      readonly organisation: { readonly id: string; readonly name: string } | null;
      readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
      readonly evidenceFiles: ReadonlyArray<{
        readonly sha256: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly title: string | null;
        readonly url: string;
        readonly state: Schema.EvidenceFileState;
      }>;
    }>;
  }>;
};

export type ContributionLineFragment = {
  readonly id: string;
  readonly description: string | null;
  readonly disputed: boolean;
  readonly evidence: Schema.Evidence;
  readonly recordedAt: string;
  readonly may: ReadonlyArray<{
    readonly command: Schema.CommandName;
    readonly about: string | null;
    readonly allowed: boolean;
    readonly code: Schema.RefusalCode | null;
    readonly message: string | null;
  }>;
  readonly note: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
  readonly contributor: { readonly id: string; readonly name: string } | null;
  readonly recordedBy: { readonly id: string; readonly name: string } | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly quantity: { readonly amount: string; readonly unit: string } | null;
  readonly source: { readonly dataset: string; readonly record: string } | null;
  readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
  readonly evidenceFiles: ReadonlyArray<{
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly title: string | null;
    readonly url: string;
    readonly state: Schema.EvidenceFileState;
  }>;
  readonly statements: ReadonlyArray<{
    readonly act: Schema.ContributionAct;
    readonly recordedAt: string;
    readonly text: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
    readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
    readonly evidenceFiles: ReadonlyArray<{
      readonly sha256: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly title: string | null;
      readonly url: string;
      readonly state: Schema.EvidenceFileState;
    }>;
  }>;
};

export type MoreContributionsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsQuery = {
  readonly commitment: {
    readonly contributions: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly disputed: boolean;
        readonly evidence: Schema.Evidence;
        readonly recordedAt: string;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly note: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly source: { readonly dataset: string; readonly record: string } | null;
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly title: string | null;
          readonly url: string;
          readonly state: Schema.EvidenceFileState;
        }>;
        readonly statements: ReadonlyArray<{
          readonly act: Schema.ContributionAct;
          readonly recordedAt: string;
          readonly text: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
          readonly organisation: { readonly id: string; readonly name: string } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
          readonly evidenceFiles: ReadonlyArray<{
            readonly sha256: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly title: string | null;
            readonly url: string;
            readonly state: Schema.EvidenceFileState;
          }>;
        }>;
      }>;
    };
  } | null;
};

export type MoreReviewsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsQuery = {
  readonly commitment: {
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
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
        readonly whatWorked: { readonly text: string | null; readonly disclosure: Schema.Disclosure };
        readonly whatToTry: { readonly text: string | null; readonly disclosure: Schema.Disclosure };
        readonly answer: { readonly text: string | null; readonly disclosure: Schema.Disclosure } | null;
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: Schema.TieKind;
          readonly basis: Schema.TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export const CommitmentPageDocument =
  'query CommitmentPage($id: ID!, $afterPosition: Position, $language: Language!) {\n  ...Viewer\n  reviewScale(language: $language) {\n    ...Scale\n  }\n  commitment(id: $id, afterPosition: $afterPosition) {\n    id\n    may {\n      ...May\n    }\n    kind\n    description\n    dueOn\n    madeAt\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    madeBy {\n      id\n      name\n    }\n    source {\n      dataset\n      record\n    }\n    standing {\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    mission {\n      id\n      title\n      hashtag\n    }\n    promisors {\n      id\n      name\n      sector\n    }\n    counterparties {\n      id\n      name\n      sector\n    }\n    terms {\n      position\n      kind\n      description\n      dueOn\n      reason\n      recordedAt\n      quantity {\n        amount\n        unit\n      }\n      recordedBy {\n        id\n        name\n      }\n    }\n    contributions(first: 20) {\n      ...CommitmentContributions\n    }\n    reviews(first: 20) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment CommitmentContributions on ContributionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...ContributionLine\n  }\n}\nfragment ContributionLine on Contribution {\n  id\n  may {\n    ...May\n  }\n  description\n  disputed\n  evidence\n  note {\n    text\n    disclosure\n  }\n  recordedAt\n  contributor {\n    id\n    name\n  }\n  recordedBy {\n    id\n    name\n  }\n  period {\n    from\n    to\n  }\n  quantity {\n    amount\n    unit\n  }\n  source {\n    dataset\n    record\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n  statements {\n    ...StatementLine\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  state\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    text\n    disclosure\n  }\n  whatToTry {\n    text\n    disclosure\n  }\n  answer {\n    text\n    disclosure\n  }\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text {\n    text\n    disclosure\n  }\n  organisation {\n    id\n    name\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    CommitmentPageQuery,
    CommitmentPageQueryVariables
  >;

export const MoreContributionsDocument =
  'query MoreContributions($id: ID!, $after: String) {\n  commitment(id: $id) {\n    contributions(first: 20, after: $after) {\n      ...CommitmentContributions\n    }\n  }\n}\nfragment CommitmentContributions on ContributionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...ContributionLine\n  }\n}\nfragment ContributionLine on Contribution {\n  id\n  may {\n    ...May\n  }\n  description\n  disputed\n  evidence\n  note {\n    text\n    disclosure\n  }\n  recordedAt\n  contributor {\n    id\n    name\n  }\n  recordedBy {\n    id\n    name\n  }\n  period {\n    from\n    to\n  }\n  quantity {\n    amount\n    unit\n  }\n  source {\n    dataset\n    record\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n  statements {\n    ...StatementLine\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  state\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text {\n    text\n    disclosure\n  }\n  organisation {\n    id\n    name\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}' as TypedDocument<
    MoreContributionsQuery,
    MoreContributionsQueryVariables
  >;

export const MoreReviewsDocument =
  'query MoreReviews($id: ID!, $after: String) {\n  commitment(id: $id) {\n    reviews(first: 20, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    text\n    disclosure\n  }\n  whatToTry {\n    text\n    disclosure\n  }\n  answer {\n    text\n    disclosure\n  }\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreReviewsQuery,
    MoreReviewsQueryVariables
  >;
