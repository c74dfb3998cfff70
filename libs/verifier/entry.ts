import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import addFormatsModule from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import canonicalizeModule from 'canonicalize';
import type { Commitment } from './committed.js';
import { isAddress, linearPatternOf, readSchema } from './dialect.js';
import { VerificationError, type Fault } from './fault.js';
import { HASH_BYTES, tileRoot } from './merkle.js';
import { QuickReading } from './quick.js';
import { saltedHashesIn } from './salted-hashes.js';
import type { Aside, Said } from './semantics.js';
import { shown } from './note.js';
import { parseDecimal } from './strict.js';
import { TILE_WIDTH } from './tiles.js';

// Both packages are CommonJS whose types claim an ES default export; at run time the import is the function itself.
const canonicalize = canonicalizeModule as unknown as typeof canonicalizeModule.default;
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;

/** One bundle of entries to be checked, with the hashes the log publishes for them. */
export interface BundleJob {
  /** The position of its first entry. */
  readonly first: bigint;
  /** How many entries are to be in it. */
  readonly width: number;
  /** Each preceded by its length, two bytes, the higher first (C2SP tlog-tiles). */
  readonly bundle: Uint8Array;
  /** Whether nothing may follow: false where the first entries of a longer bundle are wanted. */
  readonly exact: boolean;
  /** How many of them the checkpoint covers; the others are checked in form alone. */
  readonly sealed: number;
  /** What the log publishes as the leaf hashes of those, side by side. */
  readonly leaves: Uint8Array;
}

/** What became of a bundle: of all its entries, or of those before its first fault. */
export interface BundleReport {
  /** Computed from the entries, side by side. */
  readonly leaves: Buffer;
  /** Of the 256 leaves of a full bundle. */
  readonly root: Buffer | undefined;
  /** What each says of itself. */
  readonly facts: readonly Said[];
  /** The latest instant at which one of those that the checkpoint covers was recorded; empty where there are none. */
  readonly latest: string;
  /** How many of them say that a private value was erased. */
  readonly erased: number;
  readonly fault: Fault | undefined;
  /** The path of a schema that is wanted first; the bundle is to be checked again then. */
  readonly wanted: string | undefined;
}

const UUID = '"([0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"';
// Control characters would have to be escaped, and what is escaped has another spelling.
const TEXT = '[^"\\\\\\u0000-\\u001f]+';
const INSTANT = '\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z';

/** The fields of an entry in canonical order, no more and no fewer; how each is spelled, and what that means. */
const FIELDS = [
  [
    'actor',
    `\\{(?:"member":"${TEXT}",)?"organisation":"(${TEXT})"\\}`,
    'an organisation and, where there is one, a member',
  ],
  ['commandId', UUID, 'a UUID'],
  ['data', '(.*)', 'whatever its schema says'],
  ['id', UUID, 'a UUID'],
  ['recordedAt', `"(${INSTANT})"`, 'an instant in UTC with milliseconds'],
  ['schema', '([1-9][0-9]{0,5})', 'a number from 1'],
  ['stream', '"([^\\s"\\\\/\\u0000-\\u001f]+/[^\\s"\\\\\\u0000-\\u001f]+)"', '<kind>/<id>'],
  ['type', '"([A-Za-z][A-Za-z0-9]{0,99})"', 'the name of an event'],
  ['version', '"([1-9][0-9]{0,18})"', 'a decimal from "1"'],
] as const;
// All in one, for speed. `data` reaches as far as it can, so that what follows it is the entry's own and not within it.
const ENVELOPE = new RegExp(`^\\{${FIELDS.map(([name, form]) => `"${name}":${form}`).join(',')}\\}$`, 's');
// Half of a surrogate pair, as JSON spells it, behind an even number of backslashes.
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/;

const SCHEMA_PATH = /^schemas\/[A-Za-z][A-Za-z0-9]{0,99}\/[1-9][0-9]{0,5}\.json$/;

/** Of the types there are, and their older numbers, a tenth. */
const MOST_SCHEMAS = 10_000;

class SchemaWanted extends Error {
  constructor(readonly path: string) {
    super(path);
  }
}

