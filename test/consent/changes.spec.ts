import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Input, MutationName } from '../acceptance/client.js';
import { globalId, MISSION, type Member } from '../acceptance/mission.js';
import { AS_EVALUATOR } from '../harness/evaluator.js';
import { attempt, Network, said } from './network.js';

// How a promise changes, is left, and is settled, over the API: by whom, until when, and with whose leave.

let network: Network;
let missionId: string;
let coordination: Member;
let builder: Member;
let tenants: Member;
let neighbours: Member;
let evaluator: Member;

const REASON = 'It is not as we thought.';
const MADE_ON = '2026-03-02';
/** A hundred days later: free to change until the 27th of May or, to others, until the 16th. */
const DUE = '2026-06-10';
const terms = (amount: string, dueOn = DUE): Input => ({
  kind: 'MONEY',
  quantity: { amount, unit: 'EUR' },
  description: 'Money for forty roofs.',
  dueOn,
});

beforeAll(async () => {
  network = await Network.open();
  [coordination, builder, tenants, neighbours, evaluator] = (await Promise.all(
    ['Coordination', 'Habitat Builders', 'Tenants’ Union', 'Neighbours', 'Institute'].map((name) =>
      network.organisation(name),
    ),
  )) as [Member, Member, Member, Member, Member];
  const { receipt } = await coordination.client.record('declareMission', MISSION);
  missionId = globalId('Mission', receipt.events[0]?.stream.slice('mission/'.length) ?? '');
  for (const { client } of [builder, tenants, neighbours])
    await client.record('joinMission', { missionId, role: 'MEMBER' });
  const invited = { missionId, organisationId: evaluator.globalId, role: 'EVALUATOR' };
  await coordination.client.record('inviteOrganisation', invited);
  await evaluator.client.record('joinMission', { missionId, ...AS_EVALUATOR });
});
afterAll(() => network.close());

/** By the builder, made on that day, and accepted by everybody named. */
async function promised(
  { to = [], along = [] }: { to?: readonly Member[]; along?: readonly Member[] } = {},
  data = terms('1000000'),
): Promise<string> {
  network.at(MADE_ON);
  const ids = (members: readonly Member[]) => members.map(({ globalId: id }) => id);
  const parties = { promisorIds: ids([builder, ...along]), counterpartyIds: ids(to) };
  const { id } = await builder.client.record('makeCommitment', { missionId, ...data, ...parties });
  for (const { client } of [...along, ...to]) {
    await client.record('acceptCommitment', { commitmentId: id, termsVersion: 1 });
  }
  return id;
}

async function of(commitmentId: string, fields: string) {
  return (await network.anybody.ask(`query ($id: ID!) { commitment(id: $id) { ${fields} } }`, { id: commitmentId }))
    .commitment;
}
const refused = async (by: Member, name: MutationName, input: Input) => said(await attempt(by, name, input));
interface Settled {
  readonly id: string;
  readonly agreedFrom: string | null;
  readonly ended: string | null;
}
async function settled(commitmentId: string): Promise<Settled> {
  const all = (await of(commitmentId, 'settlements { id agreedFrom ended }')).settlements as readonly Settled[];
  const latest = all.at(-1);
  if (latest === undefined) throw new Error('Nothing was proposed.');
  return latest;
}

/** On whose settlements a backbone is asked to agree in others' place. */
async function toStandIn({ client, globalId: id }: Member): Promise<readonly string[]> {
  const query = 'query ($id: ID!) { desk(organisationId: $id) { settlementsToStandIn { nodes { id } } } }';
  const { desk } = await client.ask(query, { id });
  return (desk.settlementsToStandIn.nodes as readonly { readonly id: string }[]).map((each) => each.id);
}

/** What asks for an answer about this promise. */
async function asked(member: Member, commitmentId: string): Promise<readonly string[]> {
  const stream = Buffer.from(commitmentId, 'base64url').toString().replace('Commitment:', 'commitment/');
  return (await network.awaitedOf(member)).filter((each) => each.stream === stream).map(({ kind }) => kind);
}

