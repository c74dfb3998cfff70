import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@maillage/kernel';
import { projected, recorded } from '../../../../test/harness/given.js';
import { BACKBONE, BUILDER, CITY, COMMITMENT, MISSION, NEIGHBOUR, TENANTS } from '../spec.fixtures.js';
import {
  accepted,
  amended,
  fewer,
  left,
  promise,
  promisedTo,
  proposed,
  REASON,
  SETTLEMENT,
  settledBy,
  settling,
  withdrawal,
} from './rules/changes.fixtures.js';
import { commitments } from './view.js';

const STREAM = `commitment/${COMMITMENT}`;
const shown = (...past: readonly DomainEvent[]) =>
  projected(
    commitments,
    past.map((event) => recorded(STREAM, event)),
  );

describe('A change that others must accept', () => {
  const joint = promise({ promisorIds: [CITY, BUILDER], acceptedBy: [CITY, BUILDER] });
  const open = [joint, proposed([BUILDER], '2026-02-01')];

  it('is shown with its terms, whom it waits for, and who accepted', () => {
    expect(shown(...open)['commitment_amendment']).toEqual([
      {
        commitment_id: COMMITMENT,
        version: 2,
        terms: { ...fewer, completion: 'QUANTITY' },
        reason: REASON,
        proposed_by: CITY,
        proposed_on: '2026-02-01',
        must_accept: [BUILDER],
        accepted: [],
        ended: null,
        ended_on: null,
        position: '2',
      },
    ]);
    const inForce = amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY, BUILDER] }, '2026-02-02');
    const tables = shown(...open, accepted(BUILDER, 2, '2026-02-02'), inForce);
    expect(tables['commitment_amendment']).toMatchObject([
      { accepted: [{ organisationId: BUILDER, on: '2026-02-02' }], ended: 'RECORDED', ended_on: '2026-02-02' },
    ]);
    expect(tables['commitment']).toMatchObject([{ amount: '0.01', terms_version: 2 }]);
  });

  it('is accepted by each on the day it said so, whenever that came into force, and whenever it accepted the promise', () => {
    const parties = (...past: readonly DomainEvent[]) =>
      shown(...past)['commitment_party']?.map((row) =>
        ['organisation_id', 'accepted_version', 'accepted_version_on', 'accepted_on'].map((column) => row[column]),
      );
    const all = promisedTo(TENANTS, { promisorIds: [CITY, BUILDER], acceptedBy: [CITY, BUILDER, TENANTS] });
    const waiting = [all, proposed([BUILDER, TENANTS], '2026-02-01'), accepted(BUILDER, 2, '2026-02-03')];
    const first = [1, '2026-01-01', '2026-01-01'];
    expect(parties(...waiting)).toEqual([CITY, BUILDER, TENANTS].map((id) => [id, ...first]));
    const inForce = amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY, BUILDER, TENANTS] }, '2026-02-05');
    expect(parties(...waiting, accepted(TENANTS, 2, '2026-02-05'), inForce)).toEqual([
      [CITY, 2, '2026-02-01', '2026-01-01'],
      [BUILDER, 2, '2026-02-03', '2026-01-01'],
      [TENANTS, 2, '2026-02-05', '2026-01-01'],
    ]);
    // Or later, by itself.
    const withoutThem = amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY, BUILDER] }, '2026-02-05');
    expect(parties(all, withoutThem, accepted(TENANTS, 2, '2026-02-20'))?.[2]).toEqual([
      TENANTS,
      2,
      '2026-02-20',
      '2026-01-01',
    ]);
  });

  it('waits for nobody that has left', () => {
    const gone = left(BUILDER, '2026-02-02', { termsVersion: 2 });
    expect(shown(...open, gone)['commitment_amendment']).toMatchObject([{ must_accept: [], ended: null }]);
    const other = left(BUILDER, '2026-02-02');
    expect(shown(...open, other)['commitment_amendment']).toMatchObject([{ must_accept: [BUILDER] }]);
  });

  it('ends as declined, as dropped, or with the promise taken back', () => {
    const on = '2026-02-02';
    const ended = (type: string, data: object) =>
      shown(...open, { type, data: { missionId: MISSION, termsVersion: 2, on, ...data } })['commitment_amendment'];
    expect(ended('CommitmentDeclined', { organisationId: BUILDER })).toMatchObject([{ ended: 'DECLINED' }]);
    expect(ended('AmendmentDropped', {})).toMatchObject([{ ended: 'DROPPED' }]);
    expect(shown(...open, withdrawal(on, { termsVersion: 2 }))['commitment_amendment']).toMatchObject([
      { ended: 'RECORDED' },
    ]);
  });

  it('is no row where nobody had to be asked', () => {
    const alone = [promise(), amended({ termsVersion: 2 }, '2026-02-01'), withdrawal('2026-02-02')];
    expect(shown(...alone)['commitment_amendment']).toEqual([]);
  });
});

