import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { named } from '../http/admission.js';
import type { RateLimit } from '../http/rate-limit.js';
import type { ApiContext } from './context.js';

/** What was taken of somebody's minute. */
interface Counted {
  /** What is left, in the unit of costs, and until when, by the IETF's draft of fields for HTTP. */
  readonly headers: Readonly<Record<string, string>>;
  /** RATE_LIMITED, where all of the minute was spent before. */
  readonly refusal: GraphQLError | undefined;
}

/** What the operations of one organisation, or one address of the public, may cost in a minute. */
export class Budget {
  constructor(private readonly rate: RateLimit) {}

  async count({ visitor, principal }: Pick<ApiContext, 'visitor' | 'principal'>, cost: number): Promise<Counted> {
    const { perMinute: most } = this.rate;
    const { refused, left, seconds } = await this.rate.spend(`cost, ${visitor}`, Math.max(1, cost));
    const headers = {
      'ratelimit-policy': `"cost";q=${most};w=60`,
      ratelimit: `"cost";r=${left};t=${seconds}`,
    };
    if (!refused) return { headers, refusal: undefined };
    const limited = { ...headers, 'retry-after': String(seconds) };
    const http = { status: 429, headers: new HeaderMap(Object.entries(limited)) };
    const refusal = new GraphQLError(
      `Operations of ${named(principal)} may produce ${most} values a minute in all, which are spent; ` +
        `try again in ${seconds} s, and ask for less at a time.`,
      { extensions: { code: 'RATE_LIMITED', cost, most, retryAfter: seconds, http } },
    );
    return { headers: limited, refusal };
  }
}
