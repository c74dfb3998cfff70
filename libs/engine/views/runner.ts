import DataLoader from 'dataloader';
import type { RecordedEvent, View } from '@maillage/kernel';
import { isPassing, type Database } from '@maillage/platform';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import * as checkpoint from './checkpoint.sql.js';
import type { Feed } from './feed.js';
import { ViewFold } from './fold.js';
import { folds, Together, type Step } from './together.js';

const EVENTS_PER_BATCH = 1_000;
/** Views with more before them than this fold side by side, each over a connection of its own. */
const EVENTS_TOGETHER = 100;
/**
 * Whoever finds a view held by another does not wait for it over a connection: one that is frozen in the midst of many views
 * would take all of them.
 */
const LOOK_AGAIN_MS = 50;

export type Advanced =
  /** Events were folded; there may be more. */
  | { readonly kind: 'moved'; readonly to: bigint; readonly events: number }
  /** The view stands at the head. */
  | { readonly kind: 'idle' }
  /** Another runner is at it, or was faster. */
  | { readonly kind: 'held' }
  /** Its tables are of another version than this code: who runs that version moves it. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'halted'; readonly at: bigint; readonly error: string; readonly anew: boolean };

export interface ViewObserver {
  advanced(view: string, outcome: Advanced, seconds: number): void;
  failed(view: string, error: unknown): void;
}

/** Moves views along the log, batch by batch; rows and checkpoint in one transaction. */
export class ViewRunner {
  private readonly running = new Map<string, Promise<void>>();
  private readonly ringing = new Set<string>();
  private readonly together: Together;
  private readonly checkpoints: DataLoader<string, checkpoint.Checkpoint | undefined>;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly feed: Feed,
    private readonly views: ReadonlyMap<string, View>,
    private readonly observer: ViewObserver,
  ) {
    this.together = new Together(database);
    this.checkpoints = new DataLoader(
      async (names) => {
        const found = await checkpoint.find(database.pool, names);
        return names.map((name) => found.get(name));
      },
      { cache: false },
    );
  }

  /** Wakes every view. */
  ringAll(): void {
    for (const name of this.views.keys()) void this.run(name);
  }

  /**
   * Brings one view to the head. A ring while it runs is not lost: it runs on. Resolves when it has nothing left to do;
   * a failure of the database is told to the observer, and the next ring tries again.
   */
  async run(name: string): Promise<void> {
    this.ringing.add(name);
    const under = this.running.get(name);
    if (under !== undefined) return under;
    const work = this.drain(name).finally(() => this.running.delete(name));
    this.running.set(name, work);
    return work;
  }

  /** Lets batches under way finish and begins no more. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.running.values());
  }

  private async drain(name: string): Promise<void> {
    const view = this.views.get(name);
    if (view === undefined) return;
    while (!this.stopped && this.ringing.delete(name)) {
      try {
        let outcome: Advanced;
        let left: bigint | undefined;
        do {
          const started = performance.now();
          outcome = await this.advance(view, EVENTS_PER_BATCH, left);
          left = outcome.kind === 'moved' && outcome.events > 0 ? outcome.to : undefined;
          this.observer.advanced(name, outcome, (performance.now() - started) / 1000);
          if (outcome.kind === 'held') await sleep(LOOK_AGAIN_MS);
        } while ((outcome.kind === 'moved' || outcome.kind === 'held') && !this.isStopped());
      } catch (error) {
        this.observer.failed(name, error);
      }
    }
  }

  private isStopped(): boolean {
    return this.stopped;
  }

  /**
   * Folds the next batch.
   *
   * @param left the position at which this runner has just left the view; looked up where it does not know. It need not
   * hold any longer: whatever moves the view from it compares.
   */
  async advance(view: View, limit = EVENTS_PER_BATCH, left?: bigint): Promise<Advanced> {
    try {
      const seen = left === undefined ? await this.checkpoints.load(view.name) : undefined;
      const stands = left === undefined ? standing(view, seen) : undefined;
      if (stands !== undefined) return stands;
      const from = left ?? seen?.position ?? 0n;
      // Read before the transaction: one that held a connection while it waited for another could starve the pool.
      const events = await this.feed.read(from, limit);
      if (events.length === 0) return { kind: 'idle' };
      const step = { view, from, events };
      if (await this.goesWithOthers(step, limit)) {
        return { kind: 'moved', to: lastBefore(events, undefined) ?? from, events: events.length };
      }
      if (!folds(step)) return await this.pass(view, from, events);
      return await this.database.transaction((client) => this.foldBatch(client, view, from, events));
    } catch (error) {
      if (!isUnacceptableRow(error)) throw error;
      // A reducer made a row the table cannot take. Alone, the event that did it can be named.
      if (limit > 1) return this.advance(view, 1);
      return this.haltAtNext(view, error as Error);
    }
  }

  private async goesWithOthers(step: Step, limit: number): Promise<boolean> {
    if (limit === 1 || step.events.length > EVENTS_TOGETHER) return false;
    return this.together.take(step);
  }

  /** Moves the view past events that none of its tables folds. One statement: most views pass most events. */
  private async pass(view: View, from: bigint, events: readonly RecordedEvent[]): Promise<Advanced> {
    const to = events.at(-1)?.position ?? from;
    const moved = await checkpoint.move(this.database.pool, [view], from, to);
    return moved.has(view.name) ? { kind: 'moved', to, events: events.length } : { kind: 'held' };
  }

  private async foldBatch(
    client: PoolClient,
    view: View,
    from: bigint,
    events: readonly RecordedEvent[],
  ): Promise<Advanced> {
    const at = (await checkpoint.lockFree(client, [view.name])).get(view.name);
    if (at === undefined) return { kind: 'held' };
    const stands = standing(view, at);
    if (stands !== undefined) return stands;
    // Another runner was faster: look again from where it left the view.
    if (at.position !== from) return { kind: 'moved', to: at.position, events: 0 };

    const fold = new ViewFold(view, (table) => table, false);
    const failure = await fold.fold(client, events);
    await fold.write(client);
    const to = lastBefore(events, failure?.event) ?? from;
    if (to > from && !(await checkpoint.move(client, [view], from, to)).has(view.name)) {
      throw new Error(`View ${view.name} is no longer at ${from}; another runner has moved it.`);
    }
    if (failure === undefined) return { kind: 'moved', to, events: events.length };
    await checkpoint.halt(client, view.name, failure.error.message, failure.event.position);
    return { kind: 'halted', at: failure.event.position, error: failure.error.message, anew: true };
  }

  private async haltAtNext(view: View, error: Error): Promise<Advanced> {
    return this.database.transaction(async (client) => {
      const at = await checkpoint.lock(client, view.name);
      if (at === undefined) return { kind: 'elsewhere' };
      const next = at.position + 1n;
      await checkpoint.halt(client, view.name, error.message, next);
      return { kind: 'halted', at: next, error: error.message, anew: true };
    });
  }
}

/** Why the view is not to be moved by this code now, if so. */
function standing(view: View, at: checkpoint.Checkpoint | undefined): Advanced | undefined {
  if (at?.version !== view.version) return { kind: 'elsewhere' };
  if (at.state === 'RUNNING') return undefined;
  return { kind: 'halted', at: at.errorPosition ?? at.position, error: at.error ?? '', anew: false };
}

function lastBefore(events: readonly RecordedEvent[], failed: RecordedEvent | undefined): bigint | undefined {
  if (failed === undefined) return events.at(-1)?.position;
  return events.filter(({ position }) => position < failed.position).at(-1)?.position;
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation). */
function isUnacceptableRow(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return !isPassing(error) && typeof code === 'string' && /^2[23]/.test(code);
}
