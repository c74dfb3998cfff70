import { describe, it, expect } from '@jest/globals';
import { calibrationsOf, type FindingFact, type HeldReview } from './calibration.js';
import { standingOf, type Background } from './standing.js';

/** P promises and G reviews; E and F are accredited evaluators, R is not, and E-branch is E’s. */
const background: Background = {
  on: '2026-09-01',
  memberships: [{ organisationId: 'E-branch', controlGroupId: 'E', from: '2026-01-01', until: null }],
  accreditations: ['E', 'F'].map((organisationId) => ({
    organisationId,
    from: '2026-01-01',
    until: '2026-12-31',
    endedOn: null,
    voidFrom: null,
  })),
  payments: [],
  verifications: [],
};

const found = (amount: string | null, change: Partial<FindingFact> = {}): FindingFact => ({
  contributionId: 'gift',
  giverId: 'P',
  evaluatorId: 'E',
  on: '2026-06-10',
  amount,
  unit: 'dwelling',
  ...change,
});
const review = (change: Partial<HeldReview> = {}): HeldReview => ({
  id: 'promise/review',
  reviewerId: 'G',
  said: [{ on: '2026-06-01', results: 3 }],
  promised: { amount: '40', unit: 'dwelling' },
  parties: ['P'],
  findings: [found('10')],
  ...change,
});
const calibration = (reviews: readonly HeldReview[], asked: Partial<Background> = {}) =>
  calibrationsOf(reviews, standingOf({ ...background, ...asked })).get('G');

describe('How a reviewer is held against what evaluators found', () => {
  it('is by how far its results lie from the share of the promise that was verified', () => {
    expect(calibration([review()])).toEqual({ count: 1, sum: 0.5 });
    expect(calibration([review({ findings: [found('30')] })])).toEqual({ count: 1, sum: 1 });
    expect(calibration([review({ findings: [found('90')] })])).toEqual({ count: 1, sum: 0.75 });
  });

  it('adds up what was found of several contributions, in the promised unit alone', () => {
    const more = (unit: string) => found('10', { contributionId: 'more', evaluatorId: 'F', on: '2026-07-01', unit });
    expect(calibration([review({ findings: [found('10'), more('dwelling')] })])).toEqual({ count: 1, sum: 0.75 });
    expect(calibration([review({ findings: [found('10'), more('hour')] })])).toEqual({ count: 1, sum: 0.5 });
  });

  it('takes the latest of several findings about one contribution', () => {
    const again = found('30', { evaluatorId: 'F', on: '2026-07-01' });
    expect(calibration([review({ findings: [found('10'), again] })])).toEqual({ count: 1, sum: 1 });
  });

  it('takes what is not counted for kept, whatever was found of it, and for not kept where nothing was', () => {
    const promised = { amount: null, unit: null };
    const nothing = found('0', { evaluatorId: 'F', on: '2026-07-01' });
    const held = (...findings: readonly FindingFact[]) => calibration([review({ promised, findings })]);
    expect(held(found(null, { unit: null }))).toEqual({ count: 1, sum: 0.75 });
    expect(held(found('1'))).toEqual({ count: 1, sum: 0.75 });
    expect(held(nothing)).toEqual({ count: 1, sum: 0.25 });
    expect(held(found('1'), nothing)).toEqual({ count: 1, sum: 0.25 });
  });

  it('takes what it said last before the day of the first finding, and nothing else', () => {
    const said = (...days: readonly string[]) => days.map((on, n) => ({ on: `2026-06-${on}`, results: n }));
    expect(calibration([review({ said: said('01', '09', '10') })])).toEqual({ count: 1, sum: 1 });
    expect(calibration([review({ said: said('10', '11') })])).toBeUndefined();
  });

  it('minds accredited and independent evaluators alone', () => {
    const by = (evaluatorId: string, asked: Partial<Background> = {}) =>
      calibration([review({ findings: [found('10', { evaluatorId })] })], asked);
    expect(by('F')).toEqual({ count: 1, sum: 0.5 });
    expect(by('R')).toBeUndefined();
    expect(by('E', { payments: [{ giverId: 'P', receiverId: 'E', on: '2025-12-01' }] })).toBeUndefined();
    const [period] = background.accreditations;
    expect(
      by('E', { accreditations: [{ ...period!, endedOn: '2026-08-01', voidFrom: '2026-06-10' }] }),
    ).toBeUndefined();
    expect(calibration([review({ parties: ['P', 'E-branch'] })])).toBeUndefined();
  });

  it('dates the first finding by those that are heard', () => {
    const late = review({ said: [{ on: '2026-06-10', results: 1 }], findings: [found('10', { evaluatorId: 'R' })] });
    expect(calibration([late])).toBeUndefined();
    const both = [...late.findings, found('10', { on: '2026-06-20' })];
    expect(calibration([{ ...late, findings: both }])).toEqual({ count: 1, sum: 1 });
  });

  it('is one figure over all of its reviews, in whatever order they come', () => {
    const reviews = [0.1, 0.7, 2.9].map((results, n) =>
      review({ id: `promise/${n}`, said: [{ on: '2026-06-01', results }] }),
    );
    const all = calibration(reviews);
    expect(all?.count).toBe(3);
    expect(calibration([...reviews].reverse())).toStrictEqual(all);
  });
});
