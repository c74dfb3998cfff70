// Written by `npm run generate` from the SDL and the pages' .graphql files.
import type { TypedDocument } from '../shell/graphql/document.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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
  /** Not in the log, which holds a commitment to it. You may see it; the public may not. */
  | 'PRIVATE'
  /** In the log, for anyone to read. */
  | 'PUBLIC'
  /** Not in the log, which holds a commitment to it. You may not see it: the text is null. */
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

export type EvidenceFileInput = {
  readonly name: string;
  /** As POST /evidence answered. */
  readonly sha256: string;
  readonly title?: string | null | undefined;
};

export type EvidenceFileState =
  /** Its address gives the content. */
  | 'AVAILABLE'
  /** The content is not kept here any more; its hash still says which file was shown. */
  | 'ERASED';

export type EvidenceLinkInput = {
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

export type Language = 'EN' | 'FR';

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
  readonly from: string;
  readonly to: string;
};

export type PlaceInput = {
  /** Its code in the geography the source uses. */
  readonly code?: string | null | undefined;
  /** ISO 3166-1 alpha-2: FR. */
  readonly country?: string | null | undefined;
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
export type Sector = 'CIVIL_SOCIETY' | 'PRIVATE' | 'PUBLIC' | 'UNDECLARED';

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

export type CommitmentPageQueryVariables = Exact<{
  id: string | number;
  afterPosition?: string | null | undefined;
  language: Language;
}>;

export type CommitmentPageQuery = {
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly missions: {
        readonly nodes: ReadonlyArray<{
          readonly roles: ReadonlyArray<Role>;
          readonly mission: { readonly id: string } | null;
        }>;
      };
    } | null;
  } | null;
  readonly commitment: {
    readonly id: string;
    readonly kind: CommitmentKind;
    readonly description: string;
    readonly dueOn: string | null;
    readonly madeAt: string;
    readonly withdrawnAt: string | null;
    readonly withdrawalReason: string | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly madeBy: { readonly id: string; readonly name: string } | null;
    readonly source: { readonly dataset: string; readonly record: string } | null;
    readonly standing: {
      readonly state: CommitmentState;
      readonly delivered: { readonly amount: string; readonly unit: string } | null;
    };
    readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
    readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string; readonly sector: Sector }>;
    readonly counterparties: ReadonlyArray<{ readonly id: string; readonly name: string; readonly sector: Sector }>;
    readonly terms: ReadonlyArray<{
      readonly position: string;
      readonly kind: CommitmentKind;
      readonly description: string;
      readonly dueOn: string | null;
      readonly reason: string | null;
      readonly recordedAt: string;
      readonly quantity: { readonly amount: string; readonly unit: string } | null;
      readonly recordedBy: { readonly id: string; readonly name: string } | null;
    }>;
    readonly contributions: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly disputed: boolean;
        readonly evidence: Evidence;
        readonly note: string | null;
        readonly noteDisclosure: Disclosure | null;
        readonly recordedAt: string;
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly source: { readonly dataset: string; readonly record: string } | null;
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly title: string | null;
          readonly url: string;
          readonly state: EvidenceFileState;
        }>;
        readonly statements: ReadonlyArray<{
          readonly act: ContributionAct;
          readonly recordedAt: string;
          readonly text: string | null;
          readonly textDisclosure: Disclosure | null;
          readonly organisation: { readonly id: string; readonly name: string } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
          readonly evidenceFiles: ReadonlyArray<{
            readonly sha256: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly title: string | null;
            readonly url: string;
            readonly state: EvidenceFileState;
          }>;
        }>;
      }>;
    };
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatWorked: string | null;
        readonly whatWorkedDisclosure: Disclosure;
        readonly whatToTry: string | null;
        readonly whatToTryDisclosure: Disclosure;
        readonly answer: string | null;
        readonly answerDisclosure: Disclosure | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: TieKind;
          readonly basis: TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type CommitmentContributionsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string | null;
    readonly disputed: boolean;
    readonly evidence: Evidence;
    readonly note: string | null;
    readonly noteDisclosure: Disclosure | null;
    readonly recordedAt: string;
    readonly contributor: { readonly id: string; readonly name: string } | null;
    readonly recordedBy: { readonly id: string; readonly name: string } | null;
    readonly period: { readonly from: string; readonly to: string };
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly source: { readonly dataset: string; readonly record: string } | null;
    readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
    readonly evidenceFiles: ReadonlyArray<{
      readonly sha256: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly title: string | null;
      readonly url: string;
      readonly state: EvidenceFileState;
    }>;
    readonly statements: ReadonlyArray<{
      readonly act: ContributionAct;
      readonly recordedAt: string;
      readonly text: string | null;
      readonly textDisclosure: Disclosure | null;
      readonly organisation: { readonly id: string; readonly name: string } | null;
      readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
      readonly evidenceFiles: ReadonlyArray<{
        readonly sha256: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly title: string | null;
        readonly url: string;
        readonly state: EvidenceFileState;
      }>;
    }>;
  }>;
};

export type ContributionLineFragment = {
  readonly id: string;
  readonly description: string | null;
  readonly disputed: boolean;
  readonly evidence: Evidence;
  readonly note: string | null;
  readonly noteDisclosure: Disclosure | null;
  readonly recordedAt: string;
  readonly contributor: { readonly id: string; readonly name: string } | null;
  readonly recordedBy: { readonly id: string; readonly name: string } | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly quantity: { readonly amount: string; readonly unit: string } | null;
  readonly source: { readonly dataset: string; readonly record: string } | null;
  readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
  readonly evidenceFiles: ReadonlyArray<{
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly title: string | null;
    readonly url: string;
    readonly state: EvidenceFileState;
  }>;
  readonly statements: ReadonlyArray<{
    readonly act: ContributionAct;
    readonly recordedAt: string;
    readonly text: string | null;
    readonly textDisclosure: Disclosure | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
    readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
    readonly evidenceFiles: ReadonlyArray<{
      readonly sha256: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly title: string | null;
      readonly url: string;
      readonly state: EvidenceFileState;
    }>;
  }>;
};

export type StatementLineFragment = {
  readonly act: ContributionAct;
  readonly recordedAt: string;
  readonly text: string | null;
  readonly textDisclosure: Disclosure | null;
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
  readonly evidenceFiles: ReadonlyArray<{
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly title: string | null;
    readonly url: string;
    readonly state: EvidenceFileState;
  }>;
};

export type FileLineFragment = {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly title: string | null;
  readonly url: string;
  readonly state: EvidenceFileState;
};

export type MoreContributionsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsQuery = {
  readonly commitment: {
    readonly contributions: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string | null;
        readonly disputed: boolean;
        readonly evidence: Evidence;
        readonly note: string | null;
        readonly noteDisclosure: Disclosure | null;
        readonly recordedAt: string;
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly source: { readonly dataset: string; readonly record: string } | null;
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly title: string | null;
          readonly url: string;
          readonly state: EvidenceFileState;
        }>;
        readonly statements: ReadonlyArray<{
          readonly act: ContributionAct;
          readonly recordedAt: string;
          readonly text: string | null;
          readonly textDisclosure: Disclosure | null;
          readonly organisation: { readonly id: string; readonly name: string } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
          readonly evidenceFiles: ReadonlyArray<{
            readonly sha256: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly title: string | null;
            readonly url: string;
            readonly state: EvidenceFileState;
          }>;
        }>;
      }>;
    };
  } | null;
};

