import { z } from 'zod';
import {
  calendarDate,
  enumeration,
  events,
  period,
  privately,
  quantity,
  ref,
  shape,
  text,
  uuid,
  type EventOf,
} from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';

export const kind = enumeration('CommitmentKind', 'What is promised or given.', {
  MONEY: 'Counted in a currency.',
  TIME: 'Hours or days of somebody’s work.',
  DATA: 'Data sets, records, figures.',
  EXPERTISE: 'Knowledge of a subject or a trade.',
  INFRASTRUCTURE: 'Rooms, land, tools, vehicles, networks.',
  VOLUNTEERS: 'People who give their time unpaid.',
  SERVICE: 'Something done for others: repairs, advice, care.',
});
export type Kind = z.output<typeof kind>;
export const KINDS: readonly Kind[] = kind.options;

/** Weakest first: a level is only ever left for a later one. */
export const evidenceLevel = enumeration('Evidence', 'How well a contribution is attested.', {
  NONE: 'Recorded by another, and not yet declared by the giver.',
  DECLARED: 'By the giver.',
  CORROBORATED: 'By a receiver outside the giver’s control group.',
  VERIFIED: 'By an evaluator of the mission with no tie to any party.',
});
export type Evidence = z.output<typeof evidenceLevel>;
export const EVIDENCE: readonly Evidence[] = evidenceLevel.options;

export const reason = text(1000);

/** A promise may be unquantified (published data, a seat at the table); it is then kept or not, without a share. */
const terms = {
  kind: kind.describe('What is promised'),
  quantity: quantity.optional().describe('How much; none for a promise that is kept or not, without a share'),
  description: text(2000).describe('What is promised, in words'),
  dueOn: calendarDate.optional().describe('By when it is to be kept'),
};
export const commitmentTerms = z.strictObject(terms);
export type CommitmentTerms = z.output<typeof commitmentTerms>;

/** So that anyone can look it up there. */
export const source = shape(
  'Source',
  'Where an imported row comes from.',
  z.strictObject({
    dataset: text(120).describe('The data set, by its name'),
    record: text(300).describe('Where in the data set'),
  }),
);
export type Source = z.output<typeof source>;

/** The organisations on one side of a commitment. */
export const parties = z
  .array(ref('Organisation'))
  .max(20, { error: 'are too many; at most 20 organisations are accepted' })
  .refine((ids) => new Set(ids).size === ids.length, { error: 'names an organisation twice; name each once' });
export const promisors = parties.min(1, { error: 'must name at least one organisation' });

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

/** The same as the log holds it: where the mission keeps review comments private, as commitments. */
const recordedOpinion = { scores, whatWorked: privately(comment), whatToTry: privately(comment) };

/** A word beside the evidence: the giver's note, a counterparty's statement, an evaluator's finding. */
export const evidenceNote = text(2000);
const recordedNote = privately(evidenceNote).optional();

/** Data written before texts could be private fits the schema since. */
const unchanged = { 1: (data: unknown) => data };
/** And so does what was written before evidence could be a file. */
const unchangedTwice = { ...unchanged, 2: (data: unknown) => data };
/** Before reviewers could declare ties, none did. */
const withoutTies = (data: object) => ({ ...data, ties: [] });

const ofMission = { missionId: ref('Mission') };
const ofContribution = { ...ofMission, contributionId: uuid };
const ofReview = { ...ofMission, reviewId: uuid };

