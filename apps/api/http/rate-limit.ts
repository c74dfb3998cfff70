import type { Redis } from 'ioredis';
import { Reliance } from '@maillage/platform';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';

const MINUTE_SECONDS = 60;

/** What is left to somebody until the minute is over. */
interface Spent {
  /** Nothing was left before. */
  readonly refused: boolean;
  readonly left: number;
  /** Until the minute is over, 1 at least. */
  readonly seconds: number;
}

/**
 * Requests, or what they cost, per minute and organisation or client address. Over Redis all processes count together; while Redis does not
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
    const { refused, seconds } = await this.spend(who, 1);
    return refused ? seconds : undefined;
  }

  /**
   * As long as anything is left of the minute, so that nothing is too dear for a whole one; what it is dearer than what is left
   * goes to nobody.
   */
  async spend(who: string, price: number): Promise<Spent> {
    if (this.together?.redis.holds === true) {
      try {
        return this.spent(await consume(this.together.limiter, who, price), price);
      } catch {
        this.together.redis.failed();
      }
    }
    return this.spent(await consume(this.alone, who, price), price);
  }

  private spent({ consumedPoints, msBeforeNext }: RateLimiterRes, price: number): Spent {
    // Nothing was consumed where the limit is known to have been reached.
    const refused = consumedPoints === 0 || consumedPoints - price >= this.perMinute;
    return {
      refused,
      left: consumedPoints === 0 ? 0 : Math.max(0, this.perMinute - consumedPoints),
      seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
    };
  }
}

async function consume(limiter: RateLimiterAbstract, who: string, price: number): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(who, price);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}
