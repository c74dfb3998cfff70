// Written by `npm run generate` from the SDL and the pages’ .graphql files.
import type * as Schema from '../../schema.js';

type Refused_AcceptBackboneHandoverRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AcceptCommitmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AcceptGroupingRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AcceptPrivacyRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AcceptReceivingRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AcceptSettlementRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AccreditEvaluatorRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AgreeIndicatorRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AmendCommitmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AnswerObjectionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AnswerReviewRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_AssertGroupingRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ClearDuplicateRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_CloseMissionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ConfirmIdentityRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ConfirmMeasurementRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ContestGroupingRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_CorrectContributionRefused_Fragment = {
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

type Refused_DeclineBackboneHandoverRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclineCommitmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclineGroupingRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclineInvitationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclinePrivacyRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclineReviewRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DeclineSettlementRefused_Fragment = {
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

type Refused_DissolveOrganisationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DropAmendmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DropBackboneHandoverRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DropGroupingAssertionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DropGroupingRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DropPrivacyRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_DropSettlementRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_EndAccreditationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_EndReceivingRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_EraseValueRefused_Fragment = {
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

type Refused_LiftSuspensionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ListMemberRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_MakeCommitmentRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_MarkDuplicateRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_MarkLearnedRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_NoteObjectionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_NoteProgressRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_PauseMissionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ProposeBackboneHandoverRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ProposeGroupingRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ProposeSettlementRefused_Fragment = {
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

type Refused_ReleaseDissolvedRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ReleasePartyRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_RemoveMemberRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ResumeMissionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_RetireIndicatorRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_RetractContributionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_ReviseIndicatorRefused_Fragment = {
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

type Refused_SuspendMemberRefused_Fragment = {
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

type Refused_WithdrawDisputeRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_WithdrawIdentityConfirmationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_WithdrawInvitationRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

type Refused_WithdrawObjectionRefused_Fragment = {
  readonly message: string;
  readonly path: ReadonlyArray<string>;
  readonly code: Schema.RefusalCode;
};

export type RefusedFragment =
  | Refused_AcceptBackboneHandoverRefused_Fragment
  | Refused_AcceptCommitmentRefused_Fragment
  | Refused_AcceptGroupingRefused_Fragment
  | Refused_AcceptPrivacyRefused_Fragment
  | Refused_AcceptReceivingRefused_Fragment
  | Refused_AcceptSettlementRefused_Fragment
  | Refused_AccreditEvaluatorRefused_Fragment
  | Refused_AgreeIndicatorRefused_Fragment
  | Refused_AmendCommitmentRefused_Fragment
  | Refused_AnswerObjectionRefused_Fragment
  | Refused_AnswerReviewRefused_Fragment
  | Refused_AssertGroupingRefused_Fragment
  | Refused_ClearDuplicateRefused_Fragment
  | Refused_CloseMissionRefused_Fragment
  | Refused_ConfirmIdentityRefused_Fragment
  | Refused_ConfirmMeasurementRefused_Fragment
  | Refused_ContestGroupingRefused_Fragment
  | Refused_CorrectContributionRefused_Fragment
  | Refused_CorrectMeasurementRefused_Fragment
  | Refused_CorroborateContributionRefused_Fragment
  | Refused_DeclareContributionRefused_Fragment
  | Refused_DeclareMissionRefused_Fragment
  | Refused_DeclineBackboneHandoverRefused_Fragment
  | Refused_DeclineCommitmentRefused_Fragment
  | Refused_DeclineGroupingRefused_Fragment
  | Refused_DeclineInvitationRefused_Fragment
  | Refused_DeclinePrivacyRefused_Fragment
  | Refused_DeclineReviewRefused_Fragment
  | Refused_DeclineSettlementRefused_Fragment
  | Refused_DefineIndicatorRefused_Fragment
  | Refused_DisputeContributionRefused_Fragment
  | Refused_DissolveOrganisationRefused_Fragment
  | Refused_DropAmendmentRefused_Fragment
  | Refused_DropBackboneHandoverRefused_Fragment
  | Refused_DropGroupingAssertionRefused_Fragment
  | Refused_DropGroupingRefused_Fragment
  | Refused_DropPrivacyRefused_Fragment
  | Refused_DropSettlementRefused_Fragment
  | Refused_EndAccreditationRefused_Fragment
  | Refused_EndReceivingRefused_Fragment
  | Refused_EraseValueRefused_Fragment
  | Refused_InviteOrganisationRefused_Fragment
  | Refused_JoinMissionRefused_Fragment
  | Refused_LeaveMissionRefused_Fragment
  | Refused_LiftSuspensionRefused_Fragment
  | Refused_ListMemberRefused_Fragment
  | Refused_MakeCommitmentRefused_Fragment
  | Refused_MarkDuplicateRefused_Fragment
  | Refused_MarkLearnedRefused_Fragment
  | Refused_NoteObjectionRefused_Fragment
  | Refused_NoteProgressRefused_Fragment
  | Refused_PauseMissionRefused_Fragment
  | Refused_ProposeBackboneHandoverRefused_Fragment
  | Refused_ProposeGroupingRefused_Fragment
  | Refused_ProposeSettlementRefused_Fragment
  | Refused_RecordContributionRefused_Fragment
  | Refused_RecordMeasurementRefused_Fragment
  | Refused_RegisterOrganisationRefused_Fragment
  | Refused_ReleaseDissolvedRefused_Fragment
  | Refused_ReleasePartyRefused_Fragment
  | Refused_RemoveMemberRefused_Fragment
  | Refused_ResumeMissionRefused_Fragment
  | Refused_RetireIndicatorRefused_Fragment
  | Refused_RetractContributionRefused_Fragment
  | Refused_ReviseIndicatorRefused_Fragment
  | Refused_ReviseIndicatorTargetRefused_Fragment
  | Refused_ReviseMissionRefused_Fragment
  | Refused_ReviseOrganisationRefused_Fragment
  | Refused_ReviseReviewRefused_Fragment
  | Refused_SubmitReviewRefused_Fragment
  | Refused_SuspendMemberRefused_Fragment
  | Refused_UngroupOrganisationRefused_Fragment
  | Refused_VerifyContributionRefused_Fragment
  | Refused_WithdrawCommitmentRefused_Fragment
  | Refused_WithdrawDisputeRefused_Fragment
  | Refused_WithdrawIdentityConfirmationRefused_Fragment
  | Refused_WithdrawInvitationRefused_Fragment
  | Refused_WithdrawObjectionRefused_Fragment;