export type MoreReviewsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsQuery = {
  readonly commitment: {
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatWorked: string | null;
        readonly whatWorkedDisclosure: Disclosure;
        readonly whatToTry: string | null;
        readonly whatToTryDisclosure: Disclosure;
        readonly answer: string | null;
        readonly answerDisclosure: Disclosure | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: TieKind;
          readonly basis: TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type DeclareContributionMutationVariables = Exact<{
  input: DeclareContributionInput;
}>;

export type DeclareContributionMutation = {
  readonly declareContribution:
    | { readonly __typename: 'ContributionRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type CorroborateContributionMutationVariables = Exact<{
  input: CorroborateContributionInput;
}>;

export type CorroborateContributionMutation = {
  readonly corroborateContribution:
    | { readonly __typename: 'ContributionRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type VerifyContributionMutationVariables = Exact<{
  input: VerifyContributionInput;
}>;

export type VerifyContributionMutation = {
  readonly verifyContribution:
    | { readonly __typename: 'ContributionRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type DisputeContributionMutationVariables = Exact<{
  input: DisputeContributionInput;
}>;

export type DisputeContributionMutation = {
  readonly disputeContribution:
    | { readonly __typename: 'ContributionRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

type ContributionAnswer_ContributionRecorded_Fragment = {
  readonly __typename: 'ContributionRecorded';
  readonly receipt: { readonly position: string | null };
};

type ContributionAnswer_Refusal_Fragment = {
  readonly __typename: 'Refusal';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string>;
};

export type ContributionAnswerFragment =
  ContributionAnswer_ContributionRecorded_Fragment | ContributionAnswer_Refusal_Fragment;

export type AmendCommitmentMutationVariables = Exact<{
  input: AmendCommitmentInput;
}>;

export type AmendCommitmentMutation = {
  readonly amendCommitment:
    | { readonly __typename: 'CommitmentRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type WithdrawCommitmentMutationVariables = Exact<{
  input: WithdrawCommitmentInput;
}>;

export type WithdrawCommitmentMutation = {
  readonly withdrawCommitment:
    | { readonly __typename: 'CommitmentRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

type CommitmentAnswer_CommitmentRecorded_Fragment = {
  readonly __typename: 'CommitmentRecorded';
  readonly receipt: { readonly position: string | null };
};

type CommitmentAnswer_Refusal_Fragment = {
  readonly __typename: 'Refusal';
  readonly code: string;
  readonly message: string;
  readonly path: ReadonlyArray<string>;
};

export type CommitmentAnswerFragment = CommitmentAnswer_CommitmentRecorded_Fragment | CommitmentAnswer_Refusal_Fragment;

export type CommitmentFormPageQueryVariables = Exact<{
  missionId: string | number;
}>;

export type CommitmentFormPageQuery = {
  readonly mission: {
    readonly id: string;
    readonly title: string;
    readonly hashtag: string;
    readonly endsOn: string | null;
    readonly members: {
      readonly nodes: ReadonlyArray<{
        readonly roles: ReadonlyArray<Role>;
        readonly organisation: { readonly id: string; readonly name: string } | null;
      }>;
    };
  } | null;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type MakeCommitmentMutationVariables = Exact<{
  input: MakeCommitmentInput;
}>;

export type MakeCommitmentMutation = {
  readonly makeCommitment:
    | {
        readonly __typename: 'CommitmentRecorded';
        readonly commitment: { readonly id: string } | null;
        readonly receipt: { readonly position: string | null };
      }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type ContributionFormPageQueryVariables = Exact<{
  commitmentId: string | number;
}>;

export type ContributionFormPageQuery = {
  readonly commitment: {
    readonly id: string;
    readonly kind: CommitmentKind;
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

export type RecordContributionMutationVariables = Exact<{
  input: RecordContributionInput;
}>;

export type RecordContributionMutation = {
  readonly recordContribution:
    | {
        readonly __typename: 'ContributionRecorded';
        readonly contribution: { readonly id: string } | null;
        readonly receipt: { readonly position: string | null };
      }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type MeasurementFormPageQueryVariables = Exact<{
  indicatorId: string | number;
}>;

export type MeasurementFormPageQuery = {
  readonly indicator: {
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly unit: string;
    readonly direction: Direction;
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
    readonly measurements: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly group: string | null;
        readonly place: { readonly name: string; readonly country: string | null; readonly code: string | null } | null;
      }>;
    };
  } | null;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type RecordMeasurementMutationVariables = Exact<{
  input: RecordMeasurementInput;
}>;

export type RecordMeasurementMutation = {
  readonly recordMeasurement:
    | {
        readonly __typename: 'MeasurementRecorded';
        readonly measurement: { readonly id: string } | null;
        readonly receipt: { readonly position: string | null };
      }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type ReviewPageQueryVariables = Exact<{
  commitmentId: string | number;
  reviewedId: string | number;
  language: Language;
}>;

export type ReviewPageQuery = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly controlGroup: { readonly id: string } | null;
    } | null;
  } | null;
  readonly commitment: {
    readonly id: string;
    readonly description: string;
    readonly kind: CommitmentKind;
    readonly dueOn: string | null;
    readonly state: CommitmentState;
    readonly madeAt: string;
    readonly withdrawnAt: string | null;
    readonly withdrawalReason: string | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly delivered: { readonly amount: string; readonly unit: string } | null;
    readonly mission: {
      readonly id: string;
      readonly title: string;
      readonly hashtag: string;
      readonly privateFields: ReadonlyArray<PrivateFields>;
    } | null;
    readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    readonly counterparties: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    readonly terms: ReadonlyArray<{
      readonly description: string;
      readonly kind: CommitmentKind;
      readonly dueOn: string | null;
      readonly reason: string | null;
      readonly recordedAt: string;
      readonly quantity: { readonly amount: string; readonly unit: string } | null;
    }>;
    readonly contributions: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string | null;
        readonly evidence: Evidence;
        readonly disputed: boolean;
        readonly recordedAt: string;
        readonly note: string | null;
        readonly noteDisclosure: Disclosure | null;
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly title: string | null;
          readonly url: string;
          readonly state: EvidenceFileState;
        }>;
        readonly statements: ReadonlyArray<{
          readonly act: ContributionAct;
          readonly recordedAt: string;
          readonly text: string | null;
          readonly textDisclosure: Disclosure | null;
          readonly organisation: { readonly id: string; readonly name: string } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
          readonly evidenceFiles: ReadonlyArray<{
            readonly sha256: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly title: string | null;
            readonly url: string;
            readonly state: EvidenceFileState;
          }>;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly whatWorked: string | null;
        readonly whatToTry: string | null;
        readonly reviewer: { readonly id: string } | null;
        readonly reviewed: { readonly id: string } | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
      }>;
    };
  } | null;
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly controlGroup: { readonly id: string } | null;
  } | null;
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
};

export type EvidenceToReadFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly kind: CommitmentKind;
    readonly description: string | null;
    readonly evidence: Evidence;
    readonly disputed: boolean;
    readonly recordedAt: string;
    readonly note: string | null;
    readonly noteDisclosure: Disclosure | null;
    readonly contributor: { readonly id: string; readonly name: string } | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly period: { readonly from: string; readonly to: string };
    readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
    readonly evidenceFiles: ReadonlyArray<{
      readonly sha256: string;
      readonly name: string;
      readonly mediaType: string;
      readonly size: number;
      readonly title: string | null;
      readonly url: string;
      readonly state: EvidenceFileState;
    }>;
    readonly statements: ReadonlyArray<{
      readonly act: ContributionAct;
      readonly recordedAt: string;
      readonly text: string | null;
      readonly textDisclosure: Disclosure | null;
      readonly organisation: { readonly id: string; readonly name: string } | null;
      readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
      readonly evidenceFiles: ReadonlyArray<{
        readonly sha256: string;
        readonly name: string;
        readonly mediaType: string;
        readonly size: number;
        readonly title: string | null;
        readonly url: string;
        readonly state: EvidenceFileState;
      }>;
    }>;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type MoreEvidenceToReadQueryVariables = Exact<{
  commitmentId: string | number;
  after?: string | null | undefined;
}>;

export type MoreEvidenceToReadQuery = {
  readonly commitment: {
    readonly contributions: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string | null;
        readonly evidence: Evidence;
        readonly disputed: boolean;
        readonly recordedAt: string;
        readonly note: string | null;
        readonly noteDisclosure: Disclosure | null;
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly title: string | null;
          readonly url: string;
          readonly state: EvidenceFileState;
        }>;
        readonly statements: ReadonlyArray<{
          readonly act: ContributionAct;
          readonly recordedAt: string;
          readonly text: string | null;
          readonly textDisclosure: Disclosure | null;
          readonly organisation: { readonly id: string; readonly name: string } | null;
          readonly evidenceLinks: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
          readonly evidenceFiles: ReadonlyArray<{
            readonly sha256: string;
            readonly name: string;
            readonly mediaType: string;
            readonly size: number;
            readonly title: string | null;
            readonly url: string;
            readonly state: EvidenceFileState;
          }>;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type SubmitReviewMutationVariables = Exact<{
  input: SubmitReviewInput;
}>;

export type SubmitReviewMutation = {
  readonly submitReview:
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      }
    | {
        readonly __typename: 'ReviewRecorded';
        readonly receipt: { readonly position: string | null };
        readonly review: { readonly id: string } | null;
      };
};

export type ReviseReviewMutationVariables = Exact<{
  input: ReviseReviewInput;
}>;

export type ReviseReviewMutation = {
  readonly reviseReview:
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      }
    | {
        readonly __typename: 'ReviewRecorded';
        readonly receipt: { readonly position: string | null };
        readonly review: { readonly id: string } | null;
      };
};

export type DeclineReviewMutationVariables = Exact<{
  input: DeclineReviewInput;
}>;

export type DeclineReviewMutation = {
  readonly declineReview:
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      }
    | { readonly __typename: 'ReviewDeclined'; readonly receipt: { readonly position: string | null } };
};

export type AnswerReviewMutationVariables = Exact<{
  input: AnswerReviewInput;
}>;

export type AnswerReviewMutation = {
  readonly answerReview:
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      }
    | {
        readonly __typename: 'ReviewRecorded';
        readonly receipt: { readonly position: string | null };
        readonly review: {
          readonly id: string;
          readonly submittedAt: string;
          readonly revisedAt: string | null;
          readonly answeredAt: string | null;
          readonly learnedByReviewer: string | null;
          readonly learnedByReviewed: string | null;
          readonly whatWorked: string | null;
          readonly whatWorkedDisclosure: Disclosure;
          readonly whatToTry: string | null;
          readonly whatToTryDisclosure: Disclosure;
          readonly answer: string | null;
          readonly answerDisclosure: Disclosure | null;
          readonly scores: {
            readonly results: number;
            readonly reliability: number;
            readonly openness: number;
            readonly learning: number;
          };
          readonly reviewer: { readonly id: string; readonly name: string } | null;
          readonly reviewed: { readonly id: string; readonly name: string } | null;
          readonly commitment: { readonly id: string; readonly description: string } | null;
          readonly ties: ReadonlyArray<{
            readonly kind: TieKind;
            readonly basis: TieBasis;
            readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
          }>;
        } | null;
      };
};

export type MarkLearnedMutationVariables = Exact<{
  input: MarkLearnedInput;
}>;

export type MarkLearnedMutation = {
  readonly markLearned:
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      }
    | {
        readonly __typename: 'ReviewRecorded';
        readonly receipt: { readonly position: string | null };
        readonly review: {
          readonly id: string;
          readonly submittedAt: string;
          readonly revisedAt: string | null;
          readonly answeredAt: string | null;
          readonly learnedByReviewer: string | null;
          readonly learnedByReviewed: string | null;
          readonly whatWorked: string | null;
          readonly whatWorkedDisclosure: Disclosure;
          readonly whatToTry: string | null;
          readonly whatToTryDisclosure: Disclosure;
          readonly answer: string | null;
          readonly answerDisclosure: Disclosure | null;
          readonly scores: {
            readonly results: number;
            readonly reliability: number;
            readonly openness: number;
            readonly learning: number;
          };
          readonly reviewer: { readonly id: string; readonly name: string } | null;
          readonly reviewed: { readonly id: string; readonly name: string } | null;
          readonly commitment: { readonly id: string; readonly description: string } | null;
          readonly ties: ReadonlyArray<{
            readonly kind: TieKind;
            readonly basis: TieBasis;
            readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
          }>;
        } | null;
      };
};

export type ReviewVersionsQueryVariables = Exact<{
  id: string | number;
}>;

export type ReviewVersionsQuery = {
  readonly review: {
    readonly versions: ReadonlyArray<{
      readonly position: string;
      readonly recordedAt: string;
      readonly whatWorked: string | null;
      readonly whatWorkedDisclosure: Disclosure;
      readonly whatToTry: string | null;
      readonly whatToTryDisclosure: Disclosure;
      readonly scores: {
        readonly results: number;
        readonly reliability: number;
        readonly openness: number;
        readonly learning: number;
      };
    }>;
  } | null;
};

export type DeskPageQueryVariables = Exact<{
  organisationId: string | number;
  language: Language;
}>;

export type DeskPageQuery = {
  readonly desk: {
    readonly organisation: { readonly id: string; readonly name: string };
    readonly reviewRequests: ReadonlyArray<{
      readonly since: string;
      readonly askedAs: AskedAs;
      readonly reviewed: { readonly id: string; readonly name: string };
      readonly commitment: {
        readonly id: string;
        readonly description: string;
        readonly dueOn: string | null;
        readonly mission: { readonly id: string; readonly title: string } | null;
      };
    }>;
    readonly reviewsToAnswer: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatWorked: string | null;
        readonly whatWorkedDisclosure: Disclosure;
        readonly whatToTry: string | null;
        readonly whatToTryDisclosure: Disclosure;
        readonly answer: string | null;
        readonly answerDisclosure: Disclosure | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: TieKind;
          readonly basis: TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly commitmentsToDeliver: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string;
        readonly kind: CommitmentKind;
        readonly dueOn: string | null;
        readonly state: CommitmentState;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly delivered: { readonly amount: string; readonly unit: string } | null;
        readonly mission: { readonly id: string; readonly title: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly contributionsToDeclare: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string | null;
        readonly evidence: Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly contributionsToCorroborate: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string | null;
        readonly evidence: Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly contributionsToVerify: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string | null;
        readonly evidence: Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type DeskViewerQueryVariables = Exact<{ [key: string]: never }>;

export type DeskViewerQuery = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type CommitmentsToDeliverFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string;
    readonly kind: CommitmentKind;
    readonly dueOn: string | null;
    readonly state: CommitmentState;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly delivered: { readonly amount: string; readonly unit: string } | null;
    readonly mission: { readonly id: string; readonly title: string } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type ContributionsToAttestFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly kind: CommitmentKind;
    readonly description: string | null;
    readonly evidence: Evidence;
    readonly disputed: boolean;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly period: { readonly from: string; readonly to: string };
    readonly contributor: { readonly id: string; readonly name: string } | null;
    readonly recordedBy: { readonly id: string; readonly name: string } | null;
    readonly commitment: {
      readonly id: string;
      readonly description: string;
      readonly mission: { readonly id: string; readonly title: string } | null;
    } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type MoreReviewsToAnswerQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsToAnswerQuery = {
  readonly desk: {
    readonly reviewsToAnswer: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatWorked: string | null;
        readonly whatWorkedDisclosure: Disclosure;
        readonly whatToTry: string | null;
        readonly whatToTryDisclosure: Disclosure;
        readonly answer: string | null;
        readonly answerDisclosure: Disclosure | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: TieKind;
          readonly basis: TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreCommitmentsToDeliverQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreCommitmentsToDeliverQuery = {
  readonly desk: {
    readonly commitmentsToDeliver: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string;
        readonly kind: CommitmentKind;
        readonly dueOn: string | null;
        readonly state: CommitmentState;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly delivered: { readonly amount: string; readonly unit: string } | null;
        readonly mission: { readonly id: string; readonly title: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreContributionsToDeclareQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsToDeclareQuery = {
  readonly desk: {
    readonly contributionsToDeclare: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string | null;
        readonly evidence: Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreContributionsToCorroborateQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsToCorroborateQuery = {
  readonly desk: {
    readonly contributionsToCorroborate: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string | null;
        readonly evidence: Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type MoreContributionsToVerifyQueryVariables = Exact<{
  organisationId: string | number;
  after?: string | null | undefined;
}>;

export type MoreContributionsToVerifyQuery = {
  readonly desk: {
    readonly contributionsToVerify: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string | null;
        readonly evidence: Evidence;
        readonly disputed: boolean;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly contributor: { readonly id: string; readonly name: string } | null;
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly commitment: {
          readonly id: string;
          readonly description: string;
          readonly mission: { readonly id: string; readonly title: string } | null;
        } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
};

export type DeskDeclareContributionMutationVariables = Exact<{
  input: DeclareContributionInput;
}>;

export type DeskDeclareContributionMutation = {
  readonly declareContribution:
    | { readonly __typename: 'ContributionRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type DeskCorroborateContributionMutationVariables = Exact<{
  input: CorroborateContributionInput;
}>;

export type DeskCorroborateContributionMutation = {
  readonly corroborateContribution:
    | { readonly __typename: 'ContributionRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type OwnDeskPageQueryVariables = Exact<{ [key: string]: never }>;

export type OwnDeskPageQuery = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type HomePageQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type HomePageQuery = {
  readonly missions: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly challenge: string;
      readonly hashtag: string;
      readonly startsOn: string | null;
      readonly endsOn: string | null;
      readonly openInvitation: boolean;
      readonly places: ReadonlyArray<{ readonly name: string }>;
      readonly membersBySector: ReadonlyArray<{ readonly sector: Sector; readonly organisations: number }>;
    }>;
  };
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type MoreMissionsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type MoreMissionsQuery = {
  readonly missions: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly challenge: string;
      readonly hashtag: string;
      readonly startsOn: string | null;
      readonly endsOn: string | null;
      readonly openInvitation: boolean;
      readonly places: ReadonlyArray<{ readonly name: string }>;
      readonly membersBySector: ReadonlyArray<{ readonly sector: Sector; readonly organisations: number }>;
    }>;
  };
};

export type HomeMissionsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly challenge: string;
    readonly hashtag: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly openInvitation: boolean;
    readonly places: ReadonlyArray<{ readonly name: string }>;
    readonly membersBySector: ReadonlyArray<{ readonly sector: Sector; readonly organisations: number }>;
  }>;
};

export type MissionCardFragment = {
  readonly id: string;
  readonly title: string;
  readonly challenge: string;
  readonly hashtag: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly openInvitation: boolean;
  readonly places: ReadonlyArray<{ readonly name: string }>;
  readonly membersBySector: ReadonlyArray<{ readonly sector: Sector; readonly organisations: number }>;
};

export type SearchPageQueryVariables = Exact<{
  q: string;
  searching: boolean;
}>;

export type SearchPageQuery = {
  readonly missions?: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly challenge: string;
      readonly hashtag: string;
    }>;
  };
  readonly organisations?: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly sector: Sector;
      readonly jurisdiction: string | null;
    }>;
  };
  readonly commitments?: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly description: string;
      readonly state: CommitmentState;
      readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    }>;
  };
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type MoreCommitmentsFoundQueryVariables = Exact<{
  q: string;
  after?: string | null | undefined;
}>;

export type MoreCommitmentsFoundQuery = {
  readonly commitments: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly description: string;
      readonly state: CommitmentState;
      readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    }>;
  };
};

export type MoreMissionsFoundQueryVariables = Exact<{
  q: string;
  after?: string | null | undefined;
}>;

export type MoreMissionsFoundQuery = {
  readonly missions: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly title: string;
      readonly challenge: string;
      readonly hashtag: string;
    }>;
  };
};

export type MoreOrganisationsFoundQueryVariables = Exact<{
  q: string;
  after?: string | null | undefined;
}>;

export type MoreOrganisationsFoundQuery = {
  readonly organisations: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: ReadonlyArray<{
      readonly id: string;
      readonly name: string;
      readonly sector: Sector;
      readonly jurisdiction: string | null;
    }>;
  };
};

export type FoundMissionsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly title: string;
    readonly challenge: string;
    readonly hashtag: string;
  }>;
};

export type FoundOrganisationsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly sector: Sector;
    readonly jurisdiction: string | null;
  }>;
};

export type FoundCommitmentsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string;
    readonly state: CommitmentState;
    readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
  }>;
};

export type SignInPageQueryVariables = Exact<{
  language: Language;
}>;

export type SignInPageQuery = {
  readonly signInOptions: {
    readonly oidc: boolean;
    readonly personas: ReadonlyArray<{
      readonly description: string;
      readonly organisation: { readonly id: string; readonly name: string; readonly sector: Sector };
    }>;
  };
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type OrganisationPageQueryVariables = Exact<{
  id: string | number;
  on?: string | null | undefined;
  language: Language;
}>;

export type OrganisationPageQuery = {
  readonly organisation: {
    readonly id: string;
    readonly name: string;
    readonly sector: Sector;
    readonly jurisdiction: string | null;
    readonly website: string | null;
    readonly registeredAt: string;
    readonly identifiers: ReadonlyArray<{ readonly scheme: string; readonly value: string }>;
    readonly controlGroup: { readonly id: string; readonly name: string } | null;
    readonly missions: {
      readonly nodes: ReadonlyArray<{
        readonly roles: ReadonlyArray<Role>;
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean };
    };
    readonly reputations: {
      readonly nodes: ReadonlyArray<{
        readonly on: string;
        readonly computedAt: string;
        readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
        readonly estimates: ReadonlyArray<{
          readonly dimension: Dimension;
          readonly publication: ReputationPublication;
          readonly estimate: number | null;
          readonly uncertainty: number | null;
          readonly lower: number | null;
          readonly mass: number;
          readonly groups: number;
          readonly shortfall: { readonly groups: number; readonly mass: number } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly commitments: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string;
        readonly kind: CommitmentKind;
        readonly dueOn: string | null;
        readonly state: CommitmentState;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly delivered: { readonly amount: string; readonly unit: string } | null;
        readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly counterparties: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly mission: { readonly id: string; readonly title: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly reviewsReceived: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatWorked: string | null;
        readonly whatWorkedDisclosure: Disclosure;
        readonly whatToTry: string | null;
        readonly whatToTryDisclosure: Disclosure;
        readonly answer: string | null;
        readonly answerDisclosure: Disclosure | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: TieKind;
          readonly basis: TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
    readonly reviewsGiven: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatWorked: string | null;
        readonly whatWorkedDisclosure: Disclosure;
        readonly whatToTry: string | null;
        readonly whatToTryDisclosure: Disclosure;
        readonly answer: string | null;
        readonly answerDisclosure: Disclosure | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: TieKind;
          readonly basis: TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
  readonly reviewScale: ReadonlyArray<{
    readonly dimension: Dimension;
    readonly question: string;
    readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
  }>;
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export type ProfileFragment = {
  readonly on: string;
  readonly computedAt: string;
  readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
  readonly estimates: ReadonlyArray<{
    readonly dimension: Dimension;
    readonly publication: ReputationPublication;
    readonly estimate: number | null;
    readonly uncertainty: number | null;
    readonly lower: number | null;
    readonly mass: number;
    readonly groups: number;
    readonly shortfall: { readonly groups: number; readonly mass: number } | null;
  }>;
};

export type ScaleFragment = {
  readonly dimension: Dimension;
  readonly question: string;
  readonly anchors: ReadonlyArray<{ readonly score: number; readonly sentence: string }>;
};

export type CommitmentsOfOrganisationFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly description: string;
    readonly kind: CommitmentKind;
    readonly dueOn: string | null;
    readonly state: CommitmentState;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly delivered: { readonly amount: string; readonly unit: string } | null;
    readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    readonly counterparties: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    readonly mission: { readonly id: string; readonly title: string } | null;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type ReviewsShownFragment = {
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly submittedAt: string;
    readonly revisedAt: string | null;
    readonly answeredAt: string | null;
    readonly learnedByReviewer: string | null;
    readonly learnedByReviewed: string | null;
    readonly whatWorked: string | null;
    readonly whatWorkedDisclosure: Disclosure;
    readonly whatToTry: string | null;
    readonly whatToTryDisclosure: Disclosure;
    readonly answer: string | null;
    readonly answerDisclosure: Disclosure | null;
    readonly scores: {
      readonly results: number;
      readonly reliability: number;
      readonly openness: number;
      readonly learning: number;
    };
    readonly reviewer: { readonly id: string; readonly name: string } | null;
    readonly reviewed: { readonly id: string; readonly name: string } | null;
    readonly commitment: { readonly id: string; readonly description: string } | null;
    readonly ties: ReadonlyArray<{
      readonly kind: TieKind;
      readonly basis: TieBasis;
      readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
    }>;
  }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

export type ReviewShownFragment = {
  readonly id: string;
  readonly submittedAt: string;
  readonly revisedAt: string | null;
  readonly answeredAt: string | null;
  readonly learnedByReviewer: string | null;
  readonly learnedByReviewed: string | null;
  readonly whatWorked: string | null;
  readonly whatWorkedDisclosure: Disclosure;
  readonly whatToTry: string | null;
  readonly whatToTryDisclosure: Disclosure;
  readonly answer: string | null;
  readonly answerDisclosure: Disclosure | null;
  readonly scores: {
    readonly results: number;
    readonly reliability: number;
    readonly openness: number;
    readonly learning: number;
  };
  readonly reviewer: { readonly id: string; readonly name: string } | null;
  readonly reviewed: { readonly id: string; readonly name: string } | null;
  readonly commitment: { readonly id: string; readonly description: string } | null;
  readonly ties: ReadonlyArray<{
    readonly kind: TieKind;
    readonly basis: TieBasis;
    readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
  }>;
};

export type MoreReputationsQueryVariables = Exact<{
  id: string | number;
  on?: string | null | undefined;
  after?: string | null | undefined;
}>;

export type MoreReputationsQuery = {
  readonly organisation: {
    readonly reputations: {
      readonly nodes: ReadonlyArray<{
        readonly on: string;
        readonly computedAt: string;
        readonly mission: { readonly id: string; readonly title: string; readonly hashtag: string } | null;
        readonly estimates: ReadonlyArray<{
          readonly dimension: Dimension;
          readonly publication: ReputationPublication;
          readonly estimate: number | null;
          readonly uncertainty: number | null;
          readonly lower: number | null;
          readonly mass: number;
          readonly groups: number;
          readonly shortfall: { readonly groups: number; readonly mass: number } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreCommitmentsOfOrganisationQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreCommitmentsOfOrganisationQuery = {
  readonly organisation: {
    readonly commitments: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly description: string;
        readonly kind: CommitmentKind;
        readonly dueOn: string | null;
        readonly state: CommitmentState;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly delivered: { readonly amount: string; readonly unit: string } | null;
        readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly counterparties: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly mission: { readonly id: string; readonly title: string } | null;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreReviewsReceivedQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsReceivedQuery = {
  readonly organisation: {
    readonly reviewsReceived: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatWorked: string | null;
        readonly whatWorkedDisclosure: Disclosure;
        readonly whatToTry: string | null;
        readonly whatToTryDisclosure: Disclosure;
        readonly answer: string | null;
        readonly answerDisclosure: Disclosure | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: TieKind;
          readonly basis: TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type MoreReviewsGivenQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreReviewsGivenQuery = {
  readonly organisation: {
    readonly reviewsGiven: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly submittedAt: string;
        readonly revisedAt: string | null;
        readonly answeredAt: string | null;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatWorked: string | null;
        readonly whatWorkedDisclosure: Disclosure;
        readonly whatToTry: string | null;
        readonly whatToTryDisclosure: Disclosure;
        readonly answer: string | null;
        readonly answerDisclosure: Disclosure | null;
        readonly scores: {
          readonly results: number;
          readonly reliability: number;
          readonly openness: number;
          readonly learning: number;
        };
        readonly reviewer: { readonly id: string; readonly name: string } | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
        readonly commitment: { readonly id: string; readonly description: string } | null;
        readonly ties: ReadonlyArray<{
          readonly kind: TieKind;
          readonly basis: TieBasis;
          readonly contribution: { readonly id: string; readonly commitment: { readonly id: string } | null } | null;
        }>;
      }>;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
};

export type ReputationReasonsQueryVariables = Exact<{
  id: string | number;
  missionId: string | number;
  dimension: Dimension;
  position: string;
  on: string;
}>;

export type ReputationReasonsQuery = {
  readonly organisation: {
    readonly reputation: {
      readonly estimates: ReadonlyArray<{
        readonly reviews: ReadonlyArray<{
          readonly score: number;
          readonly anchor: number;
          readonly calibration: number;
          readonly reciprocity: number;
          readonly evidence: Evidence;
          readonly evidenceWeight: number;
          readonly decay: number;
          readonly weight: number;
          readonly share: number;
          readonly review: {
            readonly id: string;
            readonly submittedAt: string;
            readonly reviewer: { readonly id: string; readonly name: string } | null;
            readonly commitment: { readonly id: string; readonly description: string } | null;
          } | null;
        }>;
        readonly commitments: ReadonlyArray<{
          readonly decay: number;
          readonly missing: number;
          readonly speaksFor: number;
          readonly speaksAgainst: number;
          readonly share: number;
          readonly delivered: ReadonlyArray<{ readonly evidence: Evidence; readonly share: number }>;
          readonly commitment: {
            readonly id: string;
            readonly description: string;
            readonly dueOn: string | null;
          } | null;
        }>;
      }>;
    };
  } | null;
};

export type MissionPageQueryVariables = Exact<{
  id: string | number;
  afterPosition?: string | null | undefined;
}>;

export type MissionPageQuery = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: {
      readonly id: string;
      readonly name: string;
      readonly missions: {
        readonly nodes: ReadonlyArray<{
          readonly roles: ReadonlyArray<Role>;
          readonly mission: { readonly id: string } | null;
        }>;
      };
    } | null;
  } | null;
  readonly mission: {
    readonly id: string;
    readonly title: string;
    readonly challenge: string;
    readonly hashtag: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly sdgs: ReadonlyArray<string>;
    readonly openInvitation: boolean;
    readonly privateFields: ReadonlyArray<PrivateFields>;
    readonly declaredAt: string;
    readonly declaredBy: { readonly id: string; readonly name: string } | null;
    readonly places: ReadonlyArray<{ readonly name: string; readonly code: string | null }>;
    readonly invitations: ReadonlyArray<{
      readonly role: Role;
      readonly organisation: { readonly id: string; readonly name: string } | null;
    }>;
    readonly members: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly roles: ReadonlyArray<Role>;
        readonly organisation: { readonly id: string; readonly name: string; readonly sector: Sector } | null;
      }>;
    };
    readonly membersBySector: ReadonlyArray<{ readonly sector: Sector; readonly organisations: number }>;
    readonly indicators: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly description: string | null;
        readonly unit: string;
        readonly direction: Direction;
        readonly source: string | null;
        readonly proxyFor: string | null;
        readonly sdgs: ReadonlyArray<string>;
        readonly baseline: { readonly value: string; readonly on: string | null } | null;
        readonly target: { readonly value: string; readonly dueOn: string | null } | null;
        readonly targetHistory: ReadonlyArray<{
          readonly value: string;
          readonly dueOn: string | null;
          readonly reason: string | null;
          readonly setAt: string;
        }>;
        readonly progress: {
          readonly state: IndicatorProgressState;
          readonly share: string | null;
          readonly value: string | null;
          readonly measurement: {
            readonly note: string | null;
            readonly period: { readonly from: string; readonly to: string };
            readonly recordedBy: { readonly id: string; readonly name: string } | null;
            readonly evidence: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
            readonly evidenceFiles: ReadonlyArray<{
              readonly sha256: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly title: string | null;
              readonly url: string;
              readonly state: EvidenceFileState;
            }>;
          } | null;
        };
        readonly measurements: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly value: string;
            readonly group: string | null;
            readonly corrected: boolean;
            readonly period: { readonly from: string; readonly to: string };
            readonly place: { readonly name: string } | null;
          }>;
        };
      }>;
    };
    readonly progress: {
      readonly on: string;
      readonly computedAt: string;
      readonly kept: number;
      readonly due: number;
      readonly overdue: number;
      readonly withdrawn: number;
      readonly commitments: ReadonlyArray<{
        readonly kind: CommitmentKind;
        readonly state: CommitmentState;
        readonly count: number;
      }>;
      readonly promised: ReadonlyArray<{
        readonly kind: CommitmentKind;
        readonly unit: string;
        readonly amount: string;
        readonly count: number;
      }>;
      readonly contributions: ReadonlyArray<{
        readonly kind: CommitmentKind;
        readonly evidence: Evidence;
        readonly unit: string | null;
        readonly amount: string | null;
        readonly count: number;
        readonly disputed: number;
      }>;
    };
    readonly commitments: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string;
        readonly dueOn: string | null;
        readonly withdrawnAt: string | null;
        readonly withdrawalReason: string | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly standing: {
          readonly state: CommitmentState;
          readonly delivered: { readonly amount: string; readonly unit: string } | null;
        };
        readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly counterparties: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly terms: ReadonlyArray<{ readonly reason: string | null; readonly recordedAt: string }>;
        readonly contributions: {
          readonly pageInfo: { readonly hasNextPage: boolean };
          readonly nodes: ReadonlyArray<{ readonly evidence: Evidence; readonly disputed: boolean }>;
        };
        readonly reviews: {
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly learnedByReviewer: string | null;
            readonly learnedByReviewed: string | null;
            readonly whatToTry: string | null;
            readonly reviewed: { readonly id: string; readonly name: string } | null;
          }>;
        };
      }>;
    };
    readonly timeline: {
      readonly computedAt: string;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly position: string;
        readonly type: string;
        readonly stream: string;
        readonly recordedAt: string;
        readonly data: unknown;
        readonly actor: { readonly id: string; readonly name: string } | null;
      }>;
    };
  } | null;
};

export type MissionMembersFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly joinedAt: string;
    readonly leftAt: string | null;
    readonly roles: ReadonlyArray<Role>;
    readonly organisation: { readonly id: string; readonly name: string; readonly sector: Sector } | null;
  }>;
};

export type MissionIndicatorsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly description: string | null;
    readonly unit: string;
    readonly direction: Direction;
    readonly source: string | null;
    readonly proxyFor: string | null;
    readonly sdgs: ReadonlyArray<string>;
    readonly baseline: { readonly value: string; readonly on: string | null } | null;
    readonly target: { readonly value: string; readonly dueOn: string | null } | null;
    readonly targetHistory: ReadonlyArray<{
      readonly value: string;
      readonly dueOn: string | null;
      readonly reason: string | null;
      readonly setAt: string;
    }>;
    readonly progress: {
      readonly state: IndicatorProgressState;
      readonly share: string | null;
      readonly value: string | null;
      readonly measurement: {
        readonly note: string | null;
        readonly period: { readonly from: string; readonly to: string };
        readonly recordedBy: { readonly id: string; readonly name: string } | null;
        readonly evidence: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
        readonly evidenceFiles: ReadonlyArray<{
          readonly sha256: string;
          readonly name: string;
          readonly mediaType: string;
          readonly size: number;
          readonly title: string | null;
          readonly url: string;
          readonly state: EvidenceFileState;
        }>;
      } | null;
    };
    readonly measurements: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly group: string | null;
        readonly corrected: boolean;
        readonly period: { readonly from: string; readonly to: string };
        readonly place: { readonly name: string } | null;
      }>;
    };
  }>;
};

