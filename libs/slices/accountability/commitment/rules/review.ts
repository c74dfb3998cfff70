import { refuse, secretIf, type Private } from '@maillage/kernel';
import { keepsPrivate, type MissionState } from '@maillage/missions';
import type { CommitmentCommandOf } from '../commands.js';
import { refuseStranger, sameGroup, type Consulted, type Objection, type Verdict } from './commitment.js';
import type { MadeCommitment, ReviewPair } from '../state.js';
import { shownTies } from './ties.js';

export function submitReview(
  command: CommitmentCommandOf<'SubmitReview'>,
  state: MadeCommitment,
  consulted: Consulted,
): Verdict {
  const reviewerId = command.actor.organisation;
  const { reviewedId, reviewId = command.commandId, ties: declared = [], ...opinion } = command.data;
  const refusal = refuseStranger(reviewerId, consulted.mission) ?? refusePair(reviewerId, reviewedId, state, consulted);
  if (refusal !== undefined) return refusal;

  if (state.reviews[reviewId] !== undefined) {
    return refuse('REVIEW_EXISTS', 'A review has this id already; choose another.', ['reviewId']);
  }
  const repeated = refuseReviewed({ reviewerId, reviewedId }, state);
  if (repeated !== undefined) return repeated;
  const ties = shownTies(declared);
  if (!Array.isArray(ties)) return ties;

  const { missionId } = state;
  const said = discreet(opinion, consulted.mission);
  return [{ type: 'ReviewSubmitted', data: { missionId, reviewId, reviewerId, reviewedId, ...said, ties } }];
}

/**
 * Whoever may be asked may say that it cannot judge. Nothing comes of it but that it is asked no more: a review may still
 * follow, and then counts like any other.
 */
export function declineReview(
  command: CommitmentCommandOf<'DeclineReview'>,
  state: MadeCommitment,
  consulted: Consulted,
): Verdict {
  const reviewerId = command.actor.organisation;
  const { reviewedId, reason } = command.data;
  const refusal =
    refuseStranger(reviewerId, consulted.mission) ??
    refusePair(reviewerId, reviewedId, state, consulted) ??
    refuseReviewed({ reviewerId, reviewedId }, state);
  if (refusal !== undefined) return refusal;
  if (state.declined.some((pair) => isPair(pair, { reviewerId, reviewedId }))) {
    return refuse(
      'ALREADY_DECLINED',
      'Your organisation said already that it cannot judge this; it may review it at any time.',
      ['reviewedId'],
    );
  }
  const { missionId } = state;
  const said = reason === undefined ? {} : { reason: comment(reason, consulted.mission) };
  return [{ type: 'ReviewDeclined', data: { missionId, reviewerId, reviewedId, ...said } }];
}

function refuseReviewed(pair: ReviewPair, { reviews }: MadeCommitment): Objection {
  const current = Object.entries(reviews).find(([, review]) => isPair(review, pair));
  return current === undefined
    ? undefined
    : refuse(
        'ALREADY_REVIEWED',
        `Your organisation reviewed this one here already; revise review ${current[0]} instead.`,
        ['reviewedId'],
      );
}

function isPair(a: ReviewPair, b: ReviewPair): boolean {
  return a.reviewerId === b.reviewerId && a.reviewedId === b.reviewedId;
}

function refusePair(
  reviewerId: string,
  reviewedId: string,
  state: MadeCommitment,
  { actor, judged }: Consulted,
): Objection {
  const path = ['reviewedId'];
  if (reviewerId === reviewedId) {
    return refuse('SELF_REVIEW', 'An organisation does not review itself; name another promisor.', path);
  }
  if (!state.promisorIds.includes(reviewedId)) {
    return refuse('NOT_REVIEWABLE', 'A review is of an organisation that made this commitment; name a promisor.', path);
  }
  return sameGroup(actor, judged)
    ? refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation and this one belong to one control group; a review comes from outside it.',
        path,
      )
    : undefined;
}

export function reviseReview(
  command: CommitmentCommandOf<'ReviseReview'>,
  state: MadeCommitment,
  { mission, actor, judged }: Consulted,
): Verdict {
  const by = command.actor.organisation;
  const refusal = refuseStranger(by, mission);
  if (refusal !== undefined) return refusal;
  const review = state.reviews[command.data.reviewId];
  if (review === undefined) return unknownReview(command.data.reviewId);
  if (review.reviewerId !== by) {
    return refuse('NOT_YOUR_REVIEW', 'A review is revised by the organisation that submitted it.', ['reviewId']);
  }
  // What it said while it stood outside stands; a new word would come from within.
  if (sameGroup(actor, judged)) {
    return refuse(
      'SAME_CONTROL_GROUP',
      'Your organisation and the one it reviewed belong to one control group by now; the review stays as it is.',
      ['reviewId'],
    );
  }
  return [{ type: 'ReviewRevised', data: { missionId: state.missionId, ...discreet(command.data, mission) } }];
}

/** Open to the reviewed organisation even after it left the mission: who is spoken of may always respond. */
export function answerReview(
  command: CommitmentCommandOf<'AnswerReview'>,
  state: MadeCommitment,
  { mission }: Consulted,
): Verdict {
  const review = state.reviews[command.data.reviewId];
  if (review === undefined) return unknownReview(command.data.reviewId);
  if (review.reviewedId !== command.actor.organisation) {
    return refuse('NOT_YOURS_TO_ANSWER', 'A review is answered by the organisation it is about.', ['reviewId']);
  }
  const { reviewId, answer } = command.data;
  const { missionId } = state;
  return [{ type: 'ReviewAnswered', data: { missionId, reviewId, answer: comment(answer, mission) } }];
}

/** For either side, once each. Like the answer, the reviewed organisation's mark does not end with its membership. */
export function markLearned(
  command: CommitmentCommandOf<'MarkLearned'>,
  state: MadeCommitment,
  { mission }: Consulted,
): Verdict {
  const { reviewId } = command.data;
  const markedBy = command.actor.organisation;
  const review = state.reviews[reviewId];
  if (review === undefined) return unknownReview(reviewId);
  if (markedBy !== review.reviewerId && markedBy !== review.reviewedId) {
    return refuse(
      'NOT_YOURS_TO_MARK',
      'A review is marked as learned by the organisation that gave it or by the one it is about.',
      ['reviewId'],
    );
  }
  const stranger = markedBy === review.reviewerId ? refuseStranger(markedBy, mission) : undefined;
  if (stranger !== undefined) return stranger;
  if (review.learnedBy.includes(markedBy)) {
    return refuse('ALREADY_LEARNED', 'Your organisation marked this review as learned already; once is enough.', [
      'reviewId',
    ]);
  }
  return [{ type: 'ReviewLearned', data: { missionId: state.missionId, reviewId, markedBy } }];
}

/** The comments of an opinion as the mission wants them recorded; scores are always public. */
function discreet<Opinion extends { readonly whatWorked: string; readonly whatToTry: string }>(
  opinion: Opinion,
  mission: MissionState,
) {
  const [whatWorked, whatToTry] = [comment(opinion.whatWorked, mission), comment(opinion.whatToTry, mission)];
  return { ...opinion, whatWorked, whatToTry };
}

function comment(text: string, mission: MissionState): Private<string> {
  return secretIf(keepsPrivate(mission, 'REVIEW_COMMENTS'), text);
}

function unknownReview(id: string): Verdict {
  return refuse('UNKNOWN_REVIEW', `No review ${id} is submitted on this commitment; name one that is.`, ['reviewId']);
}
