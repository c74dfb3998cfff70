import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Input } from '../acceptance/client.js';
import type { Member } from '../acceptance/mission.js';
import {
  accredit,
  amount,
  begin,
  builder,
  city,
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
  voices,
} from './contributions.fixtures.js';
import { attempt, said } from './network.js';

// What acts come to in estimates, as anybody reads them over the API.

const ALL = `query ($id: ID!, $missionId: ID!, $asOf: ReputationAsOf) {
  organisation(id: $id) {
    reputation(missionId: $missionId, asOf: $asOf) {
      computedAt
      estimates {
        dimension publication estimate lower mass groups
        shortfall { groups mass }
        reviews { score anchor calibration reciprocity evidence tied weight share }
        commitments { speaksFor speaksAgainst silent missing awaitingRuling delivered { evidence share } commitment { id } }
      }
    }
  }
}`;

interface Fact {
  readonly commitment: { readonly id: string };
  readonly delivered: readonly { readonly evidence: string; readonly share: number }[];
  readonly missing: number;
  readonly silent: number;
}

interface Shown {
  readonly reviews: readonly Heard[];
}

interface Heard {
  readonly score: number;
  readonly weight: number;
  readonly tied: boolean;
}

async function reputation({ globalId: id }: Member, asOf?: Input, within = missionId) {
  return (await network.anybody.ask(ALL, { id, missionId: within, asOf })).organisation.reputation;
}
/** What a promise says of results of whom it binds, on a day. */
async function factOf(member: Member, commitmentId: string, within = missionId): Promise<Fact | undefined> {
  const { estimates } = await reputation(member, undefined, within);
  const { commitments } = (estimates as readonly { dimension: string; commitments: readonly Fact[] }[]).find(
    ({ dimension }) => dimension === 'RESULTS',
  )!;
  return commitments.find(({ commitment }) => commitment.id === commitmentId);
}
const find = (contributionId: string, more: Input = {}) =>
  institute.client.record('verifyContribution', { contributionId, noTies: true, ...more });
const state = async (id: string) =>
  (await network.anybody.ask('query ($id: ID!) { commitment(id: $id) { state } }', { id })).commitment.state as string;
/** A mission in which an organisation kept its promise, and three whose own work was verified think well of that. */
async function published() {
  network.at('2026-03-01');
  const [victim, attacker] = [await network.organisation('Careful Roofers'), await network.organisation('Braggers')];
  const names = ['Street Club', 'Stair Club', 'Yard Club'];
  const reviewers = await Promise.all(names.map((name) => network.organisation(name)));
  const second = await network.organisation('Second Institute');
  await accredit(second);
  const mission = await share(city, [victim, attacker, ...reviewers], [institute, second]);
  const keeps = async (member: Member, counterpartyIds: readonly string[]) => {
    network.at('2026-03-01');
    const terms = { kind: 'SERVICE', description: 'Forty dwellings made dry.', dueOn: '2026-05-01', counterpartyIds };
    const { id } = await member.client.record('makeCommitment', { missionId: mission, ...amount('40'), ...terms });
    if (counterpartyIds.length > 0)
      await reviewers[0]!.client.record('acceptCommitment', { commitmentId: id, termsVersion: 1 });
    network.at('2026-03-10');
    const gift = { commitmentId: id, ...amount('40'), date: '2026-03-10' };
    const { id: contributionId } = await member.client.record('recordContribution', gift);
    for (const { client } of [institute, second])
      await client.record('verifyContribution', { contributionId, noTies: true });
    return id;
  };
  for (const each of reviewers) await keeps(each, []);
  const commitmentId = await keeps(victim, [reviewers[0]!.globalId]);
  network.at('2026-04-02');
  for (const [n, { client }] of reviewers.entries()) {
    await client.record('submitReview', { commitmentId, reviewedId: victim.globalId, ...opinion(2 + n) });
  }
  return { mission, victim, attacker, reviewers };
}

const DUE = '2026-10-01';
const AFTER = '2026-10-02';

beforeAll(begin);
afterAll(() => network.close());

