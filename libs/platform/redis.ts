import { setTimeout as sleep } from 'node:timers/promises';
import { Redis, ReplyError } from 'ioredis';

const ANSWER_WITHIN_MS = 250;
/** How often one that failed is tried again. */
const PROBE_MS = 1_000;

/**
 * For uses that must not wait: what Redis does not answer at once fails at once, and the caller does without. It
 * reconnects by itself for ever.
 */
export function impatientRedis(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    connectionName: 'maillage',
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: ANSWER_WITHIN_MS,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  redis.on('error', onError);
  return redis;
}

/** Whether Redis serves those who would rather do without it than wait: one that failed is not asked until it takes a write. */
export class Reliance {
  private probing = false;

  constructor(
    private readonly redis: Redis,
    private readonly schema: string,
  ) {}

  /** Whether it may be asked. */
  get holds(): boolean {
    return !this.probing;
  }

  /** To be called by whoever asked in vain. */
  failed(): void {
    if (this.probing) return;
    this.probing = true;
    void this.probe();
  }

  private async probe(): Promise<void> {
    while (this.redis.status !== 'end') {
      await sleep(PROBE_MS, undefined, { ref: false });
      if ((await takesWrites(this.redis, this.schema)) === 'yes') break;
    }
    this.probing = false;
  }
}

/** Redis may answer and yet refuse to be written to: when its memory is full, or as another's replica. */
export async function takesWrites(redis: Redis, schema: string): Promise<'yes' | 'refused' | 'out of reach'> {
  try {
    await redis.set(`${schema}-probe`, '', 'PX', 1_000);
    return 'yes';
  } catch (error) {
    return error instanceof ReplyError ? 'refused' : 'out of reach';
  }
}