describe('A promise that is left', () => {
  it('binds nobody from the day on which the last promisor leaves', () => {
    const joint = promise({
      promisorIds: [CITY, BUILDER],
      counterpartyIds: [TENANTS],
      acceptedBy: [CITY, BUILDER, TENANTS],
    });
    const released = (...past: readonly DomainEvent[]) => shown(joint, ...past)['commitment']?.[0]?.['released_on'];
    const [city, builder] = [left(CITY, '2026-02-01'), left(BUILDER, '2026-02-03')];
    expect(released(city)).toBeNull();
    expect(released(left(TENANTS, '2026-02-01'))).toBeNull();
    expect(released(city, builder)).toBe('2026-02-03');
    expect(released(city, builder, left(TENANTS, '2026-02-04'))).toBe('2026-02-03');
    expect(shown(joint, city)['commitment_party']).toContainEqual(
      expect.objectContaining({ organisation_id: CITY, state: 'RELEASED', released_on: '2026-02-01' }),
    );
  });
});

describe('A settlement', () => {
  const to = (...counterpartyIds: readonly string[]) =>
    promise({ counterpartyIds, acceptedBy: [CITY, ...counterpartyIds] });
  const from = (...past: readonly DomainEvent[]) => shown(to(TENANTS, NEIGHBOUR), ...past)['commitment_settlement'];
  const open = settling([TENANTS, NEIGHBOUR], '2026-07-01');

  it('is agreed on from the day of the last word it takes', () => {
    expect(from(open, settledBy(TENANTS, '2026-07-02'))).toMatchObject([{ agreed_from: null }]);
    expect(from(open, settledBy(TENANTS, '2026-07-02'), settledBy(NEIGHBOUR, '2026-07-03'))).toMatchObject([
      {
        id: SETTLEMENT,
        due_on: '2026-09-30',
        agreed_from: '2026-07-03',
        accepted: [
          { organisationId: TENANTS, on: '2026-07-02', untiedBackbone: false },
          { organisationId: NEIGHBOUR, on: '2026-07-03', untiedBackbone: false },
        ],
      },
    ]);
  });

  it('waits for nobody that has left, and is agreed on from that day by those that are still there', () => {
    const [agreed, gone] = [
      settledBy(TENANTS, '2026-07-02'),
      left(NEIGHBOUR, '2026-07-05', { settlementId: SETTLEMENT }),
    ];
    expect(from(open, agreed, gone)).toMatchObject([{ must_accept: [TENANTS], agreed_from: '2026-07-05' }]);
    expect(from(open, gone, agreed)).toMatchObject([{ must_accept: [TENANTS], agreed_from: '2026-07-05' }]);
    expect(from(open, gone)).toMatchObject([{ agreed_from: null }]);
    const silent = { ...open, data: { ...(open.data as object), agreedBySilence: true } };
    expect(from(silent, gone, left(TENANTS, '2026-07-06', { settlementId: SETTLEMENT }))).toMatchObject([
      { must_accept: [], agreed_from: null },
    ]);
  });

  it('is agreed on by a backbone in the place of those that left no earlier than the last of them did', () => {
    const stands = settledBy(BACKBONE, '2026-07-02', true);
    const [first, last] = [
      left(NEIGHBOUR, '2026-07-05', { settlementId: SETTLEMENT }),
      left(TENANTS, '2026-07-10', { settlementId: SETTLEMENT }),
    ];
    expect(from(open, stands, first)).toMatchObject([{ agreed_from: '2026-07-16' }]);
    expect(from(open, stands, first, last)).toMatchObject([{ agreed_from: '2026-07-10' }]);
    expect(from(open, first, last, settledBy(BACKBONE, '2026-07-12', true))).toMatchObject([
      { agreed_from: '2026-07-12' },
    ]);
  });

  it('is agreed on by silence from the day after its time, where that was said or a backbone stands by it', () => {
    expect(from({ ...open, data: { ...(open.data as object), agreedBySilence: true } })).toMatchObject([
      { agreed_from: '2026-07-16' },
    ]);
    expect(from(open, settledBy(BACKBONE, '2026-07-02', true))).toMatchObject([{ agreed_from: '2026-07-16' }]);
    expect(from(open, settledBy(BACKBONE, '2026-07-20', true))).toMatchObject([{ agreed_from: '2026-07-20' }]);
    expect(
      shown(promise(), settling([BACKBONE], '2026-07-01'), settledBy(BACKBONE, '2026-07-02', true))[
        'commitment_settlement'
      ],
    ).toMatchObject([{ agreed_from: '2026-07-02' }]);
  });

  it('ends as declined, with the reason, or as dropped', () => {
    const on = '2026-07-02';
    const of = { missionId: MISSION, settlementId: SETTLEMENT, on };
    const declined = { type: 'SettlementDeclined', data: { ...of, organisationId: TENANTS, reason: 'We need it.' } };
    expect(
      shown(promisedTo(TENANTS), settling([TENANTS], '2026-07-01'), declined)['commitment_settlement'],
    ).toMatchObject([{ ended: 'DECLINED', ended_on: on, declined_by: TENANTS, decline_reason: 'We need it.' }]);
    expect(from(open, { type: 'SettlementDropped', data: of })).toMatchObject([{ ended: 'DROPPED', ended_on: on }]);
  });
});