export type IndicatorMeasurementsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly value: string;
    readonly group: string | null;
    readonly corrected: boolean;
    readonly period: { readonly from: string; readonly to: string };
    readonly place: { readonly name: string } | null;
  }>;
};

export type MissionCommitmentsFragment = {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly id: string;
    readonly kind: CommitmentKind;
    readonly description: string;
    readonly dueOn: string | null;
    readonly withdrawnAt: string | null;
    readonly withdrawalReason: string | null;
    readonly quantity: { readonly amount: string; readonly unit: string } | null;
    readonly standing: {
      readonly state: CommitmentState;
      readonly delivered: { readonly amount: string; readonly unit: string } | null;
    };
    readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    readonly counterparties: ReadonlyArray<{ readonly id: string; readonly name: string }>;
    readonly terms: ReadonlyArray<{ readonly reason: string | null; readonly recordedAt: string }>;
    readonly contributions: {
      readonly pageInfo: { readonly hasNextPage: boolean };
      readonly nodes: ReadonlyArray<{ readonly evidence: Evidence; readonly disputed: boolean }>;
    };
    readonly reviews: {
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly learnedByReviewer: string | null;
        readonly learnedByReviewed: string | null;
        readonly whatToTry: string | null;
        readonly reviewed: { readonly id: string; readonly name: string } | null;
      }>;
    };
  }>;
};

