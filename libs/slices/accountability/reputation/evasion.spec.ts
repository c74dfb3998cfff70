import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { id } from '../../../../test/harness/given.js';
import { BUILDER, CITY, MISSION, TENANTS } from '../spec.fixtures.js';
import type { GivenFact } from './attested.facts.js';
import { accepting, day, DUE, making, reason, told, type Try } from './changes.fixtures.js';
import { VERSION_2 } from './parameters.js';
import { dueFactOf } from './promises.js';
import { standingOf, type Background } from './standing.js';

// Leaving a promise is for oneself alone, and no change on the last day gets rid of it.

describe('Leaving late, after another promisor left', () => {
  const joint = [making([], [CITY, BUILDER]), accepting(BUILDER, 0)];
  const leaves = (by: string, n: number): Try => ({ type: 'ReleaseParty', by, day: n, data: { reason } });
  // Free until fourteen days before it is due.
  const all = told([...joint, leaves(BUILDER, DUE - 14), leaves(CITY, DUE)]);
  const on = day(DUE + 9);

  it('lets nobody out of its facts where the other one is a creature that nobody heard of', () => {
    expect(all.state.parties[CITY]?.answer).toBe('RELEASED');
    expect(all.estimateOf(CITY, on, [])).toEqual(told(joint).estimateOf(CITY, on, []));
    expect(all.estimateOf(CITY, on, [])[1]).toBeGreaterThan(1);
    expect(all.estimateOf(BUILDER, on, [])).toEqual([1, 1]);
  });

  it('is no fact where that one is of standing', () => {
    expect(all.estimateOf(CITY, on, [BUILDER])).toEqual([1, 1]);
  });
});

describe('A milestone that is added once the promise is free no more', () => {
  const stages = (...keys: readonly string[]) => ({
    kind: 'SERVICE',
    description: 'In stages.',
    milestones: keys.map((key) => ({ key, what: `The ${key}.` })),
    dueOn: day(DUE),
  });
  const adding = (n: number): Try => ({
    type: 'AmendCommitment',
    by: CITY,
    day: n,
    data: { ...stages('works', 'meeting', 'leaflet'), reason },
  });
  const reached = (key: string, n: number): readonly Try[] => {
    const contributionId = id(4100 + n);
    return [
      {
        type: 'RecordContribution',
        by: CITY,
        day: DUE,
        data: { contributionId, milestone: key, date: day(DUE), evidence: [] },
      },
      { type: 'CorroborateContribution', by: TENANTS, day: DUE, data: { contributionId, evidence: [] } },
    ];
  };
  const made: Try = {
    ...making(),
    data: { missionId: MISSION, promisorIds: [CITY], counterpartyIds: [TENANTS], ...stages('works') },
  };
  const dust = [...reached('meeting', 1), ...reached('leaflet', 2)];
  const on = day(DUE + 1);

  it('makes no less of what is missing', () => {
    const late = told([made, accepting(TENANTS, 0), adding(DUE - 1), ...dust]);
    expect(late.state.version).toBe(2);
    expect(late.deliveredBy(CITY, on)).toBe(0);
    expect(late.estimateOf(CITY, on)).toEqual(told([made, accepting(TENANTS, 0)]).estimateOf(CITY, on));
    // In good time, it is what is promised.
    expect(told([made, accepting(TENANTS, 0), adding(1), ...dust]).deliveredBy(CITY, on)).toBeCloseTo(2 / 3, 12);
  });
});

