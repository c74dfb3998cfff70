import { describe, expect, it } from '@jest/globals';
import { plusDays, type CalendarDate, type DomainEvent } from '@maillage/kernel';
import { projected, recorded } from '../../../../test/harness/given.js';
import { accepted, amended, MADE_ON, noon, promise } from '../commitment/rules/changes.fixtures.js';
import { BUILDER, CITY, COMMITMENT, contributed, EVALUATOR, GIFT, NEIGHBOUR, verified } from '../spec.fixtures.js';
import { entriesByCommitment } from './entry.facts.js';
import { promiseOf, recordOf } from './record.facts.js';
import { reputationRecords } from './records.view.js';

// While a change that the city and the builder make waits for the builder, the neighbours accept what is in force, and deliver.

type Dated = readonly [CalendarDate, DomainEvent];

const ACCEPTED_ON = '2026-05-04';
const CHANGED_ON = '2026-05-10';
const given = contributed({ contributorId: NEIGHBOUR, period: { from: '2026-05-05', to: '2026-05-05' } });
const past: readonly Dated[] = [
  [MADE_ON, promise({ promisorIds: [CITY, BUILDER, NEIGHBOUR], acceptedBy: [CITY, BUILDER] })],
  [ACCEPTED_ON, accepted(NEIGHBOUR, 1, ACCEPTED_ON)],
  ['2026-05-06', given],
  [CHANGED_ON, amended({ termsVersion: 2, acceptedBy: [CITY, BUILDER], askedAnew: [NEIGHBOUR] }, CHANGED_ON)],
];
const inLog = (...since: readonly Dated[]) =>
  [...past, ...since].map(([day, event], n) => ({
    ...recorded(`commitment/${COMMITMENT}`, event, { recordedAt: noon(day) }),
    position: BigInt(n + 1),
  }));
const again = (day: CalendarDate): Dated => [day, accepted(NEIGHBOUR, 2, day)];

describe('A promisor that the others’ change asks anew', () => {
  const promised = (...since: readonly Dated[]) =>
    promiseOf(
      recordOf(COMMITMENT, entriesByCommitment(inLog(...since)).get(COMMITMENT) ?? []),
      NEIGHBOUR,
      '2026-07-01',
    );
  const boundOn = (...since: readonly Dated[]) => promised(...since).boundOn;

  it('is bound as before where it accepts within 14 days, and else from then on', () => {
    expect(boundOn()).toBeNull();
    expect(boundOn(again(plusDays(CHANGED_ON, 14)))).toBe(ACCEPTED_ON);
    expect(boundOn(again(plusDays(CHANGED_ON, 15)))).toBe(plusDays(CHANGED_ON, 15));
    expect(boundOn(again('2026-06-30'))).toBeNull();
  });

  it('has delivered what it gave before, and what it gives since, whenever it accepts', () => {
    const later = contributed({ contributionId: COMMITMENT, contributorId: NEIGHBOUR });
    for (const since of [[], [again('2026-06-20')]]) {
      const all = promised(...since, ['2026-06-21', later]).given;
      expect(all.map(({ giverBoundOn }) => giverBoundOn)).toEqual([ACCEPTED_ON, ACCEPTED_ON]);
    }
  });

  it('has a voice, and findings are held against reviews, by what is verified of that', () => {
    const found: Dated = ['2026-06-21', verified(EVALUATOR, { contributorId: NEIGHBOUR })];
    for (const since of [[], [again('2026-06-20')]]) {
      const tables = projected(reputationRecords, inLog(...since, found));
      expect(tables['reputation_verification']).toEqual([
        expect.objectContaining({ giver_id: NEIGHBOUR, evaluator_id: EVALUATOR, day: '2026-06-21' }),
      ]);
      expect(tables['reputation_finding']).toEqual([
        expect.objectContaining({ contribution_id: GIFT, giver_id: NEIGHBOUR }),
      ]);
    }
  });
});
