import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { prepareViews } from '@maillage/engine';
import { Sealer, SigningKey, Tree } from '@maillage/ledger';
import { exportBundle } from '../../apps/cli/bundle/export.js';
import { lifetime } from '../../apps/host/lifetime.js';
import { runChild, startChild } from './children.js';
import { closedLoop, openLoop } from './loops.js';
import { fill } from './mix.js';
import { accepted, Commands, openNetwork, promise, SCHEMA, setScene, type Network } from './network.js';
import type { Options } from './options.js';
import { progress, type Figure } from './report.js';
import { retimed } from './retimed.js';
import { ask, type BenchServer } from './server.js';
import { Dice, median, percentile } from './statistics.js';
import type { Verified } from './verify.child.js';

const section = 'seal';
const WRITERS = 64;
/** So many of a rebuild's events are verified: the rate does not depend on how many there are. */
const SHARE = 0.5;
const MEGABYTE = 1_000_000;
const PATIENCE_MS = 30_000;
const POLL_MS = 5;

/** What sealing costs, how late it is, and how fast an outsider can check it all. */
export async function seal(server: BenchServer, options: Options): Promise<readonly Figure[]> {
  const stateDir = await mkdtemp(join(tmpdir(), 'maillage-bench-seal-'));
  try {
    return [
      ...(await sealing(server, options, join(stateDir, 'state'))),
      ...(await verifying(server, options, stateDir)),
    ];
  } finally {
    await rm(stateDir, { recursive: true, force: true });
  }
}

async function sealing(server: BenchServer, options: Options, stateDir: string): Promise<readonly Figure[]> {
  const url = await server.database('seal');
  const network = await openNetwork(url);
  const key = SigningKey.generate('bench.example');
  try {
    const dice = new Dice(4);
    const commands = new Commands(dice);
    const scene = await setScene(network, commands, 24);
    const append = async () => (await accepted(network.executor, promise(commands, dice, scene))).receipt.events.length;
    const withSealer = async <T>(work: () => Promise<T>): Promise<T> => {
      const child = startChild('./sealer.child.ts', [url, stateDir, key.secret]);
      try {
        while (!child.output().includes('ready')) {
          if (child.process.exitCode !== null) throw new Error('The sealer ended before it was ready.');
          await sleep(50);
        }
        return await work();
      } finally {
        await child.stop();
      }
    };
    await closedLoop(WRITERS, 1, append);
    const rounds: { bare: number; sealed: number }[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      const measure = async () => (await closedLoop(WRITERS, options.seconds, append)).perSecond;
      await server.settle();
      const bare = await measure();
      // Caught up first: what was appended without it would be paid for by what is appended with it.
      const sealed = await withSealer(async () => {
        await caughtUp(network);
        await server.settle();
        return measure();
      });
      rounds.push({ bare, sealed });
      progress(
        `seal, round ${round + 1} of ${options.rounds}: ${Math.round(bare)}/s without, ${Math.round(sealed)}/s with a sealer`,
      );
    }
    const waits = await withSealer(() => covered(url, network, append, options));
    return [
      {
        name: `appends, ${WRITERS} writers, nobody seals`,
        value: median(rounds.map(({ bare }) => bare)),
        unit: 'appends/s',
      },
      {
        name: `appends, ${WRITERS} writers, sealed beside`,
        value: median(rounds.map(({ sealed }) => sealed)),
        unit: 'appends/s',
      },
      {
        name: 'of the appends without a sealer',
        unit: '×',
        expected: { atLeast: 0.9 },
        value: median(rounds.map(({ bare, sealed }) => sealed / bare)),
      },
      { name: 'append to covering checkpoint, p50', value: percentile(waits, 50), unit: 'ms' },
      {
        name: 'append to covering checkpoint, p99',
        value: percentile(waits, 99),
        unit: 'ms',
        expected: { below: 1_000 },
      },
    ].map((figure) => ({ section, ...figure }));
  } finally {
    await network.close();
  }
}

