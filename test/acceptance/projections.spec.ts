import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerEnvironment, startTestApi, type TestApi } from '../harness/api.js';
import { startRedis, type RedisServer } from '../harness/services.js';
import { Client, headOf } from './client.js';
import { digestsOf } from './digests.js';
import { whileRecording } from './load.js';
import { shareMission, type Shared } from './mission.js';
import { maillage, startServer, type ServerProcess } from './processes.js';
import { reachHead, until, viewsOf } from './waiting.js';
import { patience } from '../harness/patience.js';

/** Where workers are caught: in the first table of a batch, in one behind it, and in another view's. */
const TABLES = ['commitment', 'contribution', 'mission_timeline'] as const;
const FROZEN_MS = 5_000;
const SWEEP_SECONDS = 0.25;
/** Marks the connections of workers, so that a spec can see what they are about. */
const WORKER = 'maillage-worker';

interface List<Item = unknown> {
  readonly nodes: readonly Item[];
}

interface MissionPage {
  readonly organisations: List;
  readonly mission: {
    readonly membersBySector: readonly unknown[];
    readonly members: List;
    readonly progress: {
      readonly kept: number;
      readonly due: number;
      readonly contributions: readonly { readonly count: number }[];
      readonly promised: readonly { readonly amount: string }[];
    };
    readonly commitments: List<{ readonly promisors: readonly unknown[] }>;
    readonly timeline: List;
  };
}

