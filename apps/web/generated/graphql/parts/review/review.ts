// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../schema.js';
import type { TypedDocument } from '../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type ReviewsShownFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly submittedAt: string;
    readonly silencedOn: string | null;
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
    readonly whatWorked: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    };
    readonly whatToTry: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    };
    readonly answer: {
      readonly text: string | null;
      readonly disclosure: Schema.Disclosure;
      readonly eventId: string | null;
      readonly path: string | null;
      readonly mayErase: boolean;
    } | null;
    readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly commitment: { readonly id: string; readonly description: string | null } | null;
    readonly ties: ReadonlyArray<{
      readonly kind: Schema.TieKind;
      readonly basis: Schema.TieBasis;
      readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
    }>;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type ReviewShownFragment = {
  readonly id: string;
  readonly submittedAt: string;
  readonly silencedOn: string | null;
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
  readonly whatWorked: {
    readonly text: string | null;
    readonly disclosure: Schema.Disclosure;
    readonly eventId: string | null;
    readonly path: string | null;
    readonly mayErase: boolean;
  };
  readonly whatToTry: {
    readonly text: string | null;
    readonly disclosure: Schema.Disclosure;
    readonly eventId: string | null;
    readonly path: string | null;
    readonly mayErase: boolean;
  };
  readonly answer: {
    readonly text: string | null;
    readonly disclosure: Schema.Disclosure;
    readonly eventId: string | null;
    readonly path: string | null;
    readonly mayErase: boolean;
  } | null;
  readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  readonly commitment: { readonly id: string; readonly description: string | null } | null;
  readonly ties: ReadonlyArray<{
    readonly kind: Schema.TieKind;
    readonly basis: Schema.TieBasis;
    readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
  }>;
};

export type ScaleFragment = {
  readonly dimension: Schema.Dimension;
  readonly question: string;
  readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
};

export type ReviewVersionsQueryVariables = Exact<{
  id: string | number;
}>;

export type ReviewVersionsQuery = {
  readonly review: {
    readonly versions: ReadonlyArray<{
      readonly position: string;
      readonly recordedAt: string;
      readonly scores: {
        readonly results: number;
        readonly reliability: number;
        readonly openness: number;
        readonly learning: number;
      };
      readonly whatWorked: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      };
      readonly whatToTry: {
        readonly text: string | null;
        readonly disclosure: Schema.Disclosure;
        readonly eventId: string | null;
        readonly path: string | null;
        readonly mayErase: boolean;
      };
    }>;
  } | null;
};

export type AnswerReviewMutationVariables = Exact<{
  input: Schema.AnswerReviewInput;
}>;

export type AnswerReviewMutation = {
  readonly answer:
    | {
        readonly __typename: 'AnswerReviewRefused';
        readonly message: string;
        readonly path: ReadonlyArray<string>;
        readonly code: Schema.RefusalCode;
      }
    | {
        readonly __typename: 'ReviewRecorded';
        readonly receipt: { readonly position: string | null };
        readonly recorded: {
          readonly id: string;
          readonly submittedAt: string;
          readonly silencedOn: string | null;
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
          readonly whatWorked: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          };
          readonly whatToTry: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          };
          readonly answer: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          } | null;
          readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
          readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
          readonly commitment: { readonly id: string; readonly description: string | null } | null;
          readonly ties: ReadonlyArray<{
            readonly kind: Schema.TieKind;
            readonly basis: Schema.TieBasis;
            readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
          }>;
        } | null;
      };
};

export type MarkLearnedMutationVariables = Exact<{
  input: Schema.MarkLearnedInput;
}>;

export type MarkLearnedMutation = {
  readonly answer:
    | {
        readonly __typename: 'MarkLearnedRefused';
        readonly message: string;
        readonly path: ReadonlyArray<string>;
        readonly code: Schema.RefusalCode;
      }
    | {
        readonly __typename: 'ReviewRecorded';
        readonly receipt: { readonly position: string | null };
        readonly review: {
          readonly id: string;
          readonly submittedAt: string;
          readonly silencedOn: string | null;
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
          readonly whatWorked: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          };
          readonly whatToTry: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          };
          readonly answer: {
            readonly text: string | null;
            readonly disclosure: Schema.Disclosure;
            readonly eventId: string | null;
            readonly path: string | null;
            readonly mayErase: boolean;
          } | null;
          readonly reviewer: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
          readonly reviewed: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
          readonly commitment: { readonly id: string; readonly description: string | null } | null;
          readonly ties: ReadonlyArray<{
            readonly kind: Schema.TieKind;
            readonly basis: Schema.TieBasis;
            readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
          }>;
        } | null;
      };
};

export const ReviewVersionsDocument =
  'query ReviewVersions($id: ID!) {\n  review(id: $id) {\n    versions {\n      position\n      recordedAt\n      scores {\n        results\n        reliability\n        openness\n        learning\n      }\n      whatWorked {\n        ...Words\n      }\n      whatToTry {\n        ...Words\n      }\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    ReviewVersionsQuery,
    ReviewVersionsQueryVariables
  >;

export const AnswerReviewDocument =
  'mutation AnswerReview($input: AnswerReviewInput!) {\n  answer: answerReview(input: $input) {\n    __typename\n    ... on ReviewRecorded {\n      receipt {\n        position\n      }\n      recorded: review {\n        ...ReviewShown\n      }\n    }\n    ...Refused\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    AnswerReviewMutation,
    AnswerReviewMutationVariables
  >;

export const MarkLearnedDocument =
  'mutation MarkLearned($input: MarkLearnedInput!) {\n  answer: markLearned(input: $input) {\n    __typename\n    ... on ReviewRecorded {\n      receipt {\n        position\n      }\n      review {\n        ...ReviewShown\n      }\n    }\n    ...Refused\n  }\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}\nfragment ReviewShown on Review {\n  id\n  may {\n    ...May\n  }\n  submittedAt\n  silencedOn\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked {\n    ...Words\n  }\n  whatToTry {\n    ...Words\n  }\n  answer {\n    ...Words\n  }\n  reviewer {\n    id\n    name\n    identityConfirmed\n  }\n  reviewed {\n    id\n    name\n    identityConfirmed\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment Words on DisclosedText {\n  text\n  disclosure\n  eventId\n  path\n  mayErase\n}' as TypedDocument<
    MarkLearnedMutation,
    MarkLearnedMutationVariables
  >;