async function caughtUp({ database, ledger }: Network): Promise<void> {
  const tree = new Tree(database);
  for (const head = await ledger.head(); (await tree.sealed()) < head;) await sleep(50);
}

/** Milliseconds from each append's answer until a checkpoint that covers it can be read. */
async function covered(
  url: string,
  network: Network,
  append: () => Promise<number>,
  options: Options,
): Promise<number[]> {
  const poller = new pg.Client({ connectionString: url });
  await poller.connect();
  const waits: number[] = [];
  const waiting: { position: bigint; at: number }[] = [];
  const done = new AbortController();
  const watch = (async () => {
    const limit = Date.now() + options.seconds * 1000 + PATIENCE_MS;
    while (!done.signal.aborted || waiting.length > 0) {
      if (Date.now() > limit) throw new Error(`${waiting.length} appends were not covered by a checkpoint in time.`);
      const { rows } = await poller.query<{ size: string }>(
        `select coalesce(max(size), 0) as size from ${SCHEMA}.checkpoint`,
      );
      const [size, now] = [BigInt(rows[0]?.size ?? 0), performance.now()];
      for (let next = waiting[0]; next !== undefined && next.position <= size; next = waiting[0]) {
        waits.push(now - next.at);
        waiting.shift();
      }
      await sleep(POLL_MS);
    }
  })();
  try {
    await openLoop(100, options.seconds, async () => {
      await append();
      // Appends are answered side by side: the head covers this one, and one position more or less changes nothing.
      waiting.push({ position: await network.ledger.head(), at: performance.now() });
    });
    done.abort();
    await watch;
  } finally {
    await poller.end();
  }
  return waits;
}

async function verifying(server: BenchServer, options: Options, folder: string): Promise<readonly Figure[]> {
  const url = await server.database('verify');
  const network = await openNetwork(url);
  const bundle = join(folder, 'bundle');
  try {
    await fill(network, Math.round(options.events * SHARE));
    const views = [...network.registry.views.values()];
    await prepareViews(network.database, network.ledger, views);
    const sealer = new Sealer({
      database: network.database,
      key: SigningKey.generate('bench.example'),
      stateDir: join(folder, 'verify'),
    });
    while ((await sealer.seal()).kind === 'sealed');
    await sealer.stop();
    await lifetime((life) =>
      exportBundle({
        database: network.database,
        events: network.registry.events,
        views,
        place: bundle,
        waitMs: PATIENCE_MS,
        life,
        onProgress: () => undefined,
      }),
    );
    await ask(url, 'checkpoint');
  } finally {
    await network.close();
  }
  const ordered = join(folder, 'ordered');
  await retimed(bundle, ordered);
  const { events, bytes, rounds, rssPeak } = JSON.parse(
    await runChild('./verify.child.ts', [ordered, String(options.rounds)]),
  ) as Verified;
  rounds.forEach(({ alone, together, bare }, n) => {
    progress(
      `verify, round ${n + 1} of ${rounds.length}: ${Math.round(alone)}/s, ${Math.round(together)}/s with a thread beside, bare ${Math.round(bare)}/s`,
    );
  });
  const of = `${events} events, ${Math.round(bytes / events)} bytes each`;
  return [
    { name: `verify a bundle (${of})`, value: median(rounds.map(({ together }) => together)), unit: 'events/s' },
    {
      name: 'verify, one thread (of its time on a processor)',
      value: median(rounds.map(({ alone }) => alone)),
      unit: 'events/s',
    },
    {
      name: 'bare SHA-256 of each entry and one node, one thread (of its time on a processor)',
      value: median(rounds.map(({ bare }) => bare)),
      unit: 'events/s',
    },
    {
      name: 'verify / bare SHA-256, one thread',
      value: median(rounds.map(({ alone, bare }) => alone / bare)),
      unit: '×',
      expected: { atLeast: 0.5 },
    },
    { name: 'peak resident memory of verifying', value: rssPeak / MEGABYTE, unit: 'MB' },
  ].map((figure) => ({ section, ...figure }));
}
