/** A row of the log: what was recorded, and its RFC 6962 leaf hash. */
export interface LogRow {
  readonly position: string;
  /** RFC 8785 canonical JSON. */
  readonly entry: string;
  readonly leaf: Buffer;
}

/** What the events of one answer have in common. */
export interface CloudEventContext {
  /** The log's origin. */
  readonly origin: string;
  /** Where this server was found, without a slash at the end: `https://ledger.example`. */
  readonly base: string;
}

interface Envelope {
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly stream: string;
  readonly version: string;
  readonly actor: { readonly organisation: string; readonly member?: string };
  readonly commandId: string;
  readonly recordedAt: string;
  readonly data: unknown;
}

/** As many digits as the largest position has. */
const SEQUENCE_DIGITS = 19;

/**
 * An event as CloudEvents 1.0 JSON, on one line. Nothing of the entry is left out: who puts it together again, in canonical
 * form, gets the leaf hash.
 */
export function cloudEvent({ position, entry, leaf }: LogRow, { origin, base }: CloudEventContext): string {
  const { id, type, schema, stream, version, actor, commandId, recordedAt, data } = JSON.parse(entry) as Envelope;
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: sourceOf(origin),
    type,
    subject: stream,
    time: recordedAt,
    datacontenttype: 'application/json',
    // Must be an absolute URI.
    dataschema: `${base}/schemas/${type}/${schema}.json`,
    // The extension of that name wants texts that sort as the events do, so it has leading zeros; `position` has none.
    sequence: position.padStart(SEQUENCE_DIGITS, '0'),
    position,
    streamversion: version,
    organisation: actor.organisation,
    ...(actor.member === undefined ? {} : { member: actor.member }),
    commandid: commandId,
    leafhash: leaf.toString('hex'),
    data,
  });
}

/**
 * An origin is a URL without its scheme (C2SP tlog-tiles): with two slashes before it, it is a URI-reference, whatever
 * colons it holds (RFC 3986 §4.2).
 */
export function sourceOf(origin: string): string {
  return `//${encodeURI(origin)}`;
}
