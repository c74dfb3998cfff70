import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphQLFormattedError } from 'graphql';
import { createClient } from 'graphql-ws';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import pg from 'pg';
import { WebSocket } from 'ws';
import { loadConfig, projectRoot } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { startRedis } from '../harness/services.js';
import { throwaway } from './throwaway.slice.js';
import { patience } from '../harness/patience.js';

const readiness = async (api: TestApi): Promise<any> => (await fetch(`${api.url}/health/ready`)).json();

describe('Limits of one operation', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ slices: [...slices, throwaway] });
  });
  afterAll(() => api.close());

  const refusalOf = async (query: string, variables?: Record<string, unknown>) => {
    const { status, errors, data, text } = await api.graphql(query, variables);
    expect(data ?? null).toBeNull();
    expect(text).not.toMatch(/\bat .*\.[jt]s:\d|node_modules|select /);
    return { status, message: String(errors?.[0].message), code: String(errors?.[0].extensions.code) };
  };

  it('holds for depth', async () => {
    const deep = `{ ${'nested { '.repeat(50)} name ${'} '.repeat(50)} }`;
    expect(await refusalOf(deep)).toMatchObject({
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: 'Query depth limit of 12 exceeded, found 51. Ask for less at a time.',
    });
  });

  it('holds for depth inside fragments', async () => {
    const chain = Array.from({ length: 20 }, (_, n) => `fragment F${n} on Nested { nested { ...F${n + 1} } }`).join(
      ' ',
    );
    const refusal = await refusalOf(`{ nested { ...F0 } } ${chain} fragment F20 on Nested { name }`);
    expect(refusal.message).toMatch(/^Query depth limit of 12 exceeded/);
  });

  it('holds for aliases', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => `a${n}: organisations { nodes { id } }`).join(' ');
    expect((await refusalOf(`{ ${many} }`)).message).toMatch(/2000 tokens/);
    const some = Array.from({ length: 31 }, (_, n) => `a${n}: organisations { nodes { id } }`).join(' ');
    expect(await refusalOf(`{ ${some} }`)).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^Aliases limit of 30 exceeded/),
    });
  });

  it('holds for tokens', async () => {
    const refusal = await refusalOf(`{ ${'__typename '.repeat(3000)} }`);
    expect(refusal).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
    expect(refusal.message).toMatch(/2000 tokens/);
  });

  it('holds for directives', async () => {
    const refusal = await refusalOf(`{ __typename ${'@include(if: true) '.repeat(60)} }`);
    expect(refusal.status).toBe(400);
  });

  const thrice = (first: string) =>
    `missions(first: ${first}) { nodes { commitments(first: ${first}) { nodes { contributions(first: ${first}) { nodes { id } } } } } }`;

  it('holds for cost, by literals, variables and defaults alike', async () => {
    expect(await refusalOf(`{ ${thrice('100')} }`)).toMatchObject({ status: 400, code: 'QUERY_TOO_COSTLY' });
    expect((await refusalOf(`query ($n: Int!) { ${thrice('$n')} }`, { n: 100 })).code).toBe('QUERY_TOO_COSTLY');
    expect((await refusalOf(`query ($n: Int! = 100) { ${thrice('$n')} }`)).code).toBe('QUERY_TOO_COSTLY');
  });

  it('counts a field that takes as long as many by what its definition says', async () => {
    const pages = (fields: string) =>
      `{ missions(first: 10) { nodes { commitments(first: 100) { nodes { ${fields} } } } } }`;
    // 30 and, as any list, ten times each of its fields, for each of a thousand commitments; beside what is around them.
    expect((await api.graphql(pages('may { allowed }'))).errors).toBeUndefined();
    expect((await refusalOf(pages('may { command about allowed code message }'))).message).toMatch(
      /produce 80022 values/,
    );
  });

  it('counts a plain list as long as its argument names it', async () => {
    const explained = (...dimensions: readonly string[]) =>
      refusalOf(
        `{ missions(first: 100) { nodes { members(first: 100) { nodes { organisation {
          reputations(first: 10) { nodes { estimates(dimensions: [${dimensions.join(', ')}]) { mass groups } } } } } } } } }`,
      );
    const [one, two] = [await explained('RESULTS'), await explained('RESULTS', 'LEARNING')];
    const values = ({ message }: { readonly message: string }) => Number(/produce (\d+) values/.exec(message)?.[1]);
    // Two values for each estimate of a hundred thousand profiles.
    expect(values(two) - values(one)).toBe(200_000);
  });

  it('lets a page of a mission with a hundred commitments through', async () => {
    const { errors } = await api.graphql(`{
      missions(first: 1) { nodes { id commitments(first: 100) { nodes { id promisors { id name }
        contributions(first: 10) { nodes { id contributor { id name } } } } } } }
    }`);
    expect(errors).toBeUndefined();
  });

  it('lets the introspection query of tools through', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const { data, errors } = await api.graphql(getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data.__schema.queryType.name).toBe('Query');
  });

  it('counts introspection, which may be asked for a few times at once and not thirty', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const [, fragments] = getIntrospectionQuery().split(/(?=fragment FullType)/);
    const many = (times: number) =>
      `{ ${Array.from({ length: times }, (_, n) => `a${n}: __schema { types { ...FullType } }`).join(' ')} } ${fragments}`;
    expect((await api.graphql(many(2))).errors).toBeUndefined();
    expect(await refusalOf(many(28))).toMatchObject({ status: 400, code: 'QUERY_TOO_COSTLY' });
  });

  it('counts estimates of reputation by how long they take', async () => {
    const asked = (first: number) =>
      `{ organisations(first: ${first}) { nodes { reputation(missionId: "x") { estimates { estimate } } } } }`;
    expect((await refusalOf(asked(50))).code).toBe('QUERY_TOO_COSTLY');
    expect((await api.graphql(asked(40))).errors?.[0]?.extensions.code).not.toBe('QUERY_TOO_COSTLY');
  });

  it.each([1_000_000, 0, -1, 101])('answers `first: %d` with what is accepted', async (first) => {
    expect(
      await refusalOf('query ($first: Int!) { organisations(first: $first) { nodes { id } } }', { first }),
    ).toEqual({
      status: 200,
      code: 'BAD_USER_INPUT',
      message: `first: ${first} is not acceptable; ask for 1 to 100 and follow pageInfo.endCursor.`,
    });
  });

  it.each(['garbage', 'W10', 'WyJhIl0', '�'])('answers the cursor %j with where to find one', async (after) => {
    const refusal = await refusalOf('query ($after: String!) { organisations(after: $after) { nodes { id } } }', {
      after,
    });
    expect(refusal).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(refusal.message).toMatch(/not a cursor of this list/);
  });

  it('answers an id of another type with the type it takes', async () => {
    const id = Buffer.from('Mission:0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50').toString('base64url');
    const { data, errors } = await api.graphql('query ($id: ID!) { organisation(id: $id) { name } }', { id });
    expect(data).toEqual({ organisation: null });
    expect(errors![0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(errors![0].message).toMatch(/is not an id of type Organisation/);
  });

  it('quotes little of what it refuses', async () => {
    const long = 'A'.repeat(100_000);
    const quoting = async (query: string) => (await api.graphql(query, { long })).text.length;
    expect(await quoting('query ($long: ID!) { organisation(id: $long) { name } }')).toBeLessThan(1_000);
    expect(await quoting('query ($long: ID!) { node(id: $long) { id } }')).toBeLessThan(1_000);
    expect(await quoting('query ($long: Int!) { organisations(first: $long) { nodes { id } } }')).toBeLessThan(2_000);
  });
});