describe('A promise imposed by name', () => {
  it('leaves the published estimates of its victim as they were, to the last bit, whether it says no or nothing', async () => {
    const { mission, victim, attacker } = await published();
    const { computedAt: position } = await reputation(victim, undefined, mission);
    for (const answers of [true, false]) {
      network.at('2026-04-03');
      const { id } = await attacker.client.record('makeCommitment', {
        missionId: mission,
        promisorIds: [attacker.globalId, victim.globalId],
        counterpartyIds: [city.globalId],
        kind: 'MONEY',
        quantity: { amount: '1000000', unit: 'EUR' },
        description: 'A million.',
        dueOn: '2026-06-01',
      });
      expect((await network.awaitedOf(victim)).map(({ kind }) => kind)).toContain('CommitmentMade');
      if (answers) await victim.client.record('declineCommitment', { commitmentId: id, termsVersion: 1 });
    }
    network.at('2026-06-02');
    const { computedAt, ...after } = await reputation(victim, undefined, mission);
    const { computedAt: _, ...before } = await reputation(victim, { position, on: '2026-06-02' }, mission);
    expect(BigInt(computedAt as string)).toBeGreaterThan(BigInt(position as string));
    expect(after.estimates[0]).toMatchObject({ publication: 'PUBLISHED', estimate: expect.any(Number), groups: 3 });
    expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    // What it did promise itself speaks of the one who imposed it.
    const { estimates } = await reputation(attacker, undefined, mission);
    expect(estimates[0].commitments).toMatchObject([{ missing: 1 }, { missing: 1 }]);
  });
});

describe('A review before its author joins the group of whom it is about', () => {
  it('weighs nothing on the days on which they are one, and what it weighed as of before', async () => {
    const { mission, victim, reviewers } = await published();
    const author = reviewers[2]!;
    const { computedAt: position } = await reputation(victim, undefined, mission);
    network.at('2026-04-03');
    const both = { organisationId: author.globalId, parentId: victim.globalId };
    await author.client.record('proposeGrouping', { ...both, reason: 'Bought in April.' });
    await victim.client.record('acceptGrouping', both);
    const { computedAt: now } = await reputation(victim, undefined, mission);
    const at = (asOf: Input) => reputation(victim, { ...asOf, on: '2026-06-02' }, mission);
    const [before, since] = [(await at({ position })).estimates[0], (await at({ position: now })).estimates[0]] as [
      Shown,
      Shown,
    ];
    const ofAuthor = (estimate: Shown) => estimate.reviews.find(({ score }) => score === 1);
    expect(before).toMatchObject({ publication: 'PUBLISHED', groups: 3 });
    expect(since).toMatchObject({ publication: 'INSUFFICIENT_EVIDENCE', groups: 2, estimate: null });
    expect(ofAuthor(before)?.weight).toBeGreaterThan(0);
    expect([ofAuthor(before)?.tied, ofAuthor(since)]).toMatchObject([false, { tied: true, weight: 0, share: 0 }]);
  });
});

describe('A promise that is accepted late', () => {
  it('is a fact of whoever made it, and none of whom it baits less than 14 days before it is due', async () => {
    network.at('2026-03-01');
    const [baiter, baited] = [await network.organisation('Baiters'), await network.organisation('Baited')];
    const mission = await share(city, [baiter, baited], []);
    const { id } = await baiter.client.record('makeCommitment', {
      missionId: mission,
      promisorIds: [baiter.globalId, baited.globalId],
      kind: 'SERVICE',
      ...amount('40'),
      description: 'Forty dwellings made dry.',
      dueOn: '2026-04-28',
    });
    network.at('2026-04-15');
    await baited.client.record('acceptCommitment', { commitmentId: id, termsVersion: 1 });
    network.at('2026-04-29');
    expect(await state(id)).toBe('OVERDUE');
    expect(await factOf(baited, id, mission)).toBeUndefined();
    expect(await factOf(baiter, id, mission)).toMatchObject({ missing: 1 });
  });
});

