import { describe, it, expect } from '@jest/globals';
import { id } from '../../../../test/harness/given.js';
import { commitmentCommands } from './commands.js';
import { commitmentEvents } from './events.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  OTHER_MISSION,
  STRANGER,
  TENANTS,
  UNREGISTERED,
  MISSION,
  TODAY,
  commitment,
  made,
  terms,
} from '../spec.fixtures.js';

const promise = { missionId: MISSION, ...terms };

describe('A commitment', () => {
  it('is made by one member for itself', () => {
    commitment().when('MakeCommitment', COMMITMENT, promise, { by: CITY }).then(made());
  });

  it('is made by several members together, to counterparties that need not be members', () => {
    const parties = { promisorIds: [CITY, BUILDER], counterpartyIds: [TENANTS] };
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, ...parties }, { by: BUILDER })
      .then(made({ ...parties, acceptedBy: [BUILDER] }));
  });

  it('is made by a backbone on behalf of others, from a source, though long due', () => {
    const past = { dueOn: '2019-01-31', source: { dataset: 'INDIGO', record: 'Projects!12' } };
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, ...past, promisorIds: [CITY] }, { by: BACKBONE })
      .then(made({ ...past, acceptedBy: [] }));
  });

  it('has a verified source where the operator records it, as an import does, and nobody else', () => {
    const past = { dueOn: '2019-01-31', source: { dataset: 'INDIGO', record: 'Projects!12' } };
    const verified = { ...past, source: { ...past.source, verified: true } };
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, ...past }, { by: CITY, scopes: ['write', 'operator'] })
      .then(made({ ...verified, promisorIds: [CITY], acceptedBy: [] }));
    const claims = commitmentCommands.MakeCommitment.data.safeParse({ ...promise, ...verified });
    expect(claims.success).toBe(false);
  });

  it('may be unquantified and without a due date', () => {
    const open = { kind: 'DATA', description: 'Our inspection records, published.' };
    commitment()
      .when('MakeCommitment', COMMITMENT, { missionId: MISSION, ...open }, { by: CITY })
      .then({
        type: 'CommitmentMade',
        data: {
          missionId: MISSION,
          promisorIds: [CITY],
          counterpartyIds: [],
          ...open,
          completion: 'DECLARED',
          termsVersion: 1,
          acceptedBy: [CITY],
          on: TODAY,
        },
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

  it.each([
    ['10.005', 'EUR', /^10\.005 has 3 decimals; EUR has 2, and no amount of it has more\.$/],
    ['10.5', 'JPY', /JPY has 0,/],
    ['0.0005', 'KWD', /KWD has 3,/],
    ['12.345', 'HUF', /HUF has 2,/],
  ])('is not of %s %s, where the currency has fewer decimals', (amount, unit, message) => {
    const money = { ...promise, kind: 'MONEY', quantity: { amount, unit } };
    commitment()
      .when('MakeCommitment', COMMITMENT, money, { by: CITY })
      .thenRefused('TOO_MANY_DECIMALS', ['quantity', 'amount'], message);
  });

  it.each([
    ['10.05', 'EUR'],
    ['0.001', 'KWD'],
    ['12.5', 'HUF'],
  ])('is of %s %s', (amount, unit) => {
    const quantity = { amount, unit };
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, kind: 'MONEY', quantity }, { by: CITY })
      .then(made({ kind: 'MONEY', quantity }));
  });

  it('is of what was published, however many decimals that has', () => {
    const published = {
      kind: 'MONEY',
      quantity: { amount: '1250.123456', unit: 'USD' },
      source: { dataset: 'INDIGO', record: '1' },
    };
    commitment()
      .when('MakeCommitment', COMMITMENT, { ...promise, ...published }, { by: CITY })
      .then(made({ ...published, acceptedBy: [] }));
  });
});

describe('What a commitment may hold', () => {
  const accepts = (change: object) =>
    commitmentCommands.MakeCommitment.data.safeParse({ ...promise, ...change }).success;

  it('is a positive, finite amount of a known unit', () => {
    expect(accepts({})).toBe(true);
    for (const amount of ['-1', '0', 'Infinity', 'NaN', 5]) {
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
