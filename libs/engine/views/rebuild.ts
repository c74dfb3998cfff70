import type { View } from '@maillage/kernel';
import type { Ledger } from '@maillage/ledger';
import { IDLE_HOLDER_MS, type Database } from '@maillage/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import * as checkpoint from './checkpoint.sql.js';
import { addPrimaryKey, createIndexes, createTable, indexNames, quote } from './columns.js';
import { ViewFold, type Turn } from './fold.js';

const EVENTS_PER_READ = 2_000;
/** Rows a view gathers in memory before they are written; as many again are on their way. */
const MOST_ROWS = 10_000;
/** Shorter than PostgreSQL's deadlock_timeout (1 s): whoever swaps steps back before a reader is made to. */
const LOCK_WAIT_MS = 100;
/** How often whoever rebuilds is heard of. */
const BEAT_MS = IDLE_HOLDER_MS / 4;

/** A reducer threw during a rebuild. The live tables are untouched. */
export class RebuildFailed extends Error {
  override readonly name = 'RebuildFailed';
}

export type RebuildProgress = (done: bigint, of: bigint) => void;

const next = (table: string): string => `${table}__next`;

/**
 * Fills a second set of tables beside the live one from position 1, then swaps the two in one transaction per view:
 * readers never see a gap. The log is read once for all the views given.
 * @throws {RebuildFailed} naming the view, the position and the reducer's error.
 */
export async function rebuild(
  database: Database,
  ledger: Ledger,
  views: readonly View[],
  onProgress: RebuildProgress = () => undefined,
): Promise<void> {
  await alone(database, (client) => refill(database, client, ledger, views, onProgress));
}

/**
 * What a start does: views that are missing or of another version are rebuilt, halted ones may try again. Safe to call
 * from several processes at once.
 * @returns the names of the views rebuilt.
 */
export async function prepareViews(
  database: Database,
  ledger: Ledger,
  views: readonly View[],
  onProgress: RebuildProgress = () => undefined,
): Promise<readonly string[]> {
  return alone(database, async (client) => {
    const at = new Map((await checkpoint.all(client)).map((each) => [each.name, each]));
    const stale = views.filter(({ name, version }) => at.get(name)?.version !== version);
    if (stale.length > 0) await refill(database, client, ledger, stale, onProgress);
    for (const { name, state } of at.values()) if (state === 'HALTED') await checkpoint.resume(client, name);
    return stale.map(({ name }) => name);
  });
}

/**
 * One rebuild at a time: they would share the tables beside. Whoever is frozen loses its session, the lock and what it could
 * write with.
 */
async function alone<T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.sessions.connect();
  try {
    // As long as the other takes.
    await client.query('set lock_timeout = 0');
    await client.query(`select pg_advisory_lock(hashtext(current_schema() || '.rebuild'))`);
    await client.query(`set idle_session_timeout = ${IDLE_HOLDER_MS}`);
    return await work(client);
  } finally {
    // Ends the session, and with it the lock.
    client.release(true);
  }
}

/** While other work goes on that the session is not asked for, it is heard of. */
async function heardOf(client: PoolClient, during: Promise<unknown>): Promise<void> {
  const over = during.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([over, sleep(BEAT_MS, false, { ref: false })]))) await client.query('select');
}

async function refill(
  database: Database,
  client: PoolClient,
  ledger: Ledger,
  views: readonly View[],
  onProgress: RebuildProgress,
): Promise<void> {
  let position: bigint;
  // Half-built tables need not survive a crash. The swap, which commits with what was set before, flushes them as well.
  const { rows } = await client.query<{ readonly kept: string }>(
    `select current_setting('synchronous_commit') as kept, set_config('synchronous_commit', 'off', false)`,
  );
  try {
    position = await buildBeside(database, client, ledger, views, onProgress);
  } finally {
    // It fails only where the connection is lost, and the setting with it; what lost it is the error to be told.
    const back = `select set_config('synchronous_commit', $1, false)`;
    await client.query(back, [rows[0]?.kept]).catch(() => undefined);
  }
  for (const view of views) await swap(client, ledger, view, position);
}

/** @returns the position up to which the tables beside hold everything, indexes and statistics included. */
async function buildBeside(
  database: Database,
  client: PoolClient,
  ledger: Ledger,
  views: readonly View[],
  onProgress: RebuildProgress,
): Promise<bigint> {
  for (const view of views) await createBeside(client, view);
  const queue = new Queue();
  let filled: Filled;
  try {
    filled = await fill(client, ledger, views, queue.turn, onProgress);
  } finally {
    await queue.close();
  }
  await complete(database, client, views, filled.keyless);
  return filled.position;
}

/** Primary keys, indexes and statistics of the filled tables: each table on one connection, two tables at a time. */
async function complete(
  database: Database,
  client: PoolClient,
  views: readonly View[],
  keyless: ReadonlySet<string>,
): Promise<void> {
  const jobs = views
    .flatMap(({ tables }) => Object.entries(tables))
    .map(([name, table]) => [
      ...(keyless.has(next(name)) ? [addPrimaryKey(next(name), table)] : []),
      ...createIndexes(next(name), table),
      `analyze ${quote(next(name))}`,
    ])
    // Those with most to do first, so that neither connection is left with a long one at the end.
    .sort((a, b) => a.length - b.length);
  const work = async (connection: PoolClient) => {
    for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
      for (const statement of job) await connection.query(statement);
    }
  };
  const other = await database.sessions.connect();
  const others = work(other);
  const [mine, theirs] = await Promise.allSettled([work(client).then(() => heardOf(client, others)), others]);
  other.release();
  for (const each of [mine, theirs]) if (each.status === 'rejected') throw each.reason as Error;
}

