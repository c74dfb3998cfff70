import { z } from 'zod';
import { calendarDate, commands, foundQuantity, part, period, quantity, text, uuid } from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';
import { evidenceNote, milestoneKey, reason, termsVersion } from './events.js';

// What is said of a contribution once it is recorded: by its giver, by evaluators, and by those that see it otherwise.

const ATTESTING = ['UNKNOWN_ORGANISATION', 'UNKNOWN_COMMITMENT', 'UNKNOWN_CONTRIBUTION'] as const;
const CORRECTING = [
  ...ATTESTING,
  'NOT_YOUR_CONTRIBUTION',
  'CONTRIBUTION_RETRACTED',
  'ALREADY_VERIFIED',
  'CASE_OPEN',
] as const;
const OBJECTING = [...ATTESTING, 'OWN_CONTRIBUTION', 'SAME_CONTROL_GROUP', 'CONTRIBUTION_RETRACTED'] as const;
const OF_OBJECTION = [
  'UNKNOWN_ORGANISATION',
  'UNKNOWN_COMMITMENT',
  'UNKNOWN_OBJECTION',
  'OBJECTION_WITHDRAWN',
] as const;

const contributionId = part('Contribution').describe('The contribution it is about, by its id.');
const objectionId = part('Objection').describe('The objection it is about, by its id.');
const ERASABLE = 'public, and erased on request of whoever it names.';

export const versionRead = termsVersion
  .optional()
  .describe(
    'The version of the terms that it has read: acting on a promise accepts those in force, if it did not yet.',
  );

