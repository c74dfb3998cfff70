// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type MeasurementFormPageQueryVariables = Exact<{
  indicatorId: string | number;
}>;

export type MeasurementFormPageQuery = {
  readonly indicator: {
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly unit: string;
    readonly aggregation: Schema.Aggregation;
    readonly dimensions: ReadonlyArray<{
      readonly key: string;
      readonly name: string;
      readonly codes: ReadonlyArray<{ readonly code: string; readonly name: string }>;
    }>;
    readonly mission: {
      readonly id: string;
      readonly title: string;
      readonly hashtag: string;
      readonly places: ReadonlyArray<{
        readonly name: string;
        readonly country: string | null;
        readonly code: string | null;
      }>;
    } | null;
    readonly latestMeasurement: {
      readonly value: string;
      readonly place: { readonly name: string } | null;
      readonly categories: ReadonlyArray<{ readonly dimension: string }>;
    } | null;
    readonly placesMeasured: ReadonlyArray<{
      readonly name: string;
      readonly country: string | null;
      readonly code: string | null;
    }>;
  } | null;
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

export const MeasurementFormPageDocument =
  'query MeasurementFormPage($indicatorId: ID!) {\n  ...Viewer\n  indicator(id: $indicatorId) {\n    id\n    name\n    description\n    unit\n    aggregation\n    dimensions {\n      key\n      name\n      codes {\n        code\n        name\n      }\n    }\n    mission {\n      id\n      title\n      hashtag\n      places {\n        name\n        country\n        code\n      }\n    }\n    latestMeasurement {\n      value\n      place {\n        name\n      }\n      categories {\n        dimension\n      }\n    }\n    placesMeasured {\n      name\n      country\n      code\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    MeasurementFormPageQuery,
    MeasurementFormPageQueryVariables
  >;