describe('A receiver that leaves once the promise cannot be changed in good time', () => {
  const staged: Try = {
    ...making(),
    data: {
      missionId: MISSION,
      promisorIds: [CITY],
      counterpartyIds: [TENANTS],
      kind: 'SERVICE',
      description: 'In two stages.',
      milestones: ['permit', 'works'].map((key) => ({ key, what: `The ${key}.` })),
      dueOn: day(DUE),
    },
  };
  const contributionId = id(4000);
  const reached: readonly Try[] = [
    {
      type: 'RecordContribution',
      by: CITY,
      day: 9,
      data: { contributionId, milestone: 'permit', date: day(9), evidence: [] },
    },
    { type: 'CorroborateContribution', by: TENANTS, day: 9, data: { contributionId, evidence: [] } },
  ];
  const kept = [staged, accepting(TENANTS, 0), ...reached];
  const leaves = (n: number): Try => ({ type: 'ReleaseParty', by: TENANTS, day: n, data: { reason } });
  const on = day(DUE + 40);

  it('takes nothing from what its promisor delivered', () => {
    expect(told(kept).deliveredBy(CITY, on)).toBe(0.5);
    for (const n of [DUE - 29, DUE, DUE + 30]) {
      const all = told([...kept, leaves(n)]);
      expect(all.state.parties[TENANTS]?.answer).toBe('RELEASED');
      expect(all.estimateOf(CITY, on)).toEqual(told(kept).estimateOf(CITY, on));
    }
    // In good time, its promisor still can do something about it.
    expect(told([...kept, leaves(DUE - 30)]).deliveredBy(CITY, on)).toBe(0);
  });
});

describe('Paying whoever verified', () => {
  const background = (paid: readonly string[]): Background => ({
    on: '2026-09-01',
    memberships: [],
    accreditations: ['E', 'F'].map((organisationId) => ({
      organisationId,
      from: '2026-01-01',
      until: '2026-12-31',
      endedOn: null,
      voidFrom: null,
    })),
    payments: paid.map((receiverId) => ({ giverId: 'P', receiverId, on: '2026-07-30' })),
    verifications: [{ giverId: 'Q', evaluatorId: 'E', on: '2026-03-01' }],
  });
  const verification = fc.record({
    evaluatorId: fc.constantFrom('E', 'F', 'R'),
    found: fc.option(fc.integer({ min: 0, max: 40 }).map(String)),
    on: fc.constant('2026-07-01'),
  });
  const said = fc.record({
    verifications: fc.array(verification, { maxLength: 4 }),
    corroborations: fc.subarray(['Q', 'R']),
    disputes: fc.subarray([{ by: 'Q', on: '2026-08-01', endedOn: null }]),
  });

  /** Σ e·c, and what is missing. */
  function heard(words: typeof said extends fc.Arbitrary<infer Of> ? Of : never, paid: readonly string[]) {
    const gift: GivenFact = {
      id: 'g',
      contributorId: 'P',
      amount: '40',
      unit: 'dwelling',
      milestone: null,
      completes: false,
      giverBoundOn: '2026-02-01',
      givenTo: '2026-06-01',
      recordedOn: '2026-06-01',
      declared: true,
      ...words,
    };
    const fact = dueFactOf(
      {
        id: 'p',
        promisorId: 'P',
        madeOn: '2026-02-01',
        boundOn: '2026-02-01',
        released: false,
        withdrawn: false,
        gift: false,
        completion: 'QUANTITY',
        terms: [{ amount: '40', unit: 'dwelling', dueOn: '2026-06-30', milestones: [] }],
        parties: ['P', 'Q'],
        acceptedBy: ['Q'],
        settlements: [],
        given: [gift],
      },
      standingOf(background(paid)),
    );
    const { delivered = [], missing = 0 } = fact ?? {};
    return [
      delivered.reduce((sum, { evidence, share }) => sum + VERSION_2.evidence[evidence] * share, 0),
      missing,
    ] as const;
  }

  it('never adds to what speaks for the giver, nor takes from what speaks against it', () => {
    fc.assert(
      fc.property(said, fc.subarray(['E', 'F'], { minLength: 1 }), (words, paid) => {
        const [[before, lacking], [after, lackingThen]] = [heard(words, []), heard(words, paid)];
        expect(after).toBeLessThanOrEqual(before + 1e-12);
        expect(lackingThen).toBeGreaterThanOrEqual(lacking - 1e-12);
      }),
    );
  });
});
