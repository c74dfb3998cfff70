import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { ledgerEnvironment, startTestApi, type Answer, type TestApi } from '../harness/api.js';
import { patience } from '../harness/patience.js';
import { Client, faultsOf, headOf, isRefused, outcomeOf, readLog, type Receipt } from './client.js';
import { promise, shareMission, type Shared } from './mission.js';
import { startServer, type ServerProcess } from './processes.js';
import { reachHead, until } from './waiting.js';

const CLIENTS = 16;
const MUTATIONS_PER_CLIENT = 12;
/** Marks the connections of the processes under test. */
const NAME = 'maillage-under-test';

interface Sent {
  readonly commandId: string;
  readonly receipt: Receipt;
  readonly tries: number;
}

describe('With the database’s connections cut under load, again and again', () => {
  let api: TestApi;
  let server: ServerProcess;
  let worker: ServerProcess;
  let anybody: Client;
  let shared: Shared;
  let sent: readonly Sent[] = [];
  let failures: readonly Answer[] = [];
  let cut = 0;
  const processes: ServerProcess[] = [];

  beforeAll(async () => {
    // The one in this process only looks on: it moves no views, and its connections are left alone.
    api = await startTestApi({ projects: false });
    const url = new URL(api.databaseUrl);
    url.searchParams.set('application_name', NAME);
    const env = { ...ledgerEnvironment(url.href), SWEEP_SECONDS: '1' };
    [server, worker] = await Promise.all([startServer('api', env), startServer('worker', env)]);
    processes.push(server, worker);
    anybody = new Client(server.url);
    shared = await shareMission(api);
  });
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    await api.close();
  });

  /** As a partner's system does it: the same command, until there is an answer that counts. */
  async function persist(client: Client, description: string, failed: Answer[]): Promise<Sent> {
    const commandId = randomUUID();
    const input = { ...promise(shared.missionId, { description }), commandId };
    for (let tries = 1; ; tries += 1) {
      const answer = await client.sendMutation('makeCommitment', input);
      if (answer.status === 200 && answer.errors === undefined) {
        const outcome = outcomeOf('makeCommitment', answer.data);
        if (isRefused(outcome)) throw new Error(`${outcome.code}: ${outcome.message}`);
        return { commandId, receipt: outcome.receipt, tries };
      }
      failed.push(answer);
      if (tries === 500) throw new Error(`No answer after ${tries} tries: ${answer.text}`);
      await sleep(50);
    }
  }

  async function cutAll(): Promise<number> {
    const { rows } = await api.superuser.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = $1 and datname = current_database()`,
      [NAME],
    );
    return rows.length;
  }

  it('every mutation is answered in the end, and recorded once', async () => {
    const done = new AbortController();
    const failed: Answer[] = [];
    const cutter = (async () => {
      while (!done.signal.aborted) {
        cut += await cutAll();
        // Long enough that something can be recorded in between, however busy the machine is.
        await sleep(patience(75));
      }
    })();
    const city = new Client(server.url, shared.city.client.key);
    const client = async (n: number) => {
      const mine: Sent[] = [];
      for (let m = 0; m < MUTATIONS_PER_CLIENT; m += 1) mine.push(await persist(city, `Promise ${n}/${m}.`, failed));
      return mine;
    };
    try {
      sent = (await Promise.all(Array.from({ length: CLIENTS }, (_, n) => client(n)))).flat();
    } finally {
      done.abort();
      await cutter;
    }
    failures = failed;
    expect(sent).toHaveLength(CLIENTS * MUTATIONS_PER_CLIENT);
    expect(cut).toBeGreaterThan(10);
    const made = await readLog(new Client(api.url), { type: 'CommitmentMade' });
    expect(made).toHaveLength(sent.length);
    const byCommand = new Map(made.map((event) => [event.commandId, event]));
    for (const { commandId, receipt } of sent) {
      expect(receipt.events).toHaveLength(1);
      expect(byCommand.get(commandId)).toMatchObject({ ...receipt.events[0] });
    }
  });

  it('what failed on the way said in plain words what to do, and showed nothing of the inside', () => {
    for (const { status, errors, text } of failures) {
      expect([200, 503]).toContain(status);
      expect(errors?.[0].extensions.code).toBe('SERVICE_UNAVAILABLE');
      expect(errors?.[0].message).toMatch(/out of reach/);
      expect(text).not.toMatch(/terminat|select |node_modules|\bat .*\.[jt]s:\d/);
    }
  });

  it('the log has no gap and no duplicate, and every view reaches the head', async () => {
    expect(server.isRunning()).toBe(true);
    expect(worker.isRunning()).toBe(true);
    await reachHead(anybody);
    const events = await readLog(anybody);
    expect(faultsOf(events)).toEqual([]);
    expect(BigInt(events.length)).toBe(await headOf(anybody));
  });

  it('both processes are ready again, and end in good order', async () => {
    for (const { url } of [server, worker]) {
      await until('Ready again', async () => (await fetch(`${url}/health/ready`)).status === 200);
    }
    expect(await Promise.all([server.stop(), worker.stop()])).toEqual([0, 0]);
  });
});
