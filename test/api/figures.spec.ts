import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, readLog } from '../acceptance/client.js';
import { promise, shareMission, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';

const FIGURES = `query ($id: ID!, $indicatorId: ID!) {
  mission(id: $id) {
    progress { computedAt commitments { count } promised { count amount } contributions { count } }
    membersBySector { organisations computedAt }
    members(first: 100) { computedAt nodes { joinedAt } }
    commitments(first: 100) {
      computedAt nodes { standing { computedAt state delivered { amount } } contributions { computedAt } }
    }
    timeline(first: 1, newestFirst: true) { computedAt nodes { position } }
  }
  indicator(id: $indicatorId) {
    measurements(first: 100) { computedAt nodes { value } }
    progress { computedAt value }
  }
  events(first: 1) { computedAt }
}`;

interface At {
  readonly computedAt: string;
}
interface ListAt<Node> extends At {
  readonly nodes: readonly Node[];
}
type Counts = readonly { readonly count: number }[];
interface Sample {
  readonly mission: {
    readonly progress: At & Readonly<Record<'commitments' | 'promised' | 'contributions', Counts>>;
    readonly membersBySector: readonly At[];
    readonly members: ListAt<unknown>;
    readonly commitments: ListAt<{
      readonly standing: At & { readonly state: string; readonly delivered: { readonly amount: string } };
      readonly contributions: At;
    }>;
    readonly timeline: ListAt<{ readonly position: string }>;
  };
  readonly indicator: {
    readonly measurements: ListAt<unknown>;
    readonly progress: At & { readonly value: string | null };
  };
  readonly events: At;
}

const sum = (counted: Counts) => counted.reduce((total, { count }) => total + count, 0);

describe('Every figure', () => {
  let api: TestApi;
  let shared: Shared;
  let indicatorId: string;
  const anybody = () => new Client(api.url);

  beforeAll(async () => {
    api = await startTestApi();
    shared = await shareMission(api);
    const { missionId, city } = shared;
    ({ id: indicatorId } = await city.client.record('defineIndicator', {
      missionId,
      name: 'Dwellings renovated',
      unit: 'dwelling',
      direction: 'INCREASE',
      baseline: { value: '0' },
      targets: [{ value: '100' }],
    }));
  });
  afterAll(() => api.close());

  it('has a field for the position it was computed at, and so has every page', async () => {
    const { data } = await api.graphql(`{ __schema { types { name fields { name type { name ofType { name } } } } } }`);
    const types = data.__schema.types as { name: string; fields: { name: string; type: any }[] | null }[];
    const figures = ['MissionProgress', 'IndicatorProgress', 'CommitmentStanding', 'MembersOfSector'];
    const found = types.filter(({ name }) => figures.includes(name) || name.endsWith('Connection'));
    expect(found.length).toBeGreaterThan(figures.length + 5);
    for (const { name, fields } of found) {
      const at = fields?.find((field) => field.name === 'computedAt');
      expect({ name, type: at?.type.ofType?.name }).toEqual({ name, type: 'Position' });
    }
  });

  it('is exactly what the log up to that position says, while more is being recorded', async () => {
    const { missionId, city, builder, tenants } = shared;
    const work = { done: false };
    const recorded = Promise.all(
      [city, builder, tenants].map(async ({ client }, of) => {
        for (let n = 0; n < 9; n += 1) {
          const { id } = await client.record('makeCommitment', promise(missionId));
          await client.record('recordContribution', {
            commitmentId: id,
            date: '2026-01-02',
            quantity: { amount: '40', unit: 'dwelling' },
          });
          await city.client.record('recordMeasurement', {
            indicatorId,
            value: `${of * 9 + n + 1}`,
            // One figure of each span; all of them end alike.
            period: { from: `2025-12-${String(of * 9 + n + 1).padStart(2, '0')}`, to: '2026-01-31' },
          });
        }
      }),
    ).finally(() => {
      work.done = true;
    });
    const sample = async () => (await anybody().ask(FIGURES, { id: missionId, indicatorId })) as Sample;
    const samples: Sample[] = [];
    while (!work.done) samples.push(await sample());
    await recorded;
    const last = await sample();
    samples.push(last);

    const log = await readLog(anybody());
    const upTo = (position: string, type: string) =>
      log.filter((event) => event.type === type && BigInt(event.position) <= BigInt(position));
    for (const { mission, indicator } of samples) {
      const { progress, membersBySector, members, commitments, timeline } = mission;
      expect(sum(progress.commitments)).toBe(upTo(progress.computedAt, 'CommitmentMade').length);
      expect(sum(progress.promised)).toBe(upTo(progress.computedAt, 'CommitmentMade').length);
      expect(sum(progress.contributions)).toBe(upTo(progress.computedAt, 'ContributionRecorded').length);
      expect(commitments.nodes).toHaveLength(upTo(commitments.computedAt, 'CommitmentMade').length);
      expect(members.nodes).toHaveLength(upTo(members.computedAt, 'MissionJoined').length);
      for (const { computedAt } of membersBySector) expect(BigInt(computedAt)).toBeGreaterThan(0n);
      expect(timeline.nodes[0]?.position).toBe(lastOf(log, timeline.computedAt));
      for (const { standing, contributions } of commitments.nodes) {
        expect(standing.state).toBe(standing.delivered.amount === '40' ? 'KEPT' : 'DUE');
        expect(BigInt(standing.computedAt)).toBeGreaterThan(0n);
        expect(BigInt(contributions.computedAt)).toBeGreaterThan(0n);
      }
      const measured = upTo(indicator.progress.computedAt, 'MeasurementRecorded').at(-1);
      expect(indicator.progress.value).toBe(measured?.data['value'] ?? null);
      expect(indicator.measurements.nodes).toHaveLength(
        upTo(indicator.measurements.computedAt, 'MeasurementRecorded').length,
      );
    }
    // Or nothing was recorded while it was asked, and the above says little.
    expect(new Set(samples.map(({ mission }) => mission.progress.computedAt)).size).toBeGreaterThan(3);
    const head = log.length.toString();
    expect([last.mission.progress, last.indicator.progress, last.events].map(({ computedAt }) => computedAt)).toEqual([
      head,
      head,
      head,
    ]);
  });

  it('of an empty list says so too', async () => {
    const { data } = await api.graphql(
      '{ head organisations(search: "nobody of this name") { computedAt nodes { id } } missions(sdg: "5") { computedAt } }',
    );
    expect(data.organisations).toEqual({ computedAt: data.head, nodes: [] });
    expect(data.missions.computedAt).toBe(data.head);
  });
});

/** Everything recorded of the mission is in its timeline: all but the registrations. */
function lastOf(
  log: readonly { readonly type: string; readonly position: string }[],
  upTo: string,
): string | undefined {
  return log
    .filter(({ type }) => !type.startsWith('Organisation') || type === 'OrganisationInvited')
    .filter(({ position }) => BigInt(position) <= BigInt(upTo))
    .at(-1)?.position;
}