describe('A change on the last day', () => {
  const dust = (commitmentId: string) => ({ commitmentId, ...terms('0.01'), reason: REASON });

  it('of a million into a cent takes somebody who counted on it', async () => {
    const id = await promised({ to: [tenants] });
    network.at(DUE);
    const outcome = await attempt(builder, 'amendCommitment', dust(id));
    expect(said(outcome)).toBe('recorded');
    expect(await of(id, 'quantity { amount } termsVersion')).toEqual({
      quantity: { amount: '1000000' },
      termsVersion: 1,
    });
    expect(
      await of(
        id,
        'openAmendment { version takesBack openUntil quantity { amount } mustAccept { name } acceptedBy { on } }',
      ),
    ).toEqual({
      openAmendment: {
        version: 2,
        takesBack: false,
        // It is due then, which is before 14 days are over.
        openUntil: DUE,
        quantity: { amount: '0.01' },
        mustAccept: [{ name: 'Tenants’ Union' }],
        acceptedBy: [],
      },
    });
    expect(await asked(tenants, id)).toEqual(['AMENDMENT']);
    await tenants.client.record('declineCommitment', { commitmentId: id, termsVersion: 2, reason: 'We count on it.' });
    expect(await of(id, 'openAmendment { version } amendments { ended } quantity { amount }')).toEqual({
      openAmendment: null,
      amendments: [{ ended: 'DECLINED' }],
      quantity: { amount: '1000000' },
    });
    expect(await asked(tenants, id)).toEqual([]);
    network.at('2026-06-11');
    expect(await refused(builder, 'amendCommitment', dust(id))).toEqual(['AFTER_DUE', []]);
    expect(await of(id, 'state whatAChangeWouldNeed { inGoodTime }')).toEqual({
      state: 'OVERDUE',
      whatAChangeWouldNeed: null,
    });
  });

  it('asks whoever accepted the terms that it replaced, and not the new ones, again', async () => {
    network.at(MADE_ON);
    const promisorIds = [builder, neighbours, tenants].map((each) => each.globalId);
    const { id } = await builder.client.record('makeCommitment', { missionId, ...terms('900'), promisorIds });
    const accepts = ({ client }: Member, termsVersion: number) =>
      client.record('acceptCommitment', { commitmentId: id, termsVersion });
    await accepts(neighbours, 1);
    network.at('2026-03-20');
    await builder.client.record('amendCommitment', { commitmentId: id, ...terms('800'), reason: REASON });
    await accepts(tenants, 1);
    expect(await asked(tenants, id)).toEqual([]);
    await accepts(neighbours, 2);
    expect(await asked(tenants, id)).toEqual(['CHANGED_TERMS']);
    // Its 60 days are of the terms that are in force now.
    const awaited = 'last: awaitedFrom(on: "2026-05-19") { name } over: awaitedFrom(on: "2026-05-20") { name }';
    expect(await of(id, awaited)).toEqual({ last: [{ name: 'Tenants’ Union' }], over: [] });
    await accepts(tenants, 2);
    expect(await asked(tenants, id)).toEqual([]);
  });

  it('takes the backbone where no counterparty accepted, and is refused where that is tied to the promisor', async () => {
    const id = await promised();
    network.at(DUE);
    expect(
      await of(id, 'freeToChangeUntil whatAChangeWouldNeed { inGoodTime nobodyToAgree anyOneOf { name } }'),
    ).toEqual({
      freeToChangeUntil: '2026-05-27',
      whatAChangeWouldNeed: { inGoodTime: false, nobodyToAgree: false, anyOneOf: [{ name: 'Coordination' }] },
    });
    network.at('2026-06-01');
    const own = await network.organisation('Builders’ own backbone');
    const { receipt } = await own.client.record('declareMission', MISSION);
    const ownMission = globalId('Mission', receipt.events[0]?.stream.slice('mission/'.length) ?? '');
    await builder.client.record('joinMission', { missionId: ownMission, role: 'MEMBER' });
    const { id: tied } = await builder.client.record('makeCommitment', {
      missionId: ownMission,
      ...terms('40', '2026-06-02'),
    });
    network.at('2026-06-02');
    await network.group(own, builder);
    const change = { commitmentId: tied, ...terms('1', '2026-06-02'), reason: REASON };
    expect(await refused(builder, 'amendCommitment', change)).toEqual(['NOTICE_PASSED', []]);
    network.at('2026-06-03');
    const settling = { commitmentId: tied, outcome: 'CLOSED_AS_IS', reason: REASON };
    expect(await refused(builder, 'proposeSettlement', settling)).toEqual(['NOBODY_TO_AGREE', []]);
  });
});