describe('Views moved by workers of their own, rung by Redis', () => {
  let redis: RedisServer;
  let api: TestApi;
  let anybody: Client;
  let shared: Shared;
  const workers: ServerProcess[] = [];

  const startWorker = async () => {
    const url = new URL(api.databaseUrl);
    url.searchParams.set('application_name', `${WORKER}-${workers.length}`);
    const worker = await startServer('worker', {
      ...ledgerEnvironment(url.href),
      REDIS_URL: redis.url,
      SWEEP_SECONDS: SWEEP_SECONDS.toString(),
    });
    workers.push(worker);
    return worker;
  };

  /** Runs `during` while a worker waits between the `begin` and the `commit` of a batch, for a table it has to write. */
  async function inMidBatch(table: string, during: () => Promise<void>): Promise<void> {
    const client = await api.database.pool.connect();
    try {
      await client.query('begin');
      // Others are started meanwhile.
      await client.query('set local idle_in_transaction_session_timeout = 0');
      await client.query(`lock table ${table} in share mode`);
      await until('The worker is in the middle of a batch', async () => {
        // Not by the client that locks: a transaction sees one and the same picture of activity to its end.
        const { rows } = await api.superuser.pool.query(
          `select 1 from pg_stat_activity where application_name like $1 and datname = current_database()
           and wait_event_type = 'Lock' and wait_event = 'relation'`,
          [`${WORKER}-%`],
        );
        return rows.length > 0;
      });
      await during();
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  beforeAll(async () => {
    redis = await startRedis();
    // A short wait for one's own writes: while no worker runs, nobody gains from waiting for one.
    const env = { REDIS_URL: redis.url, READ_YOUR_WRITES_SECONDS: '0.05', RATE_LIMIT_PER_MINUTE: '1000000' };
    api = await startTestApi({ projects: false, env });
    expect((await maillage(['migrate'], { DATABASE_URL: api.databaseUrl })).code).toBe(0);
    anybody = new Client(api.url);
    shared = await shareMission(api);
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await api.close();
    await redis.stop();
  });

  it('whose worker is killed in mid-batch again and again, under load, equal a replay from the first event', async () => {
    const { answered } = await whileRecording(shared, 6, async () => {
      for (const table of TABLES) {
        const worker = await startWorker();
        await inMidBatch(table, () => worker.kill());
      }
    });
    expect(answered).toBeGreaterThan(50);
    await startWorker();
    await reachHead(anybody);
    const moved = await digestsOf(api.database);
    const rebuilt = await maillage(['rebuild', 'all'], { DATABASE_URL: api.databaseUrl });
    expect(rebuilt).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Rebuilt organisations, /) });
    expect(await digestsOf(api.database)).toEqual(moved);
    expect(Object.keys(moved).length).toBeGreaterThan(5);
  });

  it('go on while one among them is held up, sweep after sweep', async () => {
    await whileRecording(shared, 3, () =>
      inMidBatch('commitment', async () => {
        await sleep(12 * SWEEP_SECONDS * 1_000);
        const head = await headOf(anybody);
        const behind = async () =>
          (await viewsOf(anybody)).filter(({ position }) => BigInt(position) < head).map(({ name }) => name);
        await until('All but one view move on', async () => (await behind()).join() === 'commitments');
      }),
    );
    await reachHead(anybody);
  });

  /** Two workers have moved the views as one would have. */
  async function equalAReplay(): Promise<void> {
    await reachHead(anybody);
    const moved = await digestsOf(api.database);
    expect((await maillage(['rebuild', 'all'], { DATABASE_URL: api.databaseUrl })).code).toBe(0);
    expect(await digestsOf(api.database)).toEqual(moved);
    expect(workers.filter((worker) => worker.isRunning())).toHaveLength(2);
  }

  it('and the seal, go on within 15 s where a worker is frozen that holds both, and equal a replay once it is thawed', async () => {
    const [frozen] = workers.filter((worker) => worker.isRunning());
    if (frozen === undefined) throw new Error('No worker runs.');
    await whileRecording(shared, 3, async () => {
      await inMidBatch('commitment', async () => {
        await startWorker();
        process.kill(frozen.pid, 'SIGSTOP');
      });
      const since = performance.now();
      const head = await headOf(anybody);
      await until(
        'Another worker takes over',
        async () => {
          const commitments = (await viewsOf(anybody)).find(({ name }) => name === 'commitments');
          const { sealed } = (await anybody.ask('{ seal { sealed } }')).seal as { readonly sealed: string };
          return BigInt(commitments?.position ?? 0) >= head && BigInt(sealed) >= head;
        },
        patience(30_000),
      );
      expect(performance.now() - since).toBeLessThan(15_000);
      process.kill(frozen.pid, 'SIGCONT');
      await sleep(1_000);
    });
    await equalAReplay();
  });

  it('moved by two workers at once equal a replay too', async () => {
    await whileRecording(shared, 6, () => sleep(3_000));
    await equalAReplay();
  });

  it.each([
    [
      'killed, and brought back empty',
      async () => {
        await redis.kill();
        await sleep(2_000);
        await redis.restart();
      },
    ],
    [
      'flushed',
      async () => {
        for (let n = 0; n < 4; n += 1) {
          await redis.flush();
          await sleep(250);
        }
      },
    ],
    [
      'frozen, and thawed',
      async () => {
        redis.freeze();
        await sleep(FROZEN_MS);
        redis.thaw();
      },
    ],
  ])(
    'reach the head after Redis was %s in the middle of the load, and no mutation fails for it',
    async (_, mistreat) => {
      const { answered, slowestMs } = await whileRecording(shared, 6, async (soFar) => {
        await until('The load has begun', () => Promise.resolve(soFar() > 10));
        await mistreat();
        const then = soFar();
        await until('The load goes on', () => Promise.resolve(soFar() > then + 10));
      });
      expect(answered).toBeGreaterThan(20);
      expect(slowestMs).toBeLessThan(patience(5_000));
      await reachHead(anybody);
      expect(workers.filter((worker) => worker.isRunning())).toHaveLength(2);
    },
  );

  it('are rebuilt under live queries and mutations: no query fails, and none sees less than the one before', async () => {
    const page = `query ($id: ID!) { mission(id: $id) {
      membersBySector { sector organisations } members { nodes { organisation { name } } }
      progress { kept due contributions { count } promised { amount } }
      commitments(first: 100) { nodes { id promisors { name } contributions { nodes { id } } } }
      timeline(first: 100, newestFirst: false) { nodes { position } } } organisations { nodes { id } } }`;
    const done = new AbortController();
    let asked = 0;
    const reader = async () => {
      let before: readonly number[] = [];
      while (!done.signal.aborted) {
        const { mission, organisations } = (await anybody.ask(page, { id: shared.missionId })) as MissionPage;
        const { progress, commitments } = mission;
        const counts = [
          organisations.nodes.length,
          mission.members.nodes.length,
          mission.membersBySector.length,
          progress.kept + progress.due,
          progress.contributions[0]?.count ?? 0,
          Number(progress.promised[0]?.amount ?? 0),
          commitments.nodes.length,
          commitments.nodes.filter(({ promisors }) => promisors.length === 1).length,
          mission.timeline.nodes.length,
        ];
        if (counts.some((count, n) => count < (before[n] ?? 1))) {
          throw new Error(`A query saw ${counts.join(' ')} where the one before saw ${before.join(' ')}.`);
        }
        before = counts;
        asked += 1;
      }
    };
    await whileRecording(shared, 3, async () => {
      const readers = Promise.all([reader(), reader(), reader()]);
      const rebuild = (async () => {
        try {
          const { code, stderr } = await maillage(['rebuild', 'all'], { DATABASE_URL: api.databaseUrl });
          expect({ code, stderr: stderr.replace(/^rebuild: .*\n/gm, '') }).toEqual({ code: 0, stderr: '' });
        } finally {
          done.abort();
        }
      })();
      await Promise.all([readers, rebuild]);
    });
    // How many there are is a matter of the machine; each of the three readers has been answered.
    expect(asked).toBeGreaterThanOrEqual(3);
    await reachHead(anybody);
  });

  it('stop in good order when they are told to', async () => {
    const codes = await Promise.all(workers.filter((worker) => worker.isRunning()).map((worker) => worker.stop()));
    expect(codes).toEqual([0, 0]);
    expect((await viewsOf(anybody)).every(({ state }) => state === 'RUNNING')).toBe(true);
  });
});
