import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '../acceptance/client.js';
import { globalId, promise, shareMission, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { TestClock } from '../harness/clock.js';

describe('Commitments over GraphQL', () => {
  let api: TestApi;
  let shared: Shared;
  const clock = new TestClock('2026-03-01T12:00:00.000Z');
  const anybody = () => new Client(api.url);

  beforeAll(async () => {
    api = await startTestApi({ clock });
    shared = await shareMission(api);
    const { missionId, city, builder, tenants } = shared;
    const make = (by: typeof city, description: string, more: object) =>
      by.client.record('makeCommitment', promise(missionId, { description, dueOn: '2026-06-01', ...more }));
    await make(city, 'Early roofs', { dueOn: '2026-04-01', counterpartyIds: [tenants.globalId] });
    await make(builder, 'Hours', { kind: 'TIME', quantity: null, counterpartyIds: [city.globalId] });
    await make(city, 'Undated roofs', { dueOn: null });
  });
  afterAll(() => api.close());

  const LISTS = `query ($mission: ID!, $city: ID!, $filter: CommitmentFilter, $orderBy: CommitmentOrder! = MADE) {
    commitments(filter: $filter, orderBy: $orderBy) { ...Listed }
    mission(id: $mission) { commitments(filter: $filter, orderBy: $orderBy) { ...Listed } }
    organisation(id: $city) { commitments(filter: $filter, orderBy: $orderBy) { ...Listed } }
  }
  fragment Listed on CommitmentConnection { totalCount nodes { description } }`;

  interface List {
    readonly totalCount: number;
    readonly nodes: readonly { readonly description: string }[];
  }
  const named = (list: unknown) => {
    const { totalCount, nodes } = list as List;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ description }) => description);
  };

  /** What the three lists hold: of all, of the mission, of the city. */
  async function lists(filter: object | null, orderBy?: string) {
    const variables = { mission: shared.missionId, city: shared.city.globalId, filter, orderBy };
    const data = await anybody().ask(LISTS, variables);
    return [data.commitments, data.mission.commitments, data.organisation.commitments].map((list) => named(list));
  }

  const everywhere = (...descriptions: string[]) => [descriptions, descriptions, descriptions];

  it('are listed alike, whichever list is filtered', async () => {
    expect(await lists(null)).toEqual(everywhere('Early roofs', 'Hours', 'Undated roofs'));
    expect(await lists({})).toEqual(everywhere('Early roofs', 'Hours', 'Undated roofs'));
    expect(await lists({ state: null, kind: null, search: null })).toEqual(
      everywhere('Early roofs', 'Hours', 'Undated roofs'),
    );
    expect(await lists({ kind: ['TIME'] })).toEqual(everywhere('Hours'));
    expect(await lists({ kind: 'TIME' })).toEqual(everywhere('Hours'));
    expect(await lists({ search: 'ROOFS', dueTo: '2026-05-01' })).toEqual(everywhere('Early roofs'));
    expect(await lists({ dueFrom: '2026-04-02', dueTo: '2026-06-01' })).toEqual(everywhere('Hours'));
    expect(await lists({ missionId: globalId('Mission', '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50') })).toEqual(
      everywhere(),
    );
    expect(await lists({ organisationId: shared.tenants.globalId })).toEqual(everywhere('Early roofs'));
  });

  it('are ordered by when they were made or by their due dates', async () => {
    expect(await lists(null, 'DUE')).toEqual(everywhere('Early roofs', 'Hours', 'Undated roofs'));
    expect(await lists(null, 'MADE_LATEST_FIRST')).toEqual(everywhere('Undated roofs', 'Hours', 'Early roofs'));
  });

  it('are filtered by the state of today, or of the day named', async () => {
    expect(await lists({ state: ['OVERDUE'] })).toEqual(everywhere());
    expect(await lists({ state: ['OVERDUE'], on: '2026-04-02' })).toEqual(everywhere('Early roofs'));
    clock.moveTo('2026-06-02T00:00:00.000Z');
    expect(await lists({ state: ['OVERDUE'] })).toEqual(everywhere('Early roofs', 'Hours'));
    expect(await lists({ state: ['DUE'] })).toEqual(everywhere('Undated roofs'));
  });

  it('are filtered by part, of the organisation named or of the one whose list it is', async () => {
    const { city } = shared;
    const own = await anybody().ask(
      'query ($id: ID!) { organisation(id: $id) { commitments(filter: { part: COUNTERPARTY }) { totalCount nodes { description } } } }',
      { id: city.globalId },
    );
    expect(named(own.organisation.commitments)).toEqual(['Hours']);
    for (const args of [
      'filter: { organisationId: $id, part: COUNTERPARTY }',
      'organisationId: $id, filter: { part: COUNTERPARTY }',
    ]) {
      const { commitments } = await anybody().ask(
        `query ($id: ID!) { commitments(${args}) { totalCount nodes { description } } }`,
        { id: city.globalId },
      );
      expect([args, named(commitments)]).toEqual([args, ['Hours']]);
    }
  });

  it('are those that changed since a list was read', async () => {
    const { commitments } = await anybody().ask('{ commitments { computedAt nodes { id description } } }');
    const [{ id: commitmentId }] = commitments.nodes;
    const filter = { changedSince: commitments.computedAt };
    expect(await lists(filter)).toEqual(everywhere());
    await shared.city.client.record('recordContribution', { commitmentId, date: '2026-06-01' });
    expect(await lists(filter)).toEqual(everywhere('Early roofs'));
  });

  it('take the arguments they took before there was a filter, beside it', async () => {
    const { city } = shared;
    const query = `query ($city: ID!, $mission: ID!) {
      all: commitments(missionId: $mission, organisationId: $city, kind: SERVICE, search: "roofs") { totalCount nodes { description } }
      both: commitments(search: "roofs", filter: { dueTo: "2026-05-01" }) { totalCount nodes { description } }
      neither: commitments(kind: TIME, filter: { kind: SERVICE }) { totalCount nodes { description } }
      organisation(id: $city) { commitments(part: PROMISOR, filter: { search: "undated" }) { totalCount nodes { description } } }
    }`;
    const data = await anybody().ask(query, { city: city.globalId, mission: shared.missionId });
    expect(named(data.all)).toEqual(['Early roofs', 'Undated roofs']);
    expect(named(data.both)).toEqual(['Early roofs']);
    expect(named(data.neither)).toEqual([]);
    expect(named(data.organisation.commitments)).toEqual(['Undated roofs']);
  });

  it.each([
    ['{ dueFrom: "2026-02-30" }', /^filter.dueFrom: is not a date that exists/],
    ['{ dueTo: "soon" }', /^filter.dueTo: /],
    ['{ state: DUE, on: "2026-02-30" }', /^filter.on: is not a date that exists/],
    [
      '{ dueFrom: "2026-06-01", dueTo: "2026-05-01" }',
      /^filter.dueTo: 2026-05-01 is before dueFrom, which is 2026-06-01/,
    ],
    ['{ part: PROMISOR }', /^filter.part: it is the part of an organisation; say of which by filter.organisationId/],
    ['{ missionId: "x" }', /^filter.missionId: "x" is not an id of type Mission/],
    ['{ organisationId: "x" }', /^filter.organisationId: "x" is not an id of type Organisation/],
  ])('are refused for the filter %s', async (filter, message) => {
    const { errors } = await anybody().send(`{ commitments(filter: ${filter}) { nodes { id } } }`);
    expect(errors?.[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0].message).toMatch(message);
  });
});
