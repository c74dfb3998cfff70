import { z } from 'zod';
import {
  enumeration,
  events,
  foundQuantity,
  instant,
  period,
  quantity,
  recordedSource,
  ref,
  same,
  shape,
  text,
  uuid,
  type Provenance,
} from '@maillage/kernel';
import { recordedEvidence } from '@maillage/evidence';
import {
  dated,
  erasableReason,
  kind,
  milestoneKey,
  ofContribution,
  on,
  reason,
  recordedNote,
} from './shared.events.js';

/** Weakest first: a level is only ever left for a later one. */
export const evidenceLevel = enumeration('Evidence', 'How well a contribution is attested.', {
  NONE: 'Recorded by another, and not yet declared by the giver.',
  DECLARED: 'By the giver.',
  CORROBORATED: 'By a receiver outside the giver’s control group.',
  VERIFIED:
    'By an evaluator of the mission that is accredited, has no tie to any party, and had no payment to or from the giver within a year.',
});
export type Evidence = z.output<typeof evidenceLevel>;
export const EVIDENCE: readonly Evidence[] = evidenceLevel.options;

/** So long a contribution is mended without giving reasons, as long as nobody else acted on it. */
export const SLIP_HOURS = 24;
/** A dispute that no accredited verification settled lapses after so many days. */
export const DISPUTE_DAYS = 60;
/** An objection is folded away after so many days. */
export const OBJECTION_DAYS = 180;
/** Within so many days an objection is answered in good time. */
const ANSWER_DAYS = 30;

/** Contributions of any commitment are handed on, so both ids are named. */
export const passesOn = shape(
  'PassedOn',
  'A contribution that its receiver hands on.',
  z.strictObject({
    commitmentId: ref('Commitment').describe('The commitment it was given towards'),
    contributionId: uuid.describe('Its id there: `uuid` of the contribution'),
  }),
);

const amounts = {
  quantity: quantity.optional().describe('How much was given'),
  period: period.describe('The days over which it was given'),
  description: text(2000).optional().describe('What was given, in words'),
  milestone: milestoneKey.optional().describe('The milestone that is reached with it, by its key'),
  completes: z.boolean().describe('Whether it is said to complete the promise'),
};

/** Whom words about a contribution concern, and who may have them erased. */
const giver = ref('Organisation').optional().describe('Who gave it; older entries do not say');

/** Data from before texts, files and private files fits what came after each. */
const unchangedThrice = { 1: same, 2: same, 3: same };
/** Words were in plain until they could be erased, and stay so. */
const withDay = { ...unchangedThrice, 4: dated, 5: same };
const notCompleting = {
  ...unchangedThrice,
  4: (old: object, recorded: Provenance) => ({
    ...dated(old, recorded),
    completes: false,
  }),
  5: <Data extends object>(old: Data, { recordedAt: at }: Provenance) => ({ ...old, at }),
  6: same,
  // No source said whether it was verified.
  7: same,
};

