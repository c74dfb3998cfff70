import { z } from 'zod';
import { computed, each, mutations, node, one, rowType, under, type Asked } from '@maillage/engine';
import { Organisation } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { calendarDate, ref } from '@maillage/kernel';
import { commitmentDecider } from '../commitment/decider.js';
import { scores } from '../commitment/events.js';
import { Commitment } from '../commitment/graphql.js';
import { textSaid } from '../private.graphql.js';
import { composite } from '../shared.queries.js';
import {
  reviewById,
  reviewsByOrganisation,
  reviewsOfCommitment,
  reviewsOfMission,
  reviewsOfOrganisation,
  silencedSince,
  versionsOfReview,
} from './queries.js';
import { ReviewTie, tiesOf } from './ties.graphql.js';
import { reviews, type OpinionRow, type ReviewRow, type ReviewVersionRow } from './view.js';

const points = {
  says: 'What the work was found to be worth.',
  type: scores,
  of: ({ results, reliability, openness, learning }: OpinionRow) => ({ results, reliability, openness, learning }),
};
const whatWorked = { says: 'What went well.', column: 'what_worked' } as const;
const whatToTry = { says: 'What could go better.', column: 'what_to_try' } as const;

const byReviewer = ({ row }: Asked<ReviewRow>) => row.reviewer_id;
const byReviewerOf = async ({ row, context }: Asked<ReviewVersionRow>) => {
  const review = await context.loaders.load(reviewById, composite(row.commitment_id, row.review_id), null);
  return review?.reviewer_id;
};

export const ReviewVersion = rowType('ReviewVersion', reviews.tables.review_version, {
  says: 'A review as it was once submitted or revised.',
  fields: {
    scores: points,
    recordedAt: 'When it was submitted or revised.',
    position: 'Where in the log it was recorded.',
  },
  edges: {
    whatWorked: textSaid({ ...whatWorked, by: byReviewerOf }),
    whatToTry: textSaid({ ...whatToTry, by: byReviewerOf }),
  },
});

export const Review = node('Review', reviews.tables.review, {
  says: 'One organisation’s view of another’s work on one commitment.',
  fields: {
    scores: points,
    submittedAt: 'When it was first recorded.',
    revisedAt: 'When it was last replaced; null where it never was.',
    answeredAt: 'When the organisation reviewed last answered; null where it has not.',
    learnedByReviewer: {
      says: 'When the reviewer marked its point as learned; null where it has not.',
      column: 'learned_by_reviewer_at',
    },
    learnedByReviewed: {
      says: 'When the reviewed organisation marked its point as learned; null where it has not.',
      column: 'learned_by_reviewed_at',
    },
  },
  edges: {
    commitment: one(Commitment, { says: 'What it is about.' }),
    reviewer: one(Organisation, { says: 'Whose view it is.' }),
    reviewed: one(Organisation, { says: 'Whose work it is about.' }),
    whatWorked: textSaid({ ...whatWorked, by: byReviewer }),
    whatToTry: textSaid({ ...whatToTry, by: byReviewer }),
    answer: textSaid({
      says: 'The reviewed organisation’s response; null where it has not answered.',
      column: 'answer',
      nullable: true,
      by: ({ row }: Asked<ReviewRow>) => row.reviewed_id,
    }),
    versions: each(ReviewVersion, versionsOfReview, 'All that was ever said, oldest first; the last one counts.'),
    silencedOn: computed({
      says: 'Since when its scores weigh nothing in reputation, because reasons that the reviewer gave with them were erased by anybody but the reviewed; null where they weigh. A revision gives new ones.',
      type: calendarDate,
      nullable: true,
      resolve: async ({ key, context }) => (await context.loaders.load(silencedSince, key, null)) ?? null,
    }),
    ties: computed({
      says: 'As they stood when the review was submitted or revised, one of a kind at most. They take nothing from its weight.',
      type: [ReviewTie],
      resolve: ({ key, context }) => tiesOf(context, key),
    }),
  },
  lists: [
    under(Commitment, 'reviews', { says: 'In the order they were submitted.', query: reviewsOfCommitment }),
    under(Mission, 'reviews', {
      says: 'Of work on its commitments, in the order they were submitted.',
      query: reviewsOfMission,
      args: {
        learned: z
          .boolean()
          .optional()
          .describe('Those whose point either side marked as learned or, if false, those that neither did.'),
      },
    }),
    under(Organisation, 'reviewsGiven', {
      says: 'Of others’ work, in the order they were submitted.',
      query: reviewsByOrganisation,
      args: {
        commitmentId: ref('Commitment').optional().describe('Of work on this commitment only.'),
        reviewedId: ref('Organisation').optional().describe('Of this one’s work only.'),
      },
    }),
    under(Organisation, 'reviewsReceived', {
      says: 'Of its own work, in the order they were submitted.',
      query: reviewsOfOrganisation,
    }),
  ],
  find: reviewById,
});
export type Review = InstanceType<typeof Review>;

export const reviewMutations = mutations(commitmentDecider, {
  gives: {
    name: 'ReviewRecorded',
    says: 'That a review, or something said of one, was recorded',
    gives: { review: Review, commitment: Commitment },
  },
  only: ['SubmitReview', 'ReviseReview', 'AnswerReview', 'MarkLearned', 'DeclineReview'],
  commands: {
    SubmitReview: {
      addressed: 'The commitment that the work is on.',
      hides: ['reviewId'],
    },
    DeclineReview: {
      addressed: 'The commitment that the work is on.',
      gives: {
        name: 'ReviewDeclined',
        says: 'That an organisation cannot judge what it was asked about',
        gives: { commitment: Commitment },
      },
    },
  },
});