export type MissionTimelinePageFragment = {
  readonly computedAt: string;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: ReadonlyArray<{
    readonly position: string;
    readonly type: string;
    readonly stream: string;
    readonly recordedAt: string;
    readonly data: unknown;
    readonly actor: { readonly id: string; readonly name: string } | null;
  }>;
};

export type TimelineLineFragment = {
  readonly position: string;
  readonly type: string;
  readonly stream: string;
  readonly recordedAt: string;
  readonly data: unknown;
  readonly actor: { readonly id: string; readonly name: string } | null;
};

export type MoreMembersQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreMembersQuery = {
  readonly mission: {
    readonly members: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly joinedAt: string;
        readonly leftAt: string | null;
        readonly roles: ReadonlyArray<Role>;
        readonly organisation: { readonly id: string; readonly name: string; readonly sector: Sector } | null;
      }>;
    };
  } | null;
};

export type MoreIndicatorsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreIndicatorsQuery = {
  readonly mission: {
    readonly indicators: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly name: string;
        readonly description: string | null;
        readonly unit: string;
        readonly direction: Direction;
        readonly source: string | null;
        readonly proxyFor: string | null;
        readonly sdgs: ReadonlyArray<string>;
        readonly baseline: { readonly value: string; readonly on: string | null } | null;
        readonly target: { readonly value: string; readonly dueOn: string | null } | null;
        readonly targetHistory: ReadonlyArray<{
          readonly value: string;
          readonly dueOn: string | null;
          readonly reason: string | null;
          readonly setAt: string;
        }>;
        readonly progress: {
          readonly state: IndicatorProgressState;
          readonly share: string | null;
          readonly value: string | null;
          readonly measurement: {
            readonly note: string | null;
            readonly period: { readonly from: string; readonly to: string };
            readonly recordedBy: { readonly id: string; readonly name: string } | null;
            readonly evidence: ReadonlyArray<{ readonly url: string; readonly title: string | null }>;
            readonly evidenceFiles: ReadonlyArray<{
              readonly sha256: string;
              readonly name: string;
              readonly mediaType: string;
              readonly size: number;
              readonly title: string | null;
              readonly url: string;
              readonly state: EvidenceFileState;
            }>;
          } | null;
        };
        readonly measurements: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly value: string;
            readonly group: string | null;
            readonly corrected: boolean;
            readonly period: { readonly from: string; readonly to: string };
            readonly place: { readonly name: string } | null;
          }>;
        };
      }>;
    };
  } | null;
};

