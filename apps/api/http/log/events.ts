import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sealRow } from '@maillage/ledger';
import type { Database, Logger } from '@maillage/platform';
import { cloudEvent, type CloudEventContext } from './cloud-event.js';
import { LogHead } from './head.js';
import { refuse } from './open-data.js';
import { EventPages, type EventFilter } from './pages.js';
import { Places, type PlaceLimits } from './places.js';
import { FORMATS, negotiate, parseEventsQuery, parseLastEventId, QueryError, type EventsQuery } from './query.js';

export interface EventsOptions {
  readonly database: Database;
  readonly logger: Logger;
  /** The log's, as its checkpoints will have it; once there are any, they say. */
  readonly origin: string;
  /** Where people find this server, without a slash at the end; where that is not known, each is told the address it asked at. */
  readonly publicUrl: string | undefined;
  /** Types of events there may be. */
  readonly types: ReadonlySet<string>;
  readonly places: PlaceLimits;
  /** A live stream is never silent for longer, in milliseconds. */
  readonly heartbeatMs: number;
}

/** How soon an EventSource comes back after it was cut off, in milliseconds. */
const RETRY_MS = 1_000;
const HOST = /^[A-Za-z0-9._:[\]-]{1,255}$/;

/** `/log/events`: the log as CloudEvents 1.0, as far as it goes (NDJSON) or live (server-sent events). */
export class EventsRoute {
  private readonly head: LogHead;
  private readonly pages: EventPages;
  private readonly places: Places;

  constructor(private readonly options: EventsOptions) {
    const { database, logger, places } = options;
    this.head = new LogHead(database, logger);
    this.pages = new EventPages(database);
    this.places = new Places(places);
  }

  serve(scope: FastifyInstance): void {
    // Both named, since a HEAD route that Fastify makes by itself would read the stream to its end.
    scope.route({
      method: ['GET', 'HEAD'],
      url: '/log/events',
      handler: (request, reply) => this.answer(request, reply),
    });
  }

  /** Ends the streams that are open, and takes no more. */
  async close(): Promise<void> {
    await this.places.close();
    await this.head.close();
  }

  private async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    void reply.headers({ vary: 'accept', 'cache-control': 'no-store' });
    const format = negotiate(request.headers.accept);
    if (format === undefined) {
      return refuse(reply, 406, 'NOT_ACCEPTABLE', `Events are given as ${FORMATS.join(' or ')}; accept one of them.`);
    }
    const live = format === 'text/event-stream';
    let query: EventsQuery;
    let seen: bigint | undefined;
    try {
      query = parseEventsQuery(request.query, this.options.types);
      seen = live ? parseLastEventId(request.headers['last-event-id']) : undefined;
    } catch (error) {
      if (error instanceof QueryError) return refuse(reply, 400, 'BAD_REQUEST', error.message);
      throw error;
    }
    if (live && query.limit !== undefined) {
      return refuse(reply, 400, 'BAD_REQUEST', `The parameter limit goes with ${FORMATS[0]}; leave it out here.`);
    }
    const after = seen ?? query.from - 1n;
    const head = await this.head.lookUp();
    if (after > head) return refuse(reply, 409, 'AHEAD_OF_THE_LOG', aheadOf(head, after));
    void reply.type(live ? `${format}; charset=utf-8` : format).headers({ 'maillage-head': head.toString() });
    if (request.method === 'HEAD') return reply.send();

    const { origin = this.options.origin } = await sealRow(this.options.database.pool);
    const place = this.places.take(reply);
    if (!(place instanceof AbortSignal)) {
      return refuse(reply.header('retry-after', '10'), place.status, place.code, place.message);
    }
    // nginx would hold back what is to be live.
    if (live) void reply.header('x-accel-buffering', 'no');
    const context = { origin, base: this.options.publicUrl ?? baseOf(request) };
    const filter = { types: query.types, stream: query.stream };
    const text = live
      ? this.live(after, filter, context, place, request.id)
      : this.upTo(head, after, query.limit, filter, context, place);
    // A page at a time: the next is read once this one has been taken.
    return reply.send(Readable.from(text, { objectMode: false }));
  }

  private async *upTo(
    head: bigint,
    after: bigint,
    limit: bigint | undefined,
    filter: EventFilter,
    context: CloudEventContext,
    ending: AbortSignal,
  ): AsyncGenerator<string> {
    let left = limit;
    let through = after;
    while (through < head && left !== 0n) {
      // Thrown rather than returned: what is cut short must not look complete.
      ending.throwIfAborted();
      const most = left === undefined || left > 1_000n ? {} : { limit: Number(left) };
      const page = await this.pages.read({ after: through, to: head, ...filter, ...most });
      through = page.through;
      if (left !== undefined) left -= BigInt(page.events.length);
      if (page.events.length > 0) yield page.events.map((row) => `${cloudEvent(row, context)}\n`).join('');
    }
  }

  private async *live(
    after: bigint,
    filter: EventFilter,
    context: CloudEventContext,
    ending: AbortSignal,
    requestId: string,
  ): AsyncGenerator<string> {
    // At once, so that the client knows it is connected.
    yield `retry: ${RETRY_MS}\n\n`;
    let through = after;
    while (!ending.aborted) {
      const head = this.head.known;
      if (head > through) {
        try {
          const page = await this.pages.read({ after: through, to: head, ...filter });
          through = page.through;
          if (page.events.length === 0) continue;
          yield page.events.map((row) => `id: ${row.position}\ndata: ${cloudEvent(row, context)}\n\n`).join('');
        } catch (error) {
          // The client comes back by itself, and goes on behind what it has.
          this.options.logger.warn({ err: error, requestId }, 'a live stream of events was cut short');
          return;
        }
      } else if ((await this.head.beyond(through, this.options.heartbeatMs, ending)) === 'quiet') {
        yield ': nothing new\n\n';
      }
    }
  }
}

function aheadOf(head: bigint, after: bigint): string {
  return (
    `The log stands at ${head}, so that nobody has seen ${after} here: start at ${head + 1n} or before. ` +
    'If you did see it, this log was set back; compare its checkpoint with yours.'
  );
}

/** The address the client asked at. */
function baseOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${HOST.test(host) ? host : 'localhost'}`;
}
