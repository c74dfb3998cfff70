import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import addFormatsModule from 'ajv-formats';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import canonicalizeModule from 'canonicalize';
import { VerificationError, type Fault } from './fault.js';
import { HASH_BYTES, tileRoot } from './merkle.js';
import { shown } from './note.js';
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
  /** `<version> <stream>` of each, a line each: between threads one text goes faster than many. */
  readonly versions: string;
  /** How many of them say that a private value was erased. */
  readonly erased: number;
  readonly fault: Fault | undefined;
  /** The path of a schema that is wanted first; the bundle is to be checked again then. */
  readonly wanted: string | undefined;
}

const UUID = '"[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"';
const TEXT = '"[^"\\\\]+"';
const INSTANT = '"\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}Z"';

/** The fields of an entry in canonical order, no more and no fewer; how each is spelled, and what that means. */
const FIELDS = [
  ['actor', `\\{(?:"member":${TEXT},)?"organisation":${TEXT}\\}`, 'an organisation and, where there is one, a member'],
  ['commandId', UUID, 'a UUID'],
  ['data', '(.*)', 'whatever its schema says'],
  ['id', UUID, 'a UUID'],
  ['recordedAt', INSTANT, 'an instant in UTC with milliseconds'],
  ['schema', '([1-9][0-9]{0,5})', 'a number from 1'],
  ['stream', '"([^\\s"\\\\/]+/[^\\s"\\\\]+)"', '<kind>/<id>'],
  ['type', '"([A-Za-z][A-Za-z0-9]{0,99})"', 'the name of an event'],
  ['version', '"([1-9][0-9]{0,18})"', 'a decimal from "1"'],
] as const;
// All in one, for speed. `data` reaches as far as it can, so that what follows it is the entry's own and not within it.
const ENVELOPE = new RegExp(`^\\{${FIELDS.map(([name, form]) => `"${name}":${form}`).join(',')}\\}$`, 's');
// Half of a surrogate pair, as JSON spells it, behind an even number of backslashes.
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f][0-9a-f]{2}/;

class SchemaWanted extends Error {
  constructor(readonly path: string) {
    super(path);
  }
}

/** Checks entries one by one; it knows no other entry and reads nothing. */
export class EntryChecker {
  // Formats are checked, and what is not known of a schema is let pass: it is the ledger's, of any later version.
  private readonly ajv = new Ajv2020({ strict: false, logger: false, formats: { uri: (text) => URL.canParse(text) } });
  private readonly validators = new Map<string, ValidateFunction | string>();

  constructor() {
    // Not `uri`, which would refuse web addresses beyond ASCII that browsers, and the ledger, take.
    addFormats(this.ajv, ['date', 'date-time', 'time', 'duration', 'email', 'uuid', 'regex']);
  }

  /** @param text of the JSON Schema; `undefined` where the source has none. */
  addSchema(path: string, text: string | undefined): void {
    this.validators.set(path, text === undefined ? `the source has no ${path}` : this.compiled(path, text));
  }

  private compiled(path: string, text: string): ValidateFunction | string {
    try {
      const schema = JSON.parse(text) as unknown;
      if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) throw new Error('it is no object');
      return this.ajv.compile({ ...schema, $id: `/${path}` });
    } catch (error) {
      return `${path} is no JSON Schema: ${(error as Error).message}`;
    }
  }

  check({ first, width, bundle, exact, sealed, leaves: published }: BundleJob): BundleReport {
    // A copy, as the byte before an entry is made the 0x00 that its leaf is hashed with.
    const bytes = Buffer.from(bundle);
    const expected = Buffer.from(published.buffer, published.byteOffset, published.length);
    const leaves = Buffer.alloc(width * HASH_BYTES);
    const versions: string[] = [];
    let [at, n, erased] = [0, 0, 0];
    const report = (more: { fault?: Fault; wanted?: string }): BundleReport => {
      const root = n === TILE_WIDTH ? tileRoot(leaves) : undefined;
      const { fault, wanted } = more;
      return { leaves: leaves.subarray(0, n * HASH_BYTES), root, versions: versions.join('\n'), erased, fault, wanted };
    };
    try {
      for (; n < width; n += 1) {
        const end = at + 2 <= bytes.length ? at + 2 + bytes.readUInt16BE(at) : Infinity;
        if (end > bytes.length) throw new VerificationError('MISSING', 'The entry is missing: its bundle ends before.');
        bytes[at + 1] = 0;
        const input = bytes.subarray(at + 1, end);
        const leaf = hash('sha256', input, 'binary');
        const offset = n * HASH_BYTES;
        if (n < sealed) {
          if (offset + HASH_BYTES > expected.length)
            throw new VerificationError('TILE', 'Its leaf is missing: the tile of level 0 ends before.');
          if (expected.toString('latin1', offset, offset + HASH_BYTES) !== leaf) {
            throw new VerificationError(
              'LEAF',
              'The entry does not hash to the leaf that the tile of level 0 holds for it.',
            );
          }
        }
        const { type, stream, version } = this.entry(input);
        leaves.write(leaf, offset, 'latin1');
        versions.push(`${version} ${stream}`);
        if (type === 'ValueErased') erased += 1;
        at = end;
      }
      if (exact && at < bytes.length) {
        const message = `The bundle of entries goes on for ${bytes.length - at} bytes after its ${width} entries.`;
        throw new VerificationError('BUNDLE', message);
      }
      if (expected.length > sealed * HASH_BYTES) {
        throw new VerificationError('TILE', `The tile of level 0 has ${expected.length} bytes for ${sealed} leaves.`);
      }
      return report({});
    } catch (error) {
      if (error instanceof SchemaWanted) return report({ wanted: error.path });
      if (!(error instanceof VerificationError)) throw error;
      // What is too much stands behind the last entry, so that the fault is told as the last one's.
      const position = first + BigInt(n === width ? n - 1 : n);
      return report({ fault: { kind: error.kind, position, message: error.message } });
    }
  }

  /** @param input what its leaf is hashed from: 0x00, which is UTF-8 as well, and the entry. */
  private entry(input: Buffer): { readonly type: string; readonly stream: string; readonly version: string } {
    if (!isUtf8(input)) throw new VerificationError('CANONICAL', 'The entry is not UTF-8.');
    const text = input.toString('utf8', 1);
    const [, dataText, schema, stream, type, version] = ENVELOPE.exec(text) ?? [];
    if (dataText === undefined || stream === undefined || type === undefined || version === undefined) {
      throw notAnEnvelope(parsed(text));
    }
    const data = parsed(dataText);
    const path = `schemas/${type}/${schema ?? ''}.json`;
    const validator = this.validators.get(path);
    if (validator === undefined) throw new SchemaWanted(path);
    if (typeof validator === 'string') throw new VerificationError('SCHEMA', `It cannot be judged: ${validator}.`);
    if (!valid(validator, data)) {
      const { instancePath = '', message = 'is wrong' } = validator.errors?.[0] ?? {};
      throw new VerificationError('SCHEMA', `By ${path}, data${instancePath} ${message}.`);
    }
    return { type, stream, version };
  }
}

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
