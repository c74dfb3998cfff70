import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missionOf, type Mission } from '@maillage/missions';
import { CITY, MISSION, TENANTS } from '../../../test/harness/cast.js';
import { id } from '../../../test/harness/given.js';
import { fillMissions, openNetwork, type Network } from '../../../test/harness/network.js';
import { MissionTimelineResolver } from './graphql.js';

describe('The timeline of a mission', () => {
  const PROMISE = id(0x31);
  let network: Network;

  beforeAll(async () => {
    network = await openNetwork();
    await fillMissions(network);
    const { record } = network;
    const promise = { missionId: MISSION, kind: 'DATA', description: 'Open data.', counterpartyIds: [TENANTS] };
    await record(CITY, 'MakeCommitment', PROMISE, promise);
    await record(CITY, 'RecordContribution', PROMISE, { date: '2026-02-10', contributionId: id(1) });
    await record(TENANTS, 'CorroborateContribution', PROMISE, { contributionId: id(1), statement: 'Seen.' });
    await record(TENANTS, 'DisputeContribution', PROMISE, { contributionId: id(1), reason: 'Not there.' });
    await network.project();
  });
  afterAll(() => network.close());

  it('is shown from either end, with what the log holds', async () => {
    const resolver = new MissionTimelineResolver();
    const mission = (await missionOf(network.as(), MISSION)) as Mission;
    const page = (args: { first: number; after?: string; newestFirst: boolean }) =>
      resolver.timeline(mission, args, network.as());
    const newest = await page({ first: 2, newestFirst: true });
    expect(newest.nodes.map(({ type }) => type)).toEqual(['ContributionDisputed', 'ContributionCorroborated']);
    expect(newest.nodes[0]?.data).toMatchObject({ contributionId: id(1), reason: { sha256: expect.any(String) } });
    const next = await page({ first: 2, newestFirst: true, after: newest.pageInfo.endCursor ?? '' });
    expect(next.nodes.map(({ type }) => type)).toEqual(['CommitmentAccepted', 'ContributionRecorded']);
    const oldest = await page({ first: 2, newestFirst: false });
    expect(oldest.nodes.map(({ type }) => type)).toEqual(['MissionDeclared', 'MissionJoined']);
  });
});
