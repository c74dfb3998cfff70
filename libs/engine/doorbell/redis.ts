import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { takesWrites } from '@maillage/platform';
import type { ViewRunner } from '../views/runner.js';
import type { Doorbell } from './doorbell.js';

const ANSWER_WITHIN_MS = 2_000;
/** When the job of a worker that was killed is given to another. A living worker renews its claim twice in that time. */
const LOST_AFTER_MS = 5_000;
/** How long a worker waits for a ring by Redis once the log itself has told that it grew. */
const RINGS_WITHIN_MS = 200;
const COMMON = {
  connectionName: 'maillage',
  retryStrategy: (times: number) => Math.min(times * 100, 2_000),
  // A frozen server never hangs up in its turn.
  disconnectTimeout: 500,
};

type OnError = (error: Error) => void;

function queueName(schema: string): string {
  return `${schema}-projections`;
}

/**
 * Connections of our own, handed to BullMQ: with those it makes by itself, closing waits for Redis to answer, and one
 * that does not answer is tried again for ever.
 */
class Connections {
  private readonly clients: Redis[] = [];

  constructor(
    private readonly url: string,
    private readonly onError: OnError,
  ) {}

  /** For whoever rings and must hear soon that nobody answers. */
  impatient(): Redis {
    return this.keep(
      new Redis(this.url, {
        ...COMMON,
        maxRetriesPerRequest: 1,
        enableOfflineQueue: false,
        commandTimeout: ANSWER_WITHIN_MS,
      }),
    );
  }

  /** For a worker, whose blocking read waits for ever; that is done on a duplicate. */
  patient(): Redis {
    const client = this.keep(new Redis(this.url, { ...COMMON, maxRetriesPerRequest: null }));
    const duplicate = client.duplicate.bind(client);
    client.duplicate = (override) => this.keep(duplicate(override));
    return client;
  }

  /** Hangs up on all, whether or not anybody is at the other end. */
  cut(): void {
    for (const client of this.clients) client.disconnect();
  }

  private keep(client: Redis): Redis {
    client.on('error', this.onError);
    this.clients.push(client);
    return client;
  }
}

/** Rings workers through BullMQ: one job per view, deduplicated, and kept for afterwards if that view is being moved. */
export class RedisDoorbell implements Doorbell {
  private readonly connections: Connections;
  private readonly queue: Queue;
  private ringing = false;
  private again = false;

  constructor(
    url: string,
    schema: string,
    private readonly views: readonly string[],
    private readonly onError: OnError,
  ) {
    this.connections = new Connections(url, onError);
    this.queue = new Queue(queueName(schema), { connection: this.connections.impatient(), skipVersionCheck: true });
    this.queue.on('error', onError);
  }

  ring(): void {
    // One call at a time: rings during it become one more after it, however slow Redis is.
    if (this.ringing) {
      this.again = true;
      return;
    }
    this.ringing = true;
    void this.send();
  }

  /** Jobs that wait or are at work; `undefined` when Redis does not answer. */
  async depth(): Promise<number | undefined> {
    return within(this.queue.getJobCountByTypes('waiting', 'active', 'delayed')).catch(() => undefined);
  }

  async close(): Promise<void> {
    await within(this.queue.close()).catch(() => undefined);
    this.connections.cut();
  }

  private async send(): Promise<void> {
    try {
      await within(
        this.queue.addBulk(
          this.views.map((name) => ({
            name,
            data: {},
            opts: {
              deduplication: { id: name, keepLastIfActive: true },
              removeOnComplete: true,
              removeOnFail: true,
            },
          })),
        ),
      );
    } catch (error) {
      this.onError(error as Error);
    }
    this.ringing = false;
    if (this.again) {
      this.again = false;
      this.ring();
    }
  }
}

export interface ProjectionsOptions {
  readonly url: string;
  readonly schema: string;
  readonly views: readonly string[];
  readonly runner: ViewRunner;
  /** How often all views are looked at, rung or not. */
  readonly sweepMs: number;
  /** Whether a view has yet to fold something. */
  readonly isBehind: () => Promise<boolean>;
  readonly onError: OnError;
}

/**
 * Answers the door: moves the view a job names. Redis may be away, frozen, forgetful or refuse to be written to: where the
 * log is heard to grow and no ring comes of it, this process rings by itself, and goes on to at once until Redis rings again.
 */
export class RedisProjections {
  private readonly connections: Connections;
  private readonly patient: Redis;
  private readonly worker: Worker;
  private readonly sweep: NodeJS.Timeout;
  private rings = 0;
  private relied = true;
  private doubt: NodeJS.Timeout | undefined;

  constructor(private readonly options: ProjectionsOptions) {
    const { url, schema, views, runner, sweepMs, onError } = options;
    this.connections = new Connections(url, onError);
    this.patient = this.connections.patient();
    this.worker = new Worker(
      queueName(schema),
      async ({ name }) => {
        this.rings += 1;
        this.relied = true;
        await runner.run(name);
      },
      {
        connection: this.patient,
        concurrency: views.length,
        skipVersionCheck: true,
        lockDuration: LOST_AFTER_MS,
        stalledInterval: LOST_AFTER_MS,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      },
    );
    this.worker.on('error', onError);
    this.sweep = setInterval(() => {
      runner.ringAll();
    }, sweepMs);
    // The job of a worker that was killed keeps its view's rings waiting: whoever takes its place does not wait for it.
    runner.ringAll();
  }

  /** To be called when the log itself tells that it has grown. */
  heard(): void {
    if (!this.relied) this.options.runner.ringAll();
    else this.doubt ??= setTimeout(() => void this.lookForRing(this.rings), RINGS_WITHIN_MS);
  }

  async close(): Promise<void> {
    clearInterval(this.sweep);
    clearTimeout(this.doubt);
    // Asked kindly, a worker waits for Redis to take what it tells it; where it does not, the connection is cut.
    const kindly = await within(this.takesWrites()).catch(() => false);
    await within(this.worker.close(!kindly)).catch(this.options.onError);
    this.connections.cut();
  }

  private async takesWrites(): Promise<boolean> {
    return (await takesWrites(this.patient, this.options.schema)) === 'yes';
  }

  private async lookForRing(before: number): Promise<void> {
    const { runner, isBehind, onError } = this.options;
    this.doubt = undefined;
    try {
      // Another worker may have been rung instead.
      if (this.rings > before || !(await isBehind())) return;
    } catch {
      // The next sweep looks again.
      return;
    }
    this.relied = false;
    onError(new Error('The log has grown, and no ring came of it by Redis.'));
    runner.ringAll();
  }
}

/** A frozen Redis neither answers nor hangs up. */
async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Redis gave no answer within ${ANSWER_WITHIN_MS} ms.`));
    }, ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