/** Checks entries one by one; it knows no other entry and reads nothing. Schemas are of those that dialect.ts reads. */
export class EntryChecker {
  private readonly ajv = new Ajv2020({
    strict: false,
    logger: false,
    formats: { uri: isAddress },
    code: { regExp: Object.assign((source: string) => linearPatternOf(source), { code: 'linearPatternOf' }) },
  });
  private readonly validators = new Map<string, () => ValidateFunction | string>();
  private readonly quick: QuickReading | undefined;

  /** @param plainly without the quick way, which finds the same. */
  constructor(plainly = false) {
    addFormats(this.ajv, ['date', 'date-time', 'regex']);
    this.quick = plainly ? undefined : new QuickReading();
  }

  /** @param text of the JSON Schema; `undefined` where the source has none. */
  addSchema(path: string, text: string | undefined): void {
    const known = this.validators.size < MOST_SCHEMAS;
    const why = text === undefined ? `the source has no ${path}` : `more than ${MOST_SCHEMAS} schemas are asked for`;
    this.validators.set(path, text === undefined || !known ? () => why : this.compiled(path, text));
  }

  /** Compiled when it is asked for: of most schemas the quick way is the only one that is needed. */
  private compiled(path: string, text: string): () => ValidateFunction | string {
    const unread = (error: unknown) => `${path} is no JSON Schema that is read here: ${(error as Error).message}`;
    try {
      const schema = readSchema(text);
      this.quick?.addSchema(path, schema);
      let validator: ValidateFunction | string | undefined;
      return () => (validator ??= attempted(() => this.ajv.compile({ ...schema, $id: `/${path}` }), unread));
    } catch (error) {
      const why = unread(error);
      return () => why;
    }
  }

  check(job: BundleJob): BundleReport {
    const { first, width, exact, sealed } = job;
    // A copy, as the bytes before an entry, its length, are made the 0x00 that its leaf is hashed with.
    const bytes = Buffer.from(job.bundle);
    const hashed = hashedEntries(bytes, job);
    // At once, as what stands between them is UTF-8 too.
    const allUtf8 = isUtf8(bytes);
    const facts: Said[] = [];
    let [at, erased, latest] = [0, 0, ''];
    const report = (more: { fault?: Fault; wanted?: string }): BundleReport => {
      const leaves = hashed.leaves.subarray(0, facts.length * HASH_BYTES);
      const root = facts.length === TILE_WIDTH ? tileRoot(leaves) : undefined;
      return { leaves, root, facts, latest, erased, fault: more.fault, wanted: more.wanted };
    };
    try {
      for (const end of hashed.ends) {
        const start = at + 2;
        if (!allUtf8 && !isUtf8(bytes.subarray(start, end))) {
          throw new VerificationError('CANONICAL', 'The entry is not UTF-8.');
        }
        const said = this.quick?.read(bytes, start, end) ?? this.entry(bytes.toString('utf8', start, end));
        if (facts.length < sealed && said.recordedAt > latest) latest = said.recordedAt;
        if (said.type === 'ValueErased') erased += 1;
        facts.push(said);
        at = end;
      }
      if (hashed.fault !== undefined) throw hashed.fault;
      if (exact && at < bytes.length) {
        const message = `The bundle of entries goes on for ${bytes.length - at} bytes after its ${width} entries.`;
        throw new VerificationError('BUNDLE', message);
      }
      if (job.leaves.length > sealed * HASH_BYTES) {
        throw new VerificationError('TILE', `The tile of level 0 has ${job.leaves.length} bytes for ${sealed} leaves.`);
      }
      return report({});
    } catch (error) {
      if (error instanceof SchemaWanted) return report({ wanted: error.path });
      if (!(error instanceof VerificationError)) throw error;
      // What is too much stands behind the last entry, so that the fault is told as the last one's.
      const position = first + BigInt(Math.min(facts.length, width - 1));
      return report({ fault: { kind: error.kind, position, message: error.message } });
    }
  }

