// Written by `npm run generate` from the SDL and the pages’ .graphql files.
/** The terms as a whole: what is left out is no longer promised. */
export type AmendCommitmentInput = {
  /** Chosen by the client; the same one again is the same command again. */
  readonly commandId: string;
  readonly commitmentId: string | number;
  readonly description: string;
  readonly dueOn?: string | null | undefined;
  readonly kind: CommitmentKind;
  /** None for a promise that is kept or not, without a share. */
  readonly quantity?: QuantityInput | null | undefined;
  readonly reason: string;
};

export type AnswerReviewInput = {
  readonly answer: string;
  readonly commandId: string;
  readonly reviewId: string | number;
};

/** Why an organisation is asked for a review. */
export type AskedAs =
  /** The commitment names it as counterparty. */
  | 'COUNTERPARTY'
  /** It takes part in the mission. */
  | 'MEMBER';

/** What is promised or given. */
export type CommitmentKind = 'DATA' | 'EXPERTISE' | 'INFRASTRUCTURE' | 'MONEY' | 'SERVICE' | 'TIME' | 'VOLUNTEERS';

/** How a commitment stands on a date. */
export type CommitmentState =
  /** Not kept yet, and its due date has not passed or was never set. */
  | 'DUE'
  /** Undisputed contributions reach the promised amount, late or not; or, where none was promised, there is one. */
  | 'KEPT'
  /** Not kept, and its due date has passed. */
  | 'OVERDUE'
  /** Taken back by then, for a reason. */
  | 'WITHDRAWN';

/** What an organisation says of a contribution. */
export type ContributionAct = 'CORROBORATED' | 'DECLARED' | 'DISPUTED' | 'VERIFIED';

export type CorroborateContributionInput = {
  readonly commandId: string;
  readonly contributionId: string | number;
  readonly evidence?: ReadonlyArray<EvidenceLinkInput> | null | undefined;
  readonly files?: ReadonlyArray<EvidenceFileInput> | null | undefined;
  readonly statement?: string | null | undefined;
};

export type DeclareContributionInput = {
  readonly commandId: string;
  readonly contributionId: string | number;
  readonly evidence?: ReadonlyArray<EvidenceLinkInput> | null | undefined;
  readonly files?: ReadonlyArray<EvidenceFileInput> | null | undefined;
  /** A word on the evidence. Kept out of the public log where the mission asks for private EVIDENCE_NOTES. */
  readonly note?: string | null | undefined;
};

export type DeclineReviewInput = {
  readonly commandId: string;
  readonly commitmentId: string | number;
  /** Enters the log, kept private where the mission keeps review comments so. */
  readonly reason?: string | null | undefined;
  /** The promisor you were asked to review. */
  readonly reviewedId: string | number;
};

/** What a review scores. */
export type Dimension =
  /** Whether experience changed what was done. */
  | 'LEARNING'
  /** Whether others could see what was done, setbacks included. */
  | 'OPENNESS'
  /** Whether what was promised came as promised. */
  | 'RELIABILITY'
  /** What came of the work, for those it was meant for. */
  | 'RESULTS';

/** Which way of an indicator is better. */
export type Direction = 'DECREASE' | 'INCREASE';

/** Why a text is shown, or is null. A mission may keep texts out of the public log; they are then shown to members of the mission, to the parties to the commitment and to whoever recorded them, by their own key or token. */
export type Disclosure =
  /** It was not in the log and exists no more: the text is null. See the query `erasures`. */
  | 'ERASED'
  /** Not in the log, which holds its salted hash. You may see it; the public may not. */
  | 'PRIVATE'
  /** In the log, for anyone to read. */
  | 'PUBLIC'
  /** Not in the log, which holds its salted hash. You may not see it: the text is null. */
  | 'WITHHELD';

export type DisputeContributionInput = {
  readonly commandId: string;
  readonly contributionId: string | number;
  readonly reason: string;
};

