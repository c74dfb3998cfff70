import { refuse, type Intent, type Private, type Refusal } from '@maillage/kernel';
import { sameGroup } from '@maillage/directory';
import { recordedWords, type MissionState } from '@maillage/missions';
import { refuseStranger, refuseSuspended, type Consulted, type Objection, type StandingRule } from './shared.js';
import { isBound, type MadeCommitment, type ReviewPair } from '../state.js';
import { shownTies } from './ties.js';

export const submitReview: StandingRule<'SubmitReview'> = {
  allowed: (asked, state, consulted) =>
    refuseJudging(asked, state, consulted) ?? refuseSuspended(asked.actor.organisation, asked.on, consulted.mission),
  decide(command, state, consulted) {
    const reviewerId = command.actor.organisation;
    const { reviewedId, reviewId = command.commandId, ties: declared = [], ...opinion } = command.data;
    if (state.reviews[reviewId] !== undefined) {
      return refuse('REVIEW_EXISTS', 'A review has this id already; choose another.', ['reviewId']);
    }
    const ties = shownTies(declared);
    if (!Array.isArray(ties)) return ties;

    const { missionId } = state;
    const said = discreet(opinion, consulted.mission);
    return [{ type: 'ReviewSubmitted', data: { missionId, reviewId, reviewerId, reviewedId, ...said, ties } }];
  },
};

/**
 * Whoever may be asked may say that it cannot judge. Nothing comes of it but that it is asked no more: a review may still
 * follow, and then counts like any other.
 */
export const declineReview: StandingRule<'DeclineReview'> = {
  allowed(asked, state, consulted) {
    const refusal = refuseJudging(asked, state, consulted);
    if (refusal !== undefined) return refusal;
    const asksOf = { reviewerId: asked.actor.organisation, reviewedId: asked.about };
    return state.declined.some((pair) => isPair(pair, asksOf))
      ? refuse(
          'ALREADY_DECLINED',
          'Your organisation said already that it cannot judge this; it may review it at any time.',
          ['reviewedId'],
        )
      : undefined;
  },
  decide({ actor, data: { reviewedId, reason } }, { missionId }, { mission }) {
    const reviewerId = actor.organisation;
    const said = reason === undefined ? {} : { reason: comment(reason, mission) };
    return [{ type: 'ReviewDeclined', data: { missionId, reviewerId, reviewedId, ...said } }];
  },
};

/** Whether the one may be asked, or say, what it thinks of the other's work here, and has not done so yet. */
function refuseJudging(asked: Judging, state: MadeCommitment, consulted: Consulted) {
  const reviewerId = asked.actor.organisation;
  return (
    refuseStranger(reviewerId, consulted.mission) ??
    refusePair(asked, state, consulted) ??
    refuseReviewed({ reviewerId, reviewedId: asked.about }, state)
  );
}

/** Who would judge, and about whom. */
type Judging = Intent & { readonly about: string };

function refuseReviewed(pair: ReviewPair, { reviews }: MadeCommitment): Objection<'ALREADY_REVIEWED'> {
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
  { actor: { organisation: reviewerId }, about: reviewedId, on }: Judging,
  state: MadeCommitment,
  { actor, judged, connections }: Consulted,
) {
  const path = ['reviewedId'];
  if (reviewerId === reviewedId) {
    return refuse('SELF_REVIEW', 'An organisation does not review itself; name another promisor.', path);
  }
  if (!state.promisorIds.includes(reviewedId)) {
    return refuse('NOT_REVIEWABLE', 'A review is of an organisation that made this commitment; name a promisor.', path);
  }
  if (!isBound(state, reviewedId, on)) {
    return refuse(
      'NOT_REVIEWABLE',
      'A review is of a promisor that accepted the promise before it was due; this one is bound to nothing here; name another promisor.',
      path,
    );
  }
  return sameGroup(actor, judged, on, connections)
    ? refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation and this one share a control group, or did within the last 365 days, be it by way of others; a review comes from outside it.',
        path,
      )
    : undefined;
}