/** Of what one operation may produce: nobody's page is one field away from being refused. */
const MOST_OF_A_PAGE = 40_000;
/** Of the dearest page, by one address. */
const VIEWS_A_MINUTE = 75;

const IDS = ['id', 'commitmentId', 'indicatorId', 'missionId', 'organisationId', 'reviewedId'];
/** What their queries need to be counted, whichever it is. */
const VARIABLES = {
  ...Object.fromEntries(IDS.map((name) => [name, 'x'])),
  afterPosition: '1',
  dimension: 'RESULTS',
  language: 'EN',
  on: '2026-11-22',
  position: '1',
  q: 'x',
  searching: true,
  today: '2026-11-22',
};

describe('What the pages ask for', () => {
  it('is well within what one operation may cost', async () => {
    const api = await startTestApi();
    // Dear enough to be refused by itself, so that the refusal tells what it costs.
    const dear =
      'organisations(first: 100) { nodes { reputations(first: 100) { nodes { on computedAt mission { id } organisation { id } } } } }';
    const costOf = async (query: string): Promise<number> => {
      const { errors, text } = await api.graphql(query, VARIABLES);
      expect(text).toContain('QUERY_TOO_COSTLY');
      return errors?.[0].extensions.cost as number;
    };
    const alone = await costOf(`{ dear: ${dear} }`);
    const costs: [page: string, cost: number][] = [];
    for (const [name, document] of await pageDocuments()) {
      const cost = (await costOf(document.replace('{', `{ dear: ${dear} `))) - alone;
      costs.push([name, cost]);
    }
    await api.close();
    expect(costs.map(([name]) => name)).toEqual(
      expect.arrayContaining(['MissionPage', 'OrganisationPage', 'DeskPage']),
    );
    expect(costs.filter(([, cost]) => cost > MOST_OF_A_PAGE)).toEqual([]);
    const { costPerMinute } = loadConfig({});
    expect(costPerMinute).toBeGreaterThan(VIEWS_A_MINUTE * Math.max(...costs.map(([, cost]) => cost)));
  });
});

