// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type PrivacyPageQueryVariables = Exact<{
  language: Schema.Language;
}>;

export type PrivacyPageQuery = {
  readonly service: {
    readonly dataController: string | null;
    readonly backupDays: number | null;
    readonly sessionHours: number;
    readonly notices: ReadonlyArray<string>;
    readonly timeZone: string | null;
    readonly kept: ReadonlyArray<{
      readonly what: Schema.KeptOfPeople;
      readonly minutes: number | null;
      readonly outlastsHer: boolean;
    }>;
    readonly accessibility: { readonly state: Schema.AccessibilityState };
  };
  readonly viewer: {
    readonly canWrite: boolean;
    readonly administers: boolean;
    readonly expiresAt: string | null;
    readonly person: { readonly id: string; readonly name: string } | null;
    readonly organisation: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  } | null;
};

export const PrivacyPageDocument =
  'query PrivacyPage($language: Language!) {\n  ...Viewer\n  service {\n    dataController\n    backupDays\n    sessionHours\n    kept {\n      what\n      minutes\n      outlastsHer\n    }\n    notices(page: PRIVACY, language: $language)\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    PrivacyPageQuery,
    PrivacyPageQueryVariables
  >;
