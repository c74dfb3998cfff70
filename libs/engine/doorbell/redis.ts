import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { ViewRunner } from '../views/runner.js';
import type { Doorbell } from './doorbell.js';

const SWEEP = 'sweep';
const ANSWER_WITHIN_MS = 2_000;
/** When the job of a worker that was killed is given to another. A living worker renews its claim twice in that time. */
const LOST_AFTER_MS = 5_000;
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

/** Answers the door: moves the view a job names. */
export class RedisProjections {
  private readonly connections: Connections;
  private readonly queue: Queue;
  private readonly worker: Worker;
  private readonly timer: NodeJS.Timeout;

  /**
   * @param sweepMs how often a repeating job sweeps all views. This process looks as often whether Redis still knows of
   * that job: where it was forgotten it is put back, and while Redis does not answer the process sweeps by itself.
   */
  constructor(
    url: string,
    schema: string,
    views: readonly string[],
    private readonly runner: ViewRunner,
    private readonly sweepMs: number,
    private readonly onError: OnError,
  ) {
    this.connections = new Connections(url, onError);
    this.queue = new Queue(queueName(schema), { connection: this.connections.impatient(), skipVersionCheck: true });
    this.queue.on('error', onError);
    this.worker = new Worker(
      queueName(schema),
      async ({ name }) => {
        // Not awaited: behind a view that takes long, sweeps would gather until no job of another view is taken up.
        if (name === SWEEP) runner.ringAll();
        else await runner.run(name);
      },
      {
        connection: this.connections.patient(),
        concurrency: views.length + 1,
        skipVersionCheck: true,
        lockDuration: LOST_AFTER_MS,
        stalledInterval: sweepMs,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      },
    );
    this.worker.on('error', onError);
    this.timer = setInterval(() => void this.lookAfterSweep(), sweepMs);
    // The job of a worker that was killed keeps its view's rings waiting: whoever takes its place does not wait for it.
    runner.ringAll();
    void this.lookAfterSweep();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    // Asked kindly, a worker waits for Redis to answer; where it does not, the connection is cut.
    await within(this.worker.close(!(await answers(this.queue)))).catch(this.onError);
    await within(this.queue.close()).catch(() => undefined);
    this.connections.cut();
  }

  private async lookAfterSweep(): Promise<void> {
    try {
      if ((await within(this.queue.getJobScheduler(SWEEP))) !== undefined) return;
      await within(this.queue.upsertJobScheduler(SWEEP, { every: this.sweepMs }, { name: SWEEP }));
    } catch (error) {
      this.onError(error as Error);
    }
    this.runner.ringAll();
  }
}

async function answers(queue: Queue): Promise<boolean> {
  return within(queue.getJobScheduler(SWEEP)).then(
    () => true,
    () => false,
  );
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
