import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from '@maillage/engine';
import { Mission } from '@maillage/missions';
import { slices } from '../../../apps/host/slices.js';
import { BUILDER, CITY, MISSION, NEIGHBOUR, TENANTS } from '../../../test/harness/cast.js';
import { id, projected, recorded } from '../../../test/harness/given.js';
import { fillMissions, openNetwork, type Network } from '../../../test/harness/network.js';
import { MissionTimelineResolver } from './graphql.js';
import { timelineOf } from './view.js';

const LATER = '2026-04-01T08:00:00.000Z';

describe('The timeline view', () => {
  it('lists what happened in a mission across its streams, in the log’s order', () => {
    const stream = `commitment/${id(0x31)}`;
    const told = { missionId: MISSION };
    const by = (organisation: string, more = {}) => ({ actor: { organisation }, ...more });
    const { mission_timeline: rows } = projected(timelineOf(new Registry(slices).events), [
      recorded(`mission/${MISSION}`, { type: 'MissionDeclared', data: {} }, by(NEIGHBOUR)),
      recorded(`indicator/${id(8)}`, { type: 'IndicatorTargetRevised', data: told }, by(NEIGHBOUR)),
      recorded(stream, { type: 'CommitmentMade', data: told }, by(CITY, { recordedAt: LATER })),
      recorded(`organisation/${CITY}`, { type: 'OrganisationRevised', data: {} }),
      recorded(stream, { type: 'ReviewSubmitted', data: told }, by(BUILDER)),
      recorded(stream, { type: 'ReviewDeclined', data: told }, by(NEIGHBOUR)),
      recorded(stream, { type: 'ReviewLearned', data: told }, by(CITY)),
    ]);
    expect(rows?.map((row) => [row['mission_id'], row['position'], row['type'], row['actor_id']])).toEqual([
      [MISSION, '1', 'MissionDeclared', NEIGHBOUR],
      [MISSION, '2', 'IndicatorTargetRevised', NEIGHBOUR],
      [MISSION, '3', 'CommitmentMade', CITY],
      [MISSION, '5', 'ReviewSubmitted', BUILDER],
      [MISSION, '7', 'ReviewLearned', CITY],
    ]);
    expect(rows?.[2]).toEqual(expect.objectContaining({ stream, recorded_at: LATER }));
  });
});

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
    await record(NEIGHBOUR, 'DisputeContribution', PROMISE, { contributionId: id(1), reason: 'Not there.' });
    await network.project();
  });
  afterAll(() => network.close());

  it('is shown from either end, with what the log holds', async () => {
    const resolver = new MissionTimelineResolver();
    const mission = Object.assign(new Mission(), { uuid: MISSION });
    const page = (args: { first: number; after?: string; newestFirst: boolean }) =>
      resolver.timeline(mission, args, network.as());
    const newest = await page({ first: 2, newestFirst: true });
    expect(newest.nodes.map(({ type }) => type)).toEqual(['ContributionDisputed', 'ContributionCorroborated']);
    expect(newest.nodes[0]?.data).toMatchObject({ contributionId: id(1), reason: 'Not there.' });
    const next = await page({ first: 1, newestFirst: true, after: newest.pageInfo.endCursor ?? '' });
    expect(next.nodes.map(({ type }) => type)).toEqual(['ContributionRecorded']);
    const oldest = await page({ first: 2, newestFirst: false });
    expect(oldest.nodes.map(({ type }) => type)).toEqual(['MissionDeclared', 'MissionJoined']);
  });
});