/** How well a contribution is attested. */
export type Evidence =
  /** By a receiver outside the giver’s control group. */
  | 'CORROBORATED'
  /** By the giver. */
  | 'DECLARED'
  /** Recorded by another, and not yet declared by the giver. */
  | 'NONE'
  /** By an evaluator of the mission with no tie to any party. */
  | 'VERIFIED';

/** A file that was uploaded with POST /evidence. */
export type EvidenceFileInput = {
  /** As POST /evidence answered, or another plain name of a file. */
  readonly name: string;
  /** As POST /evidence answered. */
  readonly sha256: string;
  /** What it is, in a few words. */
  readonly title?: string | null | undefined;
};

/** Whether a file can be had. */
export type EvidenceFileState =
  /** Its address gives the content. */
  | 'AVAILABLE'
  /** The content is not kept here any more; its hash still says which file was shown. */
  | 'ERASED';

/** Where anyone can see for themselves. */
export type EvidenceLinkInput = {
  /** What it is, in a few words. */
  readonly title?: string | null | undefined;
  /** An http or https address. */
  readonly url: string;
};

/** What can be said of an indicator’s progress: the first of these that holds, in this order. */
export type IndicatorProgressState =
  /** Between baseline and target, both included. */
  | 'MEASURED'
  /** Nothing was measured of everybody everywhere. Places and groups are not added up into a guess. */
  | 'NOT_MEASURED'
  /** It was measured, but nobody said where it started. */
  | 'NO_BASELINE'
  /** The target is no better than the baseline, by the indicator’s direction: there is no way to cover. */
  | 'NO_DISTANCE'
  /** It was measured, but nobody set a target. */
  | 'NO_TARGET'
  /** Worse than the baseline, share below 0, or better than the target, share above 1. */
  | 'OFF_THE_SCALE';

export type JoinMissionInput = {
  readonly commandId: string;
  readonly missionId: string | number;
  /** For a backbone that enrols another organisation; leave it out to join for your own. */
  readonly organisationId?: string | number | null | undefined;
  readonly role: Role;
};

/** What is written for people here is written in these. */
export type Language =
  /** English. */
  | 'EN'
  /** French. */
  | 'FR';

export type MakeCommitmentInput = {
  /** Chosen by the client; the same one again is the same command again. */
  readonly commandId: string;
  /** To whom it is promised, beside the mission. */
  readonly counterpartyIds?: ReadonlyArray<string | number> | null | undefined;
  readonly description: string;
  readonly dueOn?: string | null | undefined;
  readonly kind: CommitmentKind;
  readonly missionId: string | number;
  /** Your organisation alone, if left out. */
  readonly promisorIds?: ReadonlyArray<string | number> | null | undefined;
  /** None for a promise that is kept or not, without a share. */
  readonly quantity?: QuantityInput | null | undefined;
  readonly source?: SourceInput | null | undefined;
};

export type MarkLearnedInput = {
  readonly commandId: string;
  readonly reviewId: string | number;
};

/** A span of days, both ends included; a single day has the two alike. */
export type PeriodInput = {
  /** Its first day. */
  readonly from: string;
  /** Its last day, on or after the first. */
  readonly to: string;
};

/** Somewhere on the map. */
export type PlaceInput = {
  /** Its code in the geography the source uses. */
  readonly code?: string | null | undefined;
  /** ISO 3166-1 alpha-2: FR. */
  readonly country?: string | null | undefined;
  /** As people there call it. */
  readonly name: string;
};

/** Texts a mission may ask to be kept out of the public log, where only commitments to them then stand. */
export type PrivateFields =
  /** Notes, statements and findings beside the evidence of its contributions. The reasons of disputes stay public. */
  | 'EVIDENCE_NOTES'
  /** What worked and what to try of its reviews, and the answers to them. */
  | 'REVIEW_COMMENTS';

export type QuantityInput = {
  /** More than 0. */
  readonly amount: string;
  /** An ISO 4217 currency code, or a unit of the closed list: dwelling, hour, … */
  readonly unit: string;
};

