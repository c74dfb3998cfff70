// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type OperatorPageQueryVariables = Exact<{ [key: string]: never }>;

export type OperatorPageQuery = {
  readonly head: string;
  readonly views: ReadonlyArray<{
    readonly name: string;
    readonly position: string;
    readonly lag: string;
    readonly state: Schema.ViewState;
    readonly error: string | null;
  }>;
  readonly seal: {
    readonly origin: string | null;
    readonly sealed: string;
    readonly lag: string;
    readonly state: Schema.SealState;
    readonly refusal: string | null;
    readonly witnesses: ReadonlyArray<{
      readonly name: string;
      readonly size: string;
      readonly signedAt: string | null;
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

export const OperatorPageDocument =
  'query OperatorPage {\n  ...Viewer\n  head\n  views {\n    name\n    position\n    lag\n    state\n    error\n  }\n  seal {\n    origin\n    sealed\n    lag\n    state\n    refusal\n    witnesses {\n      name\n      size\n      signedAt\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    OperatorPageQuery,
    OperatorPageQueryVariables
  >;
