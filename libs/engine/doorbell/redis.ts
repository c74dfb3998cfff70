import { Queue, Worker, type ConnectionOptions } from 'bullmq';
import type { ViewRunner } from '../views/runner.js';
import type { Doorbell } from './doorbell.js';

const SWEEP = 'sweep';
const ANSWER_WITHIN_MS = 2_000;

type OnError = (error: Error) => void;

function queueName(schema: string): string {
  return `${schema}-projections`;
}

function connection(url: string, patient: boolean): ConnectionOptions {
  return {
    url,
    connectionName: 'maillage',
    // A worker's blocking read waits for ever; whoever rings must hear soon that nobody answers.
    maxRetriesPerRequest: patient ? null : 1,
    enableOfflineQueue: patient,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    ...(patient ? {} : { commandTimeout: ANSWER_WITHIN_MS }),
  };
}

/** Rings workers through BullMQ: one job per view, deduplicated, and kept for afterwards if that view is being moved. */
export class RedisDoorbell implements Doorbell {
  private readonly queue: Queue;
  private ringing = false;
  private again = false;

  constructor(
    url: string,
    schema: string,
    private readonly views: readonly string[],
    private readonly onError: OnError,
  ) {
    this.queue = new Queue(queueName(schema), { connection: connection(url, false), skipVersionCheck: true });
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
    await closeQueue(this.queue);
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
    this.queue = new Queue(queueName(schema), { connection: connection(url, false), skipVersionCheck: true });
    this.queue.on('error', onError);
    this.worker = new Worker(
      queueName(schema),
      async ({ name }) => {
        if (name === SWEEP) await Promise.all(views.map((view) => runner.run(view)));
        else await runner.run(name);
      },
      {
        connection: connection(url, true),
        concurrency: views.length + 1,
        skipVersionCheck: true,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      },
    );
    this.worker.on('error', onError);
    this.timer = setInterval(() => void this.lookAfterSweep(), sweepMs);
    void this.lookAfterSweep();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    // Asked kindly, a worker waits for Redis to answer; where it does not, the connection is cut.
    await within(this.worker.close(!(await answers(this.queue)))).catch(this.onError);
    await closeQueue(this.queue);
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

async function closeQueue(queue: Queue): Promise<void> {
  const closed = (await answers(queue)) ? queue.close() : queue.disconnect();
  await within(closed).catch(() => undefined);
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