export type MoreMeasurementsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreMeasurementsQuery = {
  readonly indicator: {
    readonly measurements: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly value: string;
        readonly group: string | null;
        readonly corrected: boolean;
        readonly period: { readonly from: string; readonly to: string };
        readonly place: { readonly name: string } | null;
      }>;
    };
  } | null;
};

export type MoreCommitmentsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreCommitmentsQuery = {
  readonly mission: {
    readonly commitments: {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly id: string;
        readonly kind: CommitmentKind;
        readonly description: string;
        readonly dueOn: string | null;
        readonly withdrawnAt: string | null;
        readonly withdrawalReason: string | null;
        readonly quantity: { readonly amount: string; readonly unit: string } | null;
        readonly standing: {
          readonly state: CommitmentState;
          readonly delivered: { readonly amount: string; readonly unit: string } | null;
        };
        readonly promisors: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly counterparties: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly terms: ReadonlyArray<{ readonly reason: string | null; readonly recordedAt: string }>;
        readonly contributions: {
          readonly pageInfo: { readonly hasNextPage: boolean };
          readonly nodes: ReadonlyArray<{ readonly evidence: Evidence; readonly disputed: boolean }>;
        };
        readonly reviews: {
          readonly nodes: ReadonlyArray<{
            readonly id: string;
            readonly learnedByReviewer: string | null;
            readonly learnedByReviewed: string | null;
            readonly whatToTry: string | null;
            readonly reviewed: { readonly id: string; readonly name: string } | null;
          }>;
        };
      }>;
    };
  } | null;
};

export type MoreTimelineQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;

export type MoreTimelineQuery = {
  readonly mission: {
    readonly timeline: {
      readonly computedAt: string;
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      readonly nodes: ReadonlyArray<{
        readonly position: string;
        readonly type: string;
        readonly stream: string;
        readonly recordedAt: string;
        readonly data: unknown;
        readonly actor: { readonly id: string; readonly name: string } | null;
      }>;
    };
  } | null;
};

export type MissionTimelineSubscriptionVariables = Exact<{
  missionId: string | number;
  afterPosition: string;
}>;

export type MissionTimelineSubscription = {
  readonly missionTimeline: {
    readonly position: string;
    readonly type: string;
    readonly stream: string;
    readonly recordedAt: string;
    readonly data: unknown;
    readonly actor: { readonly id: string; readonly name: string } | null;
  };
};

export type JoinMissionMutationVariables = Exact<{
  input: JoinMissionInput;
}>;

export type JoinMissionMutation = {
  readonly joinMission:
    | { readonly __typename: 'MissionRecorded'; readonly receipt: { readonly position: string | null } }
    | {
        readonly __typename: 'Refusal';
        readonly code: string;
        readonly message: string;
        readonly path: ReadonlyArray<string>;
      };
};

export type RefusedFragment = { readonly code: string; readonly message: string; readonly path: ReadonlyArray<string> };

export type ViewerFragment = {
  readonly viewer: {
    readonly canWrite: boolean;
    readonly expiresAt: string | null;
    readonly organisation: { readonly id: string; readonly name: string } | null;
  } | null;
};

export const CommitmentPageDocument =
  'query CommitmentPage($id: ID!, $afterPosition: Position, $language: Language!) {\n  ...Viewer\n  reviewScale(language: $language) {\n    ...Scale\n  }\n  viewer {\n    organisation {\n      missions(first: 100) {\n        nodes {\n          roles\n          mission {\n            id\n          }\n        }\n      }\n    }\n  }\n  commitment(id: $id, afterPosition: $afterPosition) {\n    id\n    kind\n    description\n    dueOn\n    madeAt\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    madeBy {\n      id\n      name\n    }\n    source {\n      dataset\n      record\n    }\n    standing {\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    mission {\n      id\n      title\n      hashtag\n    }\n    promisors {\n      id\n      name\n      sector\n    }\n    counterparties {\n      id\n      name\n      sector\n    }\n    terms {\n      position\n      kind\n      description\n      dueOn\n      reason\n      recordedAt\n      quantity {\n        amount\n        unit\n      }\n      recordedBy {\n        id\n        name\n      }\n    }\n    contributions(first: 20) {\n      ...CommitmentContributions\n    }\n    reviews(first: 20) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment CommitmentContributions on ContributionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...ContributionLine\n  }\n}\nfragment ContributionLine on Contribution {\n  id\n  description\n  disputed\n  evidence\n  note\n  noteDisclosure\n  recordedAt\n  contributor {\n    id\n    name\n  }\n  recordedBy {\n    id\n    name\n  }\n  period {\n    from\n    to\n  }\n  quantity {\n    amount\n    unit\n  }\n  source {\n    dataset\n    record\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n  statements {\n    ...StatementLine\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  state\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text\n  textDisclosure\n  organisation {\n    id\n    name\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    CommitmentPageQuery,
    CommitmentPageQueryVariables
  >;

export const MoreContributionsDocument =
  'query MoreContributions($id: ID!, $after: String) {\n  commitment(id: $id) {\n    contributions(first: 20, after: $after) {\n      ...CommitmentContributions\n    }\n  }\n}\nfragment CommitmentContributions on ContributionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...ContributionLine\n  }\n}\nfragment ContributionLine on Contribution {\n  id\n  description\n  disputed\n  evidence\n  note\n  noteDisclosure\n  recordedAt\n  contributor {\n    id\n    name\n  }\n  recordedBy {\n    id\n    name\n  }\n  period {\n    from\n    to\n  }\n  quantity {\n    amount\n    unit\n  }\n  source {\n    dataset\n    record\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n  statements {\n    ...StatementLine\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  state\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text\n  textDisclosure\n  organisation {\n    id\n    name\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}' as TypedDocument<
    MoreContributionsQuery,
    MoreContributionsQueryVariables
  >;

export const MoreReviewsDocument =
  'query MoreReviews($id: ID!, $after: String) {\n  commitment(id: $id) {\n    reviews(first: 20, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreReviewsQuery,
    MoreReviewsQueryVariables
  >;