/** Towards a commitment that stands, or with a mission, a kind and a description to open one. */
export type RecordContributionInput = {
  /** Chosen by the client; the same one again is the same command again. */
  readonly commandId: string;
  /** The commitment it is given towards; its terms need not be repeated. */
  readonly commitmentId?: string | number | null | undefined;
  /** Your organisation, unless you record for another as a backbone. */
  readonly contributorId?: string | number | null | undefined;
  /** To open a commitment: who received it. */
  readonly counterpartyIds?: ReadonlyArray<string | number> | null | undefined;
  /** The day it was given; or name a period. */
  readonly date?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly evidence?: ReadonlyArray<EvidenceLinkInput> | null | undefined;
  readonly files?: ReadonlyArray<EvidenceFileInput> | null | undefined;
  /** To open a commitment. */
  readonly kind?: CommitmentKind | null | undefined;
  /** To open a commitment: the mission it is to. */
  readonly missionId?: string | number | null | undefined;
  /** A word on the evidence. Kept out of the public log where the mission asks for private EVIDENCE_NOTES. */
  readonly note?: string | null | undefined;
  /** The days over which it was given; or name a date. */
  readonly period?: PeriodInput | null | undefined;
  readonly quantity?: QuantityInput | null | undefined;
  readonly source?: SourceInput | null | undefined;
};

export type RecordMeasurementInput = {
  readonly commandId: string;
  /** The day measured. Give this or `period`, not both. */
  readonly date?: string | null | undefined;
  readonly evidence?: ReadonlyArray<EvidenceLinkInput> | null | undefined;
  readonly files?: ReadonlyArray<EvidenceFileInput> | null | undefined;
  /** The population group measured, where it is not everybody. */
  readonly group?: string | null | undefined;
  readonly indicatorId: string | number;
  /** Chosen by the client, unique within the indicator; the commandId where none is given. */
  readonly measurementId?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** The span measured. Give this or `date`, not both. */
  readonly period?: PeriodInput | null | undefined;
  readonly place?: PlaceInput | null | undefined;
  /** In the indicator’s unit. */
  readonly value: string;
};

