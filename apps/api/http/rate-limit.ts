import type { Redis } from 'ioredis';
import { Reliance } from '@maillage/platform';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

const MINUTE_SECONDS = 60;

/**
 * Requests per minute and organisation, or client address. Over Redis all processes count together; while Redis does not
 * answer, or take what it is told, each counts for itself, and no request waits for it.
 */
export class RateLimit {
  private readonly alone: RateLimiterAbstract;
  private readonly together: { readonly limiter: RateLimiterAbstract; readonly redis: Reliance } | undefined;

  constructor(
    readonly perMinute: number,
    redis: Redis | undefined,
    schema: string,
  ) {
    this.alone = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
    this.together = redis && {
      redis: new Reliance(redis, schema),
      limiter: new RateLimiterRedis({
        storeClient: redis,
        points: perMinute,
        duration: MINUTE_SECONDS,
        keyPrefix: `${schema}-rate`,
        // A limit once reached needs no asking until the minute is over.
        inMemoryBlockOnConsumed: perMinute + 1,
        rejectIfRedisNotReady: true,
      }),
    };
  }

  /** @returns `undefined` when the request may pass, else after how many seconds one will. */
  async take(who: string): Promise<number | undefined> {
    if (this.together?.redis.holds === true) {
      try {
        return await consume(this.together.limiter, who);
      } catch {
        this.together.redis.failed();
      }
    }
    return consume(this.alone, who);
  }
}

async function consume(limiter: RateLimiterAbstract, who: string): Promise<number | undefined> {
  try {
    await limiter.consume(who);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}