describe('A promise that nothing is counted of', () => {
  it('is not kept by an excuse, nor by a gift that nobody says completes it', async () => {
    const commitmentId = await promise({ quantity: undefined });
    network.at('2026-04-01');
    await builder.client.record('noteProgress', { commitmentId, text: 'The permit was refused; nothing opened.' });
    const gift = { commitmentId, date: '2026-04-01', description: 'Permit refused, nothing opened.' };
    const { id: contributionId } = await builder.client.record('recordContribution', gift);
    await tenants.client.record('corroborateContribution', { contributionId });
    network.at(AFTER);
    expect(await state(commitmentId)).toBe('OVERDUE');
    expect(await factOf(builder, commitmentId)).toMatchObject({ missing: 1, delivered: [] });
  });

  it('is kept by one that completes it, as its receiver says or an evaluator finds', async () => {
    const commitmentId = await promise({ quantity: undefined });
    network.at('2026-04-01');
    const gift = { commitmentId, date: '2026-04-01', completes: true };
    const { id: contributionId } = await builder.client.record('recordContribution', gift);
    expect(await state(commitmentId)).toBe('DUE');
    await tenants.client.record('corroborateContribution', { contributionId });
    expect(await state(commitmentId)).toBe('KEPT');
    network.at(AFTER);
    // Whoever confirms it has no voice: neither for nor against.
    expect(await factOf(builder, commitmentId)).toMatchObject({ missing: 0, silent: 1, delivered: [] });
    await find(contributionId);
    expect(await factOf(builder, commitmentId)).toMatchObject({ delivered: [{ evidence: 'VERIFIED', share: 1 }] });
  });
});

describe('One stage of four', () => {
  it('is a share of 0.25 to whoever it was promised to, and none where nobody accepted it', async () => {
    const milestones = ['permit', 'works', 'tests', 'opening'].map((key) => ({ key, what: `The ${key}.` }));
    const toTenants = await promise({ quantity: undefined, milestones });
    network.at('2026-03-01');
    const { id: toNobody } = await builder.client.record('makeCommitment', {
      missionId,
      kind: 'SERVICE',
      description: 'In four stages.',
      milestones,
      dueOn: DUE,
    });
    network.at('2026-04-01');
    for (const commitmentId of [toTenants, toNobody]) {
      const gift = { commitmentId, date: '2026-04-01', milestone: 'permit' };
      await find((await builder.client.record('recordContribution', gift)).id);
    }
    network.at(AFTER);
    const quarter = { delivered: [{ evidence: 'VERIFIED', share: 0.25 }], missing: 0.75 };
    expect(await factOf(builder, toTenants)).toMatchObject(quarter);
    expect(await factOf(builder, toNobody)).toMatchObject({ delivered: [], missing: 1 });
  });
});

describe('An accredited evaluator', () => {
  it('may find nothing at all: that delivers nothing, and gives its giver no voice', async () => {
    network.at('2026-03-01');
    const { id } = await neighbour.client.record('makeCommitment', {
      missionId,
      kind: 'SERVICE',
      description: 'Forty dwellings made dry.',
      ...amount('40'),
      dueOn: DUE,
    });
    network.at('2026-04-01');
    const gift = { commitmentId: id, ...amount('40'), date: '2026-04-01' };
    const { id: contributionId } = await neighbour.client.record('recordContribution', gift);
    const less = await attempt(institute, 'verifyContribution', {
      contributionId,
      noTies: true,
      found: { amount: '-1', unit: 'dwelling' },
    });
    expect(said(less)).toEqual(['INVALID_INPUT', ['found', 'amount']]);
    await find(contributionId, { found: { amount: '0.0', unit: 'dwelling' } });
    expect(await given(contributionId)).toMatchObject({
      evidence: 'VERIFIED',
      quantity: { amount: '40' },
      found: { amount: '0' },
      commitment: { state: 'DUE', delivered: { amount: '0' } },
    });
    const reviewed = await promise();
    await give(reviewed, '40', '2026-04-02');
    const about = { commitmentId: reviewed, reviewedId: builder.globalId };
    await neighbour.client.record('submitReview', { ...about, ...opinion(0) });
    const { estimates } = await reputation(builder);
    expect(estimates[0].reviews).toContainEqual(expect.objectContaining({ score: 0, anchor: 0, weight: 0 }));
    network.at(AFTER);
    expect(await factOf(neighbour, id)).toMatchObject({ delivered: [], missing: 1 });
  });

  it('whose finding is paid for afterwards is believed less in what it says for its giver, and no less against', async () => {
    const commitmentId = await promise();
    const contributionId = await give(commitmentId, '40', '2026-04-10');
    await find(contributionId, { found: { amount: '12', unit: 'dwelling' } });
    await tenants.client.record('corroborateContribution', { contributionId });
    const delivered = { state: 'DUE', delivered: { amount: '12' } };
    expect(await given(contributionId)).toMatchObject({ evidence: 'VERIFIED', commitment: delivered });
    await builder.client.record('recordContribution', {
      missionId,
      kind: 'MONEY',
      description: 'For the paper',
      quantity: { amount: '0.01', unit: 'EUR' },
      date: '2026-04-10',
      counterpartyIds: [institute.globalId],
    });
    expect(await given(contributionId)).toMatchObject({ evidence: 'CORROBORATED', commitment: delivered });
    network.at(AFTER);
    const corroborated = { delivered: [{ evidence: 'CORROBORATED', share: 0.3 }], missing: 0.7 };
    expect(await factOf(builder, commitmentId)).toMatchObject(corroborated);
  });
});