/** Every query of the pages, by its name. */
async function pageDocuments(): Promise<readonly (readonly [name: string, document: string])[]> {
  const folder = join(projectRoot, 'apps', 'web', 'generated', 'graphql', 'pages');
  const files = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.ts'));
  const modules = await Promise.all(
    files.sort().map(async (path) => (await import(join(folder, path))) as Readonly<Record<string, unknown>>),
  );
  return modules
    .flatMap((each) => Object.values(each))
    .filter((each) => typeof each === 'string')
    .flatMap((document) => {
      const name = /^query (\w+)/.exec(document)?.[1];
      return name === undefined ? [] : [[name, document] as const];
    });
}

/** What an operation is answered over a WebSocket, or the errors that it is refused with. */
async function overSocket({ url }: TestApi, key: string, query: string) {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${key}` },
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const answer = new Promise<{ data?: any; refused?: readonly GraphQLFormattedError[] }>((resolve) => {
    const error = (refused: unknown) => resolve({ refused: refused as readonly GraphQLFormattedError[] });
    client.subscribe({ query }, { next: ({ data }) => resolve({ data }), error, complete: () => resolve({}) });
  });
  return answer.finally(() => client.dispose());
}

describe('A statement of an answer', () => {
  it('is ended where it takes too long, with what to ask less of, and no other statement is', async () => {
    const api = await startTestApi({ env: { READING_SECONDS: '0.2' } });
    const locking = new pg.Client(api.superuser.clientConfig());
    await locking.connect();
    await locking.query('begin; lock table organisation in access exclusive mode');
    const [{ data, errors }] = await Promise.all([
      api.graphql('{ organisations { nodes { id } } missions { nodes { id } } }'),
      api.database.run(sql`select pg_sleep(0.5)`),
    ]);
    await locking.end();
    expect(data).toBeNull();
    expect(errors).toEqual([
      {
        message: expect.stringMatching(/^Reading this took longer .* smaller pages/),
        path: ['organisations'],
        locations: expect.anything(),
        extensions: { code: 'QUERY_TOO_SLOW' },
      },
    ]);
    expect((await api.graphql('{ organisations { nodes { id } } }')).errors).toBeUndefined();
    await api.close();
  });
});

describe('What is under way at a time', () => {
  it('is bounded for each organisation, whichever way it asks, and not for all of them together', async () => {
    const api = await startTestApi({ slices: [...slices, throwaway], env: { COST_IN_FLIGHT: '100' } });
    const query = '{ atATime(ms: 20) }';
    const one = await api.createKey('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50');
    const asked = [1, 2, 3].flatMap(() => [overSocket(api, one, query), api.graphql(query, {}, { key: one })]);
    expect((await Promise.all(asked)).map(({ data }) => data.atATime)).toEqual([1, 1, 1, 1, 1, 1]);
    const two = await api.createKey('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f51');
    const both = await Promise.all([one, two].map((key) => api.graphql('{ atATime(ms: 500) }', {}, { key })));
    expect(both.map(({ data }) => data.atATime).sort()).toEqual([1, 2]);
    await api.close();
  });

  it('waits, whichever way it asks, while others whose time was not taken are answered', async () => {
    const api = await startTestApi({ slices: [...slices, throwaway], env: { PROCESSOR_PERCENT: '15' } });
    const keys = ['0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50', '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f51'] as const;
    const [one, two] = await Promise.all(keys.map((organisation) => api.createKey(organisation)));
    const query = '{ __typename }';
    await api.graphql('{ busy(ms: 1300) }', {}, { key: one! });
    const order: string[] = [];
    const ask = async (who: string, answer: Promise<unknown>) => order.push((await answer, who));
    const waiting = [
      ask('who took it', api.graphql(query, {}, { key: one! })),
      ask('who took it', overSocket(api, one!, query)),
    ];
    await ask('another', api.graphql(query, {}, { key: two! }));
    await ask('another', overSocket(api, two!, query));
    await Promise.all(waiting);
    expect(order).toEqual(['another', 'another', 'who took it', 'who took it']);
    await api.close();
  });
});

describe('The rate limit', () => {
  const query = '{ __typename }';
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ env: { RATE_LIMIT_PER_MINUTE: '3', COST_PER_MINUTE: '200' } });
  });
  afterAll(() => api.close());

  it('counts by organisation, and the public by address', async () => {
    const key = await api.createKey('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50');
    const second = await api.createKey('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50');
    for (let n = 0; n < 3; n += 1) expect((await api.graphql(query, {}, { key })).status).toBe(200);
    const limited = await api.graphql(query, {}, { key: second });
    expect(limited.status).toBe(429);
    expect(limited.errors![0].extensions.code).toBe('RATE_LIMITED');
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    for (let n = 0; n < 3; n += 1) expect((await api.graphql(query)).status).toBe(200);
    expect((await api.graphql(query)).status).toBe(429);
  });

  it('counts what operations cost, at least 1 each, with what is read for the first time, and answers one more as long as anything is left', async () => {
    const key = await api.createKey('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f52');
    const left = ({ headers }: { readonly headers: Headers }) =>
      Number(/^"cost";r=(\d+);t=\d+$/.exec(headers.get('ratelimit') ?? '')?.[1]);
    const free = await api.graphql(query, {}, { key });
    expect(free.headers.get('ratelimit-policy')).toBe('"cost";q=200;w=60');
    expect(left(free)).toBe(199);
    const dear = '{ organisations(first: 100) { nodes { id name } } }';
    const answered = await api.graphql(dear, {}, { key });
    expect([answered.errors, left(answered)]).toEqual([undefined, 0]);
    const { status, errors, headers } = await api.graphql(query, {}, { key });
    expect([status, headers.get('retry-after')]).toEqual([429, String(errors![0].extensions.retryAfter)]);
    expect(errors![0]).toMatchObject({
      message: expect.stringMatching(
        /^Operations of this organisation may produce 200 values a minute in all, .* in \d+ s/,
      ),
      extensions: { code: 'RATE_LIMITED', cost: 0, most: 200 },
    });
    const another = await api.createKey('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f53');
    expect((await api.graphql(dear, {}, { key: another })).errors).toBeUndefined();
    // The same minute, whichever way it is asked.
    const { refused = [] } = await overSocket(api, another, query);
    expect(refused[0]?.extensions).toEqual({
      code: 'RATE_LIMITED',
      cost: 0,
      most: 200,
      retryAfter: expect.any(Number),
    });
  });

  it('holds over processes that share Redis, and goes on without it', async () => {
    const redis = await startRedis();
    const env = { RATE_LIMIT_PER_MINUTE: '4', REDIS_URL: redis.url };
    const apis = [await startTestApi({ env }), await startTestApi({ env })] as const;
    const statuses = async () =>
      [...(await Promise.all(apis.map((api) => api.graphql(query))))].map(({ status }) => status);
    // Until the connections stand, each process counts for itself.
    for (const api of apis) {
      while (!(await readiness(api)).parts.redis.ok) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect([...(await statuses()), ...(await statuses())]).toEqual([200, 200, 200, 200]);
    expect(await statuses()).toEqual([429, 429]);

    redis.freeze();
    const began = Date.now();
    for (const api of apis) {
      const key = await api.createKey('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f51');
      expect((await api.graphql(query, {}, { key })).status).toBe(200);
      const ready = await readiness(api);
      expect(ready.ready).toBe(true);
      expect(ready.parts.redis).toMatchObject({ ok: false, required: false });
    }
    expect(Date.now() - began).toBeLessThan(patience(10_000));
    redis.thaw();

    // Full, it answers whoever only asks; what is needed of it is to take what it is told.
    const client = new Redis(redis.url);
    await client.config('SET', 'maxmemory', '1');
    client.disconnect();
    const { ready, parts } = await readiness(apis[0]);
    expect(ready).toBe(true);
    expect(parts.redis).toMatchObject({ ok: false, why: expect.stringMatching(/^It answers, but refuses/) });
    await Promise.all(apis.map((api) => api.close()));
    await redis.stop();
  });
});
