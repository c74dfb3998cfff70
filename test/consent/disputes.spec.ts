import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  amount,
  begin,
  builder,
  city,
  friend,
  give,
  given,
  institute,
  missionId,
  neighbour,
  network,
  opinion,
  promise,
  share,
  tenants,
  weighedOf,
} from './contributions.fixtures.js';
import type { Member } from '../acceptance/mission.js';
import { attempt, said } from './network.js';

beforeAll(begin);
afterAll(() => network.close());

const MAY = 'query ($id: ID!) { contribution(id: $id) { may { command code } } }';

/** Why a member would be refused, whatever it said; null where it would not. */
async function mayOf({ client }: Member, id: string, command: string): Promise<unknown> {
  const { may } = (await client.ask(MAY, { id })).contribution as {
    readonly may: readonly { readonly command: string; readonly code: string | null }[];
  };
  return may.find((each) => each.command === command)?.code;
}

describe('A dispute', () => {
  const disputing = (contributionId: string) => ({ contributionId, reason: 'It is wet.' });

  it('by a newcomer is none: it notes an objection, once it has been a member for 30 days', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-20');
    const refused = await attempt(neighbour, 'disputeContribution', disputing(contributionId));
    expect(said(refused)).toEqual(['NO_STANDING', ['contributionId']]);
    expect(said(await attempt(neighbour, 'noteObjection', disputing(contributionId)))).toEqual([
      'MEMBER_TOO_RECENT',
      ['contributionId'],
    ]);
    network.at('2026-03-31');
    await neighbour.client.record('noteObjection', disputing(contributionId));
    expect(await given(contributionId)).toMatchObject({
      disputed: false,
      objections: [
        {
          folded: false,
          reason: { text: 'It is wet.', salt: expect.any(String) },
          organisation: { name: 'Neighbourhood Council' },
        },
      ],
      commitment: { state: 'KEPT' },
    });
    network.at('2026-10-01');
    expect((await given(contributionId)).objections).toMatchObject([{ folded: true }]);
  });

  it('freezes until it is taken back by its author', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-10');
    await tenants.client.record('disputeContribution', disputing(contributionId));
    expect(await given(contributionId)).toMatchObject({ disputed: true, commitment: { state: 'DUE' } });
    expect(said(await attempt(city, 'withdrawDispute', { contributionId }))).toEqual([
      'NOT_DISPUTED',
      ['contributionId'],
    ]);
    await tenants.client.record('withdrawDispute', { contributionId, reason: 'They dried.' });
    expect(await given(contributionId)).toMatchObject({
      disputed: false,
      statements: [{}, { act: 'DISPUTED' }, { act: 'DISPUTE_WITHDRAWN', text: { text: 'They dried.' } }],
      commitment: { state: 'KEPT' },
    });
  });

  it('lapses after 60 days, and is renewed about what was corrected alone', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-10');
    await tenants.client.record('disputeContribution', disputing(contributionId));
    network.at('2026-05-09');
    expect((await given(contributionId)).disputed).toBe(true);
    network.at('2026-05-10');
    expect(await given(contributionId)).toMatchObject({ disputed: false, commitment: { state: 'KEPT' } });
    const again = await attempt(tenants, 'disputeContribution', disputing(contributionId));
    expect(said(again)).toEqual(['ALREADY_DISPUTED', ['contributionId']]);
    await builder.client.record('correctContribution', {
      contributionId,
      ...amount('41'),
      date: '2026-03-10',
      reason: 'One more.',
    });
    await tenants.client.record('disputeContribution', disputing(contributionId));
    expect((await given(contributionId)).disputed).toBe(true);
  });

  it('is settled by an accredited evaluator alone', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-10');
    await tenants.client.record('disputeContribution', disputing(contributionId));
    await friend.client.record('verifyContribution', { contributionId, noTies: true });
    expect((await given(contributionId)).disputed).toBe(true);
    await institute.client.record('verifyContribution', { contributionId, noTies: true });
    expect(await given(contributionId)).toMatchObject({ disputed: false, evidence: 'VERIFIED' });
    expect(said(await attempt(city, 'disputeContribution', disputing(contributionId)))).toEqual([
      'ALREADY_VERIFIED',
      ['contributionId'],
    ]);
    expect(await mayOf(city, contributionId, 'DisputeContribution')).toBe('ALREADY_VERIFIED');
  });

  it('is open three times at once, of one control group against one giver in a mission', async () => {
    network.at('2027-01-01');
    const giver = await network.organisation('Givers');
    await giver.client.record('joinMission', { missionId, role: 'MEMBER' });
    const gifts: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const gift = { missionId, kind: 'SERVICE', description: 'Ten dwellings', ...amount('10'), date: '2027-01-01' };
      gifts.push((await giver.client.record('recordContribution', gift)).id);
    }
    const outcomes: unknown[] = [];
    for (const id of gifts) outcomes.push(said(await attempt(city, 'disputeContribution', disputing(id))));
    expect(outcomes).toEqual(['recorded', 'recorded', 'recorded', ['TOO_MANY_DISPUTES', ['contributionId']]]);
    expect(await mayOf(city, gifts[3] ?? '', 'DisputeContribution')).toBe('TOO_MANY_DISPUTES');
    await city.client.record('withdrawDispute', { contributionId: gifts[0] ?? '' });
    expect(await mayOf(city, gifts[3] ?? '', 'DisputeContribution')).toBeNull();
    expect(said(await attempt(city, 'disputeContribution', disputing(gifts[3] ?? '')))).toBe('recorded');
  });
});

