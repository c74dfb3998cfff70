import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { EVIDENCE, type Evidence } from '../commitment/events.js';
import { estimate, type DueFact, type Facts, type PraiseFact, type ReviewFact } from './arithmetic.js';
import { dueFact } from './facts.js';
import { anyFacts, reviewerOf } from './reputation.fixtures.js';
import { VERSION_1 } from './parameters.js';

const of = (facts: Partial<Facts>) => estimate({ reviews: [], reviewers: [], due: [], ...facts }, VERSION_1);

const review = (id: string, reviewerId: string, points: number, change: Partial<ReviewFact> = {}): ReviewFact => ({
  id,
  reviewerId,
  points,
  evidence: 'VERIFIED',
  ageDays: 0,
  ...change,
});

describe('The arithmetic of reputation', () => {
  it('says that nothing is known where nothing is', () => {
    expect(of({})).toEqual({
      r: 1,
      s: 1,
      estimate: 0.5,
      uncertainty: 1,
      mass: 0,
      groups: 0,
      reviews: [],
      due: [],
      lower: 0.5 - 1.645 * Math.sqrt(0.25 / 3),
      shortfall: { groups: 3, mass: 3 },
    });
  });

  // Worked by hand, each factor a fraction: two reviewers of one group, one of another, and a promise half kept.
  it('meets an example worked by hand', () => {
    const found = of({
      reviews: [
        // u = 2/4, a = (2 + 3)/(4 + 4) = 5/8, q = 1/(1 + 1/2), e = 3/5, d = 1: w = 1/8.
        review('1', 'P', 4, { evidence: 'CORROBORATED' }),
        // u = 6/8, a = 1/2, q = 1, e = 1, d = 1/2: w = 3/16.
        review('2', 'Q', 1, { ageDays: 365 }),
        // u = 2/4, a = 1/2, q = 1, e = 1, d = 1/4: w = 1/16.
        review('3', 'R', 2, { ageDays: 730 }),
      ],
      reviewers: [
        {
          ...reviewerOf('P', 2, 'PQ'),
          calibration: { count: 4, sum: 3 },
          given: [{ points: 4, ageDays: 365 }],
          received: [{ points: 4, ageDays: 0 }],
        },
        reviewerOf('Q', 6, 'PQ'),
        reviewerOf('R', 2),
      ],
      // d = 1/2: for 2d·(1·1/4 + 3/10·1/4) = 13/40, against 2d·1/2 = 1/2.
      due: [
        {
          id: 'due',
          ageDays: 365,
          awaitingRuling: 0,
          silent: 0,
          missing: 1 / 2,
          receivers: [],
          delivered: [
            { evidence: 'VERIFIED', share: 1 / 4 },
            { evidence: 'DECLARED', share: 1 / 4 },
          ],
        },
      ],
    });
    expect(found.reviews.map(({ review: { id }, weight }) => [id, weight])).toEqual([
      ['3', expect.closeTo(1 / 16, 12)],
      ['2', expect.closeTo(3 / 16, 12)],
      ['1', expect.closeTo(1 / 8, 12)],
    ]);
    // Group PQ: B = 5/16, m = 2·(5/16)/(37/16) = 10/37, of which 4/37 and 6/37. Group R: m = 2·(1/16)/(33/16) = 2/33.
    const [massR, massQ, massP] = [2 / 33, 6 / 37, 4 / 37];
    expect(found.reviews.map(({ mass }) => mass)).toEqual(
      [massR, massQ, massP].map((each) => expect.closeTo(each, 12)),
    );
    const r = 1 + massP + massQ / 4 + massR / 2 + 13 / 40;
    const s = 1 + (massQ * 3) / 4 + massR / 2 + 1 / 2;
    expect([found.r, found.s]).toEqual([expect.closeTo(r, 12), expect.closeTo(s, 12)]);
    expect(found.due).toEqual([
      expect.objectContaining({
        speaksFor: expect.closeTo(13 / 40, 12),
        speaksAgainst: expect.closeTo(1 / 2, 12),
        share: expect.closeTo(33 / 40 / (r + s - 2), 12),
      }),
    ]);
    expect(found.groups).toBe(2);
    expect(found.shortfall).toEqual({ groups: 1, mass: expect.closeTo(3 - (r + s - 2), 12) });
  });

  it('is published from three independent groups and a mass of 3 on', () => {
    const reviewers = ['P', 'Q', 'R'].map((id) => reviewerOf(id, 1000));
    const reviews = reviewers.flatMap(({ id }) => [1, 2, 3, 4].map((n) => review(`${id}${n}`, id, 3)));
    expect(of({ reviews, reviewers }).shortfall).toEqual({ groups: 0, mass: expect.any(Number) });
    const due = ['1', '2'].map((id) => kept(id, 1, 'VERIFIED'));
    expect(of({ reviews, reviewers, due }).shortfall).toBeUndefined();
    const one = reviewers.map((reviewer) => ({ ...reviewer, controlGroupId: 'P' }));
    expect(of({ reviews, reviewers: one, due: [...due, kept('3', 1, 'VERIFIED')] })).toMatchObject({
      groups: 1,
      shortfall: { groups: 2, mass: 0 },
    });
  });

  it('lets no control group weigh 2 or more, however many voices it has', () => {
    const reviewers = Array.from({ length: 500 }, (_, n) => reviewerOf(`${n}`, 1000, 'one'));
    const reviews = reviewers.map(({ id }) => review(id, id, 4));
    expect(of({ reviews, reviewers }).mass).toBeLessThan(2);
  });

  it('refuses a review whose reviewer is not told', () => {
    expect(() => of({ reviews: [review('1', 'P', 4)] })).toThrow(/no reviewer here/);
  });
});