describe('A promise that was lessened twice', () => {
  it('is lessened a third time only with somebody’s leave', async () => {
    const id = await promised({ to: [tenants] });
    const less = (amount: string) => ({ commitmentId: id, ...terms(amount), reason: REASON });
    network.at('2026-03-10');
    for (const amount of ['900000', '800000']) await builder.client.record('amendCommitment', less(amount));
    expect(
      await of(id, 'termsVersion freeToChangeUntil whatAChangeWouldNeed { inGoodTime organisations { name } }'),
    ).toEqual({
      termsVersion: 3,
      freeToChangeUntil: '2026-05-16',
      whatAChangeWouldNeed: { inGoodTime: false, organisations: [{ name: 'Tenants’ Union' }] },
    });
    await builder.client.record('amendCommitment', less('700000'));
    expect(await of(id, 'termsVersion openAmendment { version }')).toEqual({
      termsVersion: 3,
      openAmendment: { version: 4 },
    });
    const { receipt } = await tenants.client.record('acceptCommitment', { commitmentId: id, termsVersion: 4 });
    expect(receipt.events.map(({ type }) => type)).toEqual(['CommitmentAccepted', 'CommitmentAmended']);
    expect(await of(id, 'termsVersion quantity { amount } amendments { ended acceptedBy { on asBackbone } }')).toEqual({
      termsVersion: 4,
      quantity: { amount: '700000' },
      amendments: [{ ended: 'RECORDED', acceptedBy: [{ on: '2026-03-10', asBackbone: false }] }],
    });
    // More of it takes nobody’s leave.
    await builder.client.record('amendCommitment', less('750000'));
    expect(await of(id, 'termsVersion')).toEqual({ termsVersion: 5 });
  });
});

