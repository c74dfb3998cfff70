import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence } from '../commitment/events.js';
import { estimate, type DueFact, type Facts } from './arithmetic.js';
import { parametersOf, VERSION_2 } from './parameters.js';
import { anyFacts, reviewerOf } from './reputation.fixtures.js';

const of = (facts: Partial<Facts>) => estimate({ reviews: [], reviewers: [], due: [], ...facts }, VERSION_2);

const review = (id: string, reviewerId: string, points: number, evidence: Evidence, ageDays = 0) => ({
  id,
  reviewerId,
  points,
  evidence,
  ageDays,
});

const due = (id: string, change: Partial<DueFact>): DueFact => ({
  id,
  ageDays: 0,
  delivered: [],
  awaitingRuling: 0,
  silent: 0,
  missing: 0,
  receivers: [],
  ...change,
});

describe('The second form', () => {
  // Worked by hand, each factor a fraction: two reviewers of one group, one of another, and three promises.
  it('meets an example worked by hand', () => {
    const found = of({
      reviews: [
        // u = 2/4, a = (2 + 3)/(4 + 4) = 5/8, q = 1/(1 + 1/2), e = 3/5, d = 1: w = 1/8, e·d = 3/5.
        review('1', 'P', 4, 'CORROBORATED'),
        // u = 6/8, a = 1/2, q = 1, e = 1, d = 1/2: w = 3/16, e·d = 1/2.
        review('2', 'Q', 1, 'VERIFIED', 365),
        // u = 2/4, a = 1/2, q = 1, e = 1, d = 1/4: w = 1/16, e·d = 1/4.
        review('3', 'R', 2, 'VERIFIED', 730),
        // V = 0: it weighs nothing, and is not among what its group said.
        review('4', 'S', 0, 'VERIFIED'),
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
        reviewerOf('S', 0, 'PQ'),
      ],
      due: [
        // To one group: φ = 3/4, ψ = 1/4.
        due('a', { delivered: [{ evidence: 'VERIFIED', share: 3 / 4 }], missing: 1 / 4, receivers: ['G'] }),
        // To two: d = 1/2 and half in each, φ = 1/2·3/5·1/2 = 3/20 in G and in H.
        due('b', {
          ageDays: 365,
          receivers: ['H', 'G'],
          silent: 1 / 2,
          delivered: [{ evidence: 'CORROBORATED', share: 1 / 2 }],
        }),
        // To nobody, and nothing of it came: ψ = 1.
        due('c', { missing: 1 }),
      ],
    });
    // Group PQ: N = 3/5 + 1/2 = 11/10, m = 4·w/(1/4 + 11/10) = w·80/27. Group R: N = 1/4, m = 4·(1/16)/(1/2) = 1/2.
    const [massP, massQ, massR] = [80 / 27 / 8, (80 / 27) * (3 / 16), 1 / 2];
    const b = ((((1 / 2) * 3) / 5) * 1) / 2 / 2;
    // G: φ + ψ = 1 + b; H: b; nobody: 1.
    const [inG, inH] = [2 / (1 / 4 + 1 + b), 2 / (1 / 4 + b)];
    const r = 1 + massP + massQ / 4 + massR / 2 + inG * (3 / 4) + (inG + inH) * b;
    const s = 1 + (massQ * 3) / 4 + massR / 2 + inG / 4 + 2 / (5 / 4);
    expect([found.r, found.s]).toEqual([expect.closeTo(r, 12), expect.closeTo(s, 12)]);
    expect(found.groups).toBe(2);
    const masses = Object.fromEntries(found.reviews.map((each) => [each.review.id, each.mass]));
    expect(masses).toEqual({
      1: expect.closeTo(massP, 12),
      2: expect.closeTo(massQ, 12),
      3: expect.closeTo(massR, 12),
      4: 0,
    });
  });

  it('hears a group that says it ten times hardly more than once, however praised', () => {
    const said = (times: number) =>
      of({
        reviews: Array.from({ length: times }, (_, n) => review(`${n}`, 'P', 4, 'VERIFIED')),
        reviewers: [reviewerOf('P', 2)],
      }).mass;
    // B = 1/4 each: 4·(1/4)/(1/4 + 1) once, and never 1 or more.
    expect(said(1)).toBeCloseTo(0.8, 12);
    expect(said(10)).toBeLessThan(1);
    expect(said(10)).toBeGreaterThan(said(1));
  });

  it('hears nothing from a group that is the organisation’s own', () => {
    const reviewers = [{ ...reviewerOf('P', 9), tied: true }];
    expect(of({ reviews: [review('1', 'P', 4, 'VERIFIED')], reviewers })).toMatchObject({ r: 1, s: 1, groups: 0 });
  });

  it('lets a receiver be heard for two at most, however many promises are kept or broken before it', () => {
    const many = (change: Partial<DueFact>) =>
      of({ due: Array.from({ length: 200 }, (_, n) => due(`${n}`, { receivers: ['G'], ...change })) });
    expect(many({ delivered: [{ evidence: 'VERIFIED', share: 1 }] }).r).toBeLessThan(3);
    expect(many({ missing: 1 }).s).toBeLessThan(3);
  });

  it('needs its own constant, and the first has none of it', () => {
    const { version: _, ...constants } = VERSION_2;
    expect(parametersOf(2, constants)).toEqual(VERSION_2);
    expect(() => parametersOf(1, constants)).toThrow('has no volumeHalf');
    expect(() => parametersOf(2, { ...constants, volumeHalf: undefined })).toThrow('needs a volumeHalf');
  });
});

