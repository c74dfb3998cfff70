import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpoint, Feed, prepareViews, ViewRunner } from '@maillage/engine';
import type { EventTypes, View } from '@maillage/kernel';
import { Ledger } from '@maillage/ledger';
import { Database, migrate } from '@maillage/platform';
import type { PoolClient } from 'pg';
import { startEmbeddedPostgres } from '../../../infra/postgres/embedded.js';
import type { Life } from '../../host/lifetime.js';
import { BundleError } from './layout.js';
import { putEntries } from './put-entries.js';

const ENTRIES_PER_INSERT = 1_000;

/**
 * A database of its own for as long as it is needed, into which a log is put as it is and over which the engine folds the
 * views: what a ledger with that log would show.
 */
export class Scratch {
  private position = 0n;
  private prepared = false;

  private constructor(
    private readonly database: Database,
    private readonly owner: Database,
    private readonly events: EventTypes,
    private readonly views: readonly View[],
    private readonly interrupted: AbortSignal,
  ) {}

  /** In a temporary folder that is removed when `life` ends, with the server on it. */
  static async open(life: Life, events: EventTypes, views: readonly View[]): Promise<Scratch> {
    const { interrupted } = life;
    interrupted.throwIfAborted();
    const dataDir = await mkdtemp(join(tmpdir(), 'maillage-scratch-'));
    // Nothing in it needs to survive a power cut. Folder and server go together, even where this process leaves in a hurry.
    const starting = startEmbeddedPostgres({ dataDir, durable: false }).catch(async (error: unknown) => {
      await rm(dataDir, { recursive: true, force: true });
      throw error;
    });
    const { url } = await life.openProcess(starting, async (server) => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    });
    interrupted.throwIfAborted();
    // Closing takes the server away from under connections that may be at work: they are not heard of then.
    const database = await life.open(new Database({ url, schema: 'maillage', poolSize: 4 }), (opened) =>
      opened.close(),
    );
    const owner = await life.open(database.withRole('owner'), (opened) => opened.close());
    await migrate(database);
    return new Scratch(database, owner, events, views, interrupted);
  }

  /**
   * Puts the entries up to a position into the log and folds every view up to it.
   * @param entries gives the entries behind a position, in order, up to this one.
   * @throws {RebuildFailed | BundleError} where a view cannot fold them.
   */
  async foldTo(
    position: bigint,
    entries: (after: bigint) => AsyncIterable<string>,
    onProgress: (done: bigint) => void = () => undefined,
  ): Promise<void> {
    if (position > this.position) await this.record(position, entries(this.position), onProgress);
    const ledger = new Ledger(this.database, this.events);
    // The first time in bulk, from the first event; what follows is little, and folded as a running ledger does it.
    if (!this.prepared) await prepareViews(this.database, ledger, this.views);
    else await this.catchUp(ledger);
    this.prepared = true;
    this.interrupted.throwIfAborted();
    for (const { name, position: at, error } of await checkpoint.all(this.database.pool)) {
      if (at === position) continue;
      throw new BundleError(`View ${name} stopped at ${at} on the way to ${position}: ${error ?? 'nobody knows why'}`);
    }
  }

  async withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.database.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  private async record(to: bigint, entries: AsyncIterable<string>, onProgress: (done: bigint) => void): Promise<void> {
    let batch: string[] = [];
    for await (const entry of entries) {
      batch.push(entry);
      if (batch.length < ENTRIES_PER_INSERT) continue;
      this.interrupted.throwIfAborted();
      await this.insert(batch);
      onProgress(this.position);
      batch = [];
    }
    if (batch.length > 0) await this.insert(batch);
    onProgress(this.position);
    if (this.position !== to) throw new BundleError(`The log ends at ${this.position}; ${to} was asked for.`);
  }

  private async insert(entries: readonly string[]): Promise<void> {
    await putEntries(this.owner, this.position, entries);
    this.position += BigInt(entries.length);
  }

  private async catchUp(ledger: Ledger): Promise<void> {
    const failures: unknown[] = [];
    const views = new Map(this.views.map((view) => [view.name, view]));
    const runner = new ViewRunner(this.database, new Feed(ledger), views, {
      advanced: () => undefined,
      failed: (_, error) => failures.push(error),
    });
    const stop = () => void runner.stop();
    this.interrupted.addEventListener('abort', stop);
    await Promise.all(this.views.map(({ name }) => runner.run(name)));
    this.interrupted.removeEventListener('abort', stop);
    if (failures[0] !== undefined) throw failures[0] as Error;
  }
}
