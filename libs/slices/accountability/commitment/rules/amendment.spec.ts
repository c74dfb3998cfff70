import { describe, it } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { id } from '../../../../../test/harness/given.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  commitment,
  contributed,
  joined,
  left as leftMission,
  NEIGHBOUR,
  removed,
  SISTER,
  suspended,
  TENANTS,
} from '../../spec.fixtures.js';
import {
  accepted,
  amended,
  amending,
  COUNTED,
  DUE,
  fewer,
  LAST_FREE_DAY,
  LAST_FREE_DAY_TO_OTHERS,
  left,
  more,
  noon,
  promise,
  promisedTo,
  proposed,
  REASON,
  settledBy,
  settling,
  terms,
  withdrawal,
} from './changes.fixtures.js';

/** A promise that the city and the builder made together. */
const joint = promise({ promisorIds: [CITY, BUILDER], acceptedBy: [CITY, BUILDER] });
const NO_BACKBONE = [leftMission(BACKBONE)];

const amend = (
  past: readonly DomainEvent[],
  day: string,
  data: object = amending,
  since: readonly DomainEvent[] = [],
) => commitment(past, since).when('AmendCommitment', COMMITMENT, data, { by: CITY, at: noon(day) });
const atOnce = (day: string, change: object = {}) => amended({ ...fewer, termsVersion: 2, ...change }, day);

describe('A change in good time', () => {
  it('is made by the sole promisor at once, up to 14 days before the promise is due', () => {
    amend([promise()], LAST_FREE_DAY).then(atOnce(LAST_FREE_DAY));
  });

  it('ends earlier where a counterparty has accepted the promise, which need not be asked until then', () => {
    amend([promisedTo(TENANTS)], LAST_FREE_DAY_TO_OTHERS).then(atOnce(LAST_FREE_DAY_TO_OTHERS));
    amend([promisedTo(TENANTS)], '2026-05-17').then(proposed([TENANTS], '2026-05-17'));
    // One that has not accepted counts on nothing.
    amend([promise({ counterpartyIds: [TENANTS] })], LAST_FREE_DAY).then(atOnce(LAST_FREE_DAY));
  });

  it('ends a quarter of the time before the promise is due where that is shorter, and a day before at the latest', () => {
    const due = (dueOn: string) => [promise({ dueOn })];
    const change = (dueOn: string) => ({ ...amending, dueOn });
    amend(due('2026-01-21'), '2026-01-16', change('2026-01-21')).then(atOnce('2026-01-16', { dueOn: '2026-01-21' }));
    amend(due('2026-01-21'), '2026-01-17', change('2026-01-21'), NO_BACKBONE).thenRefused('NOTICE_PASSED');
    amend(due('2026-01-03'), '2026-01-02', change('2026-01-03')).then(atOnce('2026-01-02', { dueOn: '2026-01-03' }));
    amend(due('2026-01-03'), '2026-01-03', change('2026-01-03'), NO_BACKBONE).thenRefused('NOTICE_PASSED');
  });

  it('takes the others that are bound, and none that has yet to accept', () => {
    amend([joint], '2026-02-01').then(proposed([BUILDER], '2026-02-01'));
    amend([promise({ promisorIds: [CITY, BUILDER] })], '2026-02-01').then(atOnce('2026-02-01'));
    amend([joint, left(BUILDER, '2026-02-01')], '2026-02-01').then(atOnce('2026-02-01'));
  });

  it('is always in time where nothing is due', () => {
    const open = promise({ dueOn: undefined });
    const { dueOn: _, ...without } = amending;
    amend([open], '2027-01-01', without).then(amended({ ...without, dueOn: undefined, termsVersion: 2 }, '2027-01-01'));
  });

  it('takes the way of a late one after two that lessened', () => {
    const less = (amount: string, termsVersion: number, on: string) =>
      amended({ quantity: { amount, unit: 'dwelling' }, termsVersion }, on);
    const twice = [promise(), less('30', 2, '2026-02-01'), less('20', 3, '2026-02-02')];
    amend(twice, '2026-02-03', amending, NO_BACKBONE).thenRefused('NOTICE_PASSED');
    amend(twice, '2026-02-03').then(proposed([BACKBONE], '2026-02-03', { termsVersion: 4 }));
    const moreBetween = [promise(), less('30', 2, '2026-02-01'), less('60', 3, '2026-02-02')];
    amend(moreBetween, '2026-02-03').then(atOnce('2026-02-03', { termsVersion: 4 }));
  });
});

