// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../schema.js';

type Refused_CommitmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ContributionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclineReviewRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_EraseValueRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_GroupOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_IndicatorRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_MeasurementRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_MissionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_RegisterOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ReviewRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ReviseOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_UngroupOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

export type RefusedFragment =
  | Refused_CommitmentRefused_Fragment
  | Refused_ContributionRefused_Fragment
  | Refused_DeclineReviewRefused_Fragment
  | Refused_EraseValueRefused_Fragment
  | Refused_GroupOrganisationRefused_Fragment
  | Refused_IndicatorRefused_Fragment
  | Refused_MeasurementRefused_Fragment
  | Refused_MissionRefused_Fragment
  | Refused_RegisterOrganisationRefused_Fragment
  | Refused_ReviewRefused_Fragment
  | Refused_ReviseOrganisationRefused_Fragment
  | Refused_UngroupOrganisationRefused_Fragment;
