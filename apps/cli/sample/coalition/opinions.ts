import { idFrom, later, type Plan } from './plan.js';
import { commitmentId, commitmentOf, promisor } from './promises.js';
import type { Tables } from './tables.js';

/** Whoever has learned something says so after some days, one after the other. */
const DAYS_TO_LEARN = 7;

/** How the organisations see each other's work, what they answer and what they take from it. */
export function planOpinions(plan: Plan): void {
  for (const row of plan.tables.reviews) review(row, plan);
  for (const row of plan.tables.revisions) {
    plan.add({
      kind: 'reviews',
      on: row.on,
      by: row.reviewer,
      type: 'ReviseReview',
      id: commitmentId(row.commitment),
      name: [...nameOf(row, plan), row.on],
      data: { reviewId: reviewId(row, plan), ...opinion(row, plan) },
    });
  }
  for (const row of plan.tables.declines) {
    plan.add({
      kind: 'reviews',
      on: row.on,
      by: row.reviewer,
      type: 'DeclineReview',
      id: commitmentId(row.commitment),
      name: nameOf(row, plan),
      data: { reviewedId: plan.organisation(reviewedIn(row, plan)), reason: plan.say(row.text) },
    });
  }
}

function review(row: Tables['reviews'][number], plan: Plan): void {
  const { commitment, reviewer, on, answered_on, answer, learned, ties } = row;
  const reviewed = reviewedIn(row, plan);
  const deed = { id: commitmentId(commitment), name: nameOf(row, plan) };
  plan.add({
    ...deed,
    kind: 'reviews',
    on,
    by: reviewer,
    type: 'SubmitReview',
    data: {
      reviewId: reviewId(row, plan),
      reviewedId: plan.organisation(reviewed),
      ...opinion(row, plan),
      ...(ties.length === 0 ? {} : { ties }),
    },
  });
  if (answered_on !== undefined && answer !== undefined) {
    plan.add({
      ...deed,
      kind: 'answers and lessons',
      on: answered_on,
      by: reviewed,
      type: 'AnswerReview',
      data: { reviewId: reviewId(row, plan), answer: plan.say(answer) },
    });
  }
  for (const [index, by] of learned.entries()) {
    if (by !== reviewer && by !== reviewed) throw new Error(`${by} has no part in the review of ${commitment}.`);
    plan.add({
      kind: 'answers and lessons',
      on: later(answered_on ?? on, DAYS_TO_LEARN + index),
      by,
      type: 'MarkLearned',
      id: deed.id,
      name: [...deed.name, by],
      data: { reviewId: reviewId(row, plan) },
    });
  }
}

interface Addressed {
  readonly commitment: string;
  readonly reviewer: string;
  readonly reviewed?: string | undefined;
}

function reviewedIn({ commitment, reviewed }: Addressed, plan: Plan): string {
  return reviewed ?? promisor(commitmentOf(plan.tables, commitment));
}

function nameOf(row: Addressed, plan: Plan): readonly string[] {
  return [row.commitment, row.reviewer, reviewedIn(row, plan)];
}

function reviewId(row: Addressed, plan: Plan): string {
  return idFrom('review', ...nameOf(row, plan));
}

function opinion({ scores, worked, try: toTry }: Tables['revisions'][number], plan: Plan) {
  const [results, reliability, openness, learning] = Array.from(scores, Number);
  return {
    scores: { results, reliability, openness, learning },
    whatWorked: plan.say(worked),
    whatToTry: plan.say(toTry),
  };
}