/** Of stream `commitment/<id>`: what was given towards it, and what others said of that. */
export const contributionEvents = events({
  ContributionRecorded: {
    says: 'Something was given towards the commitment. `declared` tells whether the giver itself says so.',
    data: z.strictObject({
      ...ofContribution,
      contributorId: ref('Organisation'),
      kind,
      ...amounts,
      passesOn: passesOn.optional().describe('The contribution its giver received before and hands on with this'),
      evidence: recordedEvidence,
      note: recordedNote,
      // Said in the data and not by the envelope alone, because who may corroborate it is decided from the data.
      recordedBy: ref('Organisation'),
      declared: z.boolean(),
      source: recordedSource.optional(),
      on,
      at: instant.describe('The moment it was recorded: for a day from then on, it is mended without giving reasons'),
    }),
    schema: 8,
    upcast: notCompleting,
    mission: 'missionId',
    withholds: { words: ['/description', '/note', '/evidence'], where: ({ declared }) => !declared },
  },
  ContributionDeclared: {
    says: 'The giver made a contribution its own that another had recorded on its behalf.',
    data: z.strictObject({ ...ofContribution, evidence: recordedEvidence, note: recordedNote, on }),
    schema: 6,
    upcast: withDay,
    mission: 'missionId',
  },
  ContributionCorrected: {
    says: 'What was recorded of a contribution was replaced as a whole by its giver, or by whoever recorded it; the earlier version stays visible.',
    data: z.strictObject({
      ...ofContribution,
      version: z.int().min(2).describe('Which version of the contribution it is: 1 as it was recorded'),
      correctedBy: ref('Organisation'),
      ...amounts,
      keepsEvidence: z
        .boolean()
        .describe('Whether it was a slip of the pen, mended before anybody else acted: what speaks for it then stays'),
      reason: reason.optional(),
      on,
    }),
    mission: 'missionId',
    withholds: { words: ['/description', '/reason'] },
  },
  ContributionRetracted: {
    says: 'A contribution was taken back by its giver, or by whoever recorded it. It counts for nothing.',
    data: z.strictObject({ ...ofContribution, retractedBy: ref('Organisation'), reason, on }),
    mission: 'missionId',
    withholds: { words: ['/reason'] },
  },
  ContributionCorroborated: {
    says: 'A receiver outside the giver’s control group confirmed the contribution.',
    data: z.strictObject({
      ...ofContribution,
      contributorId: giver,
      corroboratedBy: ref('Organisation'),
      statement: recordedNote,
      evidence: recordedEvidence,
      on,
    }),
    schema: 6,
    upcast: withDay,
    mission: 'missionId',
  },
  ContributionVerified: {
    says: 'An evaluator of the mission with no tie to any party found the contribution as recorded, or so much of it.',
    data: z.strictObject({
      ...ofContribution,
      contributorId: giver,
      verifiedBy: ref('Organisation'),
      found: foundQuantity.optional().describe('How much was found, where it is less than was recorded; 0 for nothing'),
      noTies: z
        .literal(true)
        .optional()
        .describe('It denies ties to every party; entries from before that was asked do not say'),
      finding: recordedNote,
      evidence: recordedEvidence,
      on,
    }),
    schema: 7,
    // Until 6, nothing found could not be said.
    upcast: { ...withDay, 6: same },
    mission: 'missionId',
  },
  ContributionDisputed: {
    says: 'An organisation holds that the contribution is not as recorded. It counts for nothing until that ends.',
    data: z.strictObject({
      ...ofContribution,
      contributorId: ref('Organisation')
        .optional()
        .describe('Who gave it, and is asked to correct it; older entries do not say'),
      disputedBy: ref('Organisation'),
      reason: erasableReason,
      on,
    }),
    schema: 3,
    upcast: { 1: dated, 2: same },
    mission: 'missionId',
    asks: {
      of: 'contributorId',
      days: DISPUTE_DAYS,
      ref: 'contributionId',
      ends: ['ContributionCorrected', 'ContributionRetracted'],
      drops: ['DisputeWithdrawn', 'ContributionVerified'],
      lapses: true,
    },
  },
  DisputeWithdrawn: {
    says: 'Whoever disputed the contribution took that back.',
    data: z.strictObject({
      ...ofContribution,
      contributorId: giver,
      withdrawnBy: ref('Organisation'),
      reason: erasableReason.optional(),
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: 'missionId',
  },
  ObjectionNoted: {
    says: 'A member of the mission said what it sees otherwise. That is shown, and holds nothing up.',
    data: z.strictObject({
      ...ofContribution,
      objectionId: uuid,
      contributorId: ref('Organisation').describe('Who gave it, and is asked for an answer'),
      objectedBy: ref('Organisation'),
      reason: erasableReason,
      on,
    }),
    mission: 'missionId',
    asks: {
      of: 'contributorId',
      days: ANSWER_DAYS,
      ref: 'objectionId',
      ends: ['ObjectionAnswered'],
      drops: ['ObjectionWithdrawn'],
      lapses: true,
    },
  },
  ObjectionAnswered: {
    says: 'The giver answered an objection; a later answer replaces this one.',
    data: z.strictObject({
      ...ofContribution,
      objectionId: uuid,
      objectedBy: ref('Organisation').optional().describe('Whom it answers; older entries do not say'),
      answer: erasableReason,
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: 'missionId',
  },
  ObjectionWithdrawn: {
    says: 'Whoever objected took that back.',
    data: z.strictObject({
      ...ofContribution,
      objectionId: uuid,
      contributorId: giver,
      reason: erasableReason.optional(),
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: 'missionId',
  },
});
