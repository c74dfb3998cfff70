import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

const MINUTE_SECONDS = 60;

/**
 * Requests per minute and organisation, or client address. Over Redis all processes count together; whenever Redis does not
 * answer, each counts for itself.
 */
export class RateLimit {
  private readonly limiter: RateLimiterAbstract;

  constructor(
    readonly perMinute: number,
    redis: Redis | undefined,
    schema: string,
  ) {
    const alone = new RateLimiterMemory({ points: perMinute, duration: MINUTE_SECONDS });
    this.limiter =
      redis === undefined
        ? alone
        : new RateLimiterRedis({
            storeClient: redis,
            points: perMinute,
            duration: MINUTE_SECONDS,
            keyPrefix: `${schema}-rate`,
            insuranceLimiter: alone,
            // A limit once reached needs no asking until the minute is over.
            inMemoryBlockOnConsumed: perMinute + 1,
            rejectIfRedisNotReady: true,
          });
  }

  /** @returns `undefined` when the request may pass, else after how many seconds one will. */
  async take(who: string): Promise<number | undefined> {
    try {
      await this.limiter.consume(who);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }
}
