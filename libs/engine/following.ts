import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Command } from '@maillage/kernel';
import { isPassing, type Database, type Logger } from '@maillage/platform';

/** What follows from events of earlier slices, and is recorded by the ledger itself. */
export type Follows = (given: Following) => Promise<void>;

export interface Following {
  readonly database: Database;
  /** Takes a command to the log. */
  readonly execute: (command: Command) => Promise<unknown>;
  readonly clock: Clock;
}

export interface FollowerOptions extends Following {
  readonly follows: readonly Follows[];
  readonly logger: Logger;
  readonly intervalMs?: number;
}

/** A view that has just heard of something is asked soon enough. */
const INTERVAL_MS = 5_000;

/** Has recorded, again and again, what follows from what others recorded. Several processes may: what was done is not done again. */
export class Follower {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly options: FollowerOptions) {}

  start(): void {
    if (this.options.follows.length > 0) this.running = this.run();
  }

  /** Lets what is under way finish and begins no more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { follows, logger, intervalMs = INTERVAL_MS, ...following } = this.options;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      for (const follow of follows) {
        try {
          await follow(following);
        } catch (error) {
          // What the database cannot answer now it may later.
          if (isPassing(error)) logger.warn({ err: error }, 'what follows could not be looked for');
          else logger.error({ err: error }, 'what follows was not recorded');
        }
      }
      // Whoever only waits to look again may end.
      await sleep(intervalMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
