import { z } from 'zod';

const LARGEST = 9_223_372_036_854_775_807n;
const MOST_TYPES = 50;

const once = z.string({ error: 'is given twice; give it once' });
const positive = once
  .regex(/^[1-9][0-9]{0,18}$/, { error: 'is not a whole number from 1 on, such as 1234', abort: true })
  .transform((text) => BigInt(text))
  .refine((number) => number <= LARGEST, { error: `is more than ${LARGEST}` });

const parameters = z.strictObject({
  from: positive.optional(),
  limit: positive.optional(),
  type: z.union([z.string().transform((type) => [type]), z.array(z.string()).max(MOST_TYPES)]).optional(),
  stream: once.regex(/^[\x21-\x7e]{1,300}$/, { error: 'is not a stream, such as mission/<id>' }).optional(),
});

export interface EventsQuery {
  /** Inclusive. */
  readonly from: bigint;
  readonly limit: bigint | undefined;
  readonly types: readonly string[] | undefined;
  readonly stream: string | undefined;
}

/** What a request says is not acceptable; the message says what would be. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
}

/** @throws {QueryError} naming the parameter. */
export function parseEventsQuery(query: unknown, knownTypes: ReadonlySet<string>): EventsQuery {
  const parsed = parameters.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw issue?.code === 'unrecognized_keys'
      ? new QueryError(`The parameter ${issue.keys.join(', ')} is unknown; from, limit, type and stream are accepted.`)
      : new QueryError(`The parameter ${String(issue?.path[0])} ${issue?.message}.`);
  }
  const { from = 1n, limit, type, stream } = parsed.data;
  const types = type && [...new Set(type)];
  const unknown = types?.find((each) => !knownTypes.has(each));
  if (unknown !== undefined) {
    throw new QueryError(`The parameter type names ${JSON.stringify(unknown)}, which is no event type; see /schemas.`);
  }
  return { from, limit, types, stream };
}

/** The position a client saw last, by the header that an EventSource sends when it comes back. */
export function parseLastEventId(header: string | string[] | undefined): bigint | undefined {
  if (header === undefined || header === '') return undefined;
  if (typeof header !== 'string' || !/^(?:0|[1-9][0-9]{0,18})$/.test(header) || BigInt(header) > LARGEST) {
    throw new QueryError(
      'The header Last-Event-ID is not a position; send the id of the last event as it was received.',
    );
  }
  return BigInt(header);
}

/** In the order preferred where a client has no preference. */
export const FORMATS = ['application/x-ndjson', 'text/event-stream'] as const;
export type Format = (typeof FORMATS)[number];

/** Which format a client asks for (RFC 9110 §12.5.1); `undefined` where it wants neither. */
export function negotiate(accept: string | undefined): Format | undefined {
  const ranges = (accept ?? '*/*').split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const q = Number(/^q=([0-9.]+)$/.exec(parameters.find((each) => each.startsWith('q=')) ?? '')?.[1] ?? 1);
    return { type, q: Number.isNaN(q) ? 0 : q };
  });
  const qualityOf = (format: Format) => {
    const [main] = format.split('/');
    const range = [format, `${main}/*`, '*/*'].map((type) => ranges.find((each) => each.type === type)).find(Boolean);
    return range?.q ?? 0;
  };
  const [best] = FORMATS.map((format) => ({ format, q: qualityOf(format) })).sort((a, b) => b.q - a.q);
  return best === undefined || best.q === 0 ? undefined : best.format;
}
