import { linearPatternOf } from './dialect.js';
import { matcherOf, type Matcher } from './matcher.js';
import { afterInstant, afterPlainText, isBytes, isDigit, literal, BACKSLASH, QUOTE, ZERO } from './scan.js';
import type { Said } from './semantics.js';

/*
 * The quick way to read an entry: forwards to its data, then backwards from its end, then the data in between by the matcher
 * of its schema, each byte once. Entries that it does not know are left to the plain way (entry.ts), which says what is wrong
 * with them; what it does read, the plain way would read as the same.
 */

const OPENING = literal('{"actor":{');
const MEMBER = literal('"member":"');
const ORGANISATION = literal('"organisation":"');
const COMMAND = literal('"},"commandId":"');
const DATA = literal('","data":');
const ID = literal(',"id":"');
const RECORDED_AT = literal('","recordedAt":"');
const SCHEMA = literal('","schema":');
const STREAM = literal(',"stream":"');
const TYPE = literal('","type":"');
const VERSION = literal('","version":"');
const CLOSING = literal('"}');
const BETWEEN = literal('",');

const UUID = linearPatternOf('^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$');
const UUID_LENGTH = 36;
const INSTANT_LENGTH = 24;
const MOST_DIGITS = { schema: 6, version: 19 };
const SLASH = 0x2f;
/** They say more than their schema (see `Aside`), and are few. */
const LEFT_OUT = ['ValueErased', 'LogReopened', 'SchemasPublished', 'ReceiptKeyCertified', 'ReceiptKeyRevoked'];

export class QuickReading {
  private readonly matchers = new Map<string, Map<string, Matcher>>();

  /** @param path `schemas/<type>/<number>.json`. @param schema one that dialect.ts has read. */
  addSchema(path: string, schema: object): void {
    const [, type = '', number = ''] = /^schemas\/([^/]+)\/([0-9]+)\.json$/.exec(path) ?? [];
    const matcher = LEFT_OUT.includes(type) ? undefined : matcherOf(schema, '');
    if (matcher === undefined) return;
    const ofType = this.matchers.get(type) ?? new Map<string, Matcher>();
    this.matchers.set(type, ofType.set(number, matcher));
  }

  /** @param bytes with an entry from `at` to `end`, in UTF-8. @returns `undefined` where it is not known. */
  read(bytes: Buffer, at: number, end: number): Said | undefined {
    const head = headOf(bytes, at);
    const tail = tailOf(bytes, end);
    if (head === undefined || tail === undefined) return undefined;
    // What is behind the data in one piece, of which parts are quick to take.
    const behind = bytes.toString('latin1', tail.id, end);
    const text = (from: number, to: number) => behind.slice(from - tail.id, to - tail.id);
    const type = text(tail.type, tail.typeEnd);
    const matcher = this.matchers.get(type)?.get(text(tail.schema, tail.stream - STREAM.length));
    const hashes: string[] = [];
    if (matcher?.(bytes, head.data, hashes) !== tail.id - ID.length) return undefined;
    return {
      type,
      version: text(tail.version, end - CLOSING.length),
      stream: text(tail.stream, tail.type - TYPE.length),
      id: text(tail.id, tail.id + UUID_LENGTH),
      commandId: bytes.toString('latin1', head.command, head.command + UUID_LENGTH),
      recordedAt: text(tail.recordedAt, tail.recordedAt + INSTANT_LENGTH),
      organisation: bytes.toString('utf8', head.organisation, head.organisationEnd),
      aside: hashes.length === 0 ? undefined : { hashes },
    };
  }
}

interface Head {
  readonly organisation: number;
  readonly organisationEnd: number;
  readonly command: number;
  readonly data: number;
}

/** Where the parts of an entry before its data begin. */
function headOf(bytes: Uint8Array, at: number): Head | undefined {
  if (!isBytes(bytes, at, OPENING)) return undefined;
  let next = at + OPENING.length;
  if (isBytes(bytes, next, MEMBER)) {
    next = afterPlainText(bytes, next + MEMBER.length);
    if (next < 0 || !isBytes(bytes, next, BETWEEN)) return undefined;
    next += BETWEEN.length;
  }
  if (!isBytes(bytes, next, ORGANISATION)) return undefined;
  const organisation = next + ORGANISATION.length;
  const organisationEnd = afterPlainText(bytes, organisation);
  if (organisationEnd < 0 || !isBytes(bytes, organisationEnd, COMMAND)) return undefined;
  const command = organisationEnd + COMMAND.length;
  const commandEnd = UUID.endIn(bytes, command);
  if (commandEnd < 0 || !isBytes(bytes, commandEnd, DATA)) return undefined;
  return { organisation, organisationEnd, command, data: commandEnd + DATA.length };
}

interface Tail {
  readonly id: number;
  readonly recordedAt: number;
  readonly schema: number;
  readonly stream: number;
  readonly type: number;
  readonly typeEnd: number;
  readonly version: number;
}

/** Where those behind its data begin: none of them holds a quotation mark, so that they can be told from the end. */
function tailOf(bytes: Uint8Array, end: number): Tail | undefined {
  const versionEnd = end - CLOSING.length;
  const version = numberBefore(bytes, versionEnd, MOST_DIGITS.version);
  const typeEnd = version - VERSION.length;
  if (!isBytes(bytes, versionEnd, CLOSING) || !isBytes(bytes, typeEnd, VERSION)) return undefined;
  let type = typeEnd;
  while (isLetterOrDigit(bytes[type - 1])) type -= 1;
  const streamEnd = type - TYPE.length;
  const stream = isBytes(bytes, streamEnd, TYPE) ? streamBefore(bytes, streamEnd) : -1;
  const schemaEnd = stream - STREAM.length;
  if (stream < 0 || !isBytes(bytes, schemaEnd, STREAM)) return undefined;
  const schema = numberBefore(bytes, schemaEnd, MOST_DIGITS.schema);
  const instantEnd = schema - SCHEMA.length;
  const recordedAt = instantEnd - INSTANT_LENGTH;
  if (!isBytes(bytes, instantEnd, SCHEMA) || afterInstant(bytes, recordedAt) !== instantEnd) return undefined;
  const idEnd = recordedAt - RECORDED_AT.length;
  const id = idEnd - UUID_LENGTH;
  if (!isBytes(bytes, idEnd, RECORDED_AT) || UUID.endIn(bytes, id) !== idEnd) return undefined;
  return isBytes(bytes, id - ID.length, ID) ? { id, recordedAt, schema, stream, type, typeEnd, version } : undefined;
}

/** @returns where a number without a needless zero begins that ends there; -1 where there is none. */
function numberBefore(bytes: Uint8Array, end: number, most: number): number {
  let at = end;
  while (isDigit(bytes[at - 1])) at -= 1;
  return at < end && end - at <= most && bytes[at] !== ZERO ? at : -1;
}

/** `<kind>/<id>`, of printable ASCII; -1 where there is none. */
function streamBefore(bytes: Uint8Array, end: number): number {
  let [at, slash] = [end, -1];
  for (; isOfStreams(bytes[at - 1]); at -= 1) if (bytes[at - 1] === SLASH) slash = at - 1;
  return slash > at && slash < end - 1 ? at : -1;
}

const isOfStreams = (byte = 0) => byte > 0x20 && byte < 0x7f && byte !== QUOTE && byte !== BACKSLASH;
const isLetterOrDigit = (byte = 0) => isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