/** Why something was refused: the codes of all commands. */
export type RefusalCode =
  /** The due date has passed; until then a promise may be changed. */
  | 'AFTER_DUE'
  /** Your organisation has corroborated this contribution already. */
  | 'ALREADY_CORROBORATED'
  /** The contribution is declared already. */
  | 'ALREADY_DECLARED'
  /** Your organisation has said already that it cannot judge this; it may still review. */
  | 'ALREADY_DECLINED'
  /** Your organisation has disputed this contribution already. */
  | 'ALREADY_DISPUTED'
  /** This value is erased already. */
  | 'ALREADY_ERASED'
  /** The organisation has an open invitation to this role already. */
  | 'ALREADY_INVITED'
  /** The organisation is in this control group already. */
  | 'ALREADY_IN_GROUP'
  /** Your organisation has marked this review as learned already. */
  | 'ALREADY_LEARNED'
  /** The organisation has this role in the mission already. */
  | 'ALREADY_MEMBER'
  /** Your organisation has reviewed this work already; it may revise its review. */
  | 'ALREADY_REVIEWED'
  /** The contribution is verified already. */
  | 'ALREADY_VERIFIED'
  /** Nobody is made a backbone by another: invite the organisation, and it joins by itself. */
  | 'BACKBONE_NOT_ENROLLED'
  /** Another command has this id already. */
  | 'COMMAND_ID_REUSED'
  /** This commitment is recorded already. */
  | 'COMMITMENT_EXISTS'
  /** The commitment was withdrawn. */
  | 'COMMITMENT_WITHDRAWN'
  /** This contribution is recorded already. */
  | 'CONTRIBUTION_EXISTS'
  /** The commitment is to other organisations. */
  | 'COUNTERPARTIES_DIFFER'
  /** A commitment that has a due date keeps one. */
  | 'DUE_DATE_DROPPED'
  /** The due date named has passed. */
  | 'DUE_IN_PAST'
  /** It is too long for one entry of the log. */
  | 'EVENT_TOO_LARGE'
  /** This indicator is defined already. */
  | 'INDICATOR_EXISTS'
  /** Something in the input is not acceptable; the message says what would be. */
  | 'INVALID_INPUT'
  /** The commitment is of another kind, which it keeps. */
  | 'KIND_DIFFERS'
  /** The mission would be left without a backbone. */
  | 'LAST_BACKBONE'
  /** This measurement is recorded already; correct it, or record another. */
  | 'MEASUREMENT_EXISTS'
  /** The commitment is to another mission. */
  | 'MISSION_DIFFERS'
  /** This mission is declared already. */
  | 'MISSION_EXISTS'
  /** Contributions are verified by an evaluator of the mission. */
  | 'NOT_AN_EVALUATOR'
  /** The commitment names whom it is to: one of those corroborates it. */
  | 'NOT_A_COUNTERPARTY'
  /** The organisation takes no part in the mission; it must join first. */
  | 'NOT_A_MEMBER'
  /** This is for an organisation that made the promise or, on its behalf, a backbone of the mission. */
  | 'NOT_A_PROMISOR'
  /** Only a backbone of the mission may do this. */
  | 'NOT_BACKBONE'
  /** There is no open invitation to this role. */
  | 'NOT_INVITED'
  /** The organisation stands by itself already. */
  | 'NOT_IN_A_GROUP'
  /** Nothing private stands there; what is public stays. */
  | 'NOT_PRIVATE'
  /** A review is of an organisation that made the promise. */
  | 'NOT_REVIEWABLE'
  /** A measurement is corrected by whoever recorded it, and by backbones and evaluators of the mission. */
  | 'NOT_YOURS'
  /** A review is answered by the organisation that it is about. */
  | 'NOT_YOURS_TO_ANSWER'
  /** A value is erased by the organisation that recorded it, or by the operator. */
  | 'NOT_YOURS_TO_ERASE'
  /** A review is marked as learned by the organisation that gave it, or by the one that it is about. */
  | 'NOT_YOURS_TO_MARK'
  /** Only the giver may declare a contribution its own. */
  | 'NOT_YOUR_CONTRIBUTION'
  /** Only the organisation itself, or the operator, may say this of it. */
  | 'NOT_YOUR_ORGANISATION'
  /** A review is revised by the organisation that gave it. */
  | 'NOT_YOUR_REVIEW'
  /** One organisation cannot stand on both sides of a commitment. */
  | 'ON_BOTH_SIDES'
  /** Something is missing that it takes to open a commitment with this contribution. */
  | 'OPENING_INCOMPLETE'
  /** This organisation is registered already. */
  | 'ORGANISATION_EXISTS'
  /** Your organisation gave it or recorded it; others say something of it. */
  | 'OWN_CONTRIBUTION'
  /** An organisation is not its own parent. */
  | 'OWN_PARENT'
  /** The parent belongs to a control group itself; name the one at its head. */
  | 'PARENT_IN_ANOTHER_GROUP'
  /** The days named are yet to come. */
  | 'PERIOD_IN_FUTURE'
  /** This review is recorded already. */
  | 'REVIEW_EXISTS'
  /** Both organisations belong to one control group; somebody from outside it must say this. */
  | 'SAME_CONTROL_GROUP'
  /** The key or token presented may only read. */
  | 'SCOPE_MISSING'
  /** An organisation does not review its own work. */
  | 'SELF_REVIEW'
  /** This is the target already. */
  | 'TARGET_UNCHANGED'
  /** These are the terms already. */
  | 'TERMS_UNCHANGED'
  /** Others were recording on the same subject all the while; send it again. */
  | 'TOO_MANY_CONFLICTS'
  /** The commitment is counted in another unit. */
  | 'UNIT_DIFFERS'
  /** The unit does not fit the kind: money is counted in a currency, and everything else in another unit. */
  | 'UNIT_DOES_NOT_FIT'
  /** The ledger has no such commitment. */
  | 'UNKNOWN_COMMITMENT'
  /** The commitment has no such contribution. */
  | 'UNKNOWN_CONTRIBUTION'
  /** The log has no such event. */
  | 'UNKNOWN_EVENT'
  /** No such indicator is defined. */
  | 'UNKNOWN_INDICATOR'
  /** The indicator has no such measurement. */
  | 'UNKNOWN_MEASUREMENT'
  /** No such mission is declared. */
  | 'UNKNOWN_MISSION'
  /** No such organisation is registered. */
  | 'UNKNOWN_ORGANISATION'
  /** The commitment has no such review. */
  | 'UNKNOWN_REVIEW';

