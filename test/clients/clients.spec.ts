import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApolloClient, gql, HttpLink, InMemoryCache, type TypedDocumentNode } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { buildSdl } from '../../apps/api/sdl.js';
import { promise, shareMission, type Shared } from '../acceptance/mission.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { connectionsOf } from './connections.js';
import { checkedAgainstPreset, COMMITMENTS_PAGE } from './preset.js';
import { compileForRelay, pagingOf, type Compiled } from './relay.js';

interface Listed {
  readonly commitments: {
    readonly totalCount: number;
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string;
      readonly endCursor: string;
    };
    readonly edges: readonly { readonly node: { readonly dueOn: string } }[];
  };
}

const days = ({ edges }: Listed['commitments']) => edges.map(({ node }) => node.dueOn);

let sdl: string;
let schema: GraphQLSchema;
let api: TestApi;
let shared: Shared;
/** By type: the global id of something of that type. */
let ids: Readonly<Record<string, string>>;
const DUE = ['2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01'];

beforeAll(async () => {
  sdl = await buildSdl();
  schema = buildSchema(sdl);
  api = await startTestApi();
  shared = await shareMission(api);
  const { missionId, city } = shared;
  const made: string[] = [];
  // Made in another order than they fall due.
  for (const dueOn of [...DUE].reverse()) {
    made.push((await city.client.record('makeCommitment', promise(missionId, { dueOn, description: dueOn }))).id);
  }
  const { id: indicatorId } = await city.client.record('defineIndicator', {
    missionId,
    name: 'Dwellings',
    unit: 'dwelling',
    direction: 'INCREASE',
  });
  ids = {
    Mission: missionId,
    Organisation: city.globalId,
    Desk: city.globalId,
    Commitment: made[0] ?? '',
    Indicator: indicatorId,
  };
});
afterAll(() => api.close());

describe('Relay', () => {
  let relay: Compiled;
  beforeAll(async () => {
    relay = await compileForRelay(sdl, schema);
  });

  it('compiles an application’s documents, and a list that fetches its own pages for every connection', () => {
    expect([relay.compiled, relay.said]).toEqual([true, expect.stringContaining('Compilation completed')]);
    expect([...relay.operations.keys()]).toEqual(
      expect.arrayContaining([
        'MissionPageQuery',
        'MissionPageCommitmentsQuery',
        ...connectionsOf(schema).map(pagingOf),
      ]),
    );
  });

  it('is answered whatever it asks by what it compiled, page by page and both ways', async () => {
    for (const connected of connectionsOf(schema)) {
      const query = relay.operations.get(pagingOf(connected)) ?? '';
      for (const page of [
        { first: 2, after: null, last: null, before: null },
        { first: null, after: null, last: 2, before: null },
      ]) {
        const answer = await shared.city.client.send(query, { id: ids[connected.parent], ...page });
        expect([pagingOf(connected), answer.errors]).toEqual([pagingOf(connected), undefined]);
        const parent = answer.data.node ?? answer.data.desk ?? answer.data;
        expect(parent[connected.field.name]).toMatchObject({
          totalCount: expect.any(Number),
          edges: expect.any(Array),
        });
      }
    }
    const page = relay.operations.get('MissionPageCommitmentsQuery') ?? '';
    const variables = { id: shared.missionId, first: 2, filter: { dueFrom: DUE[1] } };
    const { node } = (await shared.city.client.ask(page, variables)) as { readonly node: Listed };
    expect(days(node.commitments)).toEqual(DUE.slice(1, 3));
  });

  it.each([
    ['a page that does not say where it ends', /endCursor: String/, 'ends: String'],
    ['a list without a cursor to begin behind', /"""Begin behind this cursor."""\s+after: String/, ''],
    ['nodes that are asked for by more than an id', /(\n {2}node\([^)]*id: ID!)/, '$1 at: Position'],
  ])('would not compile for %s', async (_, published, changed) => {
    expect(published.test(sdl)).toBe(true);
    const other = sdl.replace(published, changed);
    expect(await compileForRelay(other, buildSchema(other))).toMatchObject({ compiled: false });
  });
});

describe('Apollo’s client preset', () => {
  const PROGRAM = `
    import { graphql } from './gql';
    import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
    const page = graphql(\`${COMMITMENTS_PAGE}\`);
    declare const { commitments }: ResultOf<typeof page>;
    export const total: number = commitments.totalCount;
    export const more: boolean = commitments.pageInfo.hasPreviousPage;
    export const start: string | null | undefined = commitments.pageInfo.startCursor;
    export const days: (string | null | undefined)[] = commitments.edges.map(({ node }) => node.dueOn);
    export const asked: VariablesOf<typeof page> = { last: 2, filter: { state: ['OVERDUE'] } };
    // @ts-expect-error There is no such state.
    export const refused: VariablesOf<typeof page> = { last: 2, filter: { state: ['LATE'] } };`;

  it('generates a client for every connection, by which programs are checked', async () => {
    expect(await checkedAgainstPreset(sdl, schema, PROGRAM)).toEqual([]);
  });
});

describe('Apollo Client with relayStylePagination', () => {
  const PAGE: TypedDocumentNode<Listed> = gql(COMMITMENTS_PAGE);
  function client(): ApolloClient {
    const fields = { commitments: relayStylePagination(['filter', 'orderBy']) };
    return new ApolloClient({
      link: new HttpLink({ uri: `${api.url}/graphql` }),
      cache: new InMemoryCache({ typePolicies: { Query: { fields } } }),
    });
  }

  /** What the application has gathered so far, from its cache. */
  async function gathered(apollo: ApolloClient, variables: object): Promise<Listed['commitments']> {
    const { data } = await apollo.query({ query: PAGE, variables });
    if (data === undefined) throw new Error('Nothing was answered.');
    return data.commitments;
  }
  it('gathers a list page by page, forward and backward, without loss or repetition', async () => {
    const forward = client();
    const first = { first: 2 };
    for (let list = await gathered(forward, first); list.pageInfo.hasNextPage; list = await gathered(forward, first)) {
      const asked = forward.watchQuery({ query: PAGE, variables: first });
      await asked.fetchMore({ variables: { ...first, after: list.pageInfo.endCursor } });
    }
    expect(days(await gathered(forward, first))).toEqual(DUE);

    const backward = client();
    const last = { last: 2 };
    for (
      let list = await gathered(backward, last);
      list.pageInfo.hasPreviousPage;
      list = await gathered(backward, last)
    ) {
      const asked = backward.watchQuery({ query: PAGE, variables: last });
      await asked.fetchMore({ variables: { ...last, before: list.pageInfo.startCursor } });
    }
    expect(days(await gathered(backward, last))).toEqual(DUE);
    expect((await gathered(backward, last)).totalCount).toBe(DUE.length);
  });

  it('keeps lists of another filter apart', async () => {
    const apollo = client();
    expect(days(await gathered(apollo, { first: 5 }))).toEqual(DUE);
    const filtered = await gathered(apollo, { first: 5, filter: { dueTo: DUE[1] } });
    expect([days(filtered), filtered.totalCount]).toEqual([DUE.slice(0, 2), 2]);
    expect(days(await gathered(apollo, { first: 5 }))).toEqual(DUE);
  });
});