describe('A late change that lessens', () => {
  const LATE = '2026-06-17';

  it('takes every counterparty that accepted', () => {
    const both = promise({ counterpartyIds: [TENANTS, NEIGHBOUR], acceptedBy: [CITY, TENANTS, NEIGHBOUR] });
    amend([both], LATE).then(proposed([TENANTS, NEIGHBOUR], LATE));
    amend([both, left(NEIGHBOUR, '2026-06-01')], LATE).then(proposed([TENANTS], LATE));
  });

  it('takes the others that are bound beside them', () => {
    const together = promise({
      promisorIds: [CITY, BUILDER],
      counterpartyIds: [TENANTS],
      acceptedBy: [CITY, BUILDER, TENANTS],
    });
    amend([together], LATE).then(proposed([BUILDER, TENANTS], LATE));
  });

  it('takes a backbone without a tie to any party where no counterparty accepted', () => {
    amend([promise()], LATE).then(proposed([BACKBONE], LATE));
    amend([promise()], LATE, amending, [joined(NEIGHBOUR, 'BACKBONE')]).then(proposed([BACKBONE, NEIGHBOUR], LATE));
    amend([promise()], LATE, amending, [joined(SISTER, 'BACKBONE')]).then(proposed([BACKBONE], LATE));
  });

  it('is refused where there is nobody of these', () => {
    amend([promise()], LATE, amending, NO_BACKBONE).thenRefused('NOTICE_PASSED', []);
    amend([promise()], LATE, amending, [...NO_BACKBONE, joined(SISTER, 'BACKBONE')]).thenRefused('NOTICE_PASSED');
    const ofBackbone = promise({ promisorIds: [BACKBONE], acceptedBy: [BACKBONE] });
    commitment([ofBackbone])
      .when('AmendCommitment', COMMITMENT, amending, { by: BACKBONE, at: noon(LATE) })
      .thenRefused('NOTICE_PASSED');
  });

  it('is what every change is but more of the same unit, an earlier date, or a milestone more', () => {
    const says = (change: object) => amend([promise()], LATE, { ...terms, ...change, reason: REASON }, NO_BACKBONE);
    says({ description: 'Forty dwellings looked at.' }).thenRefused('NOTICE_PASSED');
    says({ dueOn: '2026-07-01' }).thenRefused('NOTICE_PASSED');
    says({ ...more, dueOn: '2026-07-01' }).thenRefused('NOTICE_PASSED');
    says(more).then(atOnce(LATE, more));
    says({ dueOn: '2026-06-20' }).then(atOnce(LATE, { ...terms, dueOn: '2026-06-20' }));
    const stages = (...keys: readonly string[]) => keys.map((key) => ({ key, what: `The ${key}.` }));
    const { quantity: _, ...uncounted } = terms;
    const inStages = (past: readonly object[], now: readonly object[]) =>
      amend(
        [promise({ quantity: undefined, milestones: past, completion: 'MILESTONES' })],
        LATE,
        { ...uncounted, milestones: now, reason: REASON },
        NO_BACKBONE,
      );
    inStages(stages('permit'), stages('permit', 'roof')).then(
      atOnce(LATE, {
        ...uncounted,
        quantity: undefined,
        milestones: stages('permit', 'roof'),
        completion: 'MILESTONES',
      }),
    );
    inStages(stages('permit', 'roof'), stages('roof')).thenRefused('NOTICE_PASSED');
  });
});

describe('What is taken back', () => {
  const withdraw = (past: readonly DomainEvent[], day: string, since: readonly DomainEvent[] = []) =>
    commitment(past, since).when('WithdrawCommitment', COMMITMENT, { reason: REASON }, { by: CITY, at: noon(day) });

  it('takes the way of a change that lessens to nothing', () => {
    withdraw([promise()], LAST_FREE_DAY).then(withdrawal(LAST_FREE_DAY));
    withdraw([joint], '2026-02-01').then(proposed([BUILDER], '2026-02-01', { terms: undefined }));
    withdraw([promisedTo(TENANTS)], '2026-06-01').then(proposed([TENANTS], '2026-06-01', { terms: undefined }));
    withdraw([promise()], '2026-06-17', NO_BACKBONE).thenRefused('NOTICE_PASSED');
  });

  it('is a commitment that stands, and changes no more', () => {
    amend([], '2026-02-02').thenRefused('UNKNOWN_COMMITMENT', ['id']);
    amend([promise(), withdrawal('2026-02-01')], '2026-02-02').thenRefused('COMMITMENT_WITHDRAWN', ['id']);
  });
});