export const reviseReview: StandingRule<'ReviseReview'> = {
  allowed({ actor: { organisation: by }, about, on }, state, { mission, actor, judged, connections }) {
    const refusal = refuseStranger(by, mission);
    if (refusal !== undefined) return refusal;
    const review = state.reviews[about];
    if (review === undefined) return unknownReview(about);
    if (review.reviewerId !== by) {
      return refuse(
        'NOT_YOUR_REVIEW',
        'A review is revised by the organisation that submitted it; submit one of your own.',
        ['reviewId'],
      );
    }
    // What it said while it stood outside stands; a new word would come from within.
    return sameGroup(actor, judged, on, connections)
      ? refuse(
          'SAME_CONTROL_GROUP',
          'Your organisation and the one it reviewed share a control group by now, or did within the last 365 days, be it by way of others; the review stays as it is.',
          ['reviewId'],
        )
      : undefined;
  },
  decide({ data }, { missionId, reviews }, { mission }) {
    const review = reviews[data.reviewId];
    if (review === undefined) return unknownReview(data.reviewId);
    const { reviewedId } = review;
    return [{ type: 'ReviewRevised', data: { missionId, reviewedId, ...discreet(data, mission) } }];
  },
};

/** Open to the reviewed organisation even after it left the mission: who is spoken of may always respond. */
export const answerReview: StandingRule<'AnswerReview'> = {
  allowed({ actor, about }, state) {
    const review = state.reviews[about];
    if (review === undefined) return unknownReview(about);
    return review.reviewedId === actor.organisation
      ? undefined
      : refuse(
          'NOT_YOURS_TO_ANSWER',
          'A review is answered by the organisation it is about; yours may give one of its own.',
          ['reviewId'],
        );
  },
  decide({ data: { reviewId, answer } }, { missionId, reviews }, { mission }) {
    const review = reviews[reviewId];
    if (review === undefined) return unknownReview(reviewId);
    const { reviewerId } = review;
    return [{ type: 'ReviewAnswered', data: { missionId, reviewId, reviewerId, answer: comment(answer, mission) } }];
  },
};

/** For either side, once each. Like the answer, the reviewed organisation's mark does not end with its membership. */
export const markLearned: StandingRule<'MarkLearned'> = {
  allowed({ actor: { organisation: markedBy }, about }, state, { mission }) {
    const review = state.reviews[about];
    if (review === undefined) return unknownReview(about);
    if (markedBy !== review.reviewerId && markedBy !== review.reviewedId) {
      return refuse(
        'NOT_YOURS_TO_MARK',
        'A review is marked as learned by the organisation that gave it or by the one it is about; yours may give one of its own.',
        ['reviewId'],
      );
    }
    const stranger = markedBy === review.reviewerId ? refuseStranger(markedBy, mission) : undefined;
    if (stranger !== undefined) return stranger;
    return review.learnedBy.includes(markedBy)
      ? refuse('ALREADY_LEARNED', 'Your organisation marked this review as learned already; once is enough.', [
          'reviewId',
        ])
      : undefined;
  },
  decide: ({ actor, data: { reviewId } }, { missionId }) => [
    { type: 'ReviewLearned', data: { missionId, reviewId, markedBy: actor.organisation } },
  ],
};

/** The comments of an opinion as they are recorded; scores are always public, and stay. */
function discreet<Opinion extends { readonly whatWorked: string; readonly whatToTry: string }>(
  opinion: Opinion,
  mission: MissionState,
) {
  const [whatWorked, whatToTry] = [comment(opinion.whatWorked, mission), comment(opinion.whatToTry, mission)];
  return { ...opinion, whatWorked, whatToTry };
}

/** Said of another: read by anybody, until it is erased, or by those alone to whom the mission shows it. */
function comment(text: string, mission: MissionState): Private<string> {
  return recordedWords(text, mission, 'REVIEW_COMMENTS');
}

function unknownReview(id: string): Refusal<'UNKNOWN_REVIEW'> {
  return refuse('UNKNOWN_REVIEW', `No review ${id} is submitted on this commitment; name one that is.`, ['reviewId']);
}
