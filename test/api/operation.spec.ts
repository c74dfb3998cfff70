import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { Database, loadConfig } from '@maillage/platform';
import { buildSdl } from '../../apps/api/sdl.js';
import { startApi } from '../../apps/api/bootstrap.js';
import { slices } from '../../apps/host/slices.js';
import { startWorker } from '../../apps/worker/bootstrap.js';
import { ledgerEnvironment, startTestApi, type TestApi } from '../harness/api.js';
import { freshDatabase } from '../harness/services.js';
import { throwaway } from './throwaway.slice.js';
import { Client } from '../acceptance/client.js';
import { until, viewsOf } from '../acceptance/waiting.js';
import { patience } from '../harness/patience.js';

/** Of pino's levels. */
const INFO = 30;
const LEAKS = /secret_table|select |10\.0\.0\.7|node_modules|\.ts:\d|stacktrace/;

describe('A running API', () => {
  let api: TestApi;
  const lines: string[] = [];
  beforeAll(async () => {
    const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    api = await startTestApi({ slices: [...slices, throwaway], logger });
  });
  afterAll(() => api.close());

  it('keeps the cause of an internal error to itself, and says where to look it up', async () => {
    const { status, errors, text } = await api.graphql('{ broken }', {}, { headers: { 'x-request-id': 'find-me' } });
    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: 'Internal error',
        locations: [{ line: 1, column: 3 }],
        path: ['broken'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'find-me' },
      },
    ]);
    expect(text).not.toMatch(LEAKS);
    const logged = lines.find((line) => line.includes('find-me') && line.includes('secret_table'));
    expect(JSON.parse(logged ?? '{}').err.stack).toMatch(/throwaway\.slice/);
  });

  it('tells a database out of reach from its own faults', async () => {
    const { errors, text } = await api.graphql('{ disconnected }');
    expect(text).not.toMatch(LEAKS);
    expect(errors![0].extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(errors![0].message).toMatch(/same commandId/);
  });

  it('logs one line per request, without keys', async () => {
    const key = await api.createKey('0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50');
    await api.graphql('{ __typename }', {}, { key, headers: { 'x-request-id': 'one-line' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const about = lines.filter((line) => line.includes('one-line'));
    expect(about.map((line) => JSON.parse(line))).toMatchObject([
      { requestId: 'one-line', path: '/graphql', status: 200, organisation: '0192f0c1-7b2e-7cc3-9a55-0b1c2d3e4f50' },
    ]);
    expect(lines.join('')).not.toContain(key);
  });

  it('logs no fault of a client as its own: what it was told is enough', async () => {
    const before = lines.length;
    const aliases = Array.from({ length: 30 }, (_, n) => `a${n}: organisation(id: "nonsense") { name }`);
    const { errors } = await api.graphql(`{ ${aliases.join(' ')} }`);
    expect(errors).toHaveLength(30);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const written = lines.slice(before).map((line) => JSON.parse(line));
    expect(written.filter(({ level }) => level > INFO)).toEqual([]);
    expect(written).toHaveLength(1);
  });

  it('answers after a position that the views have reached, by argument or header', async () => {
    const { globalId } = await api.registerOrganisation('Waited for');
    const { rows } = await api.database.pool.query<{ head: string }>('select position as head from log_head');
    const { head } = rows[0]!;
    const query = 'query ($id: ID!, $p: Position) { organisation(id: $id, afterPosition: $p) { name } }';
    const byArgument = await api.graphql(query, { id: globalId, p: head });
    expect(byArgument.data.organisation.name).toBe('Waited for');
    const byHeader = await api.graphql(query, { id: globalId }, { headers: { 'maillage-after': head } });
    expect(byHeader.data.organisation.name).toBe('Waited for');
  });

  it.each([
    ['999999', /maillage-after: 999999 lies beyond the end of the log/],
    ['-1', /"-1" is not a position/],
    ['soon', /"soon" is not a position/],
  ])('refuses to wait for %s', async (position, message) => {
    const began = Date.now();
    const { errors } = await api.graphql(
      '{ organisations { nodes { id } } }',
      {},
      { headers: { 'maillage-after': position } },
    );
    expect(errors![0].message).toMatch(message);
    expect(errors![0].extensions.code).toBe('BAD_USER_INPUT');
    expect(Date.now() - began).toBeLessThan(patience(2_000));
  });

  it('serves its health and its metrics', async () => {
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${api.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      ready: true,
      parts: { database: { ok: true }, migrations: { ok: true }, views: { ok: true } },
    });
    const metrics = await (await fetch(`${api.url}/metrics`)).text();
    expect(metrics).toMatch(/maillage_graphql_seconds_count\{type="query",outcome="answered"\} \d/);
    expect(metrics).toMatch(/maillage_graphql_seconds_count\{type="query",outcome="error"\} \d/);
    expect(metrics).toMatch(/maillage_view_lag_events\{view="organisations"\} \d/);
  });

  it('publishes the schema it serves', async () => {
    const sdl = await buildSdl();
    expect(sdl).toMatch(/type Mutation \{/);
    expect(sdl).toMatch(/interface Node \{/);
  });
});

describe('API and worker as processes of their own', () => {
  it('need an address of a database', async () => {
    const config = loadConfig({});
    await expect(startApi({ config, projects: false })).rejects.toThrow(/DATABASE_URL is not set/);
    await expect(startWorker({ config })).rejects.toThrow(/DATABASE_URL is not set/);
  });

  it('are not ready on a database without migrations, and say which', async () => {
    const fresh = await freshDatabase();
    const config = loadConfig({ PORT: '0', ...ledgerEnvironment(fresh.url), LOG_LEVEL: 'silent' });
    const api = await startApi({ config, projects: false });
    const answer = await fetch(`${api.url}/health/ready`);
    expect(answer.status).toBe(503);
    const report = (await answer.json()) as any;
    expect(report.parts.database.ok).toBe(true);
    expect(report.parts.migrations.missing).toContain('0001_log');
    expect(report.parts.views.ok).toBe(false);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);
    await api.close();
    await fresh.drop();
  });

  it('say which views are left behind, and for how long; a worker is not ready then, the API is', async () => {
    const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
    const env = { READ_YOUR_WRITES_SECONDS: '0.05' };
    const api = await startTestApi({ projects: false, env, clock: { now: () => anHourAgo } });
    const config = loadConfig({ ...ledgerEnvironment(api.databaseUrl), METRICS_PORT: '0', LOG_LEVEL: 'silent' });
    const worker = await startWorker({ config });
    const anybody = new Client(api.url);
    // A worker records the schemas that it knows: views that have not passed those wait since then, and not for an hour.
    await until('The views are past the schemas', async () => {
      const views = await viewsOf(anybody);
      return views.length > 0 && views.every(({ position, lag }) => position !== '0' && lag === '0');
    });
    const another = await api.superuser.pool.connect();
    // However long a busy machine takes meanwhile.
    await another.query('begin; set local idle_in_transaction_session_timeout = 0');
    await another.query('select from view_checkpoint for update; select from log_seal for update');
    await api.registerOrganisation('Left behind');
    const reports = async () =>
      Promise.all([api, worker].map(async ({ url }) => (await (await fetch(`${url}/health/ready`)).json()) as any));
    for (const { ready, parts } of await reports()) {
      expect(ready).toBe(!parts.workers.required);
      expect(parts.workers).toMatchObject({ ok: false, behind: { organisations: { lag: '1' } } });
      expect(parts.workers.behind.organisations.seconds).toBeGreaterThan(3_000);
    }
    expect(await (await fetch(`${api.url}/metrics`)).text()).toMatch(
      /maillage_view_lag_seconds\{view="organisations"\} 3\d{3}/,
    );
    await another.query('rollback');
    another.release();
    await until('Nothing is behind', async () => (await reports()).every(({ parts }) => parts.workers.ok));
    await worker.close();
    await api.close();
  });

  it('work together: the one records, the other moves the views', async () => {
    const api = await startTestApi({ projects: false });
    const before = (await (await fetch(`${api.url}/health/ready`)).json()) as any;
    expect(before.parts.views.absent).toContain('organisations');
    const config = loadConfig({ ...ledgerEnvironment(api.databaseUrl), METRICS_PORT: '0', LOG_LEVEL: 'silent' });
    const database = new Database({ ...config.database, url: api.databaseUrl });
    const worker = await startWorker({ config, database });
    expect((await fetch(`${worker.url}/health/ready`)).status).toBe(200);
    const { globalId } = await api.registerOrganisation('Moved elsewhere');
    const { data } = await api.graphql('query ($id: ID!) { organisation(id: $id) { name } }', { id: globalId });
    expect(data.organisation.name).toBe('Moved elsewhere');
    // The first two say with which parameters reputation begins, the third which schemas the log is committed to.
    expect(await (await fetch(`${worker.url}/metrics`)).text()).toMatch(
      /maillage_view_events_total\{view="organisations"\} 4/,
    );
    await worker.close();
    await expect(fetch(worker.url)).rejects.toThrow();
    await database.close();
    await api.close();
  });
});
