import { z } from 'zod';
import { enumeration, events, privately, ref, same, shape, text, uuid } from '@maillage/kernel';
import { erasableReason, ofMission } from './shared.events.js';

const score = z.int().min(0).max(4);
export const scores = shape(
  'Scores',
  'Each from 0 to 4; what each point stands for is in the query `reviewScale`.',
  z.strictObject({
    results: score.describe('What came of the work, for those it was meant for'),
    reliability: score.describe('Whether what was promised came as promised'),
    openness: score.describe('Whether others could see what was done, setbacks included'),
    learning: score.describe('Whether experience changed what was done'),
  }),
);
export type Scores = z.output<typeof scores>;

/** What a review says, whenever it is submitted or revised: formative, so both questions are answered. */
const comment = text(4000);
export const opinion = {
  scores: scores.describe('What the work is found to be worth'),
  whatWorked: comment.describe('What went well'),
  whatToTry: comment.describe('What could go better'),
};
export const answer = comment;

export const tieKind = enumeration('TieKind', 'What may stand between a reviewer and the organisation it reviews.', {
  SAME_CONTROL_GROUP: 'Both belong to one control group. Such a review is refused.',
  PAYMENT: 'Money went from the one to the other within the 365 days before the review.',
  SHARED_MEMBER: 'One and the same person acts for both.',
});
export type TieKind = z.output<typeof tieKind>;
/** Those that are shown beside a review. The first is refused, so that no review is recorded with it. */
export const SHOWN_TIES = ['PAYMENT', 'SHARED_MEMBER'] as const satisfies readonly TieKind[];
export type ShownTie = (typeof SHOWN_TIES)[number];
/** Ties the reviewer declares, each once. */
export function tiesOf<Kind extends TieKind>(each: z.ZodType<Kind>) {
  return z
    .array(each)
    .refine((ties) => new Set(ties).size === ties.length, { error: 'names a tie twice; name each once' });
}

/** The same as the log holds it: in plain in older entries alone, for it is said of another, who may have it erased. */
const recordedOpinion = { scores, whatWorked: privately(comment), whatToTry: privately(comment) };

/** Before reviewers could declare ties, none did. */
const withoutTies = (data: object) => ({ ...data, ties: [] });
/** Data written before texts could be private fits the schema since. */
const unchanged = { 1: same };

const ofReview = { ...ofMission, reviewId: uuid };

/** Of stream `commitment/<id>`: what others think of the work. */
export const reviewEvents = events({
  ReviewSubmitted: {
    says: 'One organisation gave its view of another’s work on this commitment.',
    data: z.strictObject({
      ...ofReview,
      reviewerId: ref('Organisation'),
      reviewedId: ref('Organisation'),
      ...recordedOpinion,
      ties: tiesOf(z.enum(SHOWN_TIES)).describe('Ties to the reviewed organisation that the reviewer itself declares'),
    }),
    schema: 4,
    // Until then, words that were public were in plain.
    upcast: { ...unchanged, 2: withoutTies, 3: same },
    mission: 'missionId',
  },
  ReviewRevised: {
    says: 'The reviewer replaced its review; the latest counts, all stay visible.',
    data: z.strictObject({
      ...ofReview,
      reviewedId: ref('Organisation').optional().describe('Whom it is about; older entries do not say'),
      ...recordedOpinion,
    }),
    schema: 3,
    upcast: { ...unchanged, 2: same },
    mission: 'missionId',
  },
  ReviewAnswered: {
    says: 'The reviewed organisation responded; a later answer replaces this one.',
    data: z.strictObject({
      ...ofReview,
      reviewerId: ref('Organisation').optional().describe('Whom it answers; older entries do not say'),
      answer: privately(answer),
    }),
    schema: 3,
    upcast: { ...unchanged, 2: same },
    mission: 'missionId',
  },
  ReviewLearned: {
    says: 'The reviewer or the reviewed organisation marked the point of a review as learned.',
    data: z.strictObject({ ...ofReview, markedBy: ref('Organisation') }),
    mission: 'missionId',
  },
  ReviewDeclined: {
    says: 'An organisation asked for its view said that it cannot judge this. It weighs nothing, and binds nobody.',
    data: z.strictObject({
      ...ofMission,
      reviewerId: ref('Organisation'),
      reviewedId: ref('Organisation'),
      reason: erasableReason.optional(),
    }),
    mission: 'missionId',
    // That somebody cannot judge is no news: it says nothing of the work, and names who would not speak of it.
    timeline: false,
  },
});
