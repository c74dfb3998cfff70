import { setTimeout as sleep } from 'node:timers/promises';
import { LogClosed } from '@maillage/ledger';
import { isPassing, type Logger } from '@maillage/platform';

export interface RoundsOptions {
  /** What is done, over and over; what a round could not do the next one tries again. */
  readonly round: () => Promise<void>;
  /** Until the next, in milliseconds. */
  readonly pauseMs: () => number;
  readonly logger: Logger;
  /** What is not done where a round fails, for the logger. */
  readonly undone: string;
}

/** Something that a process does again and again until it stops. A reason why it cannot is logged once, until it is another. */
export class Rounds {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private reason = '';

  constructor(private readonly options: RoundsOptions) {}

  start(): void {
    this.running = this.run();
  }

  /** Lets the round under way finish and begins no more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.options.round();
        this.reason = '';
      } catch (error) {
        this.failed(error);
      }
      // Whoever only waits for the next may end.
      await sleep(this.options.pauseMs(), undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  private failed(error: unknown): void {
    const reason = String(error);
    if (reason === this.reason) return;
    this.reason = reason;
    const { logger, undone } = this.options;
    // What the database cannot answer now it may later, and the log may be opened.
    if (isPassing(error) || error instanceof LogClosed) logger.warn({ err: error }, undone);
    else logger.error({ err: error }, undone);
  }
}
