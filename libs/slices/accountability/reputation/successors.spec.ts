import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, RecordedEvent } from '@maillage/kernel';
import { projected, recorded } from '../../../../test/harness/given.js';
import { accepted, amended, promise } from '../commitment/rules/changes.fixtures.js';
import { BUILDER, CITY, COMMITMENT, MISSION, NEIGHBOUR, SISTER, STRANGER, TENANTS } from '../spec.fixtures.js';
import { entriesByCommitment } from './entry.facts.js';
import { promiseOf, recordOf } from './record.facts.js';
import { reputationRecords } from './records.view.js';
import { answeredBy, partiesOf, type RecordedSuccessor } from './successors.facts.js';

const gone = (organisationId: string, successorId: string, on: string): DomainEvent => ({
  type: 'PartyDissolved',
  data: { missionId: MISSION, organisationId, dissolvedOn: on, successorId, until: '2026-06-01', on },
});
const inLog = (all: readonly DomainEvent[]): readonly RecordedEvent[] =>
  all.map((event, n) => {
    const recordedAt = `${(event.data as { readonly on: string }).on}T12:00:00.000Z`;
    return { ...recorded(`commitment/${COMMITMENT}`, event, { recordedAt }), position: BigInt(n + 1) };
  });
const recordAfter = (all: readonly RecordedEvent[]) =>
  recordOf(COMMITMENT, entriesByCommitment(all).get(COMMITMENT) ?? []);

const received = promise({ counterpartyIds: [TENANTS], acceptedBy: [CITY, TENANTS] });
const past = inLog([
  received,
  gone(TENANTS, NEIGHBOUR, '2026-02-01'),
  gone(CITY, BUILDER, '2026-02-02'),
  accepted(BUILDER, 1, '2026-02-03'),
  gone(NEIGHBOUR, SISTER, '2026-02-04'),
  amended({ termsVersion: 2, acceptedBy: [BUILDER, SISTER] }, '2026-02-05'),
  gone(BUILDER, STRANGER, '2026-02-06'),
]);
const told = (n: number) => recordAfter(past.slice(0, n));

describe('Whoever takes the place of a party that exists no more', () => {
  const named = (n: number) => [...partiesOf(told(n))].sort();

  it('is a party, to whom no evaluator may be tied, from its own acceptance on', () => {
    expect(named(3)).toEqual([CITY, TENANTS].sort());
    expect(named(4)).toEqual([BUILDER, CITY, TENANTS].sort());
    expect(named(7)).toEqual([BUILDER, CITY, SISTER, TENANTS].sort());
  });

  it('is the same to what is held against evaluators’ findings as to what promises say, at every moment', () => {
    const [row] = projected(reputationRecords, past)['reputation_parties'] ?? [];
    const { promisor_ids, counterparty_ids, successors } = row as unknown as {
      readonly promisor_ids: readonly string[];
      readonly counterparty_ids: readonly string[];
      readonly successors: readonly RecordedSuccessor[];
    };
    for (const [index, { recordedAt }] of past.entries()) {
      const moment = { position: String(index + 1), on: recordedAt.slice(0, 10) };
      const held = { promisorIds: promisor_ids, counterpartyIds: counterparty_ids };
      expect([...partiesOf({ ...held, successors: answeredBy(successors, moment) })].sort()).toEqual(named(index + 1));
    }
  });

  it('stands as a receiver in the place of the one that stood there last, and is bound as a promisor', () => {
    const receivers = (n: number) => promiseOf(told(n), BUILDER, '2026-03-01').acceptedBy;
    expect(receivers(1)).toEqual([TENANTS]);
    expect(receivers(5)).toEqual([]);
    expect(receivers(6)).toEqual([SISTER]);
    expect(promiseOf(told(4), BUILDER, '2026-03-01').boundOn).toBe('2026-02-03');
  });

  it('takes that place also where a receiver left late, which is heard until then', () => {
    const late = inLog([received, gone(TENANTS, NEIGHBOUR, '2026-06-25'), accepted(NEIGHBOUR, 1, '2026-06-26')]);
    const receivers = (n: number) => promiseOf(recordAfter(late.slice(0, n)), CITY, '2026-07-01').acceptedBy;
    expect(receivers(2)).toEqual([TENANTS]);
    expect(receivers(3)).toEqual([NEIGHBOUR]);
  });
});
