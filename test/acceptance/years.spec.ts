import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSession, OWN, setCookies, signedIn, VIEWER } from '../api/session.browser.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';
import { Client, readLog } from './client.js';
import { promise, shareMission, type Shared } from './mission.js';

const STANDING = `query ($id: ID!, $on: Date) {
  commitment(id: $id) { standing(on: $on) { on state delivered { amount } } mission { progress { on kept due overdue } } }
}`;
const REPUTATION = `query ($id: ID!, $missionId: ID!) {
  organisation(id: $id) { reputation(missionId: $missionId) { on } }
}`;
const DESK = `query ($id: ID!) { desk(organisationId: $id) { reviewRequests { since commitment { id } } } }`;
const WITHDRAW = `mutation ($input: WithdrawCommitmentInput!) {
  withdrawCommitment(input: $input) { __typename ... on Refusal { code: reason message } }
}`;
const DAY_SECONDS = 86_400;

// Told in the order it happens, from 2026 to 2031: each step builds on those before it.
describe('Several years of a mission, played through GraphQL,', () => {
  const clock = new TestClock('2026-03-02T09:00:00.000Z');
  let api: TestApi;
  let shared: Shared;
  let commitmentId: string;

  beforeAll(async () => {
    api = await startTestApi({ clock, env: { SESSION_HOURS: '12' } });
    shared = await shareMission(api);
    const { missionId, city, builder } = shared;
    const terms = promise(missionId, { counterpartyIds: [builder.globalId], dueOn: '2028-12-31' });
    commitmentId = (await city.client.record('makeCommitment', terms)).id;
  });
  afterAll(() => api.close());

  const standing = async (on?: string) => {
    const { commitment } = await shared.city.client.ask(STANDING, { id: commitmentId, on });
    return { ...commitment.standing, progress: commitment.mission.progress };
  };
  const recordedOn = async (): Promise<readonly unknown[]> => {
    const events = await readLog(new Client(api.url));
    return [...new Set(events.map(({ entry }) => JSON.parse(entry).recordedAt as unknown))];
  };

  it('records at the moment it is', async () => {
    expect(await recordedOn()).toEqual(['2026-03-02T09:00:00.000Z']);
  });

  it('has a promise due, and asks nobody to review it, until its day has passed', async () => {
    const progress = { on: '2026-03-02', kept: 0, due: 1, overdue: 0 };
    expect(await standing()).toEqual({ on: '2026-03-02', state: 'DUE', delivered: { amount: '0' }, progress });
    const { builder } = shared;
    expect((await builder.client.ask(DESK, { id: builder.globalId })).desk.reviewRequests).toEqual([]);
    clock.moveTo('2028-12-31T23:59:59.999Z');
    expect(await standing()).toMatchObject({ on: '2028-12-31', state: 'DUE', progress: { due: 1, overdue: 0 } });
  });

  it('finds the promise overdue in 2029, and asks its parties what they think of it', async () => {
    clock.moveTo('2029-01-01T00:00:00.000Z');
    const progress = { on: '2029-01-01', kept: 0, due: 0, overdue: 1 };
    expect(await standing()).toMatchObject({ on: '2029-01-01', state: 'OVERDUE', progress });
    const { builder, city, missionId } = shared;
    expect((await builder.client.ask(DESK, { id: builder.globalId })).desk.reviewRequests).toEqual([
      { since: '2028-12-31', commitment: { id: commitmentId } },
    ]);
    const { organisation } = await city.client.ask(REPUTATION, { id: city.globalId, missionId });
    expect(organisation.reputation.on).toBe('2029-01-01');
  });

  it('can still be asked how things stood before', async () => {
    expect(await standing('2027-06-30')).toMatchObject({ on: '2027-06-30', state: 'DUE' });
  });

  it('refuses in 2029 what was open until the promise was due', async () => {
    const input = { commandId: randomUUID(), commitmentId, reason: 'We shall not manage.' };
    const { withdrawCommitment } = await shared.city.client.ask(WITHDRAW, { input });
    expect(withdrawCommitment).toMatchObject({ __typename: 'WithdrawCommitmentRefused', code: 'AFTER_DUE' });
  });

  it('takes what is delivered late, dated by the day it is', async () => {
    const { city } = shared;
    await city.client.record('recordContribution', {
      commitmentId,
      contributorId: city.globalId,
      kind: 'SERVICE',
      quantity: { amount: '40', unit: 'dwelling' },
      period: { from: '2028-06-01', to: '2029-01-01' },
    });
    expect(await recordedOn()).toEqual(['2026-03-02T09:00:00.000Z', '2029-01-01T00:00:00.000Z']);
    expect(await standing()).toMatchObject({ state: 'KEPT', delivered: { amount: '40' } });
  });

  it('ends a session after its twelve hours, and says that it is over', async () => {
    const { city } = shared;
    const headers = await signedIn(api, { key: city.client.key });
    const viewer = async () => (await api.graphql(VIEWER, {}, { headers })).data.viewer;
    expect(await viewer()).toMatchObject({ expiresAt: '2029-01-01T12:00:00.000Z' });
    clock.moveTo('2029-01-01T11:59:59.999Z');
    expect(await viewer()).toMatchObject({ organisation: { id: city.globalId } });
    clock.moveTo('2029-01-01T12:00:00.000Z');
    expect(await viewer()).toBeNull();
    const input = { commandId: randomUUID(), commitmentId, reason: 'Once more.' };
    const { errors } = await api.graphql(WITHDRAW, { input }, { headers });
    expect(errors?.[0].extensions.code).toBe('SESSION_EXPIRED');
  });

  it('gives the browser the cookie of a session for as long as it lasts, whatever year it is', async () => {
    const [cookie] = setCookies(await openSession(api, { key: shared.city.client.key }, OWN));
    expect(cookie?.attributes.get('max-age')).toBe(String(12 * 3_600 + DAY_SECONDS));
  });

  it('refuses in 2031 a key that was good until 2030', async () => {
    const key = await api.createKey(shared.city.id, ['read'], new Date('2030-06-30T00:00:00.000Z'));
    expect((await api.graphql('{ head }', {}, { key })).status).toBe(200);
    clock.moveTo('2031-01-01T00:00:00.000Z');
    const refused = await api.graphql('{ head }', {}, { key });
    expect([refused.status, refused.errors?.[0].message]).toEqual([401, 'This access key expired on 2030-06-30.']);
    expect((await openSession(api, { key })).status).toBe(401);
  });
});
