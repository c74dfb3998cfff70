import { z } from 'zod';
import {
  calendarDate,
  commands,
  part,
  period,
  quantity,
  ref,
  source,
  text,
  uuid,
  type CommandOf,
} from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';
import { changeCommands } from './changes.commands.js';
import { contributionCommands, versionRead } from './contribution.commands.js';
import {
  actionId,
  aims,
  answer,
  commitmentTerms,
  evidenceNote,
  kind,
  milestoneKey,
  opinion,
  parties,
  passesOn,
  promisors,
  reason,
  termsVersion,
  tieKind,
  tiesOf,
} from './events.js';

const KEPT_PRIVATE = 'Kept out of the public log where the mission asks for private EVIDENCE_NOTES.';
const note = evidenceNote.describe(`A word on the evidence. ${KEPT_PRIVATE}`);

/**
 * Addressed to a commitment that stands, the terms are its own and need not be repeated; addressed to a new one,
 * `missionId`, `kind` and `description` open it, promised and kept in one.
 */
const recordContribution = z
  .strictObject({
    contributorId: ref('Organisation')
      .optional()
      .describe('Your organisation, unless a backbone of the mission records for another.'),
    quantity: quantity.optional().describe('How much was given.'),
    date: calendarDate.optional().describe('The day it was given; or name a period.'),
    period: period.optional().describe('The days over which it was given; or name a date.'),
    description: text(2000).optional().describe('What was given, in words; to open a commitment, what it is to.'),
    milestone: milestoneKey.optional().describe('The milestone that is reached with it, by its key.'),
    completes: z
      .boolean()
      .optional()
      .describe('Whether it completes the promise, where nothing is counted and there are no milestones.'),
    evidence: evidenceItems,
    note: note.optional(),
    contributionId: uuid.optional().describe('The command’s own id, where none is given.'),
    passesOn: passesOn
      .optional()
      .describe('A contribution that the giver received and corroborated, and hands on with this: counted once.'),
    source: source.optional().describe('Where it comes from, if it is imported.'),
    missionId: ref('Mission').optional().describe('To open a commitment: the mission it is to.'),
    kind: kind.optional().describe('To open a commitment: what is given.'),
    counterpartyIds: parties.optional().describe('To open a commitment: who received it.'),
    termsVersion: versionRead,
  })
  .refine(({ date, period }) => (date === undefined) !== (period === undefined), {
    error: 'must be given, or `period`, but not both',
    path: ['date'],
  });

/** What anybody may be told who acts in a mission: it does not know the organisation, or has no such commitment. */
const OF_COMMITMENT = ['UNKNOWN_ORGANISATION', 'UNKNOWN_COMMITMENT'] as const;
const PROMISING = [
  'UNKNOWN_ORGANISATION',
  'UNKNOWN_MISSION',
  'NOT_A_MEMBER',
  'NOT_A_PROMISOR',
  'ON_BOTH_SIDES',
] as const;
const ANSWERING = [
  ...OF_COMMITMENT,
  'NOT_A_PARTY',
  'COMMITMENT_WITHDRAWN',
  'PROPOSAL_LAPSED',
  'ALREADY_ANSWERED',
  'VERSION_SUPERSEDED',
] as const;
const ATTESTING = [...OF_COMMITMENT, 'UNKNOWN_CONTRIBUTION'] as const;
const OF_REVIEW = [...OF_COMMITMENT, 'UNKNOWN_REVIEW'] as const;
const JUDGING = [
  ...OF_COMMITMENT,
  'NOT_A_MEMBER',
  'SELF_REVIEW',
  'NOT_REVIEWABLE',
  'SAME_CONTROL_GROUP',
  'ALREADY_REVIEWED',
] as const;

const contributionId = part('Contribution').describe('The contribution it is about, by its id.');
const reviewId = part('Review').describe('The review it is about, by its id.');

