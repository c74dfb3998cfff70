import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missionOf, type Mission } from '@maillage/missions';
import { slices } from '../../../apps/host/slices.js';
import { BACKBONE, BUILDER, CITY, MISSION, NEIGHBOUR, OTHER_MISSION, TENANTS } from '../../../test/harness/cast.js';
import { id } from '../../../test/harness/given.js';
import { fillMissions, openNetwork, type Network } from '../../../test/harness/network.js';
import { MissionTimelineResolver, timelineEntryResolver, type TimelineEntry } from './graphql.js';

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

  it('names what each entry is about, and the organisations that it speaks of', async () => {
    const context = network.as();
    const entries = new (timelineEntryResolver(slices))(network.registry) as {
      subject(entry: TimelineEntry, context: unknown): Promise<{ readonly key: string } | null>;
      organisations(entry: TimelineEntry, context: unknown): Promise<readonly { readonly key: string }[]>;
    };
    const mission = (await missionOf(context, MISSION)) as Mission;
    const { nodes } = await new MissionTimelineResolver().timeline(mission, { first: 50, newestFirst: false }, context);
    const told = (type: string) => nodes.find((each) => each.type === type)!;
    expect((await entries.subject(told('MissionJoined'), context))?.key).toBe(MISSION);
    expect((await entries.subject(told('ContributionDisputed'), context))?.key).toBe(PROMISE);
    const named = async (type: string) => (await entries.organisations(told(type), context)).map(({ key }) => key);
    expect(await named('MissionJoined')).toEqual([BACKBONE]);
    expect((await named('CommitmentMade')).sort()).toEqual([CITY, TENANTS].sort());
  });

  describe('of a proposal', () => {
    const [JOINT, GIVEN] = [id(0x32), id(0x33)];
    const SECRETS = /Forty beds|stolen|Rather sixty|A hundred beds|In the attic|Taken from/;
    const entries = new (timelineEntryResolver(slices))() as {
      data(entry: TimelineEntry, context: unknown): Promise<unknown>;
      words(entry: TimelineEntry, context: unknown): Promise<readonly { readonly text: string | null }[]>;
    };

    beforeAll(async () => {
      const { record } = network;
      const milestones = [{ key: 'beds', what: 'Beds that were stolen.' }];
      const terms = { kind: 'SERVICE', description: 'Forty beds.', dueOn: '2026-12-31', milestones };
      await record(CITY, 'MakeCommitment', JOINT, { missionId: OTHER_MISSION, promisorIds: [CITY, BUILDER], ...terms });
      const changed = { ...terms, description: 'Sixty beds.', reason: 'Rather sixty.' };
      await record(CITY, 'AmendCommitment', JOINT, changed);
      const gift = { missionId: OTHER_MISSION, kind: 'SERVICE', contributorId: BUILDER, date: '2026-02-10' };
      const evidence = [{ url: 'https://example.org/', title: 'Taken from others' }];
      const told = { ...gift, description: 'A hundred beds.', note: 'In the attic.', evidence };
      await record(BACKBONE, 'RecordContribution', GIVEN, { ...told, contributionId: id(2) });
      await network.project();
    });

    const toldTo = async (organisation?: string) => {
      const context = network.as(organisation);
      const mission = (await missionOf(context, OTHER_MISSION)) as Mission;
      const { nodes } = await new MissionTimelineResolver().timeline(
        mission,
        { first: 50, newestFirst: true },
        context,
      );
      const about = nodes.filter(({ stream }) => [JOINT, GIVEN].some((each) => stream.endsWith(each)));
      const told = about.map(async (entry) => [
        await entries.data(entry, context),
        await entries.words(entry, context),
      ]);
      return JSON.stringify(await Promise.all(told));
    };

    it('has its words for those it names alone, until one that was asked accepts it', async () => {
      for (const reader of [undefined, NEIGHBOUR]) {
        const told = await toldTo(reader);
        expect(told).not.toMatch(SECRETS);
        expect(told).toContain('"description":null');
      }
      for (const words of ['Forty beds', 'stolen', 'Rather sixty', 'A hundred beds', 'In the attic', 'Taken from']) {
        expect(await toldTo(BUILDER)).toContain(words);
      }
      await network.record(BUILDER, 'AcceptCommitment', JOINT, { termsVersion: 2 });
      await network.project();
      const told = await toldTo();
      expect(told).toContain('Forty beds');
      expect(told).not.toContain('A hundred beds');
    });
  });
});