  /** The plain way. @throws {VerificationError} @throws {SchemaWanted} */
  private entry(text: string): Said {
    const found = ENVELOPE.exec(text);
    if (found === null) throw notAnEnvelope(parsed(text));
    const [, organisation, commandId, dataText, id, recordedAt, schema, stream, type, version] =
      found as unknown as Matched;
    if (!isOfTheCalendar(recordedAt)) throw wrong(`recordedAt is ${recordedAt}, a day that the calendar lacks`);
    const data = parsed(dataText);
    const path = `schemas/${type}/${schema}.json`;
    const validator = this.validators.get(path)?.();
    if (validator === undefined) throw new SchemaWanted(path);
    if (typeof validator === 'string') throw new VerificationError('SCHEMA', `It cannot be judged: ${validator}.`);
    if (!valid(validator, data)) {
      const { instancePath = '', message = 'is wrong' } = validator.errors?.[0] ?? {};
      throw new VerificationError('SCHEMA', `By ${path}, data${instancePath} ${message}.`);
    }
    const aside = asideOf(type, dataText, data);
    return { type, version, stream, id, commandId, recordedAt, organisation, aside };
  }
}

function attempted<T>(work: () => T, otherwise: (error: unknown) => string): T | string {
  try {
    return work();
  } catch (error) {
    return otherwise(error);
  }
}

interface HashedEntries {
  /** Of those whose leaves are as published. */
  readonly ends: readonly number[];
  /** Side by side. */
  readonly leaves: Buffer;
  /** Of the one after these. */
  readonly fault: VerificationError | undefined;
}

/** @param bytes a copy of the bundle: each length is made 0x00 0x00, of which the second begins what a leaf is the hash of. */
function hashedEntries(bytes: Buffer, { width, sealed, leaves: published }: BundleJob): HashedEntries {
  const expected = Buffer.from(published.buffer, published.byteOffset, published.length);
  const leaves = Buffer.alloc(width * HASH_BYTES);
  const ends: number[] = [];
  const upTo = (fault?: VerificationError): HashedEntries => ({ ends, leaves, fault });
  for (let [n, at] = [0, 0]; n < width; n += 1) {
    const end = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Infinity;
    if (end > bytes.length) {
      return upTo(new VerificationError('MISSING', 'The entry is missing: its bundle ends before.'));
    }
    bytes[at] = 0;
    bytes[at + 1] = 0;
    const leaf = n * HASH_BYTES;
    // As Latin-1, one character a byte: making a Buffer would cost more than hashing.
    leaves.write(hash('sha256', bytes.subarray(at + 1, end), 'binary'), leaf, 'latin1');
    if (n < sealed && leaf + HASH_BYTES > expected.length) {
      return upTo(new VerificationError('TILE', 'Its leaf is missing: the tile of level 0 ends before.'));
    }
    if (n < sealed && leaves.compare(expected, leaf, leaf + HASH_BYTES, leaf, leaf + HASH_BYTES) !== 0) {
      const message = 'The entry does not hash to the leaf that the tile of level 0 holds for it.';
      return upTo(new VerificationError('LEAF', message));
    }
    ends.push(end);
    at = end;
  }
  return upTo();
}

/** What ENVELOPE captures, in the order of its fields. */
type Matched = readonly [
  text: string,
  organisation: string,
  commandId: string,
  data: string,
  id: string,
  recordedAt: string,
  schema: string,
  stream: string,
  type: string,
  version: string,
];

/** The envelope's form lets every month have 31 days. */
function isOfTheCalendar(instant: string): boolean {
  const day = Number(instant.slice(8, 10));
  return day <= 28 || new Date(Date.parse(instant)).getUTCDate() === day;
}

/** Their schemas are the ledger's, and may be made to take anything. */
function asideOf(type: string, text: string, data: unknown): Aside | undefined {
  const hashes = text.includes('{"sha256":') ? saltedHashesIn(data).map(({ path }) => path) : [];
  if (type === 'ValueErased') {
    return { hashes, erases: { eventId: textAt(type, data, 'eventId'), path: textAt(type, data, 'path') } };
  }
  if (type === 'LogReopened') {
    const previousOrigin = textAt(type, data, 'previousOrigin');
    const keptPosition = parseDecimal(textAt(type, data, 'keptPosition'));
    if (keptPosition === undefined) throw lacks(type, 'position in keptPosition');
    return { hashes, reopens: { previousOrigin, keptPosition } };
  }
  if (type === 'SchemasPublished') return { hashes, commits: commitmentsIn(type, data) };
  if (type === 'ReceiptKeyRevoked') return { hashes, revokes: textAt(type, data, 'key') };
  if (type === 'ReceiptKeyCertified') {
    return { hashes, certifies: { key: textAt(type, data, 'key'), signature: textAt(type, data, 'signature') } };
  }
  return hashes.length === 0 ? undefined : { hashes };
}

