import { describe, it, expect } from '@jest/globals';
import { id } from '../../../../test/harness/given.js';
import { commitmentCommands } from './commands.js';
import { commitmentEvents } from './events.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  NEIGHBOUR,
  OTHER_MISSION,
  STRANGER,
  TENANTS,
  UNREGISTERED,
  MISSION,
  commitment,
  contributed,
  left,
  made,
  terms,
  withdrawn,
} from '../spec.fixtures.js';

const promise = { missionId: MISSION, ...terms };
const DUE_DAY = '2026-06-30T23:59:59.999Z';
const DAY_AFTER = '2026-07-01T00:00:00.000Z';

describe('A commitment', () => {
  it('is made by one member for itself', () => {
    commitment().when('MakeCommitment', COMMITMENT, promise, { by: CITY }).then(made());
  });

  it('is made by several members together, to counterparties that need not be members', () => {
    const parties = { promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS] };
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, ...parties }, { by: BUILDER })
      .then(made(parties));
  });

  it('is made by a backbone on behalf of others, from a source, though long due', () => {
    const past = { dueOn: '2019-01-31', source: { dataset: 'INDIGO', record: 'Projects!12' } };
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, ...past, promisorIds: [CITY] }, { by: BACKBONE })
      .then(made(past));
  });

  it('may be unquantified and without a due date', () => {
    const open = { kind: 'DATA', description: 'Our inspection records, published.' };
    commitment()
      .when('MakeCommitment', COMMITMENT, { missionId: MISSION, ...open }, { by: CITY })
      .then({
        type: 'CommitmentMade',
        data: { missionId: MISSION, promisorIds: [CITY], counterpartyIds: [], ...open },
      });
  });

  it('is not made twice', () => {
    commitment([made()])
      .when('MakeCommitment', COMMITMENT, promise, { by: CITY })
      .thenRefused('COMMITMENT_EXISTS', ['id']);
  });

  it('is made to a mission that is declared', () => {
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, missionId: OTHER_MISSION }, { by: CITY })
      .thenRefused('UNKNOWN_MISSION', ['missionId']);
  });

  it('is not made by an unregistered organisation, nor by one outside the mission', () => {
    commitment()
      .when('MakeCommitment', COMMITMENT, promise, { by: UNREGISTERED })
      .thenRefused('UNKNOWN_ORGANISATION', []);
    commitment().when('MakeCommitment', COMMITMENT, promise, { by: STRANGER }).thenRefused('NOT_A_MEMBER', []);
  });

  it('is not made by a member for others', () => {
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, promisorIds: [CITY] }, { by: BUILDER })
      .thenRefused('NOT_A_PROMISOR', ['promisorIds', 0]);
  });

  it('has promisors that are registered members', () => {
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, promisorIds: [CITY, UNREGISTERED] }, { by: CITY })
      .thenRefused('UNKNOWN_ORGANISATION', ['promisorIds', 1]);
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, promisorIds: [CITY, TENANTS] }, { by: CITY })
      .thenRefused('NOT_A_MEMBER', ['promisorIds', 1]);
  });

  it('has counterparties that are registered and on the other side', () => {
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, counterpartyIds: [TENANTS, UNREGISTERED] }, { by: CITY })
      .thenRefused('UNKNOWN_ORGANISATION', ['counterpartyIds', 1]);
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, counterpartyIds: [CITY] }, { by: CITY })
      .thenRefused('ON_BOTH_SIDES', ['counterpartyIds', 0]);
  });

  it('counts money in a currency, and nothing else in one', () => {
    const of = (kind: string, unit: string) => ({ ...promise, kind, quantity: { amount: '5', unit } });
    commitment()
      .when('MakeCommitment', COMMITMENT, of('MONEY', 'hour'), { by: CITY })
      .thenRefused('UNIT_DOES_NOT_FIT', ['quantity', 'unit']);
    commitment()
      .when('MakeCommitment', COMMITMENT, of('TIME', 'EUR'), { by: CITY })
      .thenRefused('UNIT_DOES_NOT_FIT', ['quantity', 'unit']);
    commitment()
      .when('MakeCommitment', COMMITMENT, of('MONEY', 'EUR'), { by: CITY })
      .then(made({ kind: 'MONEY', quantity: { amount: '5', unit: 'EUR' } }));
  });
});

describe('What a commitment may hold', () => {
  const accepts = (change: object) =>
    commitmentCommands.MakeCommitment.data.safeParse({ ...promise, ...change }).success;

  it('is a positive, finite amount of a known unit', () => {
    expect(accepts({})).toBe(true);
    for (const amount of ['-1', '0', 'Infinity', 'NaN', '1e3', 5]) {
      expect(accepts({ quantity: { amount, unit: 'dwelling' } })).toBe(false);
    }
    expect(accepts({ quantity: { amount: '1', unit: 'XBX' } })).toBe(false);
  });

  it('is due on a date that exists', () => {
    expect(accepts({ dueOn: '2026-02-30' })).toBe(false);
  });

  it('names each organisation once, at least one promisor and at most 20', () => {
    expect(accepts({ promisorIds: [] })).toBe(false);
    expect(accepts({ promisorIds: [CITY, CITY] })).toBe(false);
    expect(accepts({ promisorIds: Array.from({ length: 21 }, (_, index) => id(100 + index)) })).toBe(false);
    expect(accepts({ counterpartyIds: [TENANTS, TENANTS] })).toBe(false);
  });

  it('never has an organisation on both sides, not even in an imported event', () => {
    const data = { ...(made().data as object), counterpartyIds: [CITY] };
    expect(commitmentEvents.CommitmentMade.data.safeParse(data).success).toBe(false);
  });
});