export const DeclareContributionDocument =
  'mutation DeclareContribution($input: DeclareContributionInput!) {\n  declareContribution(input: $input) {\n    ...ContributionAnswer\n  }\n}\nfragment ContributionAnswer on ContributionResult {\n  __typename\n  ... on ContributionRecorded {\n    receipt {\n      position\n    }\n  }\n  ...Refused\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    DeclareContributionMutation,
    DeclareContributionMutationVariables
  >;

export const CorroborateContributionDocument =
  'mutation CorroborateContribution($input: CorroborateContributionInput!) {\n  corroborateContribution(input: $input) {\n    ...ContributionAnswer\n  }\n}\nfragment ContributionAnswer on ContributionResult {\n  __typename\n  ... on ContributionRecorded {\n    receipt {\n      position\n    }\n  }\n  ...Refused\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    CorroborateContributionMutation,
    CorroborateContributionMutationVariables
  >;

export const VerifyContributionDocument =
  'mutation VerifyContribution($input: VerifyContributionInput!) {\n  verifyContribution(input: $input) {\n    ...ContributionAnswer\n  }\n}\nfragment ContributionAnswer on ContributionResult {\n  __typename\n  ... on ContributionRecorded {\n    receipt {\n      position\n    }\n  }\n  ...Refused\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    VerifyContributionMutation,
    VerifyContributionMutationVariables
  >;

export const DisputeContributionDocument =
  'mutation DisputeContribution($input: DisputeContributionInput!) {\n  disputeContribution(input: $input) {\n    ...ContributionAnswer\n  }\n}\nfragment ContributionAnswer on ContributionResult {\n  __typename\n  ... on ContributionRecorded {\n    receipt {\n      position\n    }\n  }\n  ...Refused\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    DisputeContributionMutation,
    DisputeContributionMutationVariables
  >;

export const AmendCommitmentDocument =
  'mutation AmendCommitment($input: AmendCommitmentInput!) {\n  amendCommitment(input: $input) {\n    ...CommitmentAnswer\n  }\n}\nfragment CommitmentAnswer on CommitmentResult {\n  __typename\n  ... on CommitmentRecorded {\n    receipt {\n      position\n    }\n  }\n  ...Refused\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    AmendCommitmentMutation,
    AmendCommitmentMutationVariables
  >;

export const WithdrawCommitmentDocument =
  'mutation WithdrawCommitment($input: WithdrawCommitmentInput!) {\n  withdrawCommitment(input: $input) {\n    ...CommitmentAnswer\n  }\n}\nfragment CommitmentAnswer on CommitmentResult {\n  __typename\n  ... on CommitmentRecorded {\n    receipt {\n      position\n    }\n  }\n  ...Refused\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    WithdrawCommitmentMutation,
    WithdrawCommitmentMutationVariables
  >;

export const CommitmentFormPageDocument =
  'query CommitmentFormPage($missionId: ID!) {\n  ...Viewer\n  mission(id: $missionId) {\n    id\n    title\n    hashtag\n    endsOn\n    members(first: 100) {\n      nodes {\n        roles\n        organisation {\n          id\n          name\n        }\n      }\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    CommitmentFormPageQuery,
    CommitmentFormPageQueryVariables
  >;

export const MakeCommitmentDocument =
  'mutation MakeCommitment($input: MakeCommitmentInput!) {\n  makeCommitment(input: $input) {\n    __typename\n    ... on CommitmentRecorded {\n      commitment {\n        id\n      }\n      receipt {\n        position\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    MakeCommitmentMutation,
    MakeCommitmentMutationVariables
  >;

export const ContributionFormPageDocument =
  'query ContributionFormPage($commitmentId: ID!) {\n  ...Viewer\n  commitment(id: $commitmentId) {\n    id\n    kind\n    description\n    dueOn\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      delivered {\n        amount\n        unit\n      }\n    }\n    mission {\n      id\n      title\n      hashtag\n    }\n    promisors {\n      id\n      name\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    ContributionFormPageQuery,
    ContributionFormPageQueryVariables
  >;

export const RecordContributionDocument =
  'mutation RecordContribution($input: RecordContributionInput!) {\n  recordContribution(input: $input) {\n    __typename\n    ... on ContributionRecorded {\n      contribution {\n        id\n      }\n      receipt {\n        position\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    RecordContributionMutation,
    RecordContributionMutationVariables
  >;

export const MeasurementFormPageDocument =
  'query MeasurementFormPage($indicatorId: ID!) {\n  ...Viewer\n  indicator(id: $indicatorId) {\n    id\n    name\n    description\n    unit\n    direction\n    mission {\n      id\n      title\n      hashtag\n      places {\n        name\n        country\n        code\n      }\n    }\n    measurements(first: 100) {\n      nodes {\n        id\n        group\n        place {\n          name\n          country\n          code\n        }\n      }\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    MeasurementFormPageQuery,
    MeasurementFormPageQueryVariables
  >;

export const RecordMeasurementDocument =
  'mutation RecordMeasurement($input: RecordMeasurementInput!) {\n  recordMeasurement(input: $input) {\n    __typename\n    ... on MeasurementRecorded {\n      measurement {\n        id\n      }\n      receipt {\n        position\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    RecordMeasurementMutation,
    RecordMeasurementMutationVariables
  >;

export const ReviewPageDocument =
  'query ReviewPage($commitmentId: ID!, $reviewedId: ID!, $language: Language!) {\n  ...Viewer\n  viewer {\n    organisation {\n      controlGroup {\n        id\n      }\n    }\n  }\n  commitment(id: $commitmentId) {\n    id\n    description\n    kind\n    dueOn\n    state\n    madeAt\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    delivered {\n      amount\n      unit\n    }\n    mission {\n      id\n      title\n      hashtag\n      privateFields\n    }\n    promisors {\n      id\n      name\n    }\n    counterparties {\n      id\n      name\n    }\n    terms {\n      description\n      kind\n      dueOn\n      reason\n      recordedAt\n      quantity {\n        amount\n        unit\n      }\n    }\n    contributions(first: 25) {\n      ...EvidenceToRead\n    }\n    reviews(first: 100) {\n      nodes {\n        id\n        submittedAt\n        revisedAt\n        reviewer {\n          id\n        }\n        reviewed {\n          id\n        }\n        scores {\n          results\n          reliability\n          openness\n          learning\n        }\n        whatWorked\n        whatToTry\n      }\n    }\n  }\n  organisation(id: $reviewedId) {\n    id\n    name\n    controlGroup {\n      id\n    }\n  }\n  reviewScale(language: $language) {\n    ...Scale\n  }\n}\nfragment EvidenceToRead on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    recordedAt\n    note\n    noteDisclosure\n    contributor {\n      id\n      name\n    }\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    evidenceLinks {\n      url\n      title\n    }\n    evidenceFiles {\n      ...FileLine\n    }\n    statements {\n      ...StatementLine\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  state\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text\n  textDisclosure\n  organisation {\n    id\n    name\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    ReviewPageQuery,
    ReviewPageQueryVariables
  >;

export const MoreEvidenceToReadDocument =
  'query MoreEvidenceToRead($commitmentId: ID!, $after: String) {\n  commitment(id: $commitmentId) {\n    contributions(first: 25, after: $after) {\n      ...EvidenceToRead\n    }\n  }\n}\nfragment EvidenceToRead on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    recordedAt\n    note\n    noteDisclosure\n    contributor {\n      id\n      name\n    }\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    evidenceLinks {\n      url\n      title\n    }\n    evidenceFiles {\n      ...FileLine\n    }\n    statements {\n      ...StatementLine\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  state\n}\nfragment StatementLine on ContributionStatement {\n  act\n  recordedAt\n  text\n  textDisclosure\n  organisation {\n    id\n    name\n  }\n  evidenceLinks {\n    url\n    title\n  }\n  evidenceFiles {\n    ...FileLine\n  }\n}' as TypedDocument<
    MoreEvidenceToReadQuery,
    MoreEvidenceToReadQueryVariables
  >;

export const SubmitReviewDocument =
  'mutation SubmitReview($input: SubmitReviewInput!) {\n  submitReview(input: $input) {\n    __typename\n    ... on ReviewRecorded {\n      receipt {\n        position\n      }\n      review {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    SubmitReviewMutation,
    SubmitReviewMutationVariables
  >;

export const ReviseReviewDocument =
  'mutation ReviseReview($input: ReviseReviewInput!) {\n  reviseReview(input: $input) {\n    __typename\n    ... on ReviewRecorded {\n      receipt {\n        position\n      }\n      review {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    ReviseReviewMutation,
    ReviseReviewMutationVariables
  >;

export const DeclineReviewDocument =
  'mutation DeclineReview($input: DeclineReviewInput!) {\n  declineReview(input: $input) {\n    __typename\n    ... on ReviewDeclined {\n      receipt {\n        position\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    DeclineReviewMutation,
    DeclineReviewMutationVariables
  >;

export const AnswerReviewDocument =
  'mutation AnswerReview($input: AnswerReviewInput!) {\n  answerReview(input: $input) {\n    __typename\n    ... on ReviewRecorded {\n      receipt {\n        position\n      }\n      review {\n        ...ReviewShown\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}' as TypedDocument<
    AnswerReviewMutation,
    AnswerReviewMutationVariables
  >;

export const MarkLearnedDocument =
  'mutation MarkLearned($input: MarkLearnedInput!) {\n  markLearned(input: $input) {\n    __typename\n    ... on ReviewRecorded {\n      receipt {\n        position\n      }\n      review {\n        ...ReviewShown\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}' as TypedDocument<
    MarkLearnedMutation,
    MarkLearnedMutationVariables
  >;

export const ReviewVersionsDocument =
  'query ReviewVersions($id: ID!) {\n  review(id: $id) {\n    versions {\n      position\n      recordedAt\n      scores {\n        results\n        reliability\n        openness\n        learning\n      }\n      whatWorked\n      whatWorkedDisclosure\n      whatToTry\n      whatToTryDisclosure\n    }\n  }\n}' as TypedDocument<
    ReviewVersionsQuery,
    ReviewVersionsQueryVariables
  >;