describe('Any estimate', () => {
  it('stays between 0 and 1, with its bounds and shares', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const found = estimate(facts, VERSION_1);
        const { lower, uncertainty, mass, reviews, due } = found;
        for (const figure of [found.estimate, lower, uncertainty]) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1);
        }
        expect(lower).toBeLessThanOrEqual(found.estimate);
        const shares = [...reviews, ...due].map(({ share }) => share);
        expect(shares.every((share) => share >= 0)).toBe(true);
        expect(shares.reduce((sum, each) => sum + each, 0)).toBeCloseTo(mass > 0 ? 1 : 0, 9);
      }),
    );
  });

  it('is not moved by a review from an organisation without a verified contribution', () => {
    const silent = fc.record({ points: fc.integer({ min: 0, max: 4 }), evidence: fc.constantFrom(...EVIDENCE) });
    fc.assert(
      fc.property(anyFacts, fc.array(silent, { minLength: 1, maxLength: 5 }), (facts, said) => {
        const before = estimate(facts, VERSION_1);
        const groups = facts.reviewers.map(({ controlGroupId }) => controlGroupId);
        const after = estimate(
          {
            ...facts,
            // In a group that weighs already as well as in one of its own.
            reviewers: [
              ...facts.reviewers,
              ...said.map((_, n) => reviewerOf(`silent${n}`, 0, groups[n] ?? `silent${n}`)),
            ],
            reviews: [...facts.reviews, ...said.map((each, n) => review(`0${n}`, `silent${n}`, each.points, each))],
          },
          VERSION_1,
        );
        for (const figure of ['r', 's', 'estimate', 'uncertainty', 'lower', 'mass', 'groups'] as const) {
          expect(after[figure]).toBe(before[figure]);
        }
      }),
    );
  });

  it('is the same to the last bit in whatever order facts of equal dates come', () => {
    fc.assert(
      fc.property(anyFacts, fc.infiniteStream(fc.nat()), (facts, dice) => {
        const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
          items
            .map((item) => ({ item, at: dice.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const praise = (facts: readonly PraiseFact[]) => shuffled(facts);
        const again: Facts = {
          reviews: shuffled(facts.reviews),
          reviewers: shuffled(facts.reviewers).map((each) => ({
            ...each,
            given: praise(each.given),
            received: praise(each.received),
          })),
          due: shuffled(facts.due),
        };
        const [one, other] = [estimate(facts, VERSION_1), estimate(again, VERSION_1)];
        const figures = ({ reviews, due, ...rest }: typeof one) => ({
          ...rest,
          reviews: reviews.map(({ review, ...weighed }) => [review.id, weighed]),
          due: due.map(({ due: fact, ...weighed }) => [fact.id, weighed]),
        });
        // Object.is on every number, and in the order in which they are told.
        expect(figures(other)).toStrictEqual(figures(one));
      }),
    );
  });
});

describe('More delivery, or better evidence of the same delivery,', () => {
  const gift = fc.record({
    amount: fc.integer({ min: 1, max: 400 }),
    evidence: fc.constantFrom(...EVIDENCE),
    disputed: fc.boolean(),
  });
  interface Gift {
    readonly amount: number;
    readonly evidence: Evidence;
    readonly disputed: boolean;
  }
  const spoken = (promised: number | null, gifts: readonly Gift[], ageDays: number) => {
    const given = gifts.map(({ amount, ...rest }) => ({ ...rest, contributions: 1, amount: `${amount}` }));
    const due = dueFact({ commitmentId: 'due', ageDays, amount: promised === null ? null : `${promised}`, given });
    const [weighed] = of({ due: [due] }).due;
    return [weighed!.speaksFor, weighed!.speaksAgainst] as const;
  };
  const promised = fc.option(fc.integer({ min: 1, max: 1000 }));

  it('never lowers the facts’ share of r nor raises that of s', () => {
    fc.assert(
      fc.property(
        promised,
        fc.array(gift, { maxLength: 6 }),
        gift,
        fc.nat({ max: 2000 }),
        (promise, gifts, more, age) => {
          const [before, beforeAgainst] = spoken(promise, gifts, age);
          const [after, afterAgainst] = spoken(promise, [...gifts, more], age);
          expect(after).toBeGreaterThanOrEqual(before - 1e-12);
          expect(afterAgainst).toBeLessThanOrEqual(beforeAgainst + 1e-12);
          for (const [n, each] of gifts.entries()) {
            const better = EVIDENCE.slice(EVIDENCE.indexOf(each.evidence) + 1);
            for (const evidence of better) {
              const attested = gifts.with(n, { ...each, evidence, disputed: each.disputed && evidence !== 'VERIFIED' });
              const [best, bestAgainst] = spoken(promise, attested, age);
              expect(best).toBeGreaterThanOrEqual(before - 1e-12);
              expect(bestAgainst).toBeLessThanOrEqual(beforeAgainst + 1e-12);
            }
          }
        },
      ),
    );
  });

  it('is capped at what was promised, the best attested first', () => {
    expect(
      spoken(
        100,
        [
          { amount: 80, evidence: 'DECLARED', disputed: false },
          { amount: 60, evidence: 'VERIFIED', disputed: false },
        ],
        0,
      ),
    ).toEqual([expect.closeTo(2 * (0.6 + 0.3 * 0.4), 12), 0]);
  });

  it('waits for its ruling where it is in dispute: it speaks neither for nor against', () => {
    const inDispute = { amount: 30, evidence: 'CORROBORATED', disputed: true } as const;
    expect(spoken(100, [{ amount: 50, evidence: 'VERIFIED', disputed: false }, inDispute], 0)).toEqual([1, 0.4]);
    expect(spoken(null, [inDispute], 0)).toEqual([0, 0]);
    expect(spoken(null, [], 0)).toEqual([0, 2]);
  });

  it('leaves nothing missing of a promise kept in thirds', () => {
    const third = { amount: 1, evidence: 'VERIFIED', disputed: false } as const;
    expect(spoken(3, [third, { ...third, evidence: 'DECLARED' }, { ...third, evidence: 'NONE' }], 0)[1]).toBe(0);
  });
});

function kept(id: string, share: number, evidence: Evidence): DueFact {
  return {
    id,
    ageDays: 0,
    delivered: [{ evidence, share }],
    awaitingRuling: 0,
    silent: 0,
    missing: 1 - share,
    receivers: [],
  };
}

const VECTOR = 'test/fixtures/vectors/reputation.json';

describe('The worked figures of the first form', () => {
  interface Vector {
    readonly parameters: Omit<typeof VERSION_1, 'evidence'> & { readonly evidence: Readonly<Record<string, number>> };
    readonly atDay: number;
    readonly controlGroups: Readonly<Record<string, string>>;
    readonly verifiedContributions: Readonly<Record<string, number>>;
    readonly calibration: Readonly<Record<string, { readonly count: number; readonly sum: number }>>;
    readonly reviews: readonly { from: string; of: string; score: number; evidence: string; day: number }[];
    readonly dueCommitments: readonly { of: string; kept: number; evidence: string; day: number }[];
    readonly expect: Readonly<Record<string, number>> & { readonly published: boolean; readonly why: string };
  }

  it('are met to 1e-9, and the score is withheld for the stated reason', () => {
    const vector = JSON.parse(readFileSync(VECTOR, 'utf8')) as Vector;
    const { parameters, atDay, reviews } = vector;
    const level = (name: string) => name.toUpperCase() as Evidence;
    const about = reviews.filter((each) => each.of === 'Z');
    const praise = (from: string, to: string) =>
      reviews
        .filter((each) => each.from === from && each.of === to)
        .map(({ score, day }) => ({ points: score * 4, ageDays: atDay - day }));
    const evidence = Object.fromEntries(Object.entries(parameters.evidence).map(([name, e]) => [level(name), e]));
    const found = estimate(
      {
        reviews: about.map(({ from, score, day, ...each }) =>
          review(from, from, score * 4, { evidence: level(each.evidence), ageDays: atDay - day }),
        ),
        reviewers: about.map(({ from }) => ({
          id: from,
          controlGroupId: vector.controlGroups[from]!,
          verified: vector.verifiedContributions[from]!,
          calibration: vector.calibration[from]!,
          tied: false,
          given: praise(from, 'Z'),
          received: praise('Z', from),
        })),
        due: vector.dueCommitments.map(({ day, ...each }, n) => ({
          ...kept(`${n}`, each.kept, level(each.evidence)),
          ageDays: atDay - day,
        })),
      },
      { ...VERSION_1, ...parameters, evidence: evidence as typeof VERSION_1.evidence },
    );
    const { r, s, uncertainty, lower, mass, groups, shortfall } = found;
    const told = { r, s, estimate: found.estimate, uncertainty, lower, mass, weighingGroups: groups };
    for (const [name, value] of Object.entries(told)) {
      expect([name, Math.abs(value - vector.expect[name]!)]).toEqual([name, expect.any(Number)]);
      expect(Math.abs(value - vector.expect[name]!)).toBeLessThan(1e-9);
    }
    expect(shortfall === undefined).toBe(vector.expect.published);
    const why = [
      ...(shortfall!.groups > 0 ? [`fewer than ${VERSION_1.leastGroups} independent groups`] : []),
      ...(shortfall!.mass > 0 ? [`mass below ${VERSION_1.leastMass}`] : []),
    ];
    expect(why.join(' and ')).toBe(vector.expect.why);
  });
});
