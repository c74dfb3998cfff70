import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Attester, digestViews, prepareViews, type Executed } from '@maillage/engine';
import { LEDGER_ACTOR, type Command, type RecordedEvent, type Refusal } from '@maillage/kernel';
import { createLogger } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { digestsOf } from '../acceptance/digests.js';
import { until } from '../cli/cli.js';
import { openEngine, register, type TestEngine } from '../harness/engine.js';

let engine: TestEngine;
let attesters: Attester[];

beforeEach(async () => {
  engine = await openEngine(slices);
  attesters = [];
});
afterEach(async () => {
  await Promise.all(attesters.map((each) => each.stop()));
  await engine.close();
});

function attester(
  intervalMs = 3_600_000,
  execute: (command: Command) => Promise<Executed | Refusal> = (command) => engine.executor.execute(command),
): Attester {
  const made = new Attester({
    database: engine.database,
    views: engine.views(),
    execute,
    intervalMs,
    logger: createLogger('silent'),
  });
  attesters.push(made);
  return made;
}

async function attestations(): Promise<readonly RecordedEvent[]> {
  return engine.ledger.read({ after: 0n, limit: 1000, types: ['ViewsAttested'] });
}

describe('The attester', () => {
  it('records what every view comes to, each at the position where it stands, as the ledger itself', async () => {
    await register(engine.executor, 'Ville de Rennes');
    await engine.catchUp();
    await attester().attest();
    const [event, ...more] = await attestations();
    expect(more).toEqual([]);
    const digests = await digestsOf(engine.database);
    expect(event).toMatchObject({
      stream: 'ledger/log',
      actor: { organisation: LEDGER_ACTOR },
      data: {
        views: engine
          .views()
          .map(({ name, version }) => ({ view: name, version, position: '1', digest: digests[name] })),
      },
    });
  });

  it('records nothing where nothing has happened but attestations', async () => {
    await attester().attest();
    expect(await attestations()).toEqual([]);
    await register(engine.executor, 'Ville de Rennes');
    await attester().attest();
    await engine.catchUp();
    await attester().attest();
    expect(await attestations()).toHaveLength(1);
    await register(engine.executor, 'Ville de Nantes');
    await attester().attest();
    expect(await attestations()).toHaveLength(2);
  });

  it('states a lagging view where it lags', async () => {
    await register(engine.executor, 'Ville de Rennes');
    await engine.runner.run('organisations');
    await attester().attest();
    const [event] = await attestations();
    const views = (event!.data as { views: { view: string; position: string }[] }).views;
    const positions = Object.fromEntries(views.map(({ view, position }) => [view, position]));
    expect(positions).toMatchObject({ organisations: '1', missions: '0' });
  });

  it('leaves out a view that another version of the program built', async () => {
    await register(engine.executor, 'Ville de Rennes');
    await engine.database.pool.query(`update view_checkpoint set version = version + 1 where name = 'missions'`);
    await attester().attest();
    const [event] = await attestations();
    const names = (event!.data as { views: { view: string }[] }).views.map(({ view }) => view);
    expect(names).not.toContain('missions');
    expect(names).toContain('organisations');
  });

  it('does not put other digests beside those it stated at the same positions', async () => {
    await register(engine.executor, 'Ville de Rennes');
    await engine.catchUp();
    await attester().attest();
    await engine.database.pool.query(`update organisation set name = 'Somebody else'`);
    await register(engine.executor, 'Ville de Nantes');
    await expect(attester().attest()).rejects.toThrow(/refused: organisations is attested at 1 with another digest/);
  });

  it('attests at its interval, goes on after a failure, and stops', async () => {
    await register(engine.executor, 'Ville de Rennes');
    let failures = 0;
    const made = attester(30, (command) => {
      failures += 1;
      return failures < 3 ? Promise.reject(new Error('not now')) : engine.executor.execute(command);
    });
    made.start();
    await until(async () => (await attestations()).length === 1 || undefined);
    expect(failures).toBe(3);
    await register(engine.executor, 'Ville de Nantes');
    await until(async () => (await attestations()).length === 2 || undefined);
    await made.stop();
    await register(engine.executor, 'Ville de Brest');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await attestations()).toHaveLength(2);
  });

  it('waits out the interval since the last attestation, whoever recorded that', async () => {
    await register(engine.executor, 'Ville de Rennes');
    await attester().attest();
    await register(engine.executor, 'Ville de Nantes');
    attester(3_600_000).start();
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await attestations()).toHaveLength(1);
    attester(50).start();
    await until(async () => (await attestations()).length === 2 || undefined);
  });
});

describe('The digests of all views', () => {
  it('are of one moment: a rebuild that swaps tables meanwhile waits', async () => {
    await register(engine.executor, 'Ville de Rennes');
    await engine.catchUp();
    const client = await engine.database.pool.connect();
    let rebuilt: Promise<unknown> | undefined;
    try {
      const before = await digestsOf(engine.database);
      const digests = await digestViews(client, engine.views(), async function* (_, text) {
        // At the first view: all of them are to be built anew, beside.
        rebuilt ??= engine.database.pool
          .query('update view_checkpoint set version = version + 100')
          .then(() => prepareViews(engine.database, engine.ledger, engine.views()));
        await new Promise((resolve) => setTimeout(resolve, 100));
        yield* text;
      });
      expect(Object.fromEntries(digests.map(({ view, digest }) => [view, digest]))).toEqual(before);
      expect(await rebuilt).toHaveLength(engine.views().length);
    } finally {
      client.release();
    }
  });
});