describe('In the second form, for any facts,', () => {
  const figures = ({ r, s, lower, groups }: ReturnType<typeof estimate>) => [r, s, lower, groups];

  it('reviewers whose V is 0 change no bit, nor does a promise of which nothing is said', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 4 }), (facts, points) => {
        const [group] = facts.reviewers.map(({ controlGroupId }) => controlGroupId);
        const after: Facts = {
          reviewers: [...facts.reviewers, reviewerOf('silent', 0, group), reviewerOf('stranger', 0)],
          reviews: [
            ...facts.reviews,
            review('0silent', 'silent', points, 'VERIFIED'),
            review('zstranger', 'stranger', points, 'VERIFIED'),
          ],
          due: [...facts.due, due('silent', { silent: 1, receivers: ['g0'] })],
        };
        expect(figures(estimate(after, VERSION_2))).toStrictEqual(figures(estimate(facts, VERSION_2)));
      }),
    );
  });

  it('another name for whoever is in a control group changes no bit', () => {
    fc.assert(
      fc.property(anyFacts, fc.infiniteStream(fc.nat()), (facts, dice) => {
        // Within each group everybody takes somebody else's place, with all that is theirs.
        const byGroup = new Map<string, string[]>();
        for (const { id, controlGroupId } of facts.reviewers) {
          byGroup.set(controlGroupId, [...(byGroup.get(controlGroupId) ?? []), id]);
        }
        const other = new Map(
          [...byGroup.values()].flatMap((ids) => {
            const by = (dice.next().value as number) % ids.length;
            return ids.map((id, n) => [id, ids[(n + by) % ids.length]!] as const);
          }),
        );
        const named: Facts = {
          ...facts,
          reviewers: facts.reviewers.map((each) => ({ ...each, id: other.get(each.id)! })),
          reviews: facts.reviews.map((each) => ({ ...each, reviewerId: other.get(each.reviewerId)! })),
        };
        expect(figures(estimate(named, VERSION_2))).toStrictEqual(figures(estimate(facts, VERSION_2)));
      }),
    );
  });

  it('less missing of a promise never lowers r nor raises s, and more spoken for never raises s', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyFacts, share, (facts, part) => {
        const before = estimate(facts, VERSION_2);
        for (const [n, fact] of facts.due.entries()) {
          const less = fact.missing * part;
          const forgiven = { ...fact, missing: fact.missing - less, silent: fact.silent + less };
          const kept = {
            ...forgiven,
            silent: fact.silent,
            delivered: [...fact.delivered, { evidence: 'VERIFIED' as const, share: less }],
          };
          for (const change of [forgiven, kept]) {
            const after = estimate({ ...facts, due: facts.due.with(n, change) }, VERSION_2);
            expect(after.r).toBeGreaterThanOrEqual(before.r - 1e-12);
            expect(after.s).toBeLessThanOrEqual(before.s + 1e-12);
          }
        }
      }),
    );
  });

  it('is what a naive recomputation comes to', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const found = estimate(facts, VERSION_2);
        const [r, s] = naively(facts);
        expect([found.r, found.s]).toEqual([expect.closeTo(r, 9), expect.closeTo(s, 9)]);
        // What is told of each review and promise adds up to it.
        const told =
          found.reviews.reduce((sum, { share: each }) => sum + each, 0) +
          found.due.reduce((sum, { share: each }) => sum + each, 0);
        if (found.mass > 1e-9) expect(told).toBeCloseTo(1, 9);
      }),
    );
  });
});

/** Group by group, as one would by hand, and in no particular order. */
function naively({ reviews, reviewers, due: facts }: Facts): readonly [number, number] {
  const evidence = { NONE: 0, DECLARED: 0.3, CORROBORATED: 0.6, VERIFIED: 1 };
  const d = (age: number) => 0.5 ** (age / 365);
  const good = (praise: readonly { points: number; ageDays: number }[]) =>
    praise.reduce((sum, { points, ageDays }) => sum + d(ageDays) * Math.max(0, points / 2 - 1), 0);
  let [r, s] = [1, 1];
  for (const group of new Set(reviewers.map(({ controlGroupId }) => controlGroupId))) {
    let [b, a, n] = [0, 0, 0];
    for (const { id, verified, tied, calibration, given, received } of reviewers) {
      if (reviewers.find((each) => each.id === id)?.controlGroupId !== group || tied || verified === 0) continue;
      const voice =
        (verified / (verified + 2)) *
        ((2 + calibration.sum) / (4 + calibration.count)) *
        (1 / (1 + Math.min(good(given), good(received))));
      for (const each of reviews.filter(({ reviewerId }) => reviewerId === id)) {
        const heard = evidence[each.evidence] * d(each.ageDays);
        b += voice * heard;
        a += voice * heard * (each.points / 4);
        n += heard;
      }
    }
    if (b === 0) continue;
    const m = (4 * b) / (0.25 + n);
    r += m * (a / b);
    s += m * (1 - a / b);
  }
  for (const group of new Set(['', ...facts.flatMap(({ receivers }) => receivers)])) {
    const own = facts.filter(({ receivers }) => (group === '' ? receivers.length === 0 : receivers.includes(group)));
    const part = ({ ageDays, receivers }: DueFact) => d(ageDays) / Math.max(1, receivers.length);
    const phi = own.reduce(
      (sum, each) =>
        sum + part(each) * each.delivered.reduce((all, one) => all + evidence[one.evidence] * one.share, 0),
      0,
    );
    const psi = own.reduce((sum, each) => sum + part(each) * each.missing, 0);
    r += (2 * phi) / (0.25 + phi + psi);
    s += (2 * psi) / (0.25 + phi + psi);
  }
  return [r, s];
}
