import type { CommitmentEventOf } from '../events.js';
import type { MadeCommitment, ReviewState } from './types.js';

type ReviewEvent = CommitmentEventOf<
  'ReviewSubmitted' | 'ReviewRevised' | 'ReviewAnswered' | 'ReviewLearned' | 'ReviewDeclined'
>;

export function evolveReview(state: MadeCommitment, event: ReviewEvent): MadeCommitment {
  switch (event.type) {
    case 'ReviewSubmitted': {
      const { reviewId, reviewerId, reviewedId } = event.data;
      return withReview(state, reviewId, { reviewerId, reviewedId, learnedBy: [] });
    }
    case 'ReviewLearned': {
      const { reviewId, markedBy } = event.data;
      const review = state.reviews[reviewId];
      if (review === undefined) throw new Error(`Review ${reviewId} is marked before it is submitted.`);
      return withReview(state, reviewId, { ...review, learnedBy: [...review.learnedBy, markedBy] });
    }
    case 'ReviewDeclined': {
      const { reviewerId, reviewedId } = event.data;
      return { ...state, declined: [...state.declined, { reviewerId, reviewedId }] };
    }
    // What a review says, and the answer to it, decide nothing later.
    case 'ReviewRevised':
    case 'ReviewAnswered':
      return state;
  }
}

function withReview(state: MadeCommitment, id: string, review: ReviewState): MadeCommitment {
  return { ...state, reviews: { ...state.reviews, [id]: review } };
}
