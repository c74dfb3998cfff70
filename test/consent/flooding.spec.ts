import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefused, type Input } from '../acceptance/client.js';
import { MISSION, promise, shareMission, type Member, type Shared } from '../acceptance/mission.js';
import { attempt, Network, said } from './network.js';

// Anybody may declare a mission, list whomever it likes there, and promise and give to anybody. None of that fills the desk of
// an organisation that did nothing.

const DESK = `query ($id: ID!) { desk(organisationId: $id) {
  awaited { nodes { kind } }
  contributionsToDeclare { nodes { id } }
  contributionsToCorroborate { nodes { id } }
  reviewRequests { reviewed { name } commitment { id } askedAs since }
} }`;

let network: Network;
let shared: Shared;
let stranger: Member;
let missionId: string;

beforeAll(async () => {
  network = await Network.open();
  shared = await shareMission(network.api);
  stranger = await network.organisation('Strangers');
  missionId = (await stranger.client.record('declareMission', MISSION)).id;
});
afterAll(() => network.close());

const deskOf = async ({ client, globalId }: Member) => (await client.ask(DESK, { id: globalId })).desk;
const gift = (more: Input): Input => ({
  missionId,
  kind: 'TIME',
  description: 'An hour.',
  quantity: { amount: '1', unit: 'hour' },
  date: '2026-02-28',
  ...more,
});

