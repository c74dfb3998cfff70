import { describe, expect, it } from '@jest/globals';
import { erasable, LEDGER_ACTOR, type DomainEvent } from '@maillage/kernel';
import { recorded, projected } from '../../../../../test/harness/given.js';
import { commitments } from '../view.js';
import {
  BACKBONE,
  BUILDER,
  CITY,
  COMMITMENT,
  founded,
  joined,
  MISSION,
  NEIGHBOUR,
  SISTER,
  STRANGER,
  TENANTS,
  commitment,
  removed,
  suspended,
} from '../../spec.fixtures.js';
import {
  accepted,
  amended,
  fewer,
  LAST_FREE_DAY,
  LAST_FREE_DAY_TO_OTHERS,
  left,
  noon,
  promise,
  promisedTo,
  proposed,
  REASON,
  SETTLEMENT,
  settledBy,
  settling,
  terms,
  withdrawal,
} from './changes.fixtures.js';

const together = (...others: readonly string[]) =>
  promise({ promisorIds: [CITY, ...others], acceptedBy: [CITY, ...others] });
const reason = 'We close down.';

const leaves = (by: string, past: readonly DomainEvent[], day: string, since: readonly DomainEvent[] = []) =>
  commitment(past, since).when('ReleaseParty', COMMITMENT, { reason }, { by, at: noon(day) });
const gone = (organisationId: string, on: string, change: object = {}): DomainEvent => ({
  type: 'PartyReleased',
  data: { missionId: MISSION, organisationId, reason: erasable(reason), ...naming(CITY), on, ...change },
});
/** Whom the reason may speak of: the other party, and whoever keeps the mission together. */
const naming = (other: string) => ({ concernedIds: [other, BACKBONE] });

describe('Leaving a promise', () => {
  it('is for a promisor in good time, of itself alone', () => {
    leaves(CITY, [together(BUILDER)], LAST_FREE_DAY).then(gone(CITY, LAST_FREE_DAY, naming(BUILDER)));
    leaves(CITY, [together(BUILDER)], '2026-06-17').thenRefused('NOTICE_PASSED', []);
    leaves(CITY, [promisedTo(TENANTS)], LAST_FREE_DAY_TO_OTHERS).then(
      gone(CITY, LAST_FREE_DAY_TO_OTHERS, naming(TENANTS)),
    );
    leaves(CITY, [promisedTo(TENANTS)], '2026-05-17').thenRefused('NOTICE_PASSED', []);
  });

  it('is for a counterparty at any time', () => {
    leaves(TENANTS, [promisedTo(TENANTS)], '2026-12-31').then(gone(TENANTS, '2026-12-31'));
  });

  it('names the change and the settlement that wait for its word no more, and none that it answered', () => {
    const change = [promisedTo(TENANTS), proposed([TENANTS], '2026-06-20')];
    leaves(TENANTS, change, '2026-06-21').then(gone(TENANTS, '2026-06-21', { termsVersion: 2 }));
    leaves(CITY, [promisedTo(TENANTS), proposed([TENANTS], '2026-03-01')], '2026-03-02').then(
      gone(CITY, '2026-03-02', naming(TENANTS)),
    );
    const open = [promisedTo(TENANTS), settling([TENANTS], '2026-07-01')];
    leaves(TENANTS, open, '2026-07-02').then(gone(TENANTS, '2026-07-02', { settlementId: SETTLEMENT }));
    leaves(TENANTS, [...open, settledBy(TENANTS, '2026-07-02')], '2026-07-03').then(gone(TENANTS, '2026-07-03'));
  });

  it('brings the change about that all who stay have accepted', () => {
    const past = [together(BUILDER), proposed([BUILDER], '2026-02-01')];
    leaves(BUILDER, past, '2026-02-02').then(
      gone(BUILDER, '2026-02-02', { termsVersion: 2 }),
      amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY] }, '2026-02-02'),
    );
  });

  it('is for those left, within 14 days after another promisor left', () => {
    const past = [together(BUILDER), left(BUILDER, '2026-06-10')];
    leaves(CITY, past, '2026-06-24').then(gone(CITY, '2026-06-24', naming(BUILDER)));
    leaves(CITY, past, '2026-06-25').thenRefused('NOTICE_PASSED', []);
  });

  it('follows nobody of one’s own control group', () => {
    leaves(CITY, [together(SISTER), left(SISTER, '2026-06-10')], '2026-06-20').thenRefused('NOTICE_PASSED', []);
  });

  it('is over once the promise is due', () => {
    leaves(CITY, [together(BUILDER), left(BUILDER, '2026-06-20')], '2026-07-01').thenRefused('AFTER_DUE', []);
  });

  it('is open to whoever is suspended, or no member any more', () => {
    leaves(CITY, [together(BUILDER)], '2026-03-01', [suspended(CITY)]).then(gone(CITY, '2026-03-01', naming(BUILDER)));
    leaves(CITY, [together(BUILDER)], '2026-03-01', [removed(CITY)]).then(gone(CITY, '2026-03-01', naming(BUILDER)));
  });

  it('takes having accepted it', () => {
    leaves(TENANTS, [promise({ counterpartyIds: [TENANTS] })], '2026-03-01').thenRefused('NOT_ACCEPTED', []);
    leaves(CITY, [promise(), left(CITY, '2026-02-01')], '2026-03-01').thenRefused('NOT_ACCEPTED', []);
    leaves(CITY, [promise(), withdrawal('2026-02-01')], '2026-03-01').thenRefused('COMMITMENT_WITHDRAWN', ['id']);
  });
});

