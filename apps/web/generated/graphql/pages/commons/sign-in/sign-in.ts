// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type SignInPageQueryVariables = Exact<{
  language: Schema.Language;
}>;

export type SignInPageQuery = {
  readonly signInOptions: {
    readonly oidc: boolean;
    readonly mail: boolean;
    readonly passkeys: boolean;
    readonly personas: ReadonlyArray<{
      readonly description: string;
      readonly organisation: {
        readonly id: string;
        readonly name: string;
        readonly identityConfirmed: boolean;
        readonly sector: Schema.Sector;
      };
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

export const SignInPageDocument =
  'query SignInPage($language: Language!) {\n  ...Viewer\n  signInOptions {\n    oidc\n    mail\n    passkeys\n    personas {\n      description(language: $language)\n      organisation {\n        id\n        name\n        identityConfirmed\n        sector\n      }\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    SignInPageQuery,
    SignInPageQueryVariables
  >;
