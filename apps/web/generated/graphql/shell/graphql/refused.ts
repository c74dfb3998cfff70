// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../schema.js';

type Refused_AmendCommitmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AnswerReviewRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_CorrectMeasurementRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_CorroborateContributionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclareContributionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclareMissionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclineReviewRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DefineIndicatorRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DisputeContributionRefused_Fragment = {
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

type Refused_InviteOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_JoinMissionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_LeaveMissionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_MakeCommitmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_MarkLearnedRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_RecordContributionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_RecordMeasurementRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_RegisterOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ReviseIndicatorTargetRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ReviseMissionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ReviseOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ReviseReviewRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_SubmitReviewRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_UngroupOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_VerifyContributionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_WithdrawCommitmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_WithdrawInvitationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

export type RefusedFragment =
  | Refused_AmendCommitmentRefused_Fragment
  | Refused_AnswerReviewRefused_Fragment
  | Refused_CorrectMeasurementRefused_Fragment
  | Refused_CorroborateContributionRefused_Fragment
  | Refused_DeclareContributionRefused_Fragment
  | Refused_DeclareMissionRefused_Fragment
  | Refused_DeclineReviewRefused_Fragment
  | Refused_DefineIndicatorRefused_Fragment
  | Refused_DisputeContributionRefused_Fragment
  | Refused_EraseValueRefused_Fragment
  | Refused_GroupOrganisationRefused_Fragment
  | Refused_InviteOrganisationRefused_Fragment
  | Refused_JoinMissionRefused_Fragment
  | Refused_LeaveMissionRefused_Fragment
  | Refused_MakeCommitmentRefused_Fragment
  | Refused_MarkLearnedRefused_Fragment
  | Refused_RecordContributionRefused_Fragment
  | Refused_RecordMeasurementRefused_Fragment
  | Refused_RegisterOrganisationRefused_Fragment
  | Refused_ReviseIndicatorTargetRefused_Fragment
  | Refused_ReviseMissionRefused_Fragment
  | Refused_ReviseOrganisationRefused_Fragment
  | Refused_ReviseReviewRefused_Fragment
  | Refused_SubmitReviewRefused_Fragment
  | Refused_UngroupOrganisationRefused_Fragment
  | Refused_VerifyContributionRefused_Fragment
  | Refused_WithdrawCommitmentRefused_Fragment
  | Refused_WithdrawInvitationRefused_Fragment;
