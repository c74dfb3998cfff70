import type { FastifyReply } from 'fastify';
import { visitorAt } from '../addresses.js';
import { Counts } from '../counts.js';

export interface PlaceLimits {
  /** Answers at the same time, in all and of one address. */
  readonly inAll: number;
  readonly perAddress: number;
  /** How long a client may take nothing of what is sent before it is cut off, in milliseconds. */
  readonly stallMs: number;
}

/** What is told to whom there is no place for. */
export interface NoPlace {
  readonly status: 429 | 503;
  readonly code: string;
  readonly message: string;
}

/** Once the server stops, streams that are not taken up are cut off after this long, in milliseconds. */
const LEAVE_WITHIN_MS = 2_000;

/** Answers that go on for long, counted, and ended when the server stops. */
export class Places {
  private readonly taken = new Map<FastifyReply, { readonly address: string; readonly ending: AbortController }>();
  private readonly byAddress = new Counts();
  private closed = false;

  /** @param what several answers are called by whoever is told of them. */
  constructor(
    private readonly limits: PlaceLimits,
    private readonly what = 'streams of events',
  ) {}

  /** How many are taken. */
  get size(): number {
    return this.taken.size;
  }

  /** @returns a signal that is aborted once the client leaves or the server stops, and then the place is free again. */
  take(reply: FastifyReply): AbortSignal | NoPlace {
    const address = visitorAt(reply.request.ip);
    const { inAll, perAddress, stallMs } = this.limits;
    if (this.closed) {
      return { status: 503, code: 'SERVICE_UNAVAILABLE', message: 'The server stops; try again when it is back.' };
    }
    const already = this.byAddress.of(address);
    if (already >= perAddress) {
      const message = `This address has ${already} ${this.what} open; ${perAddress} at a time are served. Close one.`;
      return { status: 429, code: 'RATE_LIMITED', message };
    }
    if (this.taken.size >= inAll) {
      const message = `All ${inAll} ${this.what} this server offers are taken; try again in a while.`;
      return { status: 503, code: 'SERVICE_UNAVAILABLE', message };
    }
    const ending = new AbortController();
    this.taken.set(reply, { address, ending });
    this.byAddress.change(address, 1);
    const leave = () => {
      this.leave(reply);
    };
    // The response is closed when it has been sent in full, and just as well when the client goes before that.
    reply.raw.once('close', leave);
    if (reply.raw.destroyed) leave();
    reply.raw.setTimeout(stallMs, () => reply.raw.destroy());
    return ending.signal;
  }

  /** Lets every stream end, and cuts off those that cannot, since nobody reads them. */
  async close(): Promise<void> {
    this.closed = true;
    const open = [...this.taken.keys()];
    const gone = Promise.all(
      open.map(({ raw }) => new Promise<void>((resolve) => (raw.closed ? resolve() : raw.once('close', resolve)))),
    );
    const limit = setTimeout(() => {
      for (const { raw } of open) raw.destroy();
    }, LEAVE_WITHIN_MS);
    for (const { ending } of this.taken.values()) ending.abort();
    await gone;
    clearTimeout(limit);
  }

  private leave(reply: FastifyReply): void {
    const place = this.taken.get(reply);
    if (place === undefined) return;
    this.taken.delete(reply);
    this.byAddress.change(place.address, -1);
    place.ending.abort();
  }
}