describe('Who changes a promise', () => {
  const by = (organisation: string, past: readonly DomainEvent[], since: readonly DomainEvent[] = []) =>
    commitment(past, since).when('AmendCommitment', COMMITMENT, amending, { by: organisation, at: noon('2026-03-01') });

  it('is bound by it, a member or not by now, and suspended or not', () => {
    by(CITY, [promise()], [suspended(CITY)]).then(atOnce('2026-03-01'));
    by(CITY, [promise()], [removed(CITY)]).then(atOnce('2026-03-01'));
    by(CITY, [promise()], [leftMission(CITY)]).then(atOnce('2026-03-01'));
  });

  it('is neither a backbone, nor a counterparty, nor a promisor that has yet to accept, once somebody is bound', () => {
    by(BACKBONE, [promise()]).thenRefused('NOT_A_PROMISOR', []);
    by(TENANTS, [promisedTo(TENANTS)]).thenRefused('NOT_A_PROMISOR', []);
    by(BUILDER, [promise({ promisorIds: [CITY, BUILDER] })]).thenRefused('NOT_A_PROMISOR', []);
  });

  it('is, while nobody is bound, a backbone or whoever accepted what was proposed', () => {
    const proposal = promise({ acceptedBy: [] });
    by(BACKBONE, [proposal]).then(atOnce('2026-03-01', { acceptedBy: [] }));
    const asked = promise({ counterpartyIds: [TENANTS], acceptedBy: [TENANTS] });
    by(TENANTS, [asked]).then(atOnce('2026-03-01', { acceptedBy: [TENANTS] }));
    by(NEIGHBOUR, [proposal]).thenRefused('NOT_A_PROMISOR', []);
  });
});

describe('What a promise may be changed to', () => {
  const says = (past: readonly DomainEvent[], change: object) =>
    amend(past, '2026-03-01', { ...terms, ...change, reason: REASON });
  const others = [promisedTo(TENANTS)];

  it('is the same thing once others have accepted it', () => {
    const { quantity: _, ...uncounted } = terms;
    says(others, { kind: 'TIME' }).thenRefused('KIND_FIXED', ['kind']);
    says(others, { quantity: { amount: '40', unit: 'hour' } }).thenRefused('UNIT_FIXED', ['quantity', 'unit']);
    amend(others, '2026-03-01', { ...uncounted, reason: REASON }).thenRefused('COMPLETION_FIXED', ['quantity']);
    says([promise()], { quantity: { amount: '40', unit: 'hour' } }).then(
      atOnce('2026-03-01', { ...terms, quantity: { amount: '40', unit: 'hour' } }),
    );
    // Whoever left has counted on it all the same.
    says([...others, left(TENANTS, '2026-02-01')], { kind: 'TIME' }).thenRefused('KIND_FIXED', ['kind']);
  });

  it('falls due later than on that day', () => {
    says([promise()], { dueOn: '2026-03-01' }).thenRefused('DUE_IN_PAST', ['dueOn']);
    amend([promise()], DUE, { ...more, reason: REASON }).then(atOnce(DUE, more));
  });

  it('keeps a due date where there is one, and may get one where there is none', () => {
    const { dueOn: _, ...undated } = amending;
    amend([promise()], '2026-03-01', undated).thenRefused('DUE_DATE_DROPPED', ['dueOn']);
    amend([promise({ dueOn: undefined })], '2026-03-01').then(atOnce('2026-03-01'));
  });

  it('is something else than it was, in a unit that fits', () => {
    says([promise()], {}).thenRefused('TERMS_UNCHANGED', []);
    says([promise()], { quantity: { amount: '3', unit: 'EUR' } }).thenRefused('UNIT_DOES_NOT_FIT', [
      'quantity',
      'unit',
    ]);
  });

  it('keeps an amount that stands, and has no more decimals than its currency where it is another', () => {
    const published = { kind: 'MONEY', quantity: { amount: '9.999', unit: 'EUR' } } as const;
    const past = [promise(published)];
    says(past, { ...published, quantity: { amount: '9.998', unit: 'EUR' } }).thenRefused('TOO_MANY_DECIMALS', [
      'quantity',
      'amount',
    ]);
    const reworded = { ...published, description: 'Said in other words.' };
    says(past, reworded).then(atOnce('2026-03-01', { ...terms, ...reworded }));
  });

  it('is what gifts towards it can be held against', () => {
    says([promise(), contributed()], { kind: 'TIME' }).thenRefused('KIND_DIFFERS', ['kind']);
    const hours = { quantity: { amount: '40', unit: 'hour' } };
    says([promise(), contributed()], hours).thenRefused('UNIT_DIFFERS', ['quantity', 'unit']);
  });
});

