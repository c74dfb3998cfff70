import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { plusDays, type CalendarDate } from '@maillage/kernel';
import { id, projected, recorded } from '../../../../test/harness/given.js';
import { anyActs, EVERYBODY, naiveSameGroup, play } from '../histories.fixtures.js';
import { groupsOn, sameGroup, type FoundedMembership, type Membership } from './groups.arithmetic.js';
import { organisations, type MembershipRow } from './view.js';

const [A, B, C, P, Q] = [id(1), id(2), id(3), id(4), id(5)] as const;

const member = (
  of: string,
  group: string,
  from: CalendarDate,
  until: CalendarDate | null = null,
): FoundedMembership => ({
  organisationId: of,
  controlGroupId: group,
  basis: 'AGREED',
  from,
  until,
});
const one = (memberships: readonly Membership[], a: string, b: string, on: CalendarDate) => {
  const groupOf = groupsOn(memberships, on);
  return groupOf(a) === groupOf(b);
};

describe('Two organisations', () => {
  it('are one group with themselves, and with nobody while they stand by themselves', () => {
    expect([one([], A, A, '2026-01-01'), one([], A, B, '2026-01-01')]).toEqual([true, false]);
  });

  it('count as one from the first day they share a parent until 365 days after the last', () => {
    const shared = [member(A, P, '2026-01-01', '2026-03-01'), member(B, P, '2025-01-01')];
    const days = ['2025-12-31', '2026-01-01', '2026-03-01', '2027-03-01', '2027-03-02'];
    expect(days.map((on) => one(shared, A, B, on))).toEqual([false, true, true, true, false]);
    expect(days.map((on) => one(shared, A, P, on))).toEqual([false, true, true, true, false]);
  });

  it('cannot shed that by leaving, saying something, and coming back', () => {
    const back = [member(A, P, '2026-01-01', '2026-03-01'), member(A, P, '2026-03-03')];
    expect(one(back, A, P, '2026-03-02')).toBe(true);
  });

  it('count as one where others connect them, in whatever order that came about', () => {
    const moved = [
      member(A, P, '2026-01-01'),
      member(C, P, '2026-01-01', '2026-02-01'),
      member(C, Q, '2026-02-01'),
      member(B, Q, '2026-03-01'),
    ];
    for (const memberships of [moved, [...moved].reverse()]) {
      expect(one(memberships, A, B, '2026-03-01')).toBe(true);
      expect(one(memberships, A, B, '2027-02-02')).toBe(false);
    }
  });
});

describe('In any history of groupings', () => {
  /** Days on which something may change, and those beside them. */
  const days = fc.record({ back: fc.nat({ max: 450 }), ahead: fc.nat({ max: 450 }) });

  it('groups are what reading it day by day makes of them', () => {
    fc.assert(
      fc.property(anyActs, days, (acts, { back, ahead }) => {
        const { told, last, stateOf } = play(acts);
        const all = EVERYBODY.flatMap((each) => stateOf(each).memberships);
        for (const on of [last, plusDays(last, -back), plusDays(last, ahead)]) {
          const groupOf = groupsOn(all, on);
          for (const [a, b] of pairs()) {
            const expected = naiveSameGroup(told, a, b, on);
            expect([on, a, b, groupOf(a) === groupOf(b)]).toEqual([on, a, b, expected]);
            // By way of others as well, whom the two states alone do not know.
            expect(sameGroup(stateOf(a), stateOf(b), on, { memberships: all })).toBe(expected);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the view has the memberships that the deciders have', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        const { told, stateOf } = play(acts);
        const events = told.map(({ of, event }) => recorded(`organisation/${of}`, event));
        const rows = (projected(organisations, events)['group_membership'] ??
          []) as unknown as readonly MembershipRow[];
        for (const of of EVERYBODY) {
          const held = rows
            .filter((row) => row.organisation_id === of)
            .sort((a, b) => Number(a.nth) - Number(b.nth))
            .map(({ group_id, basis, since, until }) => [group_id, basis, since, until]);
          const { memberships } = stateOf(of);
          expect(held).toEqual(memberships.map((each) => [each.controlGroupId, each.basis, each.from, each.until]));
        }
      }),
    );
  });
});

function pairs(): readonly (readonly [string, string])[] {
  return EVERYBODY.flatMap((a, n) => EVERYBODY.slice(n + 1).map((b) => [a, b] as const));
}