describe('A promise that was due', () => {
  const extending = (commitmentId: string, dueOn: string) => ({
    commitmentId,
    outcome: 'EXTENDED',
    dueOn,
    reason: REASON,
  });

  it('is given more time by its receiver, and its first date stays', async () => {
    const id = await promised({ to: [tenants] });
    network.at('2026-06-11');
    await builder.client.record('proposeSettlement', extending(id, '2026-08-10'));
    const { id: settlementId } = await settled(id);
    expect(await asked(tenants, id)).toEqual(['SETTLEMENT']);
    expect(await refused(neighbours, 'acceptSettlement', { settlementId })).toEqual(['NOT_YOURS_TO_SETTLE', []]);
    await tenants.client.record('acceptSettlement', { settlementId });
    expect(await of(id, 'state dueOn dueOnAgreed')).toEqual({ state: 'DUE', dueOn: DUE, dueOnAgreed: '2026-08-10' });
    expect(await of(id, 'state(on: "2026-08-11")')).toEqual({ state: 'OVERDUE' });
    const less = { commitmentId: id, ...terms('1'), reason: REASON };
    await builder.client.record('amendCommitment', less);
    expect(await of(id, 'openAmendment { mustAccept { name } }')).toEqual({
      openAmendment: { mustAccept: [{ name: 'Tenants’ Union' }] },
    });
  });

  it('is left at what was delivered', async () => {
    const id = await promised({ to: [tenants] });
    network.at('2026-06-11');
    await builder.client.record('proposeSettlement', { commitmentId: id, outcome: 'CLOSED_AS_IS', reason: REASON });
    const { id: settlementId } = await settled(id);
    await tenants.client.record('declineSettlement', { settlementId, reason: 'We still need it.' });
    expect(await of(id, 'state settlements { ended declinedBy { name } declineReason { text } }')).toEqual({
      state: 'OVERDUE',
      settlements: [
        { ended: 'DECLINED', declinedBy: { name: 'Tenants’ Union' }, declineReason: { text: 'We still need it.' } },
      ],
    });
    await builder.client.record('proposeSettlement', { commitmentId: id, outcome: 'CLOSED_AS_IS', reason: REASON });
    await tenants.client.record('acceptSettlement', { settlementId: (await settled(id)).id });
    expect(await of(id, 'state')).toEqual({ state: 'CLOSED' });
    expect(await refused(builder, 'proposeSettlement', extending(id, '2026-07-01'))).toEqual(['COMMITMENT_CLOSED', []]);
  });

  it('is given 30 days by a receiver that stays silent, once', async () => {
    const id = await promised({ to: [tenants] });
    network.at('2026-06-11');
    await builder.client.record('proposeSettlement', extending(id, '2026-07-10'));
    expect(await settled(id)).toMatchObject({ agreedFrom: '2026-06-26', ended: null });
    expect(await of(id, 'before: state(on: "2026-06-25") after: state(on: "2026-06-26")')).toEqual({
      before: 'OVERDUE',
      after: 'DUE',
    });
    network.at('2026-07-11');
    await builder.client.record('proposeSettlement', extending(id, '2026-08-01'));
    expect(await settled(id)).toMatchObject({ agreedFrom: null });
    // Once it was silent for 14 days, the backbone may take its place.
    const { id: settlementId } = await settled(id);
    network.at('2026-07-25');
    expect(await toStandIn(coordination)).toEqual([]);
    expect(await of(id, 'settlements { backboneUntil }')).toMatchObject({
      settlements: [{ backboneUntil: null }, { backboneUntil: null }],
    });
    network.at('2026-07-26');
    expect(await toStandIn(coordination)).toEqual([settlementId]);
    expect(await of(id, 'settlements { backboneUntil }')).toEqual({
      settlements: [{ backboneUntil: null }, { backboneUntil: '2026-08-08' }],
    });
    // A desk asks what the guard lets through: nobody that is no backbone, and no party.
    expect([await toStandIn(tenants), await toStandIn(builder), await toStandIn(neighbours)]).toEqual([[], [], []]);
    await coordination.client.record('acceptSettlement', { settlementId });
    expect(await toStandIn(coordination)).toEqual([]);
    expect(
      await of(id, 'state dueOnAgreed settlements { acceptedBy { organisation { name } asBackbone } }'),
    ).toMatchObject({
      state: 'DUE',
      dueOnAgreed: '2026-08-01',
      settlements: [{ acceptedBy: [] }, { acceptedBy: [{ organisation: { name: 'Coordination' }, asBackbone: true }] }],
    });
  });

  it('is for a backbone at once where all who were asked have left', async () => {
    const id = await promised({ to: [tenants] });
    network.at('2026-06-20');
    const asks = { commitmentId: id, outcome: 'CLOSED_AS_IS', reason: REASON };
    await builder.client.record('proposeSettlement', asks);
    const { id: settlementId } = await settled(id);
    expect(await toStandIn(coordination)).not.toContain(settlementId);
    await tenants.client.record('releaseParty', { commitmentId: id, reason: REASON });
    expect(await toStandIn(coordination)).toContain(settlementId);
    expect(await of(id, 'settlements { backboneUntil }')).toEqual({ settlements: [{ backboneUntil: '2026-07-18' }] });
    await coordination.client.record('acceptSettlement', { settlementId });
    expect(await of(id, 'state settlements { agreedFrom }')).toEqual({
      state: 'CLOSED',
      settlements: [{ agreedFrom: '2026-06-20' }],
    });
  });

  it('says by `may` what is possible now', async () => {
    const id = await promised({ to: [tenants] });
    network.at('2026-06-11');
    const may = async ({ client }: Member) => {
      const query = 'query ($id: ID!) { commitment(id: $id) { may { command allowed code } } }';
      const all = (await client.ask(query, { id })).commitment.may as {
        command: string;
        allowed: boolean;
        code: string | null;
      }[];
      return Object.fromEntries(all.map(({ command, allowed, code }) => [command, allowed ? true : code]));
    };
    expect(await may(builder)).toMatchObject({
      AmendCommitment: 'AFTER_DUE',
      ProposeSettlement: true,
      ReleaseParty: 'AFTER_DUE',
    });
    expect(await may(tenants)).toMatchObject({ ProposeSettlement: 'NOT_A_PROMISOR', ReleaseParty: true });
  });
});