const commitmentsOwn = commands(
  {
    MakeCommitment: {
      seat: 'WRITER',
      for: 'For its promisors, or on their behalf for a backbone of the mission: something is promised.',
      creates: true,
      data: commitmentTerms.safeExtend({
        missionId: ref('Mission').describe('The mission it is promised to.'),
        promisorIds: promisors.optional().describe('Your organisation alone, if left out.'),
        counterpartyIds: parties.default([]).describe('To whom it is promised, beside the mission.'),
        aims: aims.optional().describe('Indicators of the mission that it is to move; it adds to no total.'),
        actionId: actionId.optional(),
        source: source
          .optional()
          .describe(
            'Where it comes from, if it is published data: it is then reported, and binds nobody until accepted.',
          ),
      }),
      about: 'missionId',
      refusals: [
        ...PROMISING,
        'COMMITMENT_EXISTS',
        'MISSION_CLOSED',
        'ORGANISATION_DISSOLVED',
        'MEMBER_SUSPENDED',
        'UNIT_DOES_NOT_FIT',
        'TOO_MANY_DECIMALS',
        'DUE_IN_PAST',
        'UNKNOWN_INDICATOR',
        'TOO_MANY_PROPOSALS',
      ],
    },
    AcceptCommitment: {
      seat: 'WRITER',
      for: 'For a party that is asked: accepts the terms in force. A promisor is bound from then on; a counterparty owes nothing, and agrees by its silence to a first extension of up to 30 days. Also for whoever a change waits for: accepts that.',
      data: z.strictObject({ termsVersion: termsVersion.describe('The version that it has read.') }),
      refusals: [
        ...ANSWERING,
        'NOT_A_MEMBER',
        'MEMBER_SUSPENDED',
        'ORGANISATION_DISSOLVED',
        'PARTY_RELEASED',
        'SAME_CONTROL_GROUP',
      ],
    },
    DeclineCommitment: {
      seat: 'WRITER',
      for: 'For a party that is asked: says no. Nothing follows from that, for anybody. Also for whoever a change waits for: the terms in force stay.',
      data: z.strictObject({
        termsVersion: termsVersion.describe('The version that it has read.'),
        reason: reason.optional().describe('Why; public, and erased on request.'),
      }),
      refusals: [...ANSWERING, 'PARTY_RELEASED', 'SAME_CONTROL_GROUP'],
    },
    NoteProgress: {
      seat: 'WRITER',
      for: 'For a promisor that has accepted: tells how it is going. That delivers nothing and counts for nothing.',
      data: z.strictObject({
        noteId: uuid.optional().describe('The command’s own id, where none is given.'),
        text: text(2000).describe('How it is going, setbacks included; public, and erased on request.'),
        evidence: evidenceItems,
      }),
      refusals: [...OF_COMMITMENT, 'NOT_A_PROMISOR', 'COMMITMENT_WITHDRAWN', 'NOTE_EXISTS'],
    },
    RecordContribution: {
      seat: 'WRITER',
      for: 'For the giver, or on its behalf for a backbone: what was given towards a commitment, or opens one.',
      data: recordContribution,
      refusals: [
        ...PROMISING,
        'UNKNOWN_COMMITMENT',
        'COMMITMENT_WITHDRAWN',
        'CONTRIBUTION_EXISTS',
        'OPENING_INCOMPLETE',
        'TOO_MANY_PROPOSALS',
        'MISSION_DIFFERS',
        'KIND_DIFFERS',
        'UNIT_DIFFERS',
        'UNIT_DOES_NOT_FIT',
        'TOO_MANY_DECIMALS',
        'COUNTERPARTIES_DIFFER',
        'PERIOD_IN_FUTURE',
        'PROPOSAL_LAPSED',
        'VERSION_SUPERSEDED',
        'UNKNOWN_MILESTONE',
        'COMPLETES_NOTHING',
        'PASSED_ON_UNKNOWN',
        'PASSED_ON_TOO_MUCH',
        'MEMBER_SUSPENDED',
        'ORGANISATION_DISSOLVED',
      ],
    },
    DeclareContribution: {
      seat: 'WRITER',
      for: 'For the giver: makes its own what another recorded on its behalf.',
      data: z.strictObject({
        contributionId,
        evidence: evidenceItems,
        note: note.optional(),
        termsVersion: versionRead,
      }),
      about: 'contributionId',
      refusals: [
        ...ATTESTING,
        'NOT_YOUR_CONTRIBUTION',
        'CONTRIBUTION_RETRACTED',
        'ALREADY_DECLARED',
        'VERSION_SUPERSEDED',
        'NOT_A_MEMBER',
        'MEMBER_SUSPENDED',
        'ORGANISATION_DISSOLVED',
      ],
    },
    CorroborateContribution: {
      seat: 'WRITER',
      for: 'For a receiver or, where none is named, another member: confirms that it was given.',
      data: z.strictObject({
        contributionId,
        statement: evidenceNote.optional().describe(`What you know of it. ${KEPT_PRIVATE}`),
        evidence: evidenceItems,
        termsVersion: versionRead,
      }),
      about: 'contributionId',
      refusals: [
        ...ATTESTING,
        'CONTRIBUTION_RETRACTED',
        'NOT_DECLARED',
        'OWN_CONTRIBUTION',
        'NOT_A_COUNTERPARTY',
        'NOT_A_MEMBER',
        'MEMBER_SUSPENDED',
        'ORGANISATION_DISSOLVED',
        'SAME_CONTROL_GROUP',
        'ALREADY_CORROBORATED',
        'VERSION_SUPERSEDED',
      ],
    },
    SubmitReview: {
      seat: 'WRITER',
      for: 'For members outside its control group: a formative view of one promisor’s work.',
      data: z.strictObject({
        reviewId: uuid.optional().describe('The command’s own id, where none is given.'),
        reviewedId: ref('Organisation').describe('A promisor of the commitment, outside your control group.'),
        ...opinion,
        // Without a default: a retry of what was sent before ties could be declared must still be the same command.
        ties: tiesOf(tieKind)
          .optional()
          .describe('Ties you know of, each once; they stay with the review when it is revised.'),
      }),
      about: 'reviewedId',
      refusals: [...JUDGING, 'MEMBER_SUSPENDED', 'REVIEW_EXISTS'],
    },
    ReviseReview: {
      seat: 'WRITER',
      for: 'For the reviewer: replaces what the review says. The latest counts; all stay visible.',
      data: z.strictObject({ reviewId, ...opinion }),
      about: 'reviewId',
      refusals: [...OF_REVIEW, 'NOT_A_MEMBER', 'NOT_YOUR_REVIEW', 'SAME_CONTROL_GROUP'],
    },
    AnswerReview: {
      seat: 'WRITER',
      for: 'For the organisation reviewed, a member or not by now: its answer. A later one replaces it.',
      data: z.strictObject({ reviewId, answer: answer.describe('What you say to it.') }),
      about: 'reviewId',
      refusals: [...OF_REVIEW, 'NOT_YOURS_TO_ANSWER'],
    },
    MarkLearned: {
      seat: 'WRITER',
      for: 'For the reviewer and for the organisation reviewed, once each: the point is taken, on either side.',
      data: z.strictObject({ reviewId }),
      about: 'reviewId',
      refusals: [...OF_REVIEW, 'NOT_A_MEMBER', 'NOT_YOURS_TO_MARK', 'ALREADY_LEARNED'],
    },
    DeclineReview: {
      seat: 'WRITER',
      for: '“We cannot judge this”, for whoever could review: it is asked no more, and may still review. Nobody gains or loses by it.',
      data: z.strictObject({
        reviewedId: ref('Organisation').describe('The promisor you were asked to review.'),
        reason: reason.optional().describe('Enters the log, kept private where the mission keeps review comments so.'),
      }),
      about: 'reviewedId',
      refusals: [...JUDGING, 'ALREADY_DECLINED'],
    },
  },
  {
    UNKNOWN_COMMITMENT: 'The ledger has no such commitment.',
    COMMITMENT_EXISTS: 'This commitment is recorded already.',
    MEMBER_SUSPENDED:
      'The organisation is suspended for a while: it promises and reviews again afterwards, and may keep what it promised at any time.',
    NOT_A_PROMISOR: 'This is for an organisation that made the promise or, on its behalf, a backbone of the mission.',
    ON_BOTH_SIDES: 'One organisation cannot stand on both sides of a commitment.',
    UNIT_DOES_NOT_FIT:
      'The unit does not fit the kind: money is counted in a currency, and everything else in another unit.',
    TOO_MANY_DECIMALS: 'The amount has more decimals than its currency has.',
    DUE_IN_PAST: 'The due date named has passed, or is the day itself: a promise is of what is to come.',
    TOO_MANY_PROPOSALS:
      'So many proposals to one organisation wait for its answer that it is asked no more for a while.',
    NOT_A_PARTY: 'The promise does not name the organisation.',
    PARTY_RELEASED: 'The organisation left the promise.',
    PROPOSAL_LAPSED: 'What was proposed, or the place of one that exists no more, was not accepted in time.',
    ALREADY_ANSWERED: 'The organisation has answered already.',
    VERSION_SUPERSEDED: 'Other terms are in force by now: those are answered.',
    NOTE_EXISTS: 'This note is recorded already.',
    NOT_DECLARED: 'Its giver has neither accepted the promise nor declared the contribution.',
    UNKNOWN_MILESTONE: 'The promise has no such milestone.',
    COMPLETES_NOTHING: 'The promise is not kept by a contribution that is said to complete it.',
    COMMITMENT_WITHDRAWN: 'The commitment was withdrawn.',
    UNKNOWN_CONTRIBUTION: 'The commitment has no such contribution.',
    CONTRIBUTION_EXISTS: 'This contribution is recorded already.',
    OPENING_INCOMPLETE: 'Something is missing that it takes to open a commitment with this contribution.',
    MISSION_DIFFERS: 'The commitment is to another mission.',
    KIND_DIFFERS: 'The commitment is of another kind, which it keeps.',
    UNIT_DIFFERS: 'The commitment is counted in another unit.',
    COUNTERPARTIES_DIFFER: 'The commitment is to other organisations.',
    NOT_A_COUNTERPARTY: 'The commitment names whom it is to: one of those corroborates it.',
    SAME_CONTROL_GROUP: 'Both organisations belong to one control group; somebody from outside it must say this.',
    OWN_CONTRIBUTION: 'Your organisation gave it or recorded it; others say something of it.',
    NOT_YOUR_CONTRIBUTION:
      'A contribution is declared by its giver, and corrected or taken back by it or, until then, by whoever recorded it.',
    ALREADY_DECLARED: 'The contribution is declared already.',
    ALREADY_CORROBORATED: 'Your organisation has corroborated this contribution already.',
    UNKNOWN_REVIEW: 'The commitment has no such review.',
    REVIEW_EXISTS: 'This review is recorded already.',
    SELF_REVIEW: 'An organisation does not review its own work.',
    NOT_REVIEWABLE: 'A review is of an organisation that made the promise.',
    ALREADY_REVIEWED: 'Your organisation has reviewed this work already; it may revise its review.',
    ALREADY_DECLINED: 'Your organisation has said already that it cannot judge this; it may still review.',
    NOT_YOUR_REVIEW: 'A review is revised by the organisation that gave it.',
    NOT_YOURS_TO_ANSWER: 'A review or an objection is answered by the organisation whose work it is about.',
    NOT_YOURS_TO_MARK:
      'A review is marked as learned by the organisation that gave it, or by the one that it is about.',
    ALREADY_LEARNED: 'Your organisation has marked this review as learned already.',
  },
);

export const commitmentCommands = { ...changeCommands, ...commitmentsOwn, ...contributionCommands };
export type CommitmentCommands = typeof commitmentCommands;
export type CommitmentCommandOf<Name extends keyof CommitmentCommands> = CommandOf<CommitmentCommands, Name>;
