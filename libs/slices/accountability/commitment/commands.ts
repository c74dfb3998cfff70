import { z } from 'zod';
import { calendarDate, period, quantity, text, uuid, type CommandOf } from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';
import {
  answer,
  commitmentTerms,
  evidenceNote,
  KINDS,
  opinion,
  parties,
  promisors,
  reason,
  source,
  TIE_KINDS,
  tiesOf,
} from './events.js';

/**
 * Addressed to a commitment that stands, the terms are its own and need not be repeated; addressed to a new one,
 * `missionId`, `kind` and `description` open it, promised and kept in one.
 */
const recordContribution = z
  .strictObject({
    /** The actor, unless the mission's backbone records for another. */
    contributorId: uuid.optional(),
    quantity: quantity.optional(),
    date: calendarDate.optional(),
    period: period.optional(),
    description: text(2000).optional(),
    evidence: evidenceItems,
    note: evidenceNote.optional(),
    /** The command's id, unless the client chooses another. */
    contributionId: uuid.optional(),
    source: source.optional(),
    missionId: uuid.optional(),
    kind: z.enum(KINDS).optional(),
    counterpartyIds: parties.optional(),
  })
  .refine(({ date, period }) => (date === undefined) !== (period === undefined), {
    error: 'must be given, or `period`, but not both',
    path: ['date'],
  });

export const commitmentCommands = {
  MakeCommitment: commitmentTerms.extend({
    missionId: uuid,
    /** The actor alone, if left out. */
    promisorIds: promisors.optional(),
    counterpartyIds: parties.default([]),
    source: source.optional(),
  }),
  AmendCommitment: commitmentTerms.extend({ reason }),
  WithdrawCommitment: z.strictObject({ reason }),
  RecordContribution: recordContribution,
  DeclareContribution: z.strictObject({
    contributionId: uuid,
    evidence: evidenceItems,
    note: evidenceNote.optional(),
  }),
  CorroborateContribution: z.strictObject({
    contributionId: uuid,
    statement: evidenceNote.optional(),
    evidence: evidenceItems,
  }),
  VerifyContribution: z.strictObject({
    contributionId: uuid,
    finding: evidenceNote.optional(),
    evidence: evidenceItems,
  }),
  DisputeContribution: z.strictObject({ contributionId: uuid, reason }),
  /** `reviewId` is the command's id, unless the client chooses another. */
  SubmitReview: z.strictObject({
    reviewId: uuid.optional(),
    reviewedId: uuid,
    ...opinion,
    // Without a default: a retry of what was sent before ties could be declared must still be the same command.
    ties: tiesOf(TIE_KINDS).optional(),
  }),
  ReviseReview: z.strictObject({ reviewId: uuid, ...opinion }),
  AnswerReview: z.strictObject({ reviewId: uuid, answer }),
  /** For the reviewer and for the reviewed organisation. */
  MarkLearned: z.strictObject({ reviewId: uuid }),
  /** "We cannot judge this": a review is no longer asked for, and may still be given. */
  DeclineReview: z.strictObject({ reviewedId: uuid, reason: reason.optional() }),
};
export type CommitmentCommand = CommandOf<typeof commitmentCommands>;
export type CommitmentCommandOf<Type extends CommitmentCommand['type']> = Extract<CommitmentCommand, { type: Type }>;

export type AccountabilityRefusal =
  // What is named does not exist, or exists already.
  | 'UNKNOWN_MISSION'
  | 'UNKNOWN_ORGANISATION'
  | 'UNKNOWN_COMMITMENT'
  | 'UNKNOWN_CONTRIBUTION'
  | 'UNKNOWN_REVIEW'
  | 'COMMITMENT_EXISTS'
  | 'CONTRIBUTION_EXISTS'
  | 'REVIEW_EXISTS'
  // Who may act.
  | 'NOT_A_MEMBER'
  | 'NOT_A_PROMISOR'
  | 'NOT_A_COUNTERPARTY'
  | 'NOT_AN_EVALUATOR'
  | 'SAME_CONTROL_GROUP'
  // The promise.
  | 'ON_BOTH_SIDES'
  | 'UNIT_DOES_NOT_FIT'
  | 'AFTER_DUE'
  | 'DUE_IN_PAST'
  | 'DUE_DATE_DROPPED'
  | 'TERMS_UNCHANGED'
  | 'COMMITMENT_WITHDRAWN'
  // What was given towards it.
  | 'OPENING_INCOMPLETE'
  | 'MISSION_DIFFERS'
  | 'KIND_DIFFERS'
  | 'UNIT_DIFFERS'
  | 'COUNTERPARTIES_DIFFER'
  | 'PERIOD_IN_FUTURE'
  // How it is attested.
  | 'OWN_CONTRIBUTION'
  | 'NOT_YOUR_CONTRIBUTION'
  | 'ALREADY_DECLARED'
  | 'ALREADY_CORROBORATED'
  | 'ALREADY_VERIFIED'
  | 'ALREADY_DISPUTED'
  // The reviews of it.
  | 'SELF_REVIEW'
  | 'NOT_REVIEWABLE'
  | 'ALREADY_REVIEWED'
  | 'ALREADY_DECLINED'
  | 'NOT_YOUR_REVIEW'
  | 'NOT_YOURS_TO_ANSWER'
  | 'NOT_YOURS_TO_MARK'
  | 'ALREADY_LEARNED';
