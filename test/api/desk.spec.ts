import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client, Input } from '../acceptance/client.js';
import { promise, shareMission, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';

const DESK = `query ($id: ID!, $afterPosition: Position) {
  desk(organisationId: $id, afterPosition: $afterPosition) {
    organisation { id }
    reviewRequests { since askedAs commitment { id } reviewed { id } }
    reviewsToAnswer { nodes { id } computedAt }
    commitmentsToDeliver(first: 1) { nodes { id } pageInfo { hasNextPage } }
    contributionsToDeclare { nodes { id } }
    contributionsToCorroborate { nodes { id } }
    contributionsToVerify { nodes { id } }
  }
}`;
const REVIEW = `review {
  id learnedByReviewer learnedByReviewed ties { kind basis contribution { id contributor { id } } }
}`;
const mutation = (name: string, fields: string) => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) {
    __typename ... on ${fields} ... on Refusal { code: reason message path }
  } }`;
};
const SUBMIT = mutation('submitReview', `ReviewRecorded { ${REVIEW} receipt { position events { id } } }`);
const LEARNED = mutation('markLearned', `ReviewRecorded { ${REVIEW} receipt { position } }`);
const DECLINE = mutation('declineReview', `ReviewDeclined { commitment { id } receipt { position events { type } } }`);

const opinion = {
  scores: { results: 3, reliability: 4, openness: 2, learning: 3 },
  whatWorked: 'They called before they came.',
  whatToTry: 'Come earlier in the year.',
};

interface Listed {
  readonly nodes: readonly { readonly id: string }[];
}
type Lists = Readonly<
  Record<
    | 'reviewsToAnswer'
    | 'commitmentsToDeliver'
    | 'contributionsToDeclare'
    | 'contributionsToCorroborate'
    | 'contributionsToVerify',
    Listed
  >
>;
interface DeskData extends Lists {
  readonly organisation: unknown;
  readonly reviewRequests: readonly unknown[];
  readonly commitmentsToDeliver: Listed & { readonly pageInfo: unknown };
}

// Told in the order it happens: each step builds on those before it.
describe('A desk', () => {
  const clock = new TestClock('2026-01-01T12:00:00.000Z');
  let api: TestApi;
  let shared: Shared;
  let commitmentId: string;
  let reviewId: string;

  const tell = async (by: Client, document: string, input: Input) => {
    const data = await by.ask(document, { input: { commandId: randomUUID(), ...input } });
    return Object.values(data as Record<string, any>)[0];
  };
  const deskOf = async ({ client, globalId }: Shared['city']): Promise<DeskData> =>
    (await client.ask(DESK, { id: globalId })).desk as DeskData;

  beforeAll(async () => {
    api = await startTestApi({ clock });
    shared = await shareMission(api);
    const { missionId, city, builder } = shared;
    const parties = { counterpartyIds: [builder.globalId] };
    const { id } = await city.client.record('makeCommitment', promise(missionId, { ...parties, dueOn: '2026-01-31' }));
    commitmentId = id;
    clock.moveTo('2026-02-10T12:00:00.000Z');
  });
  afterAll(() => api.close());

  it('is shown to the organisation it is of, and to nobody else', async () => {
    const { city, builder } = shared;
    const ask = (id: string, key?: string) => api.graphql(DESK, { id }, { key });
    const other = await ask(city.globalId, builder.client.key);
    expect(other.data).toBeNull();
    expect(other.errors).toEqual([
      expect.objectContaining({
        message: 'organisationId: this is the desk of another organisation; ask for that of the one you act for.',
        extensions: { code: 'FORBIDDEN' },
      }),
    ]);
    const nobody = await ask(city.globalId);
    expect([nobody.status, nobody.data?.desk, nobody.errors?.[0].extensions.code]).toEqual([
      200,
      undefined,
      'UNAUTHENTICATED',
    ]);
    const writer = await ask(city.globalId, await api.createKey(city.id, ['write']));
    expect(writer.errors?.[0].extensions.code).toBe('FORBIDDEN');
    const admin = await ask(city.globalId, await api.createKey(randomUUID(), ['read', 'write', 'operator']));
    expect(admin.errors?.[0].extensions.code).toBe('FORBIDDEN');
    const misnamed = await ask(commitmentId, city.client.key);
    expect(misnamed.errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
    expect((await deskOf(city)).organisation).toEqual({ id: city.globalId });
  });

  it('of an organisation nobody registered says so', async () => {
    const id = randomUUID();
    const globalId = Buffer.from(`Organisation:${id}`).toString('base64url');
    const { errors } = await api.graphql(DESK, { id: globalId }, { key: await api.createKey(id) });
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining('is not registered') });
  });

  it('asks for reviews of what fell due, until one is given or declined', async () => {
    const { city, builder, tenants, evaluator } = shared;
    const request = (askedAs: string) => ({
      since: '2026-01-31',
      askedAs,
      commitment: { id: commitmentId },
      reviewed: { id: city.globalId },
    });
    expect((await deskOf(builder)).reviewRequests).toEqual([request('COUNTERPARTY')]);
    expect((await deskOf(tenants)).reviewRequests).toEqual([request('MEMBER')]);
    expect((await deskOf(city)).reviewRequests).toEqual([]);

    const named = { commitmentId, reviewedId: city.globalId };
    const declined = await tell(tenants.client, DECLINE, { ...named, reason: 'We never saw the flats.' });
    expect(declined).toMatchObject({
      commitment: { id: commitmentId },
      receipt: { events: [{ type: 'ReviewDeclined' }] },
    });
    expect((await deskOf(tenants)).reviewRequests).toEqual([]);
    expect(await tell(tenants.client, DECLINE, named)).toMatchObject({
      code: 'ALREADY_DECLINED',
      path: ['reviewedId'],
    });
    expect((await deskOf(evaluator)).reviewRequests).toEqual([request('MEMBER')]);
  });

  it('takes a review once, however often the button is pressed, and leaves the answer to the other side', async () => {
    const { missionId, city, builder } = shared;
    const paid = await builder.client.record('recordContribution', {
      missionId,
      kind: 'MONEY',
      description: 'Fees.',
      counterpartyIds: [city.globalId],
      date: '2026-01-15',
      quantity: { amount: '500', unit: 'EUR' },
    });
    const input = { commitmentId, reviewedId: city.globalId, ...opinion, ties: ['SHARED_MEMBER', 'PAYMENT'] };
    const twice = { ...input, commandId: randomUUID() };
    const [first, second] = await Promise.all([
      tell(builder.client, SUBMIT, twice),
      tell(builder.client, SUBMIT, twice),
    ]);
    expect(first.receipt.events).toHaveLength(1);
    expect(second).toEqual(first);
    expect(await tell(builder.client, SUBMIT, input)).toMatchObject({ code: 'ALREADY_REVIEWED', path: ['reviewedId'] });
    reviewId = first.review.id;
    expect(first.review.ties).toEqual([
      { kind: 'PAYMENT', basis: 'FOUND', contribution: { id: paid.id, contributor: { id: builder.globalId } } },
      { kind: 'SHARED_MEMBER', basis: 'DECLARED', contribution: null },
    ]);
    expect((await deskOf(builder)).reviewRequests).toEqual([]);
    expect((await deskOf(city)).reviewsToAnswer.nodes).toEqual([{ id: reviewId }]);
    const { id: secondId } = await shared.tenants.client.record('submitReview', { ...input, ties: [] });
    expect(secondId).not.toBe(reviewId);
    const group = { ...input, ties: ['SAME_CONTROL_GROUP'] };
    expect(await tell(shared.evaluator.client, SUBMIT, group)).toMatchObject({
      code: 'SAME_CONTROL_GROUP',
      path: ['ties', '0'],
    });
  });

  it('sees what either side has learnt', async () => {
    const { missionId, city, builder, tenants } = shared;
    const { review, receipt } = await tell(city.client, LEARNED, { reviewId });
    expect(review).toMatchObject({ learnedByReviewer: null, learnedByReviewed: expect.any(String) });
    expect(await tell(city.client, LEARNED, { reviewId })).toMatchObject({ code: 'ALREADY_LEARNED' });
    expect(await tell(tenants.client, LEARNED, { reviewId })).toMatchObject({ code: 'NOT_YOURS_TO_MARK' });
    await tell(builder.client, LEARNED, { reviewId });
    const timeline = `query ($id: ID!) {
      mission(id: $id) { timeline(first: 4, newestFirst: true) { nodes { type position } } }
    }`;
    const { mission } = await builder.client.ask(timeline, { id: missionId });
    const told = mission.timeline.nodes as readonly { readonly type: string; readonly position: string }[];
    expect(told.map(({ type }) => type)).toEqual([
      'ReviewLearned',
      'ReviewLearned',
      'ReviewSubmitted',
      'ReviewSubmitted',
    ]);
    expect(told[1]?.position).toBe(receipt.position);
  });

  it('lists what is to be delivered and attested', async () => {
    const { missionId, city, builder, tenants, evaluator } = shared;
    const { id } = await city.client.record('makeCommitment', promise(missionId, { dueOn: '2026-02-20' }));
    const date = '2026-01-15';
    const gift = await city.client.record('recordContribution', { commitmentId: id, date });
    const theirs = { missionId, kind: 'TIME', description: 'A day.', contributorId: builder.globalId, date };
    const behalf = await city.client.record('recordContribution', theirs);
    const nodes = (list: Listed) => list.nodes.map((node) => node.id);

    const desk = await deskOf(city);
    expect([nodes(desk.commitmentsToDeliver), desk.commitmentsToDeliver.pageInfo]).toEqual([
      [commitmentId],
      { hasNextPage: true },
    ]);
    expect(nodes((await deskOf(builder)).contributionsToDeclare)).toEqual([behalf.id]);
    // What is recorded on behalf of one that has not accepted it is nobody’s to attest.
    expect(nodes((await deskOf(tenants)).contributionsToCorroborate)).toEqual([gift.id]);
    const toVerify = nodes((await deskOf(evaluator)).contributionsToVerify);
    expect([gift.id, behalf.id].map((each) => toVerify.includes(each))).toEqual([true, false]);
    expect(nodes((await deskOf(tenants)).contributionsToVerify)).toEqual([]);
  });

  it('comes with the scale, in English and in French', async () => {
    const scale =
      'query ($language: Language!) { reviewScale(language: $language) { dimension question anchors { score } } }';
    const { data } = await api.graphql('{ reviewScale { dimension question anchors { score sentence } } }');
    const scales = data.reviewScale as readonly { readonly dimension: string; readonly question: string }[];
    expect(scales.map(({ dimension }) => dimension)).toEqual(['RESULTS', 'RELIABILITY', 'OPENNESS', 'LEARNING']);
    expect(scales[1]?.question).toBe('Could you count on what was agreed?');
    const french = await api.graphql(scale, { language: 'FR' });
    expect(french.data.reviewScale[1].question).toMatch(/^Pouvait-on compter/);
  });
});
