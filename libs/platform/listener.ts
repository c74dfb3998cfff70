import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './database.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * LISTEN on a connection of its own that comes back by itself. After every (re)connection `onConnect` is called, since
 * notifications sent meanwhile are lost.
 */
export class Listener {
  private client: pg.Client | undefined;
  private stopped = false;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly channels: readonly string[],
    private readonly onNotification: (channel: string, payload: string) => void,
    private readonly onConnect: () => void,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Resolves once the first connection listens. */
  async start(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.loop = this.run(resolve);
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
    await this.loop;
  }

  private async run(onFirst: () => void): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    while (!this.stopped) {
      const client = new pg.Client(this.database.clientConfig());
      this.client = client;
      const ended = new Promise<void>((resolve) => {
        client.once('end', resolve);
        client.on('error', (error) => {
          this.onError(error);
          resolve();
        });
      });
      client.on('notification', ({ channel, payload }) => {
        this.onNotification(channel, payload ?? '');
      });
      try {
        await client.connect();
        for (const channel of this.channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
        pause = FIRST_PAUSE_MS;
        onFirst();
        this.onConnect();
        await ended;
      } catch (error) {
        this.onError(error as Error);
      }
      await client.end().catch(() => undefined);
      if (this.isStopped()) return;
      await sleep(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }

  private isStopped(): boolean {
    return this.stopped;
  }
}