export const contributionCommands = commands(
  {
    CorrectContribution: {
      seat: 'WRITER',
      for: 'For the giver or, until it declares it, whoever recorded it: replaces what was recorded as a whole. Within 24 hours, and before anybody else acted on it, no reason is asked and its evidence stays; later its evidence begins anew.',
      data: z
        .strictObject({
          contributionId,
          quantity: quantity.optional().describe('How much was given.'),
          date: calendarDate.optional().describe('The day it was given; or name a period.'),
          period: period.optional().describe('The days over which it was given; or name a date.'),
          description: text(2000).optional().describe('What was given, in words.'),
          milestone: milestoneKey.optional().describe('The milestone that is reached with it, by its key.'),
          completes: z
            .boolean()
            .optional()
            .describe('Whether it completes the promise, where nothing is counted and there are no milestones.'),
          reason: reason.optional().describe('What was wrong; public. Asked once a day has passed, or others acted.'),
          termsVersion: versionRead,
        })
        .refine(({ date, period: days }) => (date === undefined) !== (days === undefined), {
          error: 'must be given, or `period`, but not both',
          path: ['date'],
        }),
      about: 'contributionId',
      refusals: [
        ...CORRECTING,
        'REASON_MISSING',
        'CONTRIBUTION_UNCHANGED',
        'VERSION_SUPERSEDED',
        'NOT_A_MEMBER',
        'MEMBER_SUSPENDED',
        'ORGANISATION_DISSOLVED',
        'UNIT_DIFFERS',
        'UNIT_DOES_NOT_FIT',
        'TOO_MANY_DECIMALS',
        'PERIOD_IN_FUTURE',
        'UNKNOWN_MILESTONE',
        'COMPLETES_NOTHING',
        'PASSED_ON_UNKNOWN',
        'PASSED_ON_TOO_MUCH',
      ],
    },
    RetractContribution: {
      seat: 'WRITER',
      for: 'For the giver or, until it declares it, whoever recorded it: takes it back. It stays visible, and counts for nothing.',
      data: z.strictObject({ contributionId, reason: reason.describe('Why it is taken back; public.') }),
      about: 'contributionId',
      refusals: CORRECTING,
    },
    VerifyContribution: {
      seat: 'WRITER',
      for: 'For evaluators of the mission with no tie to any party: finds that it was given, or so much of it. An accredited one’s word is the last: it settles disputes, ends correction and says how much counts; any other one’s weighs as a corroboration.',
      data: z.strictObject({
        contributionId,
        found: foundQuantity
          .optional()
          .describe('How much you found, where it is less than was recorded; 0 for nothing.'),
        noTies: z
          .boolean()
          .optional()
          .describe('True: that nothing ties you to the parties, money within the last 365 days included. Public.'),
        finding: evidenceNote
          .optional()
          .describe(
            'What you found, and how. Kept out of the public log where the mission asks for private EVIDENCE_NOTES.',
          ),
        evidence: evidenceItems,
      }),
      about: 'contributionId',
      refusals: [
        ...ATTESTING,
        'NOT_DECLARED',
        'NOT_A_MEMBER',
        'NOT_AN_EVALUATOR',
        'SAME_CONTROL_GROUP',
        'CONTRIBUTION_RETRACTED',
        'TIES_NOT_DENIED',
        'FOUND_TOO_LARGE',
        'UNIT_DIFFERS',
        'TOO_MANY_DECIMALS',
        'ALREADY_VERIFIED',
      ],
    },
    DisputeContribution: {
      seat: 'WRITER',
      for: 'For bound promisors, receivers that accepted, evaluators and backbones, outside the giver’s control group: says that it was not given as recorded. It counts for nothing until that is settled, taken back, or 60 days have passed.',
      data: z.strictObject({ contributionId, reason: reason.describe(`What is not as recorded; ${ERASABLE}`) }),
      about: 'contributionId',
      refusals: [...OBJECTING, 'NO_STANDING', 'ALREADY_VERIFIED', 'ALREADY_DISPUTED', 'TOO_MANY_DISPUTES'],
    },
    WithdrawDispute: {
      seat: 'WRITER',
      for: 'For the organisation that disputed it: takes that back.',
      data: z.strictObject({ contributionId, reason: reason.optional().describe(`Why; ${ERASABLE}`) }),
      about: 'contributionId',
      refusals: [...ATTESTING, 'NOT_DISPUTED'],
    },
    NoteObjection: {
      seat: 'WRITER',
      for: 'For parties that accepted, and for members since 30 days at least, outside the giver’s control group: says what they see otherwise. It stands beside the contribution, and holds nothing up.',
      data: z.strictObject({
        contributionId,
        objectionId: uuid.optional().describe('The command’s own id, where none is given.'),
        reason: reason.describe(`What you see otherwise; ${ERASABLE}`),
      }),
      about: 'contributionId',
      refusals: [
        ...OBJECTING,
        'NOT_A_MEMBER',
        'MEMBER_TOO_RECENT',
        'ALREADY_OBJECTED',
        'OBJECTION_EXISTS',
        'TOO_MANY_OBJECTIONS',
      ],
    },
    AnswerObjection: {
      seat: 'WRITER',
      for: 'For the organisation whose contribution it is about: its answer, which stands beside it. A later one replaces it.',
      data: z.strictObject({ objectionId, answer: reason.describe(`What you say to it; ${ERASABLE}`) }),
      about: 'objectionId',
      refusals: [...OF_OBJECTION, 'NOT_YOURS_TO_ANSWER'],
    },
    WithdrawObjection: {
      seat: 'WRITER',
      for: 'For the organisation that noted it: takes it back.',
      data: z.strictObject({ objectionId, reason: reason.optional().describe(`Why; ${ERASABLE}`) }),
      about: 'objectionId',
      refusals: [...OF_OBJECTION, 'NOT_YOUR_OBJECTION'],
    },
  },
  {
    CONTRIBUTION_RETRACTED: 'The contribution was taken back; it counts for nothing.',
    CONTRIBUTION_UNCHANGED: 'This is what is recorded already.',
    REASON_MISSING: 'After a day, or once others acted on it, a contribution is corrected with a reason.',
    CASE_OPEN: 'A case about the contribution is open; what comes of it comes first.',
    PASSED_ON_UNKNOWN: 'Only what the giver received and corroborated is handed on.',
    PASSED_ON_TOO_MUCH: 'More would be handed on than was received.',
    FOUND_TOO_LARGE: 'No more is found than was recorded.',
    NO_STANDING: 'The organisation has no stake in it that lets it freeze the contribution; it may note an objection.',
    NOT_DISPUTED: 'The organisation has no open dispute about the contribution.',
    TOO_MANY_DISPUTES: 'The organisation’s control group has three open disputes with this giver in the mission.',
    TOO_MANY_OBJECTIONS: 'The organisation’s control group has three open objections to this giver.',
    MEMBER_TOO_RECENT: 'The organisation has not been a member for long enough.',
    ALREADY_VERIFIED:
      'An accredited evaluator, or this organisation in the same words, verified the contribution already.',
    ALREADY_DISPUTED: 'The organisation, or one of its control group, disputed this contribution as it stands already.',
    ALREADY_OBJECTED: 'The organisation, or one of its control group, objected to this already.',
    OBJECTION_EXISTS: 'This objection is recorded already.',
    UNKNOWN_OBJECTION: 'The commitment has no such objection.',
    OBJECTION_WITHDRAWN: 'The objection was taken back.',
    NOT_YOUR_OBJECTION: 'An objection is taken back by the organisation that noted it.',
  },
);
