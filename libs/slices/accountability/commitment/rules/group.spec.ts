import { describe, it } from '@jest/globals';
import { type DomainEvent } from '@maillage/kernel';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  EVALUATOR,
  GIFT,
  NEIGHBOUR,
  STRANGER,
  TENANTS,
  commitment,
  contributed,
  disputed,
  disputing,
  founded,
  made,
} from '../../spec.fixtures.js';
import { left, noon, promise, REASON, settling } from './changes.fixtures.js';

/** A third organisation that went over from the one to the other on New Year's Day: neither of the two knows of it. */
const tying = (one: string, other: string): Readonly<Record<string, readonly DomainEvent[]>> => ({
  [`organisation/${STRANGER}`]: [
    ...(founded[`organisation/${STRANGER}`] ?? []),
    { type: 'OrganisationGrouped', data: { controlGroupId: one, on: '2025-10-01' } },
    { type: 'OrganisationGrouped', data: { controlGroupId: other, on: '2026-01-01' } },
  ],
});
const together = promise({ promisorIds: [CITY, BUILDER], counterpartyIds: [], acceptedBy: [CITY, BUILDER] });

describe('Two organisations that a third ties, for the year after it went over,', () => {
  it('are one group where a backbone from outside has to agree, so that it is not asked', () => {
    const settle = { outcome: 'CLOSED_AS_IS', reason: REASON };
    const propose = (day: string) =>
      commitment([promise()], [], tying(CITY, BACKBONE)).when('ProposeSettlement', COMMITMENT, settle, {
        by: CITY,
        at: noon(day),
      });
    propose('2026-07-01').thenRefused('NOBODY_TO_AGREE', []);
    propose('2027-01-01').thenRefused('NOBODY_TO_AGREE', []);
    const reduce = { dueOn: '2026-06-30', kind: 'SERVICE', description: 'One dwelling.', reason: REASON };
    commitment([promise()], [], tying(CITY, BACKBONE))
      .when(
        'AmendCommitment',
        COMMITMENT,
        { ...reduce, quantity: { amount: '1', unit: 'dwelling' } },
        {
          by: CITY,
          at: noon('2026-06-29'),
        },
      )
      .thenRefused('NOTICE_PASSED');
  });

  it('wait together for the others’ turn to propose a settlement', () => {
    const asked = (on: string, proposedBy: string) => settling([BACKBONE], on, { proposedBy });
    const three = promise({ promisorIds: [CITY, BUILDER, NEIGHBOUR], acceptedBy: [CITY, BUILDER, NEIGHBOUR] });
    const past = [three, asked('2026-07-01', CITY), asked('2026-07-20', BUILDER)];
    const data = { outcome: 'CLOSED_AS_IS', reason: REASON };
    commitment(past, [], tying(CITY, BUILDER))
      .when('ProposeSettlement', COMMITMENT, data, { by: CITY, at: noon('2026-08-10') })
      .thenRefused('OTHERS_FIRST');
  });

  it('dispute a contribution once', () => {
    const past = [made({ promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS] }), contributed(), disputed(TENANTS)];
    const dispute = { contributionId: GIFT, reason: 'The walls are still wet.' };
    const by = { by: EVALUATOR };
    commitment(past).when('DisputeContribution', COMMITMENT, dispute, by).then(disputing(EVALUATOR));
    commitment(past, [], tying(TENANTS, EVALUATOR))
      .when('DisputeContribution', COMMITMENT, dispute, by)
      .thenRefused('ALREADY_DISPUTED');
    commitment(past, [], tying(CITY, EVALUATOR))
      .when('DisputeContribution', COMMITMENT, dispute, by)
      .thenRefused('SAME_CONTROL_GROUP', ['contributionId']);
  });

  it('do not leave a promise late by following each other', () => {
    const past = [together, left(BUILDER, '2026-06-10')];
    const leaves = { by: CITY, at: noon('2026-06-20') };
    commitment(past, [], tying(CITY, BUILDER))
      .when('ReleaseParty', COMMITMENT, { reason: REASON }, leaves)
      .thenRefused('NOTICE_PASSED', []);
  });
});
