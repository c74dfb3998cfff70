import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimate } from './arithmetic.js';
import { disagreementOf, type Opinion } from './disagreement.arithmetic.js';
import { VERSION_1, VERSION_2 } from './parameters.js';
import { anyFacts, reviewerOf } from './reputation.fixtures.js';

const opinion = (id: string, score: number, mass = 1): Opinion => ({ id, score, mass });

const anyOpinions: fc.Arbitrary<readonly Opinion[]> = fc
  .array(
    fc.record({
      score: fc.integer({ min: 0, max: 16 }).map((points) => points / 16),
      mass: fc.double({ min: 1e-6, max: 4, noNaN: true }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((list) => list.map((each, n) => ({ ...each, id: `g${n}` })));

describe('How far reviewing groups are apart', () => {
  it('is not said of one, nor of nobody', () => {
    expect(disagreementOf([])).toBeUndefined();
    expect(disagreementOf([opinion('a', 1)])).toBeUndefined();
  });

  it('tells five that see nothing in it and five that see all of it from ten that see half', () => {
    const half = Array.from({ length: 10 }, (_, n) => opinion(`${n}`, 0.5));
    const split = half.map((each, n) => ({ ...each, score: n % 2 }));
    expect(disagreementOf(half)).toEqual({ lowest: 0.5, highest: 0.5, apart: 0 });
    // Of 45 pairs, 25 are of one that sees all of it and one that sees nothing.
    expect(disagreementOf(split)).toEqual({ lowest: 0, highest: 1, apart: expect.closeTo(25 / 45, 12) });
  });

  it('counts a pair by the masses of both', () => {
    const [a, b, c] = [opinion('a', 0, 1), opinion('b', 0.5, 2), opinion('c', 1, 3)];
    // Pairs ab, ac and bc: (2·0.5 + 3·1 + 6·0.5) / (2 + 3 + 6).
    expect(disagreementOf([a, b, c])?.apart).toBeCloseTo(7 / 11, 12);
  });

  it('lies between 0 and what the outermost differ by, and is 0 just where all say the same', () => {
    fc.assert(
      fc.property(anyOpinions, (opinions) => {
        const { lowest, highest, apart } = disagreementOf(opinions)!;
        expect(lowest).toBe(Math.min(...opinions.map(({ score }) => score)));
        expect(highest).toBe(Math.max(...opinions.map(({ score }) => score)));
        expect(apart).toBeGreaterThanOrEqual(0);
        expect(apart).toBeLessThanOrEqual(highest - lowest);
        expect(apart === 0).toBe(highest === lowest);
      }),
    );
  });

  it('is the mean of the differences of all pairs', () => {
    fc.assert(
      fc.property(anyOpinions, (opinions) => {
        let [differences, pairs] = [0, 0];
        for (const [n, one] of opinions.entries()) {
          for (const other of opinions.slice(n + 1)) {
            differences += one.mass * other.mass * Math.abs(one.score - other.score);
            pairs += one.mass * other.mass;
          }
        }
        expect(disagreementOf(opinions)?.apart).toBeCloseTo(differences / pairs, 9);
      }),
    );
  });

  it('is the same to the last bit in whatever order they are told', () => {
    fc.assert(
      fc.property(
        anyOpinions.chain((opinions) => fc.tuple(fc.constant(opinions), shuffled(opinions))),
        ([opinions, again]) => {
          expect(disagreementOf(again)).toStrictEqual(disagreementOf(opinions));
        },
      ),
    );
  });
});

const shuffled = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length });

describe.each([VERSION_1, VERSION_2])('In the form of version $version, an estimate', (parameters) => {
  it('says it of every group that weighs, and of no other', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { reviews, groups, disagreement } = estimate(facts, parameters);
        const groupOf = new Map(facts.reviewers.map(({ id, controlGroupId }) => [id, controlGroupId]));
        const weighing = reviews.filter(({ weight }) => weight > 0);
        const groupOfReview = ({ review }: (typeof weighing)[number]) => groupOf.get(review.reviewerId);
        const means = [...new Set(weighing.map(groupOfReview))].map((group) => {
          const own = weighing.filter((each) => groupOfReview(each) === group);
          const total = own.reduce((sum, { weight }) => sum + weight, 0);
          return own.reduce((sum, { weight, score }) => sum + weight * score, 0) / total;
        });
        expect(groups).toBe(means.length);
        if (means.length < 2) expect(disagreement).toBeUndefined();
        else {
          expect(disagreement?.lowest).toBeCloseTo(Math.min(...means), 9);
          expect(disagreement?.highest).toBeCloseTo(Math.max(...means), 9);
        }
      }),
    );
  });

  it('says nothing else where somebody is added who has earned no voice', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 4 }), (facts, points) => {
        const review = { id: 'x', reviewerId: 'silent', points, evidence: 'VERIFIED' as const, ageDays: 0 };
        const more = {
          ...facts,
          reviewers: [...facts.reviewers, reviewerOf('silent', 0)],
          reviews: [...facts.reviews, review],
        };
        expect(estimate(more, parameters).disagreement).toStrictEqual(estimate(facts, parameters).disagreement);
      }),
    );
  });
});