interface Filled {
  /** The position up to which the tables hold everything. */
  readonly position: bigint;
  /** Tables without a primary key, by name. */
  readonly keyless: ReadonlySet<string>;
}

async function fill(
  client: PoolClient,
  ledger: Ledger,
  views: readonly View[],
  turn: Turn,
  onProgress: RebuildProgress,
): Promise<Filled> {
  const head = await ledger.head();
  const folds = views.map((view) => ({ view, fold: new ViewFold(view, next, { turn, events: Number(head) }) }));

  let position = 0n;
  let heardAt = performance.now();
  let reading = ledger.read({ after: 0n, limit: EVENTS_PER_READ });
  for (;;) {
    const events = await reading;
    const last = events.at(-1);
    if (last === undefined) break;
    // The next read is under way while these are folded.
    reading = ledger.read({ after: last.position, limit: EVENTS_PER_READ });
    // Its failure is met at the next turn; until then nobody listens.
    reading.catch(() => undefined);
    for (const { view, fold } of folds) {
      await foldAll(client, view, fold, events);
      if (fold.size > MOST_ROWS) await fold.spill(client);
    }
    if (performance.now() - heardAt > BEAT_MS) {
      // Views of few rows have nothing written for as long as the log is read.
      await turn(() => client.query('select'));
      heardAt = performance.now();
    }
    position = last.position;
    onProgress(position, position > head ? position : head);
  }
  const keyless = new Set<string>();
  for (const { fold } of folds) for (const name of await fold.finish(client)) keyless.add(name);
  return { position, keyless };
}

async function foldAll(
  client: PoolClient,
  view: View,
  fold: ViewFold,
  events: Awaited<ReturnType<Ledger['read']>>,
): Promise<void> {
  const failure = await fold.fold(client, events);
  if (failure !== undefined) {
    throw new RebuildFailed(
      `View ${view.name} cannot be rebuilt: ${failure.event.type} at ${failure.event.position}: ${failure.error.message}`,
      { cause: failure.error },
    );
  }
}

/** Several views' statements queue for one connection, so that folding need not wait for writing. */
class Queue {
  private tail: Promise<unknown> = Promise.resolve();
  private closed = false;

  readonly turn: Turn = (work) => {
    const mine = this.tail.then(() => {
      if (this.closed) throw new Error('The rebuild was given up.');
      return work();
    });
    this.tail = mine.catch(() => undefined);
    return mine;
  };

  /** Lets the statement under way finish and begins no more: the connection is the caller's alone again. */
  async close(): Promise<void> {
    this.closed = true;
    await this.tail;
  }
}

async function createBeside(client: PoolClient, view: View): Promise<void> {
  for (const [name, table] of Object.entries(view.tables)) {
    await client.query(`drop table if exists ${quote(next(name))}`);
    await client.query(createTable(next(name), table));
    // Made when it is first needed, or at the end: rows come in many times faster without it.
    await client.query(`alter table ${quote(next(name))} drop constraint ${quote(`${next(name)}_pkey`)}`);
  }
}

/** Catches up on what was recorded meanwhile and renames, while the live view stands still. */
async function swap(client: PoolClient, ledger: Ledger, view: View, from: bigint): Promise<void> {
  for (;;) {
    try {
      await client.query('begin');
      await client.query(`set local lock_timeout = ${LOCK_WAIT_MS}`);
      const live = await checkpoint.lock(client, view.name);
      const position = await catchUp(client, ledger, view, from);
      const live_tables = (await existingTables(client, Object.keys(view.tables))).map(quote);
      if (live !== undefined && live_tables.length > 0) {
        await client.query(`lock table ${live_tables.join(', ')} in access exclusive mode`);
      }
      for (const [name, table] of Object.entries(view.tables)) {
        await client.query(`drop table if exists ${quote(name)}`);
        await client.query(`alter table ${quote(next(name))} rename to ${quote(name)}`);
        await client.query(
          `alter table ${quote(name)} rename constraint ${quote(`${next(name)}_pkey`)} to ${quote(`${name}_pkey`)}`,
        );
        const to = indexNames(name, table);
        for (const [n, index] of indexNames(next(name), table).entries()) {
          await client.query(`alter index ${quote(index)} rename to ${quote(to[n] ?? '')}`);
        }
      }
      await checkpoint.replace(client, view.name, view.version, position);
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code !== '55P03' /* lock_not_available */) throw error;
      await sleep(LOCK_WAIT_MS / 2);
    }
  }
}

async function catchUp(client: PoolClient, ledger: Ledger, view: View, from: bigint): Promise<bigint> {
  const fold = new ViewFold(view, next, false);
  let position = from;
  for (;;) {
    const events = await ledger.read({ after: position, limit: EVENTS_PER_READ });
    const last = events.at(-1);
    if (last === undefined) break;
    await foldAll(client, view, fold, events);
    if (fold.size > MOST_ROWS) {
      await fold.write(client);
      fold.evict();
    }
    position = last.position;
  }
  await fold.write(client);
  return position;
}

async function existingTables(client: PoolClient, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() and tablename = any($1) order by 1`,
    [names],
  );
  return rows.map(({ name }) => name);
}