describe('A review before a grouping', () => {
  it('weighs until the two are one, then nothing, and what everybody is heard with stays as it was', async () => {
    const on = '2027-04-20';
    network.at('2027-04-01');
    const [giver, twin] = [await network.organisation('Givers of walls'), await network.organisation('Their twins')];
    const given: string[] = [];
    const promised: string[] = [];
    for (const { client } of [giver, twin]) {
      await client.record('joinMission', { missionId, role: 'MEMBER' });
      const made = { missionId, kind: 'SERVICE', description: 'Walls.', ...amount('4'), dueOn: '2027-12-01' };
      promised.push((await client.record('makeCommitment', made)).id);
    }
    network.at('2027-04-10');
    for (const [n, { client }] of [giver, twin].entries()) {
      const gift = { commitmentId: promised[n], ...amount('4'), date: '2027-04-10' };
      given.push((await client.record('recordContribution', gift)).id);
    }
    await find(given[1]!);
    network.at(on);
    await twin.client.record('submitReview', {
      commitmentId: promised[0],
      reviewedId: giver.globalId,
      ...opinion(4),
    });
    const weights = async () => {
      const { estimates } = await reputation(giver);
      const told = estimates as readonly { readonly reviews: readonly [{ readonly weight: number }] }[];
      return told.map(({ reviews: [review] }) => Math.sign(review.weight));
    };
    expect(await weights()).toEqual([1, 1, 1, 1]);
    const before = await voices(on);
    expect([before[giver.id], before[twin.id]]).toEqual([0, 1]);
    await network.group(twin, giver);
    expect(await weights()).toEqual([0, 0, 0, 0]);
    expect(await voices(on)).toStrictEqual(before);
  });
});

describe('Ties to a giver', () => {
  const DENIED = `query ($id: ID!, $organisationId: ID!) { contribution(id: $id) { tiesDeniedOn(organisationId: $organisationId) } }`;
  const denied = async (id: string, by = institute) =>
    (await network.anybody.ask(DENIED, { id, organisationId: by.globalId })).contribution.tiesDeniedOn as string | null;

  it('are denied once a year, which is copied until a payment comes to be known', async () => {
    network.at('2027-03-01');
    const giver = await network.organisation('Givers of hours');
    await giver.client.record('joinMission', { missionId, role: 'MEMBER' });
    const hours = async (date: string) => {
      network.at(date);
      const gift = { missionId, kind: 'TIME', description: 'Hours.', quantity: { amount: '3', unit: 'hour' }, date };
      return (await giver.client.record('recordContribution', gift)).id;
    };
    const first = await hours('2027-03-02');
    expect(await denied(first)).toBeNull();
    await find(first);
    const second = await hours('2027-03-10');
    expect([await denied(second), await denied(second, city)]).toEqual(['2027-03-02', null]);
    network.at('2028-02-29');
    expect(await denied(second)).toBe('2027-03-02');
    network.at('2028-03-01');
    expect(await denied(second)).toBeNull();

    network.at('2027-03-11');
    await giver.client.record('recordContribution', {
      missionId,
      kind: 'MONEY',
      description: 'Fees',
      quantity: { amount: '500', unit: 'EUR' },
      date: '2027-03-11',
      counterpartyIds: [institute.globalId],
    });
    expect(await denied(second)).toBeNull();
    await find(second);
    expect(await denied(first)).toBe('2027-03-11');
  });
});