describe('An organisation that exists no more', () => {
  const ended = (successorId: string | undefined, on = '2026-03-01'): DomainEvent => ({
    type: 'OrganisationDissolved',
    data: { ...(successorId === undefined ? {} : { successorId }), reason: 'Merged.', on },
  });
  const since = (of: string, successorId?: string) => ({
    [`organisation/${of}`]: [...(founded[`organisation/${of}`] ?? []), ended(successorId)],
  });
  const [ledger, day] = [{ by: LEDGER_ACTOR, scopes: ['write', 'operator'] as const }, '2026-03-02'];
  const until = '2026-05-01';
  const lets = (past: readonly DomainEvent[], of: string, successorId?: string, scopes = ledger.scopes) =>
    commitment(past, [], since(of, successorId)).when(
      'ReleaseDissolved',
      COMMITMENT,
      { organisationId: of },
      { ...ledger, scopes, at: noon(day) },
    );
  const letGo = (organisationId: string, change: object = {}): DomainEvent => ({
    type: 'PartyDissolved',
    data: { missionId: MISSION, organisationId, dissolvedOn: '2026-03-01', on: day, ...change },
  });

  it('is let go of what it promised, by the ledger, as of the day it ceased to exist', () => {
    lets([promise()], CITY).then(letGo(CITY));
    lets([promisedTo(TENANTS)], TENANTS).then(letGo(TENANTS));
    lets([promise()], BUILDER).thenRefused('NOT_A_PARTY', ['organisationId']);
    lets([promise(), letGo(CITY)], CITY).thenRefused('ALREADY_ANSWERED', ['organisationId']);
    commitment([promise()])
      .when('ReleaseDissolved', COMMITMENT, { organisationId: CITY }, ledger)
      .thenRefused('NOT_DISSOLVED', ['organisationId']);
    commitment([promise()])
      .when('ReleaseDissolved', COMMITMENT, { organisationId: CITY }, { by: CITY })
      .thenRefused('NOT_THE_OPERATOR', []);
  });

  it('has its successor asked to stand in its place, where that is no party and it had accepted', () => {
    lets([promise()], CITY, BUILDER).then(letGo(CITY, { successorId: BUILDER, until }));
    lets([promisedTo(TENANTS)], TENANTS, NEIGHBOUR).then(letGo(TENANTS, { successorId: NEIGHBOUR, until }));
    lets([together(BUILDER)], CITY, BUILDER).then(letGo(CITY));
    lets([promisedTo(BUILDER)], CITY, BUILDER).then(letGo(CITY));
    lets([promise({ acceptedBy: [] })], CITY, BUILDER).then(letGo(CITY));
    lets([promise({ counterpartyIds: [TENANTS] })], TENANTS, NEIGHBOUR).then(letGo(TENANTS));
  });

  it('has it asked for 60 days; as one that promises until it is due, and not once it is', () => {
    const due = (dueOn: string) => lets([promise({ dueOn })], CITY, BUILDER);
    due('2026-04-10').then(letGo(CITY, { successorId: BUILDER, until: '2026-04-09' }));
    due(day).then(letGo(CITY));
    const received = promisedTo(TENANTS, { dueOn: '2026-02-15' });
    lets([received], TENANTS, NEIGHBOUR).then(letGo(TENANTS, { successorId: NEIGHBOUR, until }));
  });

  it('has the successor of its successor asked, before that accepted as well as after', () => {
    const asked = (last: string) => [promise(), letGo(CITY, { successorId: BUILDER, until: last })];
    const chain = letGo(BUILDER, { successorId: NEIGHBOUR, until });
    lets(asked(until), BUILDER, NEIGHBOUR).then(chain);
    lets([...asked(until), accepted(BUILDER, 1, day)], BUILDER, NEIGHBOUR).then(chain);
    lets(asked('2026-03-01'), BUILDER, NEIGHBOUR).then(letGo(BUILDER));
  });

  it('leaves its place to nobody that has not accepted in time', () => {
    const past = [promise(), letGo(CITY, { successorId: BUILDER, until })];
    const late = { by: BUILDER, at: noon('2026-05-02') };
    commitment(past).when('AcceptCommitment', COMMITMENT, { termsVersion: 1 }, late).thenRefused('PROPOSAL_LAPSED', []);
    commitment(past)
      .when('DeclineCommitment', COMMITMENT, { termsVersion: 1 }, late)
      .thenRefused('PROPOSAL_LAPSED', []);
    const gift = { date: '2026-05-01', quantity: terms.quantity, evidence: [] };
    commitment(past).when('RecordContribution', COMMITMENT, gift, late).thenRefused('PROPOSAL_LAPSED', []);
    commitment(past)
      .when('RecordContribution', COMMITMENT, { ...gift, contributorId: BUILDER }, { ...late, by: BACKBONE })
      .thenRefused('NOT_A_PROMISOR', ['contributorId']);
    commitment(past)
      .when('AcceptCommitment', COMMITMENT, { termsVersion: 1 }, { by: BUILDER, at: noon(until) })
      .then(accepted(BUILDER, 1, until));
    // Of entries from before it was said, there is no last day.
    commitment([promise(), letGo(CITY, { successorId: BUILDER })])
      .when('AcceptCommitment', COMMITMENT, { termsVersion: 1 }, late)
      .then(accepted(BUILDER, 1, '2026-05-02'));
  });

  it('leaves its place as a receiver to whoever accepts that, which then agrees to settlements', () => {
    const due = { dueOn: '2026-03-10' };
    const past = [promisedTo(TENANTS, due), letGo(TENANTS, { successorId: NEIGHBOUR, until })];
    const settlement = { outcome: 'CLOSED_AS_IS', reason: REASON, settlementId: SETTLEMENT };
    const proposes = (...more: readonly DomainEvent[]) =>
      commitment([...past, ...more]).when('ProposeSettlement', COMMITMENT, settlement, {
        by: CITY,
        at: noon('2026-04-02'),
      });
    const settlingWith = (mustAccept: readonly string[]): DomainEvent => ({
      type: 'SettlementProposed',
      data: {
        missionId: MISSION,
        settlementId: SETTLEMENT,
        proposedBy: CITY,
        outcome: 'CLOSED_AS_IS',
        reason: REASON,
        mustAccept,
        agreedBySilence: false,
        on: '2026-04-02',
      },
    });
    proposes(accepted(NEIGHBOUR, 1, '2026-04-01')).then(settlingWith([NEIGHBOUR]));
    proposes().then(settlingWith([BACKBONE]));
  });

  it('makes no party of the one it names: a backbone agrees as before, and ties are nobody’s but its own', () => {
    const due = { dueOn: '2026-02-15' };
    const past = [
      promise({ promisorIds: [CITY, BUILDER], acceptedBy: [CITY, BUILDER], ...due }),
      letGo(BUILDER, { successorId: BACKBONE }),
      settling([BACKBONE], '2026-03-03'),
    ];
    const agrees = (...more: readonly DomainEvent[]) =>
      commitment([...past, ...more]).when(
        'AcceptSettlement',
        COMMITMENT,
        { settlementId: SETTLEMENT },
        { by: BACKBONE, at: noon('2026-03-05') },
      );
    agrees().then(settledBy(BACKBONE, '2026-03-05', true));
    agrees(accepted(BACKBONE, 1, '2026-03-04')).then(settledBy(BACKBONE, '2026-03-05'));
  });

  it('waits no more once the promise is taken back, and says so', () => {
    const past = [together(BUILDER), letGo(BUILDER, { successorId: NEIGHBOUR, until })];
    const withdraws = (on: string) =>
      commitment(past).when('WithdrawCommitment', COMMITMENT, { reason: REASON }, { by: CITY, at: noon(on) });
    withdraws('2026-04-01').then(withdrawal('2026-04-01', { successorIds: [NEIGHBOUR] }));
    withdraws('2026-05-02').then(withdrawal('2026-05-02'));
  });

  it('may be followed by co-promisors for 14 days once that is on record, if it was bound', () => {
    const ended = letGo(BUILDER, { on: '2026-06-18' });
    const last = '2026-06-30';
    leaves(CITY, [together(BUILDER), ended], last).then(gone(CITY, last, naming(BUILDER)));
    leaves(CITY, [promise({ promisorIds: [CITY, BUILDER] }), ended], last).thenRefused('NOTICE_PASSED', []);
  });

  it('is succeeded by whoever accepts that itself, as a member, and is bound from that day on', () => {
    const past = [promise(), letGo(CITY, { successorId: BUILDER })];
    const answer = (type: string, by: string, before = past) =>
      commitment(before).when(type, COMMITMENT, { termsVersion: 1 }, { by, at: noon('2026-03-05') });
    answer('AcceptCommitment', BUILDER).then(accepted(BUILDER, 1, '2026-03-05'));
    answer('DeclineCommitment', BUILDER).then({
      type: 'CommitmentDeclined',
      data: { missionId: MISSION, organisationId: BUILDER, termsVersion: 1, on: '2026-03-05' },
    });
    answer('AcceptCommitment', NEIGHBOUR).thenRefused('NOT_A_PARTY', []);
    const outside = [promise(), letGo(CITY, { successorId: STRANGER })];
    answer('AcceptCommitment', STRANGER, outside).thenRefused('NOT_A_MEMBER', []);
    commitment(outside, [joined(STRANGER, 'MEMBER')])
      .when('AcceptCommitment', COMMITMENT, { termsVersion: 1 }, { by: STRANGER, at: noon('2026-03-05') })
      .then(accepted(STRANGER, 1, '2026-03-05'));
  });

  it('is shown as let go, nobody bound until its successor accepts', () => {
    const shown = (...more: readonly DomainEvent[]) =>
      projected(
        commitments,
        [promise(), letGo(CITY, { successorId: BUILDER, until }), ...more].map((event) =>
          recorded(`commitment/${COMMITMENT}`, event),
        ),
      );
    const asked = shown();
    expect(asked['commitment_party']).toContainEqual(
      expect.objectContaining({ organisation_id: CITY, leaving_heard_on: day }),
    );
    expect(asked['commitment']).toMatchObject([{ released_on: '2026-03-01' }]);
    expect(asked['commitment_party']).toEqual([
      expect.objectContaining({ organisation_id: CITY, state: 'RELEASED', dissolved: true, released_on: '2026-03-01' }),
      expect.objectContaining({
        organisation_id: BUILDER,
        state: 'PROPOSED',
        in_place_of: CITY,
        bound_on: null,
        answer_until: until,
      }),
    ]);
    const taken = shown(accepted(BUILDER, 1, '2026-03-05'));
    expect(taken['commitment']).toMatchObject([{ released_on: null }]);
    expect(taken['commitment_party']).toContainEqual(
      expect.objectContaining({ organisation_id: BUILDER, state: 'ACCEPTED', bound_on: '2026-03-05' }),
    );
  });

  it('is waited for by no change, and by no settlement', () => {
    lets([together(BUILDER), proposed([BUILDER], '2026-03-02')], BUILDER).then(
      letGo(BUILDER, { termsVersion: 2 }),
      amended({ ...fewer, termsVersion: 2, acceptedBy: [CITY] }, day),
    );
    const due = { dueOn: '2026-02-15' };
    lets([promisedTo(TENANTS, due), settling([TENANTS], '2026-03-01')], TENANTS).then(
      letGo(TENANTS, { settlementId: SETTLEMENT }),
    );
  });

  it('makes no promise, accepts none, and is promised nothing', () => {
    const data = { missionId: MISSION, ...terms, counterpartyIds: [TENANTS] };
    const makes = (by: string, of: string, more: object = {}) =>
      commitment([], [], since(of)).when('MakeCommitment', COMMITMENT, { ...data, ...more }, { by });
    makes(CITY, CITY).thenRefused('ORGANISATION_DISSOLVED', []);
    makes(CITY, TENANTS).thenRefused('ORGANISATION_DISSOLVED', ['counterpartyIds', 0]);
    makes(BACKBONE, CITY, { promisorIds: [CITY] }).thenRefused('ORGANISATION_DISSOLVED', ['promisorIds', 0]);
    commitment([promise({ promisorIds: [CITY, BUILDER] })], [], since(BUILDER))
      .when('AcceptCommitment', COMMITMENT, { termsVersion: 1 }, { by: BUILDER })
      .thenRefused('ORGANISATION_DISSOLVED', []);
  });
});
