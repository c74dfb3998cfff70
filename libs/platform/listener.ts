import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { ConfigurationError } from './config.js';
import type { Database } from './database.js';
import { OwnSession } from './pooler.js';

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

  /**
   * Resolves once the first connection listens.
   * @throws {ConfigurationError} where there is a pooler at the address, through which nothing would ever be heard.
   */
  async start(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.loop = this.run(resolve).catch(reject);
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
    await this.loop;
  }

  private async run(onFirst: () => void): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    let hasListened = false;
    while (!this.stopped) {
      const client = new OwnSession(this.database.clientConfig());
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
        hasListened = true;
        onFirst();
        this.onConnect();
        await ended;
      } catch (error) {
        this.onError(error as Error);
        if (error instanceof ConfigurationError && !hasListened) throw error;
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