describe('An objection', () => {
  it('is open three times at once, of one control group against one giver, in all missions', async () => {
    network.at('2027-01-01');
    const giver = await network.organisation('Generous Givers');
    await giver.client.record('joinMission', { missionId, role: 'MEMBER' });
    const elsewhere = await share(city, [giver, neighbour], []);
    network.at('2027-03-01');
    const gifts: string[] = [];
    for (const to of [missionId, missionId, elsewhere, elsewhere]) {
      const gift = {
        missionId: to,
        kind: 'SERVICE',
        description: 'Ten dwellings',
        ...amount('10'),
        date: '2027-03-01',
      };
      gifts.push((await giver.client.record('recordContribution', gift)).id);
    }
    const objecting = (contributionId: string) => ({ contributionId, reason: 'We saw eight.' });
    const outcomes: unknown[] = [];
    for (const id of gifts) outcomes.push(said(await attempt(neighbour, 'noteObjection', objecting(id))));
    expect(outcomes).toEqual(['recorded', 'recorded', 'recorded', ['TOO_MANY_OBJECTIONS', ['contributionId']]]);
    expect(await mayOf(neighbour, gifts[3] ?? '', 'NoteObjection')).toBe('TOO_MANY_OBJECTIONS');
    // One that is answered is open no more.
    const [objection] = (await given(gifts[0] ?? '')).objections as readonly { readonly id: string }[];
    await giver.client.record('answerObjection', { objectionId: objection?.id ?? '', answer: 'Two dried later.' });
    expect(said(await attempt(neighbour, 'noteObjection', objecting(gifts[3] ?? '')))).toBe('recorded');
  });
});

describe('A review', () => {
  it('that is bad keeps its weight when what it is about is taken back', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-03-10');
    // The tenants have a voice by what they promised and gave themselves.
    network.at('2026-03-01');
    const own = await tenants.client.record('makeCommitment', {
      missionId,
      kind: 'TIME',
      description: 'Hours of visits',
      quantity: { amount: '8', unit: 'hour' },
      dueOn: '2026-10-01',
    });
    network.at('2026-03-10');
    const hours = { commitmentId: own.id, quantity: { amount: '8', unit: 'hour' }, date: '2026-03-10' };
    const { id } = await tenants.client.record('recordContribution', hours);
    await institute.client.record('verifyContribution', { contributionId: id, noTies: true });
    await tenants.client.record('corroborateContribution', { contributionId });
    network.at('2026-03-11');
    const review = await tenants.client.record('submitReview', {
      commitmentId,
      reviewedId: builder.globalId,
      ...opinion(0),
    });
    const before = (await weighedOf(builder)).find((each) => each.review.id === review.id);
    expect(before).toMatchObject({ evidence: 'CORROBORATED' });
    expect(before?.weight).toBeGreaterThan(0);
    await builder.client.record('retractContribution', { contributionId, reason: 'Forget it.' });
    const after = (await weighedOf(builder)).find((each) => each.review.id === review.id);
    expect(after).toEqual(before);
  });
});