function commitmentsIn(type: string, data: unknown): readonly Commitment[] {
  const { schemas } = (data ?? {}) as { readonly schemas?: unknown };
  if (!Array.isArray(schemas)) throw lacks(type, 'list in schemas');
  return schemas.map((each: unknown) => {
    const { schema } = (each ?? {}) as { readonly schema?: unknown };
    const path = `schemas/${textAt(type, each, 'type')}/${String(schema)}.json`;
    if (!SCHEMA_PATH.test(path)) throw lacks(type, 'type and number of a schema');
    return { path, sha256: textAt(type, each, 'sha256') };
  });
}

function textAt(type: string, data: unknown, name: string): string {
  const value =
    typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined;
  if (typeof value !== 'string') throw lacks(type, `text in ${name}`);
  return value;
}

const lacks = (type: string, what: string) =>
  new VerificationError('SCHEMA', `The data of ${type} has no ${what}, whatever its schema says.`);

function valid(validator: ValidateFunction, data: unknown): boolean {
  try {
    return validator(data);
  } catch (error) {
    // A schema that refers to itself may be followed as deep as the data goes.
    throw new VerificationError('SCHEMA', `The data cannot be judged by its schema: ${(error as Error).message}.`);
  }
}

/** The value of a text in the canonical form of RFC 8785. */
function parsed(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (isCanonical(text, value)) return value;
  } catch (error) {
    throw new VerificationError('CANONICAL', `The entry is not canonical JSON: ${(error as Error).message}.`);
  }
  throw new VerificationError('CANONICAL', 'The entry is JSON, but not in its canonical form (RFC 8785).');
}

function isCanonical(text: string, value: unknown): boolean {
  // Canonical form is the shortest spelling there is, escapes and rounded numbers aside: then its length tells it apart,
  // at a fraction of the cost of writing it anew.
  if (!text.includes('\\') && canonicalLength(value) === text.length) return true;
  return !LONE_SURROGATE.test(text) && canonicalize(value) === text;
}

/** How long the canonical form of a value is, read from a text without escapes; NaN where only writing it would tell. */
function canonicalLength(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value === 'number') {
    // 100 may be written 1e2, no longer than itself; any other spelling of these is longer.
    return Number.isSafeInteger(value) && (value === 0 || value % 100 !== 0) ? String(value).length : NaN;
  }
  if (typeof value === 'boolean') return value ? 4 : 5;
  if (value === null) return 4;
  let length = 1;
  if (Array.isArray(value)) {
    for (const item of value) length += canonicalLength(item) + 1;
    return Math.max(length, 2);
  }
  let before = '';
  for (const key in value as object) {
    // In UTF-16 order, and not digits, whose order engines make up themselves.
    if (key < before || !(key > ':')) return NaN;
    length += key.length + 4 + canonicalLength((value as Record<string, unknown>)[key]);
    before = key;
  }
  return Math.max(length, 2);
}

/** Which field of a canonical text that is no entry is to blame. */
function notAnEnvelope(value: unknown): VerificationError {
  const names = FIELDS.map(([name]) => name);
  const fields = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  if (Object.keys(fields).sort().join() !== names.join()) return wrong(`its fields are not just ${names.join(', ')}`);
  for (const [name, form, meaning] of FIELDS) {
    const text = canonicalize(fields[name]) ?? '';
    if (!new RegExp(`^${form}$`, 's').test(text)) return wrong(`${name} is ${shown(text)}, not ${meaning}`);
  }
  return wrong('its form is none that is known');
}

const wrong = (why: string) => new VerificationError('ENVELOPE', `The entry is not an event: ${why}.`);