describe('A promise made together', () => {
  it('is left by one of its promisors for itself alone, and then by the other', async () => {
    const id = await promised({ along: [neighbours] });
    network.at('2026-05-20');
    await neighbours.client.record('releaseParty', { commitmentId: id, reason: 'We close down.' });
    expect(await of(id, 'state parties { organisation { name } state releasedOn reason { text } }')).toEqual({
      state: 'DUE',
      parties: expect.arrayContaining([
        { organisation: { name: 'Habitat Builders' }, state: 'ACCEPTED', releasedOn: null, reason: null },
        {
          organisation: { name: 'Neighbours' },
          state: 'RELEASED',
          releasedOn: '2026-05-20',
          reason: { text: 'We close down.' },
        },
      ]),
    });
    network.at('2026-06-03');
    await builder.client.record('releaseParty', { commitmentId: id, reason: 'Not by ourselves.' });
    expect(await of(id, 'state after: state(on: "2026-07-01")')).toEqual({ state: 'RELEASED', after: 'RELEASED' });
  });

  it('changes once all that are bound have accepted', async () => {
    const id = await promised({ along: [neighbours] });
    network.at('2026-04-01');
    await builder.client.record('withdrawCommitment', { commitmentId: id, reason: REASON });
    expect(await of(id, 'state openAmendment { takesBack mustAccept { name } }')).toEqual({
      state: 'DUE',
      openAmendment: { takesBack: true, mustAccept: [{ name: 'Neighbours' }] },
    });
    expect(await refused(builder, 'amendCommitment', { commitmentId: id, ...terms('5'), reason: REASON })).toEqual([
      'AMENDMENT_OPEN',
      [],
    ]);
    await builder.client.record('dropAmendment', { commitmentId: id, termsVersion: 2 });
    await builder.client.record('withdrawCommitment', { commitmentId: id, reason: REASON });
    await neighbours.client.record('acceptCommitment', { commitmentId: id, termsVersion: 3 });
    expect(await of(id, 'state withdrawalReason')).toEqual({ state: 'WITHDRAWN', withdrawalReason: REASON });
  });
});

describe('A suspended member', () => {
  it('still delivers, changes and settles what it promised', async () => {
    const [early, late] = [await promised({ to: [tenants] }), await promised({ to: [tenants] })];
    network.at('2026-05-01');
    const suspending = {
      missionId,
      organisationId: builder.globalId,
      reason: 'It says what is not so.',
      until: '2026-07-20',
    };
    await coordination.client.record('suspendMember', suspending);
    network.at('2026-05-10');
    expect(await refused(builder, 'makeCommitment', { missionId, ...terms('5') })).toEqual(['MEMBER_SUSPENDED', []]);
    await builder.client.record('amendCommitment', { commitmentId: early, ...terms('900000'), reason: REASON });
    const given = { commitmentId: early, quantity: { amount: '900000', unit: 'EUR' }, date: '2026-05-09' };
    const { id: contributionId } = await builder.client.record('recordContribution', given);
    await tenants.client.record('corroborateContribution', { contributionId });
    expect(await of(early, 'state quantity { amount }')).toEqual({ state: 'KEPT', quantity: { amount: '900000' } });
    network.at('2026-06-11');
    await builder.client.record('proposeSettlement', { commitmentId: late, outcome: 'CLOSED_AS_IS', reason: REASON });
    await tenants.client.record('acceptSettlement', { settlementId: (await settled(late)).id });
    expect(await of(late, 'state')).toEqual({ state: 'CLOSED' });
  });
});
