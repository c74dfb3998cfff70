import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Slice } from '@maillage/engine';
import type { View } from '@maillage/kernel';
import { Database, loadConfig } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { startWorker, type RunningWorker } from '../../apps/worker/bootstrap.js';
import { READ_YOUR_WRITES_SECONDS } from '../harness/patience.js';
import { ledgerEnvironment, startTestApi, type TestApi } from '../harness/api.js';
import { Client, headOf } from './client.js';
import { digestsOf } from './digests.js';
import { promise, shareMission, type Shared } from './mission.js';
import { maillage, startServer, type ServerProcess } from './processes.js';
import { reachHead, until, viewsOf } from './waiting.js';

const HALTED = 'organisations';
const FAULTY = 'Faulty';
const ERROR = 'cannot take this name';
/** How long a mutation may wait for the views that its answer is read from. */
const READ_YOUR_WRITES_MS = READ_YOUR_WRITES_SECONDS * 1_000;

/** The slices as they are, but for one reducer that throws on one name, as a fault in a new version would. */
const brokenSlices: readonly Slice[] = slices.map((slice) => ({
  ...slice,
  views: slice.views.map((view) => (view.name === HALTED ? broken(view) : view)),
}));

function broken(view: View): View {
  const tables = Object.entries(view.tables).map(([name, table]) => {
    const revised = table.on['OrganisationRevised'];
    if (revised === undefined) return [name, table] as const;
    const reduce: typeof revised.reduce = (row, event, key) => {
      if ((event.data as { name: string }).name === FAULTY) throw new Error(ERROR);
      return revised.reduce(row, event, key);
    };
    return [name, { ...table, on: { ...table.on, OrganisationRevised: { ...revised, reduce } } }] as const;
  });
  return { ...view, tables: Object.fromEntries(tables) };
}

interface Status {
  readonly head: string;
  readonly views: readonly { name: string; state: string; position: string; error?: string; errorPosition?: string }[];
}

describe('A view whose reducer throws', () => {
  let api: TestApi;
  let anybody: Client;
  let shared: Shared;
  let workerDatabase: Database;
  let worker: RunningWorker | undefined;
  let mended: ServerProcess | undefined;
  let stoodAt: bigint;

  beforeAll(async () => {
    api = await startTestApi({ projects: false });
    const config = loadConfig({ ...ledgerEnvironment(api.databaseUrl), METRICS_PORT: '0', LOG_LEVEL: 'silent' });
    workerDatabase = new Database({ ...config.database, url: api.databaseUrl });
    worker = await startWorker({ config, database: workerDatabase, slices: brokenSlices });
    anybody = new Client(api.url);
    shared = await shareMission(api);
  });
  afterAll(async () => {
    await mended?.kill();
    await worker?.close();
    await workerDatabase.close();
    await api.close();
  });

  const rename = (name: string) => {
    const { client, globalId: organisationId } = shared.tenants;
    return client.record('reviseOrganisation', { organisationId, name, sector: 'CIVIL_SOCIETY' });
  };
  const nameShown = async () =>
    (await anybody.ask('query ($id: ID!) { organisation(id: $id) { name } }', { id: shared.tenants.globalId }))
      .organisation.name as string;
  const status = async () => {
    const { code, stdout } = await maillage(['status', '--json'], { DATABASE_URL: api.databaseUrl });
    return { code, status: JSON.parse(stdout) as Status };
  };
  const metric = async (url: string, name: string, view: string) => {
    const text = await (await fetch(`${url}/metrics`)).text();
    return new RegExp(`^${name}\\{view="${view}"\\} (\\S+)$`, 'm').exec(text)?.[1];
  };

  it('is at the head until it meets the event', async () => {
    await rename('Renters’ Union');
    await reachHead(anybody);
    expect(await nameShown()).toBe('Renters’ Union');
    expect((await status()).code).toBe(0);
    stoodAt = await headOf(anybody);
  });

  it('halts before that event, and is shown so by GraphQL', async () => {
    const began = performance.now();
    const { receipt } = await rename(FAULTY);
    // The answer is there as soon as the halt is known, not when the patience for views that lag has run out.
    expect(performance.now() - began).toBeLessThan(READ_YOUR_WRITES_MS - 1_000);
    const halted = await until('The view halts', async () =>
      (await viewsOf(anybody)).find(({ state }) => state === 'HALTED'),
    );
    expect(halted).toMatchObject({
      name: HALTED,
      position: stoodAt.toString(),
      error: ERROR,
      errorPosition: receipt.position,
    });
  });

  it('is shown halted by the metrics of API and worker, alone', async () => {
    for (const url of [api.url, worker?.url ?? '']) {
      expect(await metric(url, 'maillage_view_halted', HALTED)).toBe('1');
      expect(await metric(url, 'maillage_view_position', HALTED)).toBe(stoodAt.toString());
      expect(await metric(url, 'maillage_view_halted', 'missions')).toBe('0');
    }
  });

  it('is shown halted by `maillage status`, which ends with 1', async () => {
    const { code, status: now } = await status();
    expect(code).toBe(1);
    expect(now.views.find(({ name }) => name === HALTED)).toMatchObject({
      state: 'HALTED',
      position: stoodAt.toString(),
      error: ERROR,
      errorPosition: (stoodAt + 1n).toString(),
    });
    expect(now.views.filter(({ state }) => state === 'HALTED')).toHaveLength(1);
    const { stdout } = await maillage(['status'], { DATABASE_URL: api.databaseUrl });
    expect(stdout).toContain(`${HALTED} halted at ${stoodAt + 1n}: ${ERROR}`);
  });

  it('holds up neither the other views nor any mutation', async () => {
    for (let n = 0; n < 3; n += 1) {
      const began = performance.now();
      await rename(`After ${n}`);
      const { id } = await shared.city.client.record('makeCommitment', promise(shared.missionId));
      expect(performance.now() - began).toBeLessThan(READ_YOUR_WRITES_MS - 1_000);
      const { commitment } = await anybody.ask('query ($id: ID!) { commitment(id: $id) { promisors { name } } }', {
        id,
      });
      expect(commitment).toEqual({ promisors: [{ name: 'City of Rennes' }] });
    }
    const head = await headOf(anybody);
    await until('The other views reach the head', async () =>
      (await viewsOf(anybody)).every(({ name, position }) => name === HALTED || position === head.toString()),
    );
    expect((await viewsOf(anybody)).find(({ name }) => name === HALTED)?.position).toBe(stoodAt.toString());
    expect(await nameShown()).toBe('Renters’ Union');
  });

  it('once mended resumes where it stood, and equals a replay', async () => {
    await worker?.close();
    worker = undefined;
    mended = await startServer('worker', ledgerEnvironment(api.databaseUrl));
    await reachHead(anybody);
    expect(await nameShown()).toBe('After 2');
    expect((await status()).code).toBe(0);
    expect(await metric(api.url, 'maillage_view_halted', HALTED)).toBe('0');
    // It folded what it had yet to fold and no more: it was not rebuilt.
    const behind = Number((await headOf(anybody)) - stoodAt);
    expect(Number(await metric(mended.url, 'maillage_view_events_total', HALTED))).toBe(behind);
    const moved = await digestsOf(api.database);
    expect((await maillage(['rebuild', 'all'], { DATABASE_URL: api.databaseUrl })).code).toBe(0);
    expect(await digestsOf(api.database)).toEqual(moved);
  });
});
