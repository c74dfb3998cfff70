// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../../schema.js';
import type { TypedDocument } from '../../../../../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type IndicatorPageQueryVariables = Exact<{
  id: string | number;
  afterPosition?: string | null | undefined;
}>;

export type IndicatorPageQuery = {
  readonly indicator: {
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly unit: string;
    readonly mode: Schema.IndicatorMode;
    readonly direction: Schema.Direction | null;
    readonly aggregation: Schema.Aggregation;
    readonly definitionVersion: number;
    readonly retiredOn: string | null;
    readonly retirementReason: string | null;
    readonly source: string | null;
    readonly proxyFor: string | null;
    readonly sdgs: ReadonlyArray<string>;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly mission: {
      readonly id: string;
      readonly title: string;
      readonly targetsDue: { readonly due: number; readonly saidInTime: number };
      readonly places: ReadonlyArray<{
        readonly name: string;
        readonly country: string | null;
        readonly code: string | null;
      }>;
      readonly members: {
        readonly nodes: ReadonlyArray<{
          readonly organisation: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
        }>;
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    } | null;
    readonly dimensions: ReadonlyArray<{
      readonly key: string;
      readonly name: string;
      readonly codes: ReadonlyArray<{ readonly code: string; readonly name: string }>;
    }>;
    readonly baseline: { readonly value: string; readonly on: string | null } | null;
    readonly reporters: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
    }>;
    readonly agreement: { readonly agreed: number; readonly members: number };
    readonly agreedBy: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly identityConfirmed: boolean;
    }>;
    readonly definitions: ReadonlyArray<{
      readonly version: number;
      readonly reason: string | null;
      readonly madeOn: string;
      readonly madeBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
    readonly targetHistory: ReadonlyArray<{
      readonly targetId: string;
      readonly value: string;
      readonly upper: string | null;
      readonly dueOn: string | null;
      readonly state: Schema.TargetState;
      readonly reason: string | null;
      readonly categoryNames: ReadonlyArray<string>;
      readonly progress: {
        readonly state: Schema.IndicatorProgressState;
        readonly share: string | null;
        readonly margin: string | null;
        readonly value: string | null;
      };
    }>;
    readonly placesMeasured: ReadonlyArray<{
      readonly name: string;
      readonly country: string | null;
      readonly code: string | null;
    }>;
    readonly measurements: {
      readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly numerator: string | null;
        readonly denominator: string | null;
        readonly note: string | null;
        readonly categoryNames: ReadonlyArray<string>;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly categories: ReadonlyArray<{ readonly dimension: string; readonly code: string }>;
        readonly period: { readonly from: string; readonly to: string };
        readonly place: { readonly name: string; readonly country: string | null; readonly code: string | null } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly original: { readonly value: string } | null;
        readonly corrections: ReadonlyArray<{
          readonly value: string;
          readonly reason: string;
          readonly correctedAt: string;
          readonly correctedBy: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
        }>;
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
      }>;
    };
    readonly progress: {
      readonly state: Schema.IndicatorProgressState;
      readonly share: string | null;
      readonly margin: string | null;
      readonly value: string | null;
      readonly figureState: Schema.FigureState;
      readonly period: { readonly from: string; readonly to: string } | null;
      readonly others: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      }>;
      readonly contested: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
      }>;
      readonly shares: ReadonlyArray<{
        readonly value: string;
        readonly numerator: string | null;
        readonly denominator: string | null;
        readonly organisation: {
          readonly id: string;
          readonly name: string;
          readonly identityConfirmed: boolean;
        } | null;
      }>;
    };
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

export type FiguresRecordedFragment = {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly value: string;
    readonly numerator: string | null;
    readonly denominator: string | null;
    readonly note: string | null;
    readonly categoryNames: ReadonlyArray<string>;
    readonly may: ReadonlyArray<{
      readonly command: Schema.CommandName;
      readonly about: string | null;
      readonly allowed: boolean;
      readonly code: Schema.RefusalCode | null;
      readonly message: string | null;
    }>;
    readonly categories: ReadonlyArray<{ readonly dimension: string; readonly code: string }>;
    readonly period: { readonly from: string; readonly to: string };
    readonly place: { readonly name: string; readonly country: string | null; readonly code: string | null } | null;
    readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    readonly original: { readonly value: string } | null;
    readonly corrections: ReadonlyArray<{
      readonly value: string;
      readonly reason: string;
      readonly correctedAt: string;
      readonly correctedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
    }>;
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
  }>;
};

export type FigureRecordedFragment = {
  readonly id: string;
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly note: string | null;
  readonly categoryNames: ReadonlyArray<string>;
  readonly may: ReadonlyArray<{
    readonly command: Schema.CommandName;
    readonly about: string | null;
    readonly allowed: boolean;
    readonly code: Schema.RefusalCode | null;
    readonly message: string | null;
  }>;
  readonly categories: ReadonlyArray<{ readonly dimension: string; readonly code: string }>;
  readonly period: { readonly from: string; readonly to: string };
  readonly place: { readonly name: string; readonly country: string | null; readonly code: string | null } | null;
  readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  readonly original: { readonly value: string } | null;
  readonly corrections: ReadonlyArray<{
    readonly value: string;
    readonly reason: string;
    readonly correctedAt: string;
    readonly correctedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
  }>;
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
};

export type EarlierFiguresQueryVariables = Exact<{
  id: string | number;
  before?: string | null | undefined;
}>;