export const DeskPageDocument =
  'query DeskPage($organisationId: ID!, $language: Language!) {\n  ...Viewer\n  desk(organisationId: $organisationId) {\n    organisation {\n      id\n      name\n    }\n    reviewRequests {\n      since\n      askedAs\n      reviewed {\n        id\n        name\n      }\n      commitment {\n        id\n        description\n        dueOn\n        mission {\n          id\n          title\n        }\n      }\n    }\n    reviewsToAnswer(first: 10) {\n      ...ReviewsShown\n    }\n    commitmentsToDeliver(first: 20) {\n      ...CommitmentsToDeliver\n    }\n    contributionsToDeclare(first: 20) {\n      ...ContributionsToAttest\n    }\n    contributionsToCorroborate(first: 20) {\n      ...ContributionsToAttest\n    }\n    contributionsToVerify(first: 20) {\n      ...ContributionsToAttest\n    }\n  }\n  reviewScale(language: $language) {\n    ...Scale\n  }\n}\nfragment CommitmentsToDeliver on CommitmentConnection {\n  nodes {\n    id\n    description\n    kind\n    dueOn\n    state\n    quantity {\n      amount\n      unit\n    }\n    delivered {\n      amount\n      unit\n    }\n    mission {\n      id\n      title\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment ContributionsToAttest on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    contributor {\n      id\n      name\n    }\n    recordedBy {\n      id\n      name\n    }\n    commitment {\n      id\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    DeskPageQuery,
    DeskPageQueryVariables
  >;

export const DeskViewerDocument =
  'query DeskViewer {\n  ...Viewer\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    DeskViewerQuery,
    DeskViewerQueryVariables
  >;

export const MoreReviewsToAnswerDocument =
  'query MoreReviewsToAnswer($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    reviewsToAnswer(first: 10, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreReviewsToAnswerQuery,
    MoreReviewsToAnswerQueryVariables
  >;

export const MoreCommitmentsToDeliverDocument =
  'query MoreCommitmentsToDeliver($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    commitmentsToDeliver(first: 20, after: $after) {\n      ...CommitmentsToDeliver\n    }\n  }\n}\nfragment CommitmentsToDeliver on CommitmentConnection {\n  nodes {\n    id\n    description\n    kind\n    dueOn\n    state\n    quantity {\n      amount\n      unit\n    }\n    delivered {\n      amount\n      unit\n    }\n    mission {\n      id\n      title\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreCommitmentsToDeliverQuery,
    MoreCommitmentsToDeliverQueryVariables
  >;

export const MoreContributionsToDeclareDocument =
  'query MoreContributionsToDeclare($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    contributionsToDeclare(first: 20, after: $after) {\n      ...ContributionsToAttest\n    }\n  }\n}\nfragment ContributionsToAttest on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    contributor {\n      id\n      name\n    }\n    recordedBy {\n      id\n      name\n    }\n    commitment {\n      id\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreContributionsToDeclareQuery,
    MoreContributionsToDeclareQueryVariables
  >;

export const MoreContributionsToCorroborateDocument =
  'query MoreContributionsToCorroborate($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    contributionsToCorroborate(first: 20, after: $after) {\n      ...ContributionsToAttest\n    }\n  }\n}\nfragment ContributionsToAttest on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    contributor {\n      id\n      name\n    }\n    recordedBy {\n      id\n      name\n    }\n    commitment {\n      id\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreContributionsToCorroborateQuery,
    MoreContributionsToCorroborateQueryVariables
  >;

export const MoreContributionsToVerifyDocument =
  'query MoreContributionsToVerify($organisationId: ID!, $after: String) {\n  desk(organisationId: $organisationId) {\n    contributionsToVerify(first: 20, after: $after) {\n      ...ContributionsToAttest\n    }\n  }\n}\nfragment ContributionsToAttest on ContributionConnection {\n  nodes {\n    id\n    kind\n    description\n    evidence\n    disputed\n    quantity {\n      amount\n      unit\n    }\n    period {\n      from\n      to\n    }\n    contributor {\n      id\n      name\n    }\n    recordedBy {\n      id\n      name\n    }\n    commitment {\n      id\n      description\n      mission {\n        id\n        title\n      }\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreContributionsToVerifyQuery,
    MoreContributionsToVerifyQueryVariables
  >;

export const DeskDeclareContributionDocument =
  'mutation DeskDeclareContribution($input: DeclareContributionInput!) {\n  declareContribution(input: $input) {\n    __typename\n    ... on ContributionRecorded {\n      receipt {\n        position\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    DeskDeclareContributionMutation,
    DeskDeclareContributionMutationVariables
  >;

export const DeskCorroborateContributionDocument =
  'mutation DeskCorroborateContribution($input: CorroborateContributionInput!) {\n  corroborateContribution(input: $input) {\n    __typename\n    ... on ContributionRecorded {\n      receipt {\n        position\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    DeskCorroborateContributionMutation,
    DeskCorroborateContributionMutationVariables
  >;

export const OwnDeskPageDocument =
  'query OwnDeskPage {\n  ...Viewer\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    OwnDeskPageQuery,
    OwnDeskPageQueryVariables
  >;

export const HomePageDocument =
  'query HomePage($after: String) {\n  ...Viewer\n  missions(first: 20, after: $after) {\n    ...HomeMissions\n  }\n}\nfragment HomeMissions on MissionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...MissionCard\n  }\n}\nfragment MissionCard on Mission {\n  id\n  title\n  challenge\n  hashtag\n  startsOn\n  endsOn\n  openInvitation\n  places {\n    name\n  }\n  membersBySector {\n    sector\n    organisations\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    HomePageQuery,
    HomePageQueryVariables
  >;

export const MoreMissionsDocument =
  'query MoreMissions($after: String) {\n  missions(first: 20, after: $after) {\n    ...HomeMissions\n  }\n}\nfragment HomeMissions on MissionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...MissionCard\n  }\n}\nfragment MissionCard on Mission {\n  id\n  title\n  challenge\n  hashtag\n  startsOn\n  endsOn\n  openInvitation\n  places {\n    name\n  }\n  membersBySector {\n    sector\n    organisations\n  }\n}' as TypedDocument<
    MoreMissionsQuery,
    MoreMissionsQueryVariables
  >;

export const SearchPageDocument =
  'query SearchPage($q: String!, $searching: Boolean!) {\n  ...Viewer\n  missions(first: 20, search: $q) @include(if: $searching) {\n    ...FoundMissions\n  }\n  organisations(first: 20, search: $q) @include(if: $searching) {\n    ...FoundOrganisations\n  }\n  commitments(first: 20, search: $q) @include(if: $searching) {\n    ...FoundCommitments\n  }\n}\nfragment FoundCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    description\n    state\n    promisors {\n      id\n      name\n    }\n  }\n}\nfragment FoundMissions on MissionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    title\n    challenge\n    hashtag\n  }\n}\nfragment FoundOrganisations on OrganisationConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    name\n    sector\n    jurisdiction\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    SearchPageQuery,
    SearchPageQueryVariables
  >;

export const MoreCommitmentsFoundDocument =
  'query MoreCommitmentsFound($q: String!, $after: String) {\n  commitments(first: 20, search: $q, after: $after) {\n    ...FoundCommitments\n  }\n}\nfragment FoundCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    description\n    state\n    promisors {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    MoreCommitmentsFoundQuery,
    MoreCommitmentsFoundQueryVariables
  >;

export const MoreMissionsFoundDocument =
  'query MoreMissionsFound($q: String!, $after: String) {\n  missions(first: 20, search: $q, after: $after) {\n    ...FoundMissions\n  }\n}\nfragment FoundMissions on MissionConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    title\n    challenge\n    hashtag\n  }\n}' as TypedDocument<
    MoreMissionsFoundQuery,
    MoreMissionsFoundQueryVariables
  >;

export const MoreOrganisationsFoundDocument =
  'query MoreOrganisationsFound($q: String!, $after: String) {\n  organisations(first: 20, search: $q, after: $after) {\n    ...FoundOrganisations\n  }\n}\nfragment FoundOrganisations on OrganisationConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    name\n    sector\n    jurisdiction\n  }\n}' as TypedDocument<
    MoreOrganisationsFoundQuery,
    MoreOrganisationsFoundQueryVariables
  >;

export const SignInPageDocument =
  'query SignInPage($language: Language!) {\n  ...Viewer\n  signInOptions {\n    oidc\n    personas {\n      description(language: $language)\n      organisation {\n        id\n        name\n        sector\n      }\n    }\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    SignInPageQuery,
    SignInPageQueryVariables
  >;

export const OrganisationPageDocument =
  'query OrganisationPage($id: ID!, $on: Date, $language: Language!) {\n  ...Viewer\n  organisation(id: $id) {\n    id\n    name\n    sector\n    jurisdiction\n    website\n    registeredAt\n    identifiers {\n      scheme\n      value\n    }\n    controlGroup {\n      id\n      name\n    }\n    missions(first: 50, includeFormer: true) {\n      nodes {\n        roles\n        joinedAt\n        leftAt\n        mission {\n          id\n          title\n          hashtag\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    reputations(first: 20, asOf: {on: $on}) {\n      nodes {\n        ...Profile\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n    commitments(first: 10) {\n      ...CommitmentsOfOrganisation\n    }\n    reviewsReceived(first: 5) {\n      ...ReviewsShown\n    }\n    reviewsGiven(first: 5) {\n      ...ReviewsShown\n    }\n  }\n  reviewScale(language: $language) {\n    ...Scale\n  }\n}\nfragment CommitmentsOfOrganisation on CommitmentConnection {\n  nodes {\n    id\n    description\n    kind\n    dueOn\n    state\n    quantity {\n      amount\n      unit\n    }\n    delivered {\n      amount\n      unit\n    }\n    promisors {\n      id\n      name\n    }\n    counterparties {\n      id\n      name\n    }\n    mission {\n      id\n      title\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Profile on Reputation {\n  on\n  computedAt\n  mission {\n    id\n    title\n    hashtag\n  }\n  estimates {\n    dimension\n    publication\n    estimate\n    uncertainty\n    lower\n    mass\n    groups\n    shortfall {\n      groups\n      mass\n    }\n  }\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}\nfragment Scale on DimensionScale {\n  dimension\n  question\n  anchors {\n    score\n    sentence\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    OrganisationPageQuery,
    OrganisationPageQueryVariables
  >;

export const MoreReputationsDocument =
  'query MoreReputations($id: ID!, $on: Date, $after: String) {\n  organisation(id: $id) {\n    reputations(first: 20, after: $after, asOf: {on: $on}) {\n      nodes {\n        ...Profile\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\nfragment Profile on Reputation {\n  on\n  computedAt\n  mission {\n    id\n    title\n    hashtag\n  }\n  estimates {\n    dimension\n    publication\n    estimate\n    uncertainty\n    lower\n    mass\n    groups\n    shortfall {\n      groups\n      mass\n    }\n  }\n}' as TypedDocument<
    MoreReputationsQuery,
    MoreReputationsQueryVariables
  >;