describe('A promise that is due', () => {
  const extended = [promisedTo(TENANTS), settling([TENANTS], '2026-07-10'), settledBy(TENANTS, '2026-07-11')];

  it('is settled, and changes no more', () => {
    amend([promise()], '2026-07-01').thenRefused('AFTER_DUE', []);
    const closed = [
      promisedTo(TENANTS),
      settling([TENANTS], '2026-07-10', { outcome: 'CLOSED_AS_IS', dueOn: undefined }),
    ];
    amend([...closed, settledBy(TENANTS, '2026-07-11')], '2026-07-12').thenRefused('COMMITMENT_CLOSED', []);
  });

  it('was missed, and changes in good time no more, however long it was extended', () => {
    amend(extended, '2026-07-12').then(proposed([TENANTS], '2026-07-12'));
    amend(extended, '2026-07-12', { ...more, reason: REASON }).then(atOnce('2026-07-12', more));
    amend(extended, '2026-10-01').thenRefused('AFTER_DUE', []);
  });

  it('is given another date by a settlement alone', () => {
    amend(extended, '2026-07-12', { ...terms, dueOn: '2026-12-31', reason: REASON }).thenRefused('DATE_SETTLED', [
      'dueOn',
    ]);
  });
});

describe('A change that is proposed', () => {
  const open = [joint, proposed([BUILDER], '2026-02-01')];

  it('stands alone until it is answered, for 14 days', () => {
    amend(open, '2026-02-15').thenRefused('AMENDMENT_OPEN', []);
    amend(open, '2026-02-16').then(proposed([BUILDER], '2026-02-16', { termsVersion: 3 }));
  });

  it('is dropped by whoever proposed it, and by nobody else', () => {
    const drop = (past: readonly DomainEvent[], by: string, termsVersion = 2, day = '2026-02-02') =>
      commitment(past).when('DropAmendment', COMMITMENT, { termsVersion }, { by, at: noon(day) });
    drop(open, CITY).then({
      type: 'AmendmentDropped',
      data: { missionId: id(1), termsVersion: 2, on: '2026-02-02' },
    });
    drop(open, BUILDER).thenRefused('NOT_YOUR_PROPOSAL', []);
    drop(open, CITY, 1).thenRefused('VERSION_SUPERSEDED', ['termsVersion']);
    drop(open, CITY, 2, '2026-02-16').thenRefused('NO_AMENDMENT_OPEN', []);
    drop([joint], CITY).thenRefused('NO_AMENDMENT_OPEN', []);
  });

  it('leaves what a promisor accepted meanwhile to be asked anew: nobody is bound to more than it accepted', () => {
    const third = promise({ promisorIds: [CITY, BUILDER, NEIGHBOUR], acceptedBy: [CITY, BUILDER] });
    const past = [
      third,
      proposed([BUILDER], '2026-02-01'),
      accepted(NEIGHBOUR, 1, '2026-02-02'),
      accepted(BUILDER, 2, '2026-02-02'),
      amended({ ...fewer, ...COUNTED, termsVersion: 2, acceptedBy: [CITY, BUILDER] }, '2026-02-02'),
    ];
    commitment(past)
      .when('AmendCommitment', COMMITMENT, { ...terms, reason: REASON }, { by: NEIGHBOUR, at: noon('2026-02-03') })
      .thenRefused('NOT_A_PROMISOR', []);
  });
});
