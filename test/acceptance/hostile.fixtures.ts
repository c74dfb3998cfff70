// A mission, its members and what they recorded, for the specs of hostile input: importing this file gives each spec one of
// its own, and looks where the log ends before each test.
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { startTestApi, type TestApi } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';
import { Client, day, headOf, type Input, type MutationName } from './client.js';
import { memberOf, promise, shareMission, type Member, type Shared } from './mission.js';

export const LEAKS = /select |insert |node_modules|\bat .*\.[jt]s:\d|stack/i;
export const OPINION = {
  scores: { results: 3, reliability: 3, openness: 3, learning: 3 },
  whatWorked: 'It was done.',
  whatToTry: 'Do it again.',
};

/** Stands at the moment the specs began, until one moves it. */
export const clock = new TestClock(new Date().toISOString());
export let api: TestApi;
export let anybody: Client;
export let shared: Shared;
/** In the builder's control group, and a member of the mission. */
export let subsidiary: Member;
/** Registered, and no member of anything. */
export let stranger: Member;
/** By the city and the builder, to the tenants. */
export let commitmentId: string;
export let contributionId: string;
export let indicatorId: string;
export let reviewId: string;

beforeAll(async () => {
  api = await startTestApi({ clock });
  anybody = new Client(api.url);
  shared = await shareMission(api);
  const { missionId, city, builder, tenants } = shared;
  subsidiary = memberOf(await api.registerOrganisation('Builders’ Daughter'), api.url);
  stranger = memberOf(await api.registerOrganisation('Stranger'), api.url);
  const grouped = { organisationId: subsidiary.globalId, parentId: builder.globalId };
  await subsidiary.client.record('proposeGrouping', grouped);
  await builder.client.record('acceptGrouping', grouped);
  await subsidiary.client.record('joinMission', { missionId, role: 'MEMBER' });
  const parties = {
    promisorIds: [city.globalId, builder.globalId],
    counterpartyIds: [tenants.globalId, subsidiary.globalId],
  };
  commitmentId = (await city.client.record('makeCommitment', promise(missionId, parties))).id;
  const given = { commitmentId, quantity: { amount: '10', unit: 'dwelling' }, date: day(-1) };
  contributionId = (await builder.client.record('recordContribution', given)).id;
  const indicator = { missionId, name: 'Dwellings', unit: 'dwelling', direction: 'DECREASE' };
  indicatorId = (await city.client.record('defineIndicator', indicator)).id;
  const review = { commitmentId, reviewedId: builder.globalId, ...OPINION };
  reviewId = (await tenants.client.record('submitReview', review)).id;
});
afterAll(() => api.close());

/** Where the log ended before the test, or where it last said so. */
export let before: bigint;
beforeEach(goOnFromHere);

/** What a test has recorded itself is not held against what it sends next. */
export async function goOnFromHere(): Promise<void> {
  before = await headOf(anybody);
}

/** The answer is a refusal that says what would be accepted; nothing of the inside shows, and nothing was recorded. */
export async function refused(
  by: Member,
  name: MutationName,
  input: Input,
  code: string,
  path: string[],
  message: RegExp,
): Promise<void> {
  const { status, errors, data, text } = await by.client.sendMutation(name, input);
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  const { __typename, code: given, path: where, message: said } = data[name];
  expect({ __typename, code: given, path: where }).toEqual({
    __typename: expect.stringMatching(/Refused$/),
    code,
    path,
  });
  expect(said).toMatch(message);
  expect(said).toMatch(/[.!]$/);
  expect(text).not.toMatch(LEAKS);
  expect(await headOf(anybody)).toBe(before);
}
