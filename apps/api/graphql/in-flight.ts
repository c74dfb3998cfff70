import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { named } from '../http/admission.js';
import { waitIn } from '../http/waiting.js';
import type { ApiContext } from './context.js';

/** How long an operation waits for those that came before it, at most. */
const LONGEST_WAIT_SECONDS = 10;

/** Gives back the place taken; once, however often it is called. */
export type Leave = () => void;

type Visit = Pick<ApiContext, 'visitor' | 'principal' | 'client'>;

interface Waiting {
  readonly price: number;
  begin(): void;
}

/** One visitor's: what is under way costs so much in all, and the rest waits, in the order it came. */
interface Line {
  cost: number;
  readonly waiting: Set<Waiting>;
}

/**
 * What the operations of one organisation, or one address of the public, that are under way at a time may cost: whoever sends
 * many at once waits for its own, and not the others for it. One that is dearer than all of that goes by itself.
 */
export class InFlight {
  private readonly lines = new Map<string, Line>();

  /** @param most in the unit of costs. */
  constructor(
    private readonly most: number,
    private readonly longestWaitSeconds = LONGEST_WAIT_SECONDS,
  ) {}

  /**
   * Waits for the visitor's turn.
   *
   * @throws {GraphQLError} RATE_LIMITED after the longest wait, and when the client goes away meanwhile.
   */
  enter(visit: Visit, cost: number): Promise<Leave> {
    return this.turn(visit, cost, this.longestWaitSeconds);
  }

  /**
   * Runs what a subscription needs, when it is the visitor's turn: nobody waits for an answer, so that it waits as long as it takes.
   *
   * @throws {GraphQLError} when the client goes away meanwhile.
   */
  async inTurn<T>(visit: Visit, cost: number, work: () => T | Promise<T>): Promise<T> {
    const leave = await this.turn(visit, cost, undefined);
    try {
      return await work();
    } finally {
      leave();
    }
  }

  private async turn(visit: Visit, cost: number, waitSeconds: number | undefined): Promise<Leave> {
    const price = Math.max(1, cost);
    const line = this.lines.get(visit.visitor) ?? { cost: 0, waiting: new Set() };
    this.lines.set(visit.visitor, line);
    if (line.waiting.size > 0 || !this.fits(line, price)) await this.wait(line, visit, price, waitSeconds);
    else line.cost += price;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      line.cost -= price;
      this.admit(line);
      if (line.cost === 0) this.lines.delete(visit.visitor);
    };
  }

  private fits({ cost }: Line, price: number): boolean {
    return cost === 0 || cost + price <= this.most;
  }

  /** Takes the place for whoever waited, so that nobody who comes meanwhile does. */
  private admit(line: Line): void {
    for (const next of line.waiting) {
      if (!this.fits(line, next.price)) return;
      line.cost += next.price;
      next.begin();
    }
  }

  private async wait(
    line: Line,
    { principal, client }: Visit,
    price: number,
    waitSeconds: number | undefined,
  ): Promise<void> {
    const ms = waitSeconds === undefined ? undefined : waitSeconds * 1000;
    const ended = await waitIn(line.waiting, (begin) => ({ price, begin }), client, ms);
    if (ended === 'begun') return;
    // Behind one that did not fit, others may.
    this.admit(line);
    if (ended === 'late') throw this.refusal(principal, price, waitSeconds ?? 0);
    throw new GraphQLError('Whoever asked has gone.', { extensions: { code: 'RATE_LIMITED' } });
  }

  private refusal(principal: Visit['principal'], cost: number, seconds: number): GraphQLError {
    const { most } = this;
    const headers = new HeaderMap([['retry-after', String(seconds)]]);
    return new GraphQLError(
      `Operations of ${named(principal)} that are under way at a time may produce ${most} values in all, and this one waited ` +
        `${seconds} s for those before it; wait for answers before you ask for more, and ask for less at a time.`,
      { extensions: { code: 'RATE_LIMITED', cost, most, retryAfter: seconds, http: { status: 429, headers } } },
    );
  }
}
