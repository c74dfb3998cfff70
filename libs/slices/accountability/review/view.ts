import {
  existing,
  idOf,
  insert,
  one,
  privateColumns,
  privateText,
  someOf,
  table,
  view,
  type Key,
  type RecordedEvent,
  type RowOf,
  type RowOfColumns,
} from '@maillage/kernel';
import { SHOWN_TIES, type CommitmentEvent, type CommitmentEventOf } from '../commitment/events.js';

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<CommitmentEventOf<Type>>;
type OfReview = Of<'ReviewSubmitted' | 'ReviewRevised' | 'ReviewAnswered' | 'ReviewLearned'>;
type OfOpinion = Of<'ReviewSubmitted'> | Of<'ReviewRevised'>;

const opinionColumns = {
  results: 'integer',
  reliability: 'integer',
  openness: 'integer',
  learning: 'integer',
  ...privateColumns('what_worked'),
  ...privateColumns('what_to_try'),
} as const;
/** Of each text one column is null: in plain, or a reference to a private value. Both, where it was not given. */
export type OpinionRow = RowOfColumns<typeof opinionColumns>;

/**
 * `review`: the current one per reviewer, reviewed and commitment; `review_version`: all that were ever said;
 * `review_decline`: who said that it cannot judge whom.
 */
export const reviews = view({
  name: 'reviews',
  version: 3,
  tables: {
    review: table({
      columns: {
        id: 'text',
        commitment_id: 'text',
        mission_id: 'text',
        reviewer_id: 'text',
        reviewed_id: 'text',
        ...opinionColumns,
        submitted_at: 'timestamptz',
        revised_at: 'timestamptz?',
        ...privateColumns('answer'),
        answered_at: 'timestamptz?',
        /** As the reviewer declared them when it submitted the review. */
        ties: someOf(SHOWN_TIES),
        learned_by_reviewer_at: 'timestamptz?',
        learned_by_reviewed_at: 'timestamptz?',
        position: 'bigint',
      },
      // Clients may choose review ids, which are unique within the commitment only.
      primaryKey: ['commitment_id', 'id'],
      indexes: [
        ['id'],
        ['reviewed_id', 'position'],
        ['reviewer_id', 'position'],
        ['commitment_id', 'position'],
        ['mission_id', 'position'],
      ],
    }).on<CommitmentEvent>({
      ReviewSubmitted: one(reviewKey, (_, event) => submitted(event)),
      ReviewRevised: one(reviewKey, (row, event) => ({
        ...existing(row, event),
        ...opinion(event),
        revised_at: event.recordedAt,
      })),
      ReviewAnswered: one(reviewKey, (row, event) => ({
        ...existing(row, event),
        ...privateText('answer', event, '/answer'),
        answered_at: event.recordedAt,
      })),
      // Nobody reviews itself, so that the mark is of one side.
      ReviewLearned: one(reviewKey, (row, event) => {
        const before = existing(row, event);
        return event.data.markedBy === before.reviewer_id
          ? { ...before, learned_by_reviewer_at: event.recordedAt }
          : { ...before, learned_by_reviewed_at: event.recordedAt };
      }),
    }),

    review_version: table({
      columns: {
        commitment_id: 'text',
        review_id: 'text',
        position: 'bigint',
        ...opinionColumns,
        recorded_at: 'timestamptz',
      },
      primaryKey: ['commitment_id', 'review_id', 'position'],
    }).on<CommitmentEvent>({
      ReviewSubmitted: insert(versionKey, (event) => version(event)),
      ReviewRevised: insert(versionKey, (event) => version(event)),
    }),

    review_decline: table({
      columns: {
        commitment_id: 'text',
        reviewer_id: 'text',
        reviewed_id: 'text',
        declined_at: 'timestamptz',
        position: 'bigint',
      },
      primaryKey: ['commitment_id', 'reviewer_id', 'reviewed_id'],
    }).on<CommitmentEvent>({
      ReviewDeclined: insert(
        (event) => [idOf(event.stream), event.data.reviewerId, event.data.reviewedId],
        (event) => declined(event),
      ),
    }),
  },
});

/** What the reviewer says now. */
export type ReviewRow = RowOf<typeof reviews, 'review'>;
export type ReviewVersionRow = RowOf<typeof reviews, 'review_version'>;

function reviewKey(event: OfReview): Key {
  return [idOf(event.stream), event.data.reviewId];
}

function versionKey(event: OfReview): Key {
  return [...reviewKey(event), event.position.toString()];
}

function submitted(event: Of<'ReviewSubmitted'>) {
  return {
    id: event.data.reviewId,
    commitment_id: idOf(event.stream),
    mission_id: event.data.missionId,
    reviewer_id: event.data.reviewerId,
    reviewed_id: event.data.reviewedId,
    ...opinion(event),
    submitted_at: event.recordedAt,
    revised_at: null,
    answer: null,
    answer_private: null,
    answered_at: null,
    ties: event.data.ties,
    learned_by_reviewer_at: null,
    learned_by_reviewed_at: null,
    position: event.position.toString(),
  };
}

function declined(event: Of<'ReviewDeclined'>) {
  return {
    commitment_id: idOf(event.stream),
    reviewer_id: event.data.reviewerId,
    reviewed_id: event.data.reviewedId,
    declined_at: event.recordedAt,
    position: event.position.toString(),
  };
}

function version(event: OfOpinion) {
  return {
    commitment_id: idOf(event.stream),
    review_id: event.data.reviewId,
    position: event.position.toString(),
    ...opinion(event),
    recorded_at: event.recordedAt,
  };
}

function opinion(event: OfOpinion): OpinionRow {
  return {
    ...event.data.scores,
    ...privateText('what_worked', event, '/whatWorked'),
    ...privateText('what_to_try', event, '/whatToTry'),
  };
}