describe('The desk of an organisation that did nothing', () => {
  const victim = () => shared.tenants;

  it('has no more than five gifts to it that a stranger told of in a mission it takes no part in', async () => {
    const giving = () => attempt(stranger, 'recordContribution', gift({ counterpartyIds: [victim().globalId] }));
    for (let n = 0; n < 5; n += 1) expect(said(await giving())).toBe('recorded');
    expect(said(await giving())).toEqual(['TOO_MANY_PROPOSALS', ['counterpartyIds', '0']]);
    // Nor of promises and gifts together.
    const made = promise(missionId, { counterpartyIds: [victim().globalId], dueOn: '2026-09-30' });
    expect(said(await attempt(stranger, 'makeCommitment', made))).toEqual([
      'TOO_MANY_PROPOSALS',
      ['counterpartyIds', '0'],
    ]);
    expect((await deskOf(victim())).contributionsToCorroborate.nodes).toHaveLength(5);
    // Whoever takes part is told of as much as is given to it.
    await victim().client.record('joinMission', { missionId, role: 'MEMBER' });
    expect(said(await giving())).toBe('recorded');
  });

  it('has no more than five promises to it within 30 days, declined ones included: what it accepted waits for nobody', async () => {
    const guest = await network.organisation('Receivers');
    const made: string[] = [];
    const promises = async () => {
      const to = promise(missionId, { counterpartyIds: [guest.globalId], dueOn: '2026-09-30' });
      const outcome = await attempt(stranger, 'makeCommitment', to);
      if (!isRefused(outcome)) made.push(outcome.id ?? '');
      return said(outcome);
    };
    const refused = ['TOO_MANY_PROPOSALS', ['counterpartyIds', '0']];
    for (let n = 0; n < 5; n += 1) expect(await promises()).toBe('recorded');
    await guest.client.record('declineCommitment', { commitmentId: made[0]!, termsVersion: 1 });
    expect(await promises()).toEqual(refused);
    await guest.client.record('acceptCommitment', { commitmentId: made[1]!, termsVersion: 1 });
    expect(await promises()).toBe('recorded');
    expect(await promises()).toEqual(refused);
  });

  it('has nothing of what a stranger says that a source says', async () => {
    const { builder } = shared;
    const source = { dataset: 'Budgets', record: '7' };
    const listing = { missionId, organisationId: builder.globalId, role: 'MEMBER', source };
    await stranger.client.record('listMember', listing);
    for (let n = 0; n < 6; n += 1) {
      await stranger.client.record('recordContribution', gift({ contributorId: builder.globalId, source }));
      await stranger.client.record('recordContribution', gift({ counterpartyIds: [builder.globalId], source }));
    }
    expect(await deskOf(builder)).toMatchObject({
      awaited: { nodes: [] },
      contributionsToDeclare: { nodes: [] },
      contributionsToCorroborate: { nodes: [] },
    });
    await builder.client.record('joinMission', { missionId, role: 'MEMBER' });
    expect((await deskOf(builder)).contributionsToDeclare.nodes).toHaveLength(6);
  });

  it('has no more than five gifts to declare that one control group told of in its name within 30 days', async () => {
    const giver = await network.organisation('Givers');
    await giver.client.record('joinMission', { missionId, role: 'MEMBER' });
    const told: string[] = [];
    const tells = async () => {
      const outcome = await attempt(stranger, 'recordContribution', gift({ contributorId: giver.globalId }));
      if (!isRefused(outcome)) told.push(outcome.id ?? '');
      return said(outcome);
    };
    for (let n = 0; n < 5; n += 1) expect(await tells()).toBe('recorded');
    expect(await tells()).toEqual(['TOO_MANY_PROPOSALS', ['contributorId']]);
    expect((await deskOf(giver)).contributionsToDeclare.nodes).toHaveLength(5);
    // It tells of its own as much as it likes, and what it declared waits for nobody.
    await giver.client.record('recordContribution', gift({}));
    await giver.client.record('declareContribution', { contributionId: told[0]! });
    expect(await tells()).toBe('recorded');
    expect(await tells()).toEqual(['TOO_MANY_PROPOSALS', ['contributorId']]);
  });

  it('has no more than five invitations of one control group, whatever they are to', async () => {
    const guest = await network.organisation('Guests');
    const inviting = { organisationId: guest.globalId };
    const roles = ['MEMBER', 'FUNDER', 'EVALUATOR', 'BACKBONE'];
    for (const role of roles) await stranger.client.record('inviteOrganisation', { missionId, ...inviting, role });
    const { id: second } = await stranger.client.record('declareMission', MISSION);
    await stranger.client.record('proposeBackboneHandover', { missionId: second, successorId: guest.globalId });
    const { id: third } = await stranger.client.record('declareMission', MISSION);
    const more = { missionId: third, ...inviting, role: 'MEMBER' };
    expect(said(await attempt(stranger, 'inviteOrganisation', more))).toEqual([
      'TOO_MANY_INVITATIONS',
      ['organisationId'],
    ]);
    const offer = { missionId: third, successorId: guest.globalId };
    expect(said(await attempt(stranger, 'proposeBackboneHandover', offer))).toEqual([
      'TOO_MANY_INVITATIONS',
      ['successorId'],
    ]);
    expect((await deskOf(guest)).awaited.nodes).toHaveLength(5);
    await guest.client.record('joinMission', { missionId, role: 'MEMBER' });
    expect(said(await attempt(stranger, 'inviteOrganisation', more))).toBe('recorded');
  });

  it('has one request for a review of each control group, however much that promised, for 60 days', async () => {
    network.at('2026-03-02');
    const { city, evaluator } = shared;
    const dust: string[] = [];
    const into = { missionId: shared.missionId, dueOn: '2026-04-01' };
    for (let n = 0; n < 7; n += 1) {
      dust.push((await shared.tenants.client.record('makeCommitment', promise(shared.missionId, into))).id);
    }
    const { id: honest } = await city.client.record('makeCommitment', promise(shared.missionId, into));
    network.at('2026-04-02');
    const names = async () =>
      ((await deskOf(evaluator)).reviewRequests as readonly { reviewed: { name: string } }[])
        .map(({ reviewed }) => reviewed.name)
        .sort();
    expect(await names()).toEqual(['City of Rennes', 'Tenants’ Union']);
    const { reviewRequests } = await deskOf(evaluator);
    expect(
      (reviewRequests as readonly { commitment: { id: string } }[]).map(({ commitment }) => commitment.id),
    ).toContain(honest);
    network.at('2026-05-31');
    expect(await names()).toEqual(['City of Rennes', 'Tenants’ Union']);
    network.at('2026-06-01');
    expect(await names()).toEqual([]);
    expect(dust).toHaveLength(7);
  });

  it('asks a counterparty first of all of a group’s promises, whichever fell due earlier', async () => {
    network.at('2026-06-02');
    const { builder, tenants } = shared;
    const to = promise(shared.missionId, { counterpartyIds: [builder.globalId], dueOn: '2026-07-10' });
    await tenants.client.record('makeCommitment', promise(shared.missionId, { dueOn: '2026-07-01' }));
    const { id } = await tenants.client.record('makeCommitment', to);
    network.at('2026-07-11');
    expect((await deskOf(builder)).reviewRequests).toEqual([
      { reviewed: { name: 'Tenants’ Union' }, commitment: { id }, askedAs: 'COUNTERPARTY', since: '2026-07-10' },
    ]);
  });

  it('asks of what it accepted before all that only names it, by however many', async () => {
    network.at('2026-08-01');
    const { city, evaluator, missionId: joined } = shared;
    const naming = (dueOn: string) => promise(joined, { counterpartyIds: [evaluator.globalId], dueOn });
    const { id } = await city.client.record('makeCommitment', naming('2026-09-10'));
    await evaluator.client.record('acceptCommitment', { commitmentId: id, termsVersion: 1 });
    for (let n = 0; n < 6; n += 1) {
      const { client } = await network.organisation(`Newcomers ${n}`);
      await client.record('joinMission', { missionId: joined, role: 'MEMBER' });
      await client.record('makeCommitment', naming('2026-09-01'));
    }
    network.at('2026-09-11');
    const { reviewRequests } = await deskOf(evaluator);
    expect(reviewRequests).toHaveLength(5);
    expect(reviewRequests).toContainEqual(expect.objectContaining({ commitment: { id } }));
  });

  it('has nothing of promises that were due in the year 1', async () => {
    network.at('2026-09-12');
    const { city, evaluator } = shared;
    const before = await deskOf(evaluator);
    for (let n = 0; n < 6; n += 1) {
      const ancient = promise(shared.missionId, { dueOn: '0001-01-01', counterpartyIds: [evaluator.globalId] });
      expect(said(await attempt(city, 'makeCommitment', ancient))).toEqual(['DUE_IN_PAST', ['dueOn']]);
      await city.client.record('makeCommitment', { ...ancient, source: { dataset: 'Annals', record: `${n}` } });
    }
    expect(await deskOf(evaluator)).toEqual(before);
  });
});