/** Whether an estimate rests on enough to be shown. */
export type ReputationPublication =
  /** Withheld; `shortfall` says what would change that. */
  | 'INSUFFICIENT_EVIDENCE'
  /** At least 3 independent control groups weigh, and the mass is 3 or more. */
  | 'PUBLISHED';

export type ReviseReviewInput = {
  /** Chosen by the client; the same one again is the same command again. */
  readonly commandId: string;
  readonly reviewId: string | number;
  readonly scores: ScoresInput;
  readonly whatToTry: string;
  readonly whatWorked: string;
};

/** What an organisation does in a mission. It may hold several roles. */
export type Role =
  /** Keeps the mission together: its terms, its indicators, its invitations. */
  | 'BACKBONE'
  /** Verifies what others contributed. */
  | 'EVALUATOR'
  /** Pays for the work of others. */
  | 'FUNDER'
  /** Commits and contributes. */
  | 'MEMBER';

/** Each from 0 to 4. */
export type ScoresInput = {
  readonly learning: number;
  readonly openness: number;
  readonly reliability: number;
  readonly results: number;
};

/** What kind of body an organisation is. */
export type Sector =
  /** An association, a foundation, a union, a group of residents. */
  | 'CIVIL_SOCIETY'
  /** A business, or somebody who works for a living. */
  | 'PRIVATE'
  /** Part of a state or of a local authority, or owned by one. */
  | 'PUBLIC'
  /** Nobody has said. */
  | 'UNDECLARED';

export type SourceInput = {
  readonly dataset: string;
  /** Where in the data set. */
  readonly record: string;
};

export type SubmitReviewInput = {
  /** Chosen by the client; the same one again is the same command again. */
  readonly commandId: string;
  readonly commitmentId: string | number;
  /** A promisor of the commitment, outside your control group. */
  readonly reviewedId: string | number;
  readonly scores: ScoresInput;
  /** Ties you know of, each once; they stay with the review when it is revised. */
  readonly ties?: ReadonlyArray<TieKind> | null | undefined;
  readonly whatToTry: string;
  readonly whatWorked: string;
};

/** How a tie is known. */
export type TieBasis =
  /** The reviewer says so, and the log does not show it. */
  | 'DECLARED'
  /** The log shows it, declared or not. */
  | 'FOUND';

/** What may stand between a reviewer and the organisation it reviews. */
export type TieKind =
  /** Money went from the one to the other within the 365 days before the review. */
  | 'PAYMENT'
  /** Both belong to one control group. Such a review is refused. */
  | 'SAME_CONTROL_GROUP'
  /** One and the same person acts for both. */
  | 'SHARED_MEMBER';

export type VerifyContributionInput = {
  readonly commandId: string;
  readonly contributionId: string | number;
  readonly evidence?: ReadonlyArray<EvidenceLinkInput> | null | undefined;
  readonly files?: ReadonlyArray<EvidenceFileInput> | null | undefined;
  /** What you found, and how. */
  readonly finding?: string | null | undefined;
};

export type WithdrawCommitmentInput = {
  readonly commandId: string;
  readonly commitmentId: string | number;
  readonly reason: string;
};
