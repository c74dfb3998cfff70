import type { CalendarDate, Instant, Period, Quantity } from '@maillage/kernel';
import type { ProposedSettlement } from '../agreement.arithmetic.js';
import type { CommitmentTerms, SettlementOutcome } from '../events.js';

/** How a party answered. Whether a proposal lapsed follows from the day asked about; see `partyState`. */
export type PartyAnswer = 'PROPOSED' | 'ACCEPTED' | 'DECLINED' | 'RELEASED';

export interface Party {
  readonly part: 'PROMISOR' | 'COUNTERPARTY';
  readonly answer: PartyAnswer;
  /** The latest version of the terms that it accepted. */
  readonly acceptedVersion: number | undefined;
  /** The day it first accepted. */
  readonly acceptedOn: CalendarDate | undefined;
  /** Of a promisor: the day from which it is bound; none where it accepted once the promise was due. */
  readonly boundOn: CalendarDate | undefined;
  /** The day it left, or ceased to exist. */
  readonly releasedOn: CalendarDate | undefined;
  /** The day from which others could know of that. */
  readonly leavingHeardOn: CalendarDate | undefined;
  /** Of a successor: the party whose place it is asked to take… */
  readonly inPlaceOf: string | undefined;
  /** …and the last day on which it may; none for anybody else, and where older entries say none. */
  readonly answerUntil: CalendarDate | undefined;
}

/** A version of the terms that was in force. */
export interface TermsVersion {
  readonly version: number;
  readonly terms: CommitmentTerms;
  /** From that day on. */
  readonly on: CalendarDate;
}

/** A change that is open, as far as its time is not over; see `openAmendment`. */
export interface Amendment {
  readonly version: number;
  /** None where the promise is to be taken back. */
  readonly terms: CommitmentTerms | undefined;
  readonly reason: string;
  readonly proposedBy: string;
  readonly mustAccept: readonly string[];
  /** Whoever proposed it among them. */
  readonly acceptedBy: readonly string[];
  readonly on: CalendarDate;
}

/** When it is agreed on follows; see `agreedSince`. */
export interface Settlement extends ProposedSettlement {
  readonly id: string;
  readonly outcome: SettlementOutcome;
  readonly dueOn: CalendarDate | undefined;
  readonly proposedBy: string;
  /** How it ended, if an event says so; by time, it ends without one. */
  readonly ended: 'DECLINED' | 'DROPPED' | undefined;
  readonly endedOn: CalendarDate | undefined;
}

/** What was recorded of a contribution, as a version has it. */
export interface ContributionVersion {
  readonly quantity: Quantity | undefined;
  readonly period: Period;
  readonly milestone: string | undefined;
  readonly description: string | undefined;
  readonly completes: boolean;
  readonly on: CalendarDate;
}

/** What somebody said of a version of a contribution. */
export interface Statement {
  readonly by: string;
  readonly version: number;
  readonly on: CalendarDate;
}

export interface Verification extends Statement {
  readonly found: Quantity | undefined;
}

export interface Dispute extends Statement {
  readonly withdrawnOn: CalendarDate | undefined;
}

export interface Objection extends Dispute {
  readonly id: string;
  readonly answered: boolean;
}

export interface ContributionState {
  readonly contributorId: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  /** Of what was given; a later amendment may not make it another. */
  readonly unit: string | undefined;
  readonly declared: boolean;
  /** Oldest first: 1, 2 and so on. The last one counts. */
  readonly versions: readonly ContributionVersion[];
  readonly passesOn: { readonly commitmentId: string; readonly contributionId: string } | undefined;
  readonly retractedOn: CalendarDate | undefined;
  /** Of whatever version. What was corrected since weighs no more; see `statementsInForce`. */
  readonly corroborations: readonly Statement[];
  readonly verifications: readonly Verification[];
  readonly disputes: readonly Dispute[];
  readonly objections: readonly Objection[];
  /** From this version on, what was said of the contribution still speaks for it. */
  readonly evidenceSince: number;
}

/** Who judges whom. */
export interface ReviewPair {
  readonly reviewerId: string;
  readonly reviewedId: string;
}

export interface ReviewState extends ReviewPair {
  /** The reviewer, the reviewed organisation, or both. */
  readonly learnedBy: readonly string[];
}

export interface MadeCommitment {
  readonly made: true;
  readonly missionId: string;
  readonly madeOn: CalendarDate;
  /** As they were named, whether or not they accepted. */
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
  /** By organisation: those on both sides. */
  readonly parties: Readonly<Record<string, Party>>;
  /** Those that had not accepted when it was made. */
  readonly askedIds: readonly string[];
  /** The terms in force, and which version they are. */
  readonly terms: CommitmentTerms;
  readonly version: number;
  /** Every version that was in force, oldest first; the last one still is. */
  readonly versions: readonly TermsVersion[];
  /** The highest number that a version ever had, in force or not. */
  readonly lastVersion: number;
  /** The latest that was neither recorded nor refused nor dropped. */
  readonly amendment: Amendment | undefined;
  /** All, oldest first. */
  readonly settlements: readonly Settlement[];
  /** Published data tells of it. */
  readonly reported: boolean;
  /** It was opened by something given without an earlier promise. */
  readonly gift: boolean;
  readonly withdrawn: boolean;
  /** Of notes on its progress, by id. */
  readonly notes: readonly string[];
  readonly contributions: Readonly<Record<string, ContributionState>>;
  readonly reviews: Readonly<Record<string, ReviewState>>;
  readonly declined: readonly ReviewPair[];
  /** The latest day that an entry is dated. */
  readonly on: CalendarDate;
}

/** As much of a commitment as tells who is bound, until when it changes freely, and who has to agree. */
export type Promised = Pick<
  MadeCommitment,
  'madeOn' | 'promisorIds' | 'counterpartyIds' | 'parties' | 'terms' | 'versions' | 'settlements'
>;

export type CommitmentState = { readonly made: false } | MadeCommitment;
