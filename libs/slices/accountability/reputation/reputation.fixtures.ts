import fc from 'fast-check';
import { EVIDENCE } from '../commitment/events.js';
import type { DueFact, Facts, PraiseFact, ReviewerFact, ReviewFact } from './arithmetic.js';

/** A reviewer of whom nothing more is known, in a group of its own unless told otherwise. */
export const reviewerOf = (id: string, verified: number, controlGroupId = id): ReviewerFact => ({
  id,
  controlGroupId,
  verified,
  calibration: { count: 0, sum: 0 },
  tied: false,
  given: [],
  received: [],
});

// Few days, so that equal dates are common.
const ageDays = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5000 }));
const praise: fc.Arbitrary<readonly PraiseFact[]> = fc.array(
  fc.record({ points: fc.integer({ min: 0, max: 16 }).map((sum) => sum / 4), ageDays }),
  { maxLength: 4 },
);

const reviewer = fc.record({
  verified: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 10_000 })),
  group: fc.integer({ min: 0, max: 4 }),
  calibration: fc
    .record({ count: fc.nat({ max: 30 }), agreement: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ count, agreement }) => ({ count, sum: count * agreement })),
  given: praise,
  received: praise,
});

const due: fc.Arbitrary<Omit<DueFact, 'id'>> = fc
  .record({
    parts: fc.array(fc.nat({ max: 100 }), { minLength: 7, maxLength: 7 }),
    receivers: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
    ageDays,
  })
  .map(({ parts, receivers, ageDays: age }) => {
    const all = parts.reduce((sum, each) => sum + each, 0);
    const share = (n: number) => (all === 0 ? 0 : (parts[n] ?? 0) / all);
    return {
      ageDays: age,
      delivered: EVIDENCE.toReversed().map((evidence, n) => ({ evidence, share: share(n) })),
      awaitingRuling: share(4),
      silent: share(6),
      missing: all === 0 ? 1 : share(5),
      receivers: receivers.map((n) => `g${n}`),
    };
  });

/** All that may bear on one organisation: up to 8 reviewers in 5 groups, up to 20 reviews, up to 5 promises. */
export const anyFacts: fc.Arbitrary<Facts> = fc.array(reviewer, { minLength: 1, maxLength: 8 }).chain((found) => {
  const reviewers = found.map(({ group, ...each }, n) => ({
    ...each,
    id: `r${n}`,
    controlGroupId: `g${group}`,
    tied: false,
  }));
  const review: fc.Arbitrary<Omit<ReviewFact, 'id'>> = fc.record({
    reviewerId: fc.constantFrom(...reviewers.map(({ id }) => id)),
    points: fc.integer({ min: 0, max: 4 }),
    evidence: fc.constantFrom(...EVIDENCE),
    ageDays,
  });
  return fc.record({
    reviews: fc.array(review, { maxLength: 20 }).map((list) => list.map((each, n) => ({ ...each, id: `x${n}` }))),
    reviewers: fc.constant(reviewers),
    due: fc.array(due, { maxLength: 5 }).map((list) => list.map((each, n) => ({ ...each, id: `d${n}` }))),
  });
});