export type EarlierFiguresQuery = {
  readonly indicator: {
    readonly measurements: {
      readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly numerator: string | null;
        readonly denominator: string | null;
        readonly note: string | null;
        readonly categoryNames: ReadonlyArray<string>;
        readonly may: ReadonlyArray<{
          readonly command: Schema.CommandName;
          readonly about: string | null;
          readonly allowed: boolean;
          readonly code: Schema.RefusalCode | null;
          readonly message: string | null;
        }>;
        readonly categories: ReadonlyArray<{ readonly dimension: string; readonly code: string }>;
        readonly period: { readonly from: string; readonly to: string };
        readonly place: { readonly name: string; readonly country: string | null; readonly code: string | null } | null;
        readonly recordedBy: { readonly id: string; readonly name: string; readonly identityConfirmed: boolean } | null;
        readonly original: { readonly value: string } | null;
        readonly corrections: ReadonlyArray<{
          readonly value: string;
          readonly reason: string;
          readonly correctedAt: string;
          readonly correctedBy: {
            readonly id: string;
            readonly name: string;
            readonly identityConfirmed: boolean;
          } | null;
        }>;
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
      }>;
    };
  } | null;
};

export const IndicatorPageDocument =
  'query IndicatorPage($id: ID!, $afterPosition: Position) {\n  ...Viewer\n  indicator(id: $id, afterPosition: $afterPosition) {\n    id\n    may {\n      ...May\n    }\n    mission {\n      id\n      title\n      targetsDue {\n        due\n        saidInTime\n      }\n      places {\n        name\n        country\n        code\n      }\n      members(first: 100) {\n        ...MembersToChoose\n      }\n    }\n    name\n    description\n    unit\n    mode\n    direction\n    aggregation\n    definitionVersion\n    retiredOn\n    retirementReason\n    source\n    proxyFor\n    sdgs\n    dimensions {\n      key\n      name\n      codes {\n        code\n        name\n      }\n    }\n    baseline {\n      value\n      on\n    }\n    reporters {\n      id\n      name\n      identityConfirmed\n    }\n    agreement {\n      agreed\n      members\n    }\n    agreedBy {\n      id\n      name\n      identityConfirmed\n    }\n    definitions {\n      version\n      reason\n      madeOn\n      madeBy {\n        id\n        name\n        identityConfirmed\n      }\n    }\n    targetHistory {\n      targetId\n      value\n      upper\n      dueOn\n      state\n      reason\n      categoryNames\n      progress {\n        state\n        share\n        margin\n        value\n      }\n    }\n    placesMeasured {\n      name\n      country\n      code\n    }\n    measurements(last: 10) {\n      ...FiguresRecorded\n    }\n    progress {\n      state\n      share\n      margin\n      value\n      figureState\n      period {\n        from\n        to\n      }\n      others {\n        id\n        value\n        recordedBy {\n          id\n          name\n          identityConfirmed\n        }\n      }\n      contested {\n        id\n        value\n        may {\n          ...May\n        }\n        recordedBy {\n          id\n          name\n          identityConfirmed\n        }\n      }\n      shares {\n        value\n        numerator\n        denominator\n        organisation {\n          id\n          name\n          identityConfirmed\n        }\n      }\n    }\n  }\n}\nfragment FigureRecorded on Measurement {\n  id\n  may {\n    ...May\n  }\n  value\n  numerator\n  denominator\n  note\n  categoryNames\n  categories {\n    dimension\n    code\n  }\n  period {\n    from\n    to\n  }\n  place {\n    name\n    country\n    code\n  }\n  recordedBy {\n    id\n    name\n    identityConfirmed\n  }\n  original {\n    value\n  }\n  corrections {\n    value\n    reason\n    correctedAt\n    correctedBy {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  evidence {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment FiguresRecorded on MeasurementConnection {\n  pageInfo {\n    hasPreviousPage\n    startCursor\n  }\n  nodes {\n    ...FigureRecorded\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}\nfragment MembersToChoose on MembershipConnection {\n  nodes {\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    administers\n    expiresAt\n    person {\n      id\n      name\n    }\n    organisation {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  service {\n    timeZone\n    accessibility {\n      state\n    }\n  }\n}' as TypedDocument<
    IndicatorPageQuery,
    IndicatorPageQueryVariables
  >;

export const EarlierFiguresDocument =
  'query EarlierFigures($id: ID!, $before: String) {\n  indicator(id: $id) {\n    measurements(last: 10, before: $before) {\n      ...FiguresRecorded\n    }\n  }\n}\nfragment FigureRecorded on Measurement {\n  id\n  may {\n    ...May\n  }\n  value\n  numerator\n  denominator\n  note\n  categoryNames\n  categories {\n    dimension\n    code\n  }\n  period {\n    from\n    to\n  }\n  place {\n    name\n    country\n    code\n  }\n  recordedBy {\n    id\n    name\n    identityConfirmed\n  }\n  original {\n    value\n  }\n  corrections {\n    value\n    reason\n    correctedAt\n    correctedBy {\n      id\n      name\n      identityConfirmed\n    }\n  }\n  evidence {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment FiguresRecorded on MeasurementConnection {\n  pageInfo {\n    hasPreviousPage\n    startCursor\n  }\n  nodes {\n    ...FigureRecorded\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  private\n  state\n}\nfragment May on Permission {\n  command\n  about\n  allowed\n  code\n  message\n}' as TypedDocument<
    EarlierFiguresQuery,
    EarlierFiguresQueryVariables
  >;
