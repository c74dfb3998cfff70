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
    readonly description: string;
    readonly dueOn: string | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly standing: { readonly delivered: { readonly amount: string; readonly unit: string } | null };
    readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
    readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  } | null;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export const ContributionFormPageDocument =
  'query ContributionFormPage($commitmentId: ID!) {\n  ...Viewer\n  commitment(id: $commitmentId) {\n    id\n    kind\n    description\n    dueOn\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      delivered {\n        amount\n        unit\n      }\n    }\n    mission {\n      id\n      title\n      hashtag\n    }\n    promisors {\n      id\n      name\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    ContributionFormPageQuery,
    ContributionFormPageQueryVariables
  >;