describe('Amending a commitment', () => {
  const amendment = { ...terms, quantity: { amount: '30', unit: 'dwelling' }, reason: 'Two sites were unsafe.' };
  const amended = { type: 'CommitmentAmended', data: { missionId: MISSION, ...amendment } };

  it('replaces the terms up to and on the day it is due', () => {
    commitment([made()]).when('AmendCommitment', COMMITMENT, amendment, { by: CITY, at: DUE_DAY }).then(amended);
  });

  it('is refused once it was due: what is not delivered stays visible', () => {
    commitment([made()])
      .when('AmendCommitment', COMMITMENT, amendment, { by: CITY, at: DAY_AFTER })
      .thenRefused('AFTER_DUE');
  });

  it('is for its promisors, or a backbone on their behalf', () => {
    commitment([made()]).when('AmendCommitment', COMMITMENT, amendment, { by: BACKBONE }).then(amended);
    commitment([made()])
      .when('AmendCommitment', COMMITMENT, amendment, { by: NEIGHBOUR })
      .thenRefused('NOT_A_PROMISOR');
  });

  it('is not for a promisor that left the mission', () => {
    commitment([made()], [left(CITY)])
      .when('AmendCommitment', COMMITMENT, amendment, { by: CITY })
      .thenRefused('NOT_A_MEMBER');
  });

  it('may put the due date off again and again, but not into the past', () => {
    const later = { ...amendment, dueOn: '2026-12-31' };
    commitment([made(), { type: 'CommitmentAmended', data: { missionId: MISSION, ...later } }])
      .when('AmendCommitment', COMMITMENT, { ...amendment, dueOn: '2026-07-01' }, { by: CITY, at: DAY_AFTER })
      .then({ type: 'CommitmentAmended', data: { missionId: MISSION, ...amendment, dueOn: '2026-07-01' } });
    commitment([made()])
      .when('AmendCommitment', COMMITMENT, { ...amendment, dueOn: '2026-02-28' }, { by: CITY })
      .thenRefused('DUE_IN_PAST', ['dueOn']);
  });

  it('keeps a due date where there is one, and may set one where there is none', () => {
    const { dueOn: _, ...undated } = amendment;
    commitment([made()])
      .when('AmendCommitment', COMMITMENT, undated, { by: CITY })
      .thenRefused('DUE_DATE_DROPPED', ['dueOn']);
    commitment([made({ dueOn: undefined })])
      .when('AmendCommitment', COMMITMENT, undated, { by: CITY })
      .then({ type: 'CommitmentAmended', data: { missionId: MISSION, ...undated } });
    commitment([made({ dueOn: undefined })])
      .when('AmendCommitment', COMMITMENT, amendment, { by: CITY })
      .then(amended);
  });

  it('changes something, within units that fit', () => {
    commitment([made()])
      .when('AmendCommitment', COMMITMENT, { ...terms, reason: 'None.' }, { by: CITY })
      .thenRefused('TERMS_UNCHANGED');
    commitment([made()])
      .when('AmendCommitment', COMMITMENT, { ...amendment, quantity: { amount: '3', unit: 'EUR' } }, { by: CITY })
      .thenRefused('UNIT_DOES_NOT_FIT', ['quantity', 'unit']);
  });

  it('may change kind and unit only until something is given', () => {
    const hours = { ...amendment, quantity: { amount: '300', unit: 'hour' } };
    commitment([made()])
      .when('AmendCommitment', COMMITMENT, { ...hours, kind: 'TIME' }, { by: CITY })
      .then({ type: 'CommitmentAmended', data: { missionId: MISSION, ...hours, kind: 'TIME' } });
    commitment([made(), contributed()])
      .when('AmendCommitment', COMMITMENT, { ...amendment, kind: 'TIME' }, { by: CITY })
      .thenRefused('KIND_DIFFERS', ['kind']);
    commitment([made(), contributed()])
      .when('AmendCommitment', COMMITMENT, hours, { by: CITY })
      .thenRefused('UNIT_DIFFERS', ['quantity', 'unit']);
  });

  it('needs a commitment that stands', () => {
    commitment().when('AmendCommitment', COMMITMENT, amendment, { by: CITY }).thenRefused('UNKNOWN_COMMITMENT', ['id']);
    commitment([made(), withdrawn])
      .when('AmendCommitment', COMMITMENT, amendment, { by: CITY })
      .thenRefused('COMMITMENT_WITHDRAWN', ['id']);
  });
});

describe('Withdrawing a commitment', () => {
  const why = { reason: 'The budget was cut.' };

  it('takes it back with a reason before it is due', () => {
    commitment([made()]).when('WithdrawCommitment', COMMITMENT, why, { by: CITY }).then(withdrawn);
    commitment([made()]).when('WithdrawCommitment', COMMITMENT, why, { by: BACKBONE }).then(withdrawn);
  });

  it('is refused once it was due', () => {
    commitment([made()])
      .when('WithdrawCommitment', COMMITMENT, why, { by: CITY, at: DAY_AFTER })
      .thenRefused('AFTER_DUE');
  });

  it('is for its promisors, once', () => {
    commitment([made()]).when('WithdrawCommitment', COMMITMENT, why, { by: BUILDER }).thenRefused('NOT_A_PROMISOR');
    commitment([made(), withdrawn])
      .when('WithdrawCommitment', COMMITMENT, why, { by: CITY })
      .thenRefused('COMMITMENT_WITHDRAWN', ['id']);
  });

  it('is always possible without a due date', () => {
    const { dueOn: _, ...open } = made().data as { dueOn: string };
    commitment([{ type: 'CommitmentMade', data: open }])
      .when('WithdrawCommitment', COMMITMENT, why, { by: CITY, at: '2031-01-01T00:00:00.000Z' })
      .then(withdrawn);
  });
});