export const MoreCommitmentsOfOrganisationDocument =
  'query MoreCommitmentsOfOrganisation($id: ID!, $after: String) {\n  organisation(id: $id) {\n    commitments(first: 20, after: $after) {\n      ...CommitmentsOfOrganisation\n    }\n  }\n}\nfragment CommitmentsOfOrganisation on CommitmentConnection {\n  nodes {\n    id\n    description\n    kind\n    dueOn\n    state\n    quantity {\n      amount\n      unit\n    }\n    delivered {\n      amount\n      unit\n    }\n    promisors {\n      id\n      name\n    }\n    counterparties {\n      id\n      name\n    }\n    mission {\n      id\n      title\n    }\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreCommitmentsOfOrganisationQuery,
    MoreCommitmentsOfOrganisationQueryVariables
  >;

export const MoreReviewsReceivedDocument =
  'query MoreReviewsReceived($id: ID!, $after: String) {\n  organisation(id: $id) {\n    reviewsReceived(first: 20, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreReviewsReceivedQuery,
    MoreReviewsReceivedQueryVariables
  >;

export const MoreReviewsGivenDocument =
  'query MoreReviewsGiven($id: ID!, $after: String) {\n  organisation(id: $id) {\n    reviewsGiven(first: 20, after: $after) {\n      ...ReviewsShown\n    }\n  }\n}\nfragment ReviewShown on Review {\n  id\n  submittedAt\n  revisedAt\n  answeredAt\n  learnedByReviewer\n  learnedByReviewed\n  scores {\n    results\n    reliability\n    openness\n    learning\n  }\n  whatWorked\n  whatWorkedDisclosure\n  whatToTry\n  whatToTryDisclosure\n  answer\n  answerDisclosure\n  reviewer {\n    id\n    name\n  }\n  reviewed {\n    id\n    name\n  }\n  commitment {\n    id\n    description\n  }\n  ties {\n    kind\n    basis\n    contribution {\n      id\n      commitment {\n        id\n      }\n    }\n  }\n}\nfragment ReviewsShown on ReviewConnection {\n  nodes {\n    ...ReviewShown\n  }\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n}' as TypedDocument<
    MoreReviewsGivenQuery,
    MoreReviewsGivenQueryVariables
  >;

export const ReputationReasonsDocument =
  'query ReputationReasons($id: ID!, $missionId: ID!, $dimension: Dimension!, $position: Position!, $on: Date!) {\n  organisation(id: $id) {\n    reputation(missionId: $missionId, asOf: {position: $position, on: $on}) {\n      estimates(dimensions: [$dimension]) {\n        reviews {\n          score\n          anchor\n          calibration\n          reciprocity\n          evidence\n          evidenceWeight\n          decay\n          weight\n          share\n          review {\n            id\n            submittedAt\n            reviewer {\n              id\n              name\n            }\n            commitment {\n              id\n              description\n            }\n          }\n        }\n        commitments {\n          decay\n          missing\n          speaksFor\n          speaksAgainst\n          share\n          delivered {\n            evidence\n            share\n          }\n          commitment {\n            id\n            description\n            dueOn\n          }\n        }\n      }\n    }\n  }\n}' as TypedDocument<
    ReputationReasonsQuery,
    ReputationReasonsQueryVariables
  >;

export const MissionPageDocument =
  'query MissionPage($id: ID!, $afterPosition: Position) {\n  ...Viewer\n  viewer {\n    organisation {\n      missions(first: 100) {\n        nodes {\n          roles\n          mission {\n            id\n          }\n        }\n      }\n    }\n  }\n  mission(id: $id, afterPosition: $afterPosition) {\n    id\n    title\n    challenge\n    hashtag\n    startsOn\n    endsOn\n    sdgs\n    openInvitation\n    privateFields\n    declaredAt\n    declaredBy {\n      id\n      name\n    }\n    places {\n      name\n      code\n    }\n    invitations {\n      role\n      organisation {\n        id\n        name\n      }\n    }\n    members(first: 100, includeFormer: true) {\n      ...MissionMembers\n    }\n    membersBySector {\n      sector\n      organisations\n    }\n    indicators(first: 20) {\n      ...MissionIndicators\n    }\n    progress {\n      on\n      computedAt\n      kept\n      due\n      overdue\n      withdrawn\n      commitments {\n        kind\n        state\n        count\n      }\n      promised {\n        kind\n        unit\n        amount\n        count\n      }\n      contributions {\n        kind\n        evidence\n        unit\n        amount\n        count\n        disputed\n      }\n    }\n    commitments(first: 50) {\n      ...MissionCommitments\n    }\n    timeline(first: 20) {\n      ...MissionTimelinePage\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  state\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    value\n    group\n    corrected\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}\nfragment MissionCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    kind\n    description\n    dueOn\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    promisors {\n      id\n      name\n    }\n    counterparties {\n      id\n      name\n    }\n    terms {\n      reason\n      recordedAt\n    }\n    contributions(first: 20) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        evidence\n        disputed\n      }\n    }\n    reviews(first: 10) {\n      nodes {\n        id\n        learnedByReviewer\n        learnedByReviewed\n        whatToTry\n        reviewed {\n          id\n          name\n        }\n      }\n    }\n  }\n}\nfragment MissionIndicators on IndicatorConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    name\n    description\n    unit\n    direction\n    source\n    proxyFor\n    sdgs\n    baseline {\n      value\n      on\n    }\n    target {\n      value\n      dueOn\n    }\n    targetHistory {\n      value\n      dueOn\n      reason\n      setAt\n    }\n    progress {\n      state\n      share\n      value\n      measurement {\n        period {\n          from\n          to\n        }\n        recordedBy {\n          id\n          name\n        }\n        note\n        evidence {\n          url\n          title\n        }\n        evidenceFiles {\n          ...FileLine\n        }\n      }\n    }\n    measurements(first: 100) {\n      ...IndicatorMeasurements\n    }\n  }\n}\nfragment MissionMembers on MembershipConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    joinedAt\n    leftAt\n    roles\n    organisation {\n      id\n      name\n      sector\n    }\n  }\n}\nfragment MissionTimelinePage on TimelineConnection {\n  computedAt\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...TimelineLine\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  actor {\n    id\n    name\n  }\n}\nfragment Viewer on Query {\n  viewer {\n    canWrite\n    expiresAt\n    organisation {\n      id\n      name\n    }\n  }\n}' as TypedDocument<
    MissionPageQuery,
    MissionPageQueryVariables
  >;

export const MoreMembersDocument =
  'query MoreMembers($id: ID!, $after: String) {\n  mission(id: $id) {\n    members(first: 100, after: $after, includeFormer: true) {\n      ...MissionMembers\n    }\n  }\n}\nfragment MissionMembers on MembershipConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    joinedAt\n    leftAt\n    roles\n    organisation {\n      id\n      name\n      sector\n    }\n  }\n}' as TypedDocument<
    MoreMembersQuery,
    MoreMembersQueryVariables
  >;

export const MoreIndicatorsDocument =
  'query MoreIndicators($id: ID!, $after: String) {\n  mission(id: $id) {\n    indicators(first: 20, after: $after) {\n      ...MissionIndicators\n    }\n  }\n}\nfragment FileLine on EvidenceFile {\n  sha256\n  name\n  mediaType\n  size\n  title\n  url\n  state\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    value\n    group\n    corrected\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}\nfragment MissionIndicators on IndicatorConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    name\n    description\n    unit\n    direction\n    source\n    proxyFor\n    sdgs\n    baseline {\n      value\n      on\n    }\n    target {\n      value\n      dueOn\n    }\n    targetHistory {\n      value\n      dueOn\n      reason\n      setAt\n    }\n    progress {\n      state\n      share\n      value\n      measurement {\n        period {\n          from\n          to\n        }\n        recordedBy {\n          id\n          name\n        }\n        note\n        evidence {\n          url\n          title\n        }\n        evidenceFiles {\n          ...FileLine\n        }\n      }\n    }\n    measurements(first: 100) {\n      ...IndicatorMeasurements\n    }\n  }\n}' as TypedDocument<
    MoreIndicatorsQuery,
    MoreIndicatorsQueryVariables
  >;

export const MoreMeasurementsDocument =
  'query MoreMeasurements($id: ID!, $after: String) {\n  indicator(id: $id) {\n    measurements(first: 100, after: $after) {\n      ...IndicatorMeasurements\n    }\n  }\n}\nfragment IndicatorMeasurements on MeasurementConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    value\n    group\n    corrected\n    period {\n      from\n      to\n    }\n    place {\n      name\n    }\n  }\n}' as TypedDocument<
    MoreMeasurementsQuery,
    MoreMeasurementsQueryVariables
  >;

export const MoreCommitmentsDocument =
  'query MoreCommitments($id: ID!, $after: String) {\n  mission(id: $id) {\n    commitments(first: 50, after: $after) {\n      ...MissionCommitments\n    }\n  }\n}\nfragment MissionCommitments on CommitmentConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    id\n    kind\n    description\n    dueOn\n    withdrawnAt\n    withdrawalReason\n    quantity {\n      amount\n      unit\n    }\n    standing {\n      state\n      delivered {\n        amount\n        unit\n      }\n    }\n    promisors {\n      id\n      name\n    }\n    counterparties {\n      id\n      name\n    }\n    terms {\n      reason\n      recordedAt\n    }\n    contributions(first: 20) {\n      pageInfo {\n        hasNextPage\n      }\n      nodes {\n        evidence\n        disputed\n      }\n    }\n    reviews(first: 10) {\n      nodes {\n        id\n        learnedByReviewer\n        learnedByReviewed\n        whatToTry\n        reviewed {\n          id\n          name\n        }\n      }\n    }\n  }\n}' as TypedDocument<
    MoreCommitmentsQuery,
    MoreCommitmentsQueryVariables
  >;

export const MoreTimelineDocument =
  'query MoreTimeline($id: ID!, $after: String) {\n  mission(id: $id) {\n    timeline(first: 50, after: $after) {\n      ...MissionTimelinePage\n    }\n  }\n}\nfragment MissionTimelinePage on TimelineConnection {\n  computedAt\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    ...TimelineLine\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  actor {\n    id\n    name\n  }\n}' as TypedDocument<
    MoreTimelineQuery,
    MoreTimelineQueryVariables
  >;

export const MissionTimelineDocument =
  'subscription MissionTimeline($missionId: ID!, $afterPosition: Position!) {\n  missionTimeline(missionId: $missionId, afterPosition: $afterPosition) {\n    ...TimelineLine\n  }\n}\nfragment TimelineLine on TimelineEntry {\n  position\n  type\n  stream\n  recordedAt\n  data\n  actor {\n    id\n    name\n  }\n}' as TypedDocument<
    MissionTimelineSubscription,
    MissionTimelineSubscriptionVariables
  >;

export const JoinMissionDocument =
  'mutation JoinMission($input: JoinMissionInput!) {\n  joinMission(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code\n  message\n  path\n}' as TypedDocument<
    JoinMissionMutation,
    JoinMissionMutationVariables
  >;