/** Stream `commitment/<id>`. Each event names its mission, so that a mission's reader needs no other stream. */
export const commitmentEvents = events({
  CommitmentMade: {
    says: 'One or more organisations promised something to a mission, and optionally to named counterparties.',
    data: z
      .strictObject({
        ...ofMission,
        promisorIds: promisors,
        counterpartyIds: parties.default([]),
        ...terms,
        source: source.optional(),
      })
      .refine(({ promisorIds, counterpartyIds }) => !counterpartyIds.some((id) => promisorIds.includes(id)), {
        error: 'names a promisor; an organisation stands on one side of a commitment',
        path: ['counterpartyIds'],
      }),
    mission: 'missionId',
  },
  CommitmentAmended: {
    says: 'The terms were replaced as a whole before they fell due; the earlier ones stay visible.',
    data: z.strictObject({ ...ofMission, ...terms, reason }),
    mission: 'missionId',
  },
  CommitmentWithdrawn: {
    says: 'The promise was taken back before it fell due, for the reason given.',
    data: z.strictObject({ ...ofMission, reason }),
    mission: 'missionId',
  },
  ContributionRecorded: {
    says: 'Something was given towards the commitment. `declared` tells whether the giver itself says so.',
    data: z.strictObject({
      ...ofContribution,
      contributorId: ref('Organisation'),
      kind,
      quantity: quantity.optional(),
      period,
      description: text(2000).optional(),
      evidence: evidenceItems,
      note: recordedNote,
      // Said in the data and not by the envelope alone, because who may corroborate it is decided from the data.
      recordedBy: ref('Organisation'),
      declared: z.boolean(),
      source: source.optional(),
    }),
    schema: 3,
    upcast: unchangedTwice,
    mission: 'missionId',
  },
  ContributionDeclared: {
    says: 'The giver made a contribution its own that another had recorded on its behalf.',
    data: z.strictObject({ ...ofContribution, evidence: evidenceItems, note: recordedNote }),
    schema: 3,
    upcast: unchangedTwice,
    mission: 'missionId',
  },
  ContributionCorroborated: {
    says: 'A receiver outside the giver’s control group confirmed the contribution.',
    data: z.strictObject({
      ...ofContribution,
      corroboratedBy: ref('Organisation'),
      statement: recordedNote,
      evidence: evidenceItems,
    }),
    schema: 3,
    upcast: unchangedTwice,
    mission: 'missionId',
  },
  ContributionVerified: {
    says: 'An evaluator of the mission with no tie to any party found the contribution as recorded. It settles disputes.',
    data: z.strictObject({
      ...ofContribution,
      verifiedBy: ref('Organisation'),
      finding: recordedNote,
      evidence: evidenceItems,
    }),
    schema: 3,
    upcast: unchangedTwice,
    mission: 'missionId',
  },
  ContributionDisputed: {
    says: 'An organisation holds that the contribution is not as recorded. It counts for nothing until verified.',
    data: z.strictObject({ ...ofContribution, disputedBy: ref('Organisation'), reason }),
    mission: 'missionId',
  },
  ReviewSubmitted: {
    says: 'One organisation gave its view of another’s work on this commitment.',
    data: z.strictObject({
      ...ofReview,
      reviewerId: ref('Organisation'),
      reviewedId: ref('Organisation'),
      ...recordedOpinion,
      ties: tiesOf(z.enum(SHOWN_TIES)).describe('Ties to the reviewed organisation that the reviewer itself declares'),
    }),
    schema: 3,
    upcast: { ...unchanged, 2: withoutTies },
    mission: 'missionId',
  },
  ReviewRevised: {
    says: 'The reviewer replaced its review; the latest counts, all stay visible.',
    data: z.strictObject({ ...ofReview, ...recordedOpinion }),
    schema: 2,
    upcast: unchanged,
    mission: 'missionId',
  },
  ReviewAnswered: {
    says: 'The reviewed organisation responded; a later answer replaces this one.',
    data: z.strictObject({ ...ofReview, answer: privately(answer) }),
    schema: 2,
    upcast: unchanged,
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
      reason: privately(reason).optional(),
    }),
    mission: 'missionId',
    // That somebody cannot judge is no news: it says nothing of the work, and names who would not speak of it.
    timeline: false,
  },
});
export type CommitmentEvent = EventOf<typeof commitmentEvents>;
export type CommitmentEventOf<Type extends CommitmentEvent['type']> = Extract<CommitmentEvent, { type: Type }>;
