import { Test } from '@nestjs/testing';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandExecutor, EngineModule, ViewPositions } from '@maillage/engine';
import type { Command } from '@maillage/kernel';
import { createLogger, Database, Metrics } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { openLoop } from './loops.js';
import { accepted, Commands, openNetwork, promise, SCHEMA, setScene } from './network.js';
import type { Options } from './options.js';
import { progress, type Figure } from './report.js';
import type { BenchServer } from './server.js';
import { Dice, percentile } from './statistics.js';

const VIEW = 'commitments';
const PATIENCE_MS = 30_000;
/** One command in so many is also looked for in the table itself. */
const POLLED = 50;
const WARM_UP_SECONDS = 2;

interface Lag {
  /** Milliseconds from when the command was due: to its receipt, to hearing that the view has it, to finding its row. */
  readonly recorded: number;
  readonly heard: number;
  readonly found: number | undefined;
}

/**
 * From the moment a command is due until its row can be read. The schedule is open: commands come when they are due and
 * not when earlier ones are done, so a stall is felt by everyone who comes during it.
 *
 * Visible is when the position waiters say so, by which a mutation waits for its own write: they hear the NOTIFY of the
 * transaction that wrote the row, which PostgreSQL sends after its commit. That is late by the way of the notification
 * and never early. A sample is polled for in the table itself, on a connection of its own, to check the claim.
 */
export async function lag(server: BenchServer, { rate, seconds, rounds }: Options): Promise<readonly Figure[]> {
  const url = await server.database('lag');
  const next = await prepare(url);
  const database = new Database({ url, schema: SCHEMA, poolSize: 10 });
  const app = await Test.createTestingModule({ imports: [engine(database)] }).compile();
  const poller = new pg.Pool({ connectionString: url, max: 4 });
  try {
    await app.init();
    const executor = app.get(CommandExecutor, { strict: false });
    const positions = app.get(ViewPositions, { strict: false });
    const piece = async (n: number, due: number): Promise<Lag> => {
      const command = next();
      const polled = n % POLLED === 0 ? found(poller, command.id, due) : undefined;
      const { receipt } = await accepted(executor, command);
      const recorded = performance.now() - due;
      const position = receipt.events.at(-1)?.position ?? 0n;
      const reached = await positions.reached([VIEW], position, PATIENCE_MS);
      if (!reached) throw new Error(`Position ${position} was not visible after ${PATIENCE_MS} ms.`);
      return { recorded, heard: performance.now() - due, found: await polled };
    };
    await openLoop(rate, Math.min(WARM_UP_SECONDS, seconds), piece);
    const started = performance.now();
    const lags = await openLoop(rate, seconds * rounds, piece);
    const perSecond = (lags.length * 1000) / (performance.now() - started);
    progress(`lag: ${lags.length} commands, ${perSecond.toFixed(0)}/s until the last was visible`);
    return figures(lags, rate, perSecond);
  } finally {
    await app.close();
    await poller.end();
    await database.close();
  }
}

async function prepare(url: string): Promise<() => Command> {
  const dice = new Dice(3);
  const commands = new Commands(dice);
  const network = await openNetwork(url);
  try {
    const scene = await setScene(network, commands, 24);
    return () => promise(commands, dice, scene);
  } finally {
    await network.close();
  }
}

/** The engine as the API composes it where there is no Redis: views move in this process, rung by LISTEN/NOTIFY. */
function engine(database: Database) {
  return EngineModule.register({
    slices,
    database,
    metrics: new Metrics(),
    logger: createLogger('error'),
    redisUrl: undefined,
    readYourWritesMs: PATIENCE_MS,
    readingMs: PATIENCE_MS,
    sweepMs: 5_000,
    projects: true,
  });
}

async function found(pool: pg.Pool, id: string, due: number): Promise<number> {
  while (performance.now() - due < PATIENCE_MS) {
    const { rowCount } = await pool.query({
      name: 'found',
      text: `select 1 from ${SCHEMA}.commitment where id = $1`,
      values: [id],
    });
    if (rowCount === 1) return performance.now() - due;
    await sleep(1);
  }
  throw new Error(`Commitment ${id} was not found after ${PATIENCE_MS} ms.`);
}

function figures(lags: readonly Lag[], rate: number, perSecond: number): readonly Figure[] {
  const polled = lags.map(({ found }) => found).filter((each) => each !== undefined);
  const series = [
    ['due to receipt', lags.map(({ recorded }) => recorded)],
    ['due to visible, by position waiters', lags.map(({ heard }) => heard)],
    [`due to visible, by polling 1 in ${POLLED}`, polled],
  ] as const;
  const section = 'lag';
  return [
    { section, name: `commands, of ${rate}/s due`, value: perSecond, unit: 'commands/s' },
    ...series.flatMap(([name, values]) =>
      [50, 99].map((p) => ({ section, name: `${name}, p${p}`, value: percentile(values, p), unit: 'ms' })),
    ),
  ];
}
