import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  EVALUATOR,
  GIFT,
  MISSION,
  NEIGHBOUR,
  TENANTS,
  TODAY,
  acceptedBy,
  commitment,
  contributed,
  corrected,
  corroborated,
  made,
  retracted,
  verified,
} from '../spec.fixtures.js';

const noTies = true;
const verifying = { contributionId: GIFT, noTies };
const recorded = [made(), contributed()];
const found = (amount: string, unit = 'dwelling') => ({ found: { amount, unit } });
const attempt = (data: object, past = recorded) =>
  commitment(past).when('VerifyContribution', COMMITMENT, { ...verifying, ...data }, { by: EVALUATOR });

describe('Verifying a contribution', () => {
  it('says how much was found, where it is less than was recorded', () => {
    attempt(found('4.50')).then(verified(EVALUATOR, { noTies, ...found('4.5') }));
    attempt(found('10.0')).then(verified(EVALUATOR, { noTies }));
    attempt(found('10.000001')).thenRefused('FOUND_TOO_LARGE', ['found', 'amount']);
    attempt(found('4', 'hour')).thenRefused('UNIT_DIFFERS', ['found', 'unit']);
    attempt(found('4'), [made({ quantity: undefined }), contributed({ quantity: undefined })]).thenRefused(
      'FOUND_TOO_LARGE',
      ['found'],
    );
  });

  it('finds no more decimals of money than its currency has', () => {
    const quantity = { amount: '10.005', unit: 'EUR' };
    const money = [made({ kind: 'MONEY', quantity }), contributed({ kind: 'MONEY', quantity })];
    attempt(found('9.005', 'EUR'), money).thenRefused('TOO_MANY_DECIMALS', ['found', 'amount']);
    attempt(found('10.005', 'EUR'), money).then(verified(EVALUATOR, { noTies }));
  });

  it('denies ties each time', () => {
    attempt({ noTies: undefined }).thenRefused('TIES_NOT_DENIED', ['noTies']);
    attempt({ noTies: false }).thenRefused('TIES_NOT_DENIED', ['noTies']);
  });

  it('is done again where the evaluator finds something else, or the contribution was corrected', () => {
    const past = [...recorded, verified(EVALUATOR, found('4'))];
    attempt(found('4'), past).thenRefused('ALREADY_VERIFIED', ['contributionId']);
    attempt(found('5'), past).then(verified(EVALUATOR, { noTies, ...found('5') }));
    attempt({}, past).then(verified(EVALUATOR, { noTies }));
    attempt(found('4'), [...past, corrected()]).then(verified(EVALUATOR, { noTies, ...found('4') }));
    attempt(found('9'), [...past, corrected()]).thenRefused('FOUND_TOO_LARGE', ['found', 'amount']);
  });
});

describe('Being named as the successor of a receiver', () => {
  const naming = (successorId: string): DomainEvent => ({
    type: 'PartyDissolved',
    data: {
      missionId: MISSION,
      organisationId: TENANTS,
      dissolvedOn: TODAY,
      successorId,
      until: TODAY,
      on: TODAY,
    },
  });
  const received = (successorId: string) => [made({ counterpartyIds: [TENANTS] }), contributed(), naming(successorId)];

  it('ties an evaluator to nobody; taking the place does', () => {
    attempt({}, received(EVALUATOR)).then(verified(EVALUATOR, { noTies }));
    attempt({}, [...received(EVALUATOR), acceptedBy(EVALUATOR)]).thenRefused('SAME_CONTROL_GROUP', ['contributionId']);
  });

  it('lets it confirm what was given, until its time is over', () => {
    const confirms = (day: string) =>
      commitment(received(NEIGHBOUR)).when(
        'CorroborateContribution',
        COMMITMENT,
        { contributionId: GIFT },
        { by: NEIGHBOUR, at: `${day}T12:00:00.000Z` },
      );
    confirms(TODAY).then(acceptedBy(NEIGHBOUR), corroborated(NEIGHBOUR));
    confirms('2026-03-02').thenRefused('NOT_A_COUNTERPARTY', []);
  });
});

describe('Handing on what one received', () => {
  const FIRST = '00000000-0000-4000-8000-0000000000d1';
  const euros = (amount: string) => ({ amount, unit: 'EUR' });
  const grant = [
    made({ kind: 'MONEY', quantity: euros('100'), counterpartyIds: [BUILDER] }),
    contributed({ kind: 'MONEY', quantity: euros('100') }),
  ];
  const passing = {
    missionId: MISSION,
    kind: 'MONEY',
    description: 'The grant, handed on.',
    quantity: euros('60'),
    date: '2026-02-25',
    counterpartyIds: [TENANTS],
    passesOn: { commitmentId: FIRST, contributionId: GIFT },
  };
  const by = (organisation: string, data: object, first = [...grant, corroborated(BUILDER)]) =>
    commitment([], [], { [`commitment/${FIRST}`]: first }).when('RecordContribution', COMMITMENT, data, {
      by: organisation,
    });

  it('names a contribution that the giver received and corroborated', () => {
    expect(by(BUILDER, passing).result).toMatchObject([
      { type: 'CommitmentMade' },
      { type: 'ContributionRecorded', data: { passesOn: passing.passesOn, quantity: euros('60') } },
    ]);
    by(BUILDER, passing, grant).thenRefused('PASSED_ON_UNKNOWN', ['passesOn']);
    by(CITY, passing).thenRefused('PASSED_ON_UNKNOWN', ['passesOn']);
    by(BUILDER, passing, []).thenRefused('PASSED_ON_UNKNOWN', ['passesOn']);
    by(BUILDER, passing, [...grant, corroborated(BUILDER), retracted]).thenRefused('PASSED_ON_UNKNOWN', ['passesOn']);
    const since = [...grant, corroborated(BUILDER), corrected({ quantity: euros('80') })];
    by(BUILDER, passing, since).thenRefused('PASSED_ON_UNKNOWN', ['passesOn']);
  });

  it('is of no more than was received, in its unit', () => {
    by(BUILDER, { ...passing, quantity: euros('100.01') }).thenRefused('PASSED_ON_TOO_MUCH', ['quantity', 'amount']);
    by(BUILDER, { ...passing, quantity: { amount: '1', unit: 'GBP' } }).thenRefused('PASSED_ON_TOO_MUCH', ['quantity']);
    by(BACKBONE, { ...passing, contributorId: BUILDER, quantity: euros('101') }).thenRefused('PASSED_ON_TOO_MUCH');
  });
});
