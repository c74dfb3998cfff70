import { z } from 'zod';
import { calendarDate, eventType, period, privately, quantity, text, uuid, type EventOf } from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';

export const KINDS = ['MONEY', 'TIME', 'DATA', 'EXPERTISE', 'INFRASTRUCTURE', 'VOLUNTEERS', 'SERVICE'] as const;
export type Kind = (typeof KINDS)[number];

/** How well a contribution is attested, weakest first: a level is only ever left for a later one. */
export const EVIDENCE = ['NONE', 'DECLARED', 'CORROBORATED', 'VERIFIED'] as const;
export type Evidence = (typeof EVIDENCE)[number];

export const reason = text(1000);

/** A promise may be unquantified (published data, a seat at the table); it is then kept or not, without a share. */
const terms = {
  kind: z.enum(KINDS),
  quantity: quantity.optional(),
  description: text(2000),
  dueOn: calendarDate.optional(),
};
export const commitmentTerms = z.strictObject(terms);
export type CommitmentTerms = z.output<typeof commitmentTerms>;

/** Whence an imported row comes, so that anyone can look it up there. */
export const source = z.strictObject({ dataset: text(120), record: text(300) });
export type Source = z.output<typeof source>;

/** The organisations on one side of a commitment. */
export const parties = z
  .array(uuid)
  .max(20, { error: 'are too many; at most 20 organisations are accepted' })
  .refine((ids) => new Set(ids).size === ids.length, { error: 'names an organisation twice; name each once' });
export const promisors = parties.min(1, { error: 'must name at least one organisation' });

const score = z.int().min(0).max(4);
export const scores = z.strictObject({ results: score, reliability: score, openness: score, learning: score });
export type Scores = z.output<typeof scores>;

/** What a review says, whenever it is submitted or revised: formative, so both questions are answered. */
const comment = text(4000);
export const opinion = { scores, whatWorked: comment, whatToTry: comment };
export const answer = comment;

/** What may stand between a reviewer and the one it reviews. */
export const TIE_KINDS = ['SAME_CONTROL_GROUP', 'PAYMENT', 'SHARED_MEMBER'] as const;
export type TieKind = (typeof TIE_KINDS)[number];
/** Those that are shown beside a review. The first is refused, so that no review is recorded with it. */
export const SHOWN_TIES = ['PAYMENT', 'SHARED_MEMBER'] as const satisfies readonly TieKind[];
export type ShownTie = (typeof SHOWN_TIES)[number];
/** Ties the reviewer declares, each once. */
export function tiesOf<Kind extends TieKind>(kinds: readonly Kind[]) {
  return z
    .array(z.enum(kinds))
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

const ofMission = { missionId: uuid };
const ofContribution = { ...ofMission, contributionId: uuid };
const ofReview = { ...ofMission, reviewId: uuid };

/** Stream `commitment/<id>`. Each event names its mission, so that a mission's reader needs no other stream. */
export const commitmentEvents = {
  CommitmentMade: eventType(
    'One or more organisations promised something to a mission, and optionally to named counterparties.',
    z
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
  ),
  CommitmentAmended: eventType(
    'The terms were replaced as a whole before they fell due; the earlier ones stay visible.',
    z.strictObject({ ...ofMission, ...terms, reason }),
  ),
  CommitmentWithdrawn: eventType(
    'The promise was taken back before it fell due, for the reason given.',
    z.strictObject({ ...ofMission, reason }),
  ),
  ContributionRecorded: eventType(
    'Something was given towards the commitment. `declared` tells whether the giver itself says so.',
    z.strictObject({
      ...ofContribution,
      contributorId: uuid,
      kind: z.enum(KINDS),
      quantity: quantity.optional(),
      period,
      description: text(2000).optional(),
      evidence: evidenceItems,
      note: recordedNote,
      // Said in the data and not by the envelope alone, because who may corroborate it is decided from the data.
      recordedBy: uuid,
      declared: z.boolean(),
      source: source.optional(),
    }),
    3,
    unchangedTwice,
  ),
  ContributionDeclared: eventType(
    'The giver made a contribution its own that another had recorded on its behalf.',
    z.strictObject({ ...ofContribution, evidence: evidenceItems, note: recordedNote }),
    3,
    unchangedTwice,
  ),
  ContributionCorroborated: eventType(
    'A receiver outside the giver’s control group confirmed the contribution.',
    z.strictObject({
      ...ofContribution,
      corroboratedBy: uuid,
      statement: recordedNote,
      evidence: evidenceItems,
    }),
    3,
    unchangedTwice,
  ),
  ContributionVerified: eventType(
    'An evaluator of the mission with no tie to any party found the contribution as recorded. It settles disputes.',
    z.strictObject({ ...ofContribution, verifiedBy: uuid, finding: recordedNote, evidence: evidenceItems }),
    3,
    unchangedTwice,
  ),
  ContributionDisputed: eventType(
    'An organisation holds that the contribution is not as recorded. It counts for nothing until verified.',
    z.strictObject({ ...ofContribution, disputedBy: uuid, reason }),
  ),
  ReviewSubmitted: eventType(
    'One organisation gave its view of another’s work on this commitment.',
    z.strictObject({
      ...ofReview,
      reviewerId: uuid,
      reviewedId: uuid,
      ...recordedOpinion,
      ties: tiesOf(SHOWN_TIES).describe('Ties to the reviewed organisation that the reviewer itself declares'),
    }),
    3,
    { ...unchanged, 2: withoutTies },
  ),
  ReviewRevised: eventType(
    'The reviewer replaced its review; the latest counts, all stay visible.',
    z.strictObject({ ...ofReview, ...recordedOpinion }),
    2,
    unchanged,
  ),
  ReviewAnswered: eventType(
    'The reviewed organisation responded; a later answer replaces this one.',
    z.strictObject({ ...ofReview, answer: privately(answer) }),
    2,
    unchanged,
  ),
  ReviewLearned: eventType(
    'The reviewer or the reviewed organisation marked the point of a review as learned.',
    z.strictObject({ ...ofReview, markedBy: uuid }),
  ),
  ReviewDeclined: eventType(
    'An organisation asked for its view said that it cannot judge this. It weighs nothing, and binds nobody.',
    z.strictObject({
      ...ofMission,
      reviewerId: uuid,
      reviewedId: uuid,
      reason: privately(reason).optional(),
    }),
  ),
};
export type CommitmentEvent = EventOf<typeof commitmentEvents>;
export type CommitmentEventOf<Type extends CommitmentEvent['type']> = Extract<CommitmentEvent, { type: Type }>;
