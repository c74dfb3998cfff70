import { isAddress, judgingKeywords, linearPatternOf } from './dialect.js';
import { afterDate, afterInstant, afterText, countOf, isBytes, isDigit, literal, QUOTE, ZERO } from './scan.js';

/*
 * A JSON Schema as a matcher of bytes: one pass that finds a value in canonical form and valid, and where it ends. It says
 * yes or that it does not know; whatever it does not know is judged by the schema itself, as entry.ts has it.
 */

/**
 * @param hashes to which the place of every salted hash is added, as a JSON Pointer.
 * @returns where the value that begins at `at` ends; -1 where that is not known.
 */
export type Matcher = (bytes: Uint8Array, at: number, hashes: string[]) => number;

type Schema = Readonly<Record<string, unknown>>;

/** So that names need no escapes, in JSON or in pointers, and are sorted by their bytes. */
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const SALTED_HASH = '^[0-9a-f]{64}$';
const [COMMA, OPENED, CLOSED] = [0x2c, 0x5b, 0x5d];
const [MINUS, POINT, LOWER_E] = [0x2d, 0x2e, 0x65];
/** Integers of no more digits are written as they are, and are exact. */
const MOST_DIGITS = 15;

/**
 * @param schema one that dialect.ts has read.
 * @param pointer where its values are in an event's data, or in the item of the list that they are in.
 * @returns `undefined` where it has what is not known here.
 */
export function matcherOf(schema: object, pointer: string): Matcher | undefined {
  const { type, enum: listed, const: only, ...keywords } = Object.fromEntries(judgingKeywords(schema)) as Schema;
  if (listed !== undefined || only !== undefined) {
    const values = (listed ?? [only]) as readonly unknown[];
    return knows(keywords, []) && values.every((each) => isSpelledOnly(each, type)) ? oneOf(values) : undefined;
  }
  switch (type) {
    case undefined:
      return choice(keywords, pointer);
    case 'object':
      return object(keywords, pointer);
    case 'array':
      return array(keywords, pointer);
    case 'string':
      return text(keywords);
    case 'integer':
      return integer(keywords);
    case 'boolean':
      return knows(keywords, []) ? oneOf([true, false]) : undefined;
    case 'null':
      return knows(keywords, []) ? oneOf([null]) : undefined;
    default:
      return undefined;
  }
}

/** Whether it is of that type, and JSON.stringify writes it as canonical form does. */
function isSpelledOnly(value: unknown, type: unknown): boolean {
  if (typeof value === 'string') return type === 'string' && /^[\x20-\x7e]*$/.test(value);
  if (typeof value === 'number') return type === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 1e15;
  return typeof value === 'boolean' && type === 'boolean';
}

const knows = (keywords: Schema, known: readonly string[]) =>
  Object.keys(keywords).every((name) => known.includes(name));

/** JSON says itself where a value ends: the first alternative that matches ends where every other would. */
function choice({ anyOf, ...rest }: Schema, pointer: string): Matcher | undefined {
  if (!Array.isArray(anyOf) || !knows(rest, [])) return undefined;
  const alternatives = all(anyOf.map((each) => matcherOf(each as object, pointer)));
  return (
    alternatives &&
    ((bytes, at, hashes) => {
      const known = hashes.length;
      for (const alternative of alternatives) {
        const end = alternative(bytes, at, hashes);
        if (end >= 0) return end;
        hashes.length = known;
      }
      return -1;
    })
  );
}

function all<T>(parts: readonly (T | undefined)[]): readonly T[] | undefined {
  return parts.includes(undefined) ? undefined : (parts as readonly T[]);
}

interface Member {
  /** Its name, as it stands behind another member and as the first. */
  readonly next: Uint8Array;
  readonly first: Uint8Array;
  readonly value: Matcher;
  readonly required: boolean;
}

const EMPTY = literal('{}');
const CLOSING = 0x7d;

function object(keywords: Schema, pointer: string): Matcher | undefined {
  const { properties, required = [], additionalProperties } = keywords;
  if (!knows(keywords, ['properties', 'required', 'additionalProperties'])) return undefined;
  if (properties === undefined || additionalProperties !== false) return undefined;
  const needed = new Set(required as readonly string[]);
  const names = Object.keys(properties as Schema).sort();
  if (needed.size !== (required as readonly string[]).length || [...needed].some((each) => !names.includes(each)))
    return undefined;
  if (names.length === 0 || names.some((name) => !NAME.test(name))) return undefined;
  const members = all(
    names.map((name): Member | undefined => {
      const schema = (properties as Readonly<Record<string, Schema>>)[name] as Schema;
      const value = matcherOf(schema, `${pointer}/${name}`);
      // Whether it is a salted hash, its form alone must tell.
      if (value === undefined || (name === 'sha256' && schema['pattern'] !== SALTED_HASH)) return undefined;
      return { next: literal(`,"${name}":`), first: literal(`{"${name}":`), value, required: needed.has(name) };
    }),
  );
  if (members === undefined) return undefined;
  const hash = names.indexOf('sha256');
  return hash < 0 ? membersIn(members) : withSaltedHash(members, hash, pointer);
}

/** In canonical form members are sorted, so that each either stands next or is not there. */
function membersIn(members: readonly Member[]): Matcher {
  return (bytes, at, hashes) => {
    let end = at;
    for (const { next, first, value, required } of members) {
      const name = end === at ? first : next;
      if (isBytes(bytes, end, name)) {
        end = value(bytes, end + name.length, hashes);
        if (end < 0) return -1;
      } else if (required) return -1;
    }
    if (end === at) return isBytes(bytes, at, EMPTY) ? at + EMPTY.length : -1;
    return bytes[end] === CLOSING ? end + 1 : -1;
  };
}

/** An object with nothing but `sha256` is a salted hash (salted-hashes.ts). */
function withSaltedHash(members: readonly Member[], index: number, pointer: string): Matcher {
  const whole = membersIn(members);
  const alone = members.length === 1;
  const { first, value } = members[index] as Member;
  return (bytes, at, hashes) => {
    const end = whole(bytes, at, hashes);
    if (end < 0 || !isBytes(bytes, at, first)) return end;
    if (!alone && value(bytes, at + first.length, hashes) !== end - 1) return end;
    hashes.push(pointer);
    return end;
  };
}

function array(keywords: Schema, pointer: string): Matcher | undefined {
  const { items, minItems = 0, maxItems = Infinity } = keywords;
  if (items === undefined || !knows(keywords, ['items', 'minItems', 'maxItems'])) return undefined;
  const item = matcherOf(items as object, '');
  if (item === undefined) return undefined;
  return (bytes, at, hashes) => {
    if (bytes[at] !== OPENED) return -1;
    let [end, count] = [at + 1, 0];
    if (bytes[end] !== CLOSED) {
      for (;;) {
        const known = hashes.length;
        end = item(bytes, end, hashes);
        if (end < 0) return -1;
        for (let n = known; n < hashes.length; n += 1) hashes[n] = `${pointer}/${count}${hashes[n] ?? ''}`;
        count += 1;
        if (bytes[end] !== COMMA) break;
        end += 1;
      }
    }
    return bytes[end] === CLOSED && count >= (minItems as number) && count <= (maxItems as number) ? end + 1 : -1;
  };
}

function text(keywords: Schema): Matcher | undefined {
  if (!knows(keywords, ['minLength', 'maxLength', 'pattern', 'format'])) return undefined;
  const {
    minLength = 0,
    maxLength = Infinity,
    pattern,
    format,
  } = keywords as Schema & {
    readonly minLength?: number;
    readonly maxLength?: number;
    readonly pattern?: string;
    readonly format?: string;
  };
  const check = formatOf(format);
  const linear = pattern === undefined ? undefined : linearPatternOf(pattern);
  return (bytes, at) => {
    if (bytes[at] !== QUOTE) return -1;
    const end = linear === undefined ? afterText(bytes, at + 1) : linear.endIn(bytes, at + 1);
    if (end < 0) return -1;
    // As many characters as bytes at most.
    if (minLength > 0 || end - at - 1 > maxLength) {
      const count = countOf(bytes, at + 1, end);
      if (count < minLength || count > maxLength) return -1;
    }
    return check === undefined || check(bytes, at + 1, end) ? end + 1 : -1;
  };
}

function formatOf(format: string | undefined): ((bytes: Uint8Array, at: number, end: number) => boolean) | undefined {
  if (format === 'date') return (bytes, at, end) => afterDate(bytes, at) === end;
  if (format === 'date-time') return (bytes, at, end) => afterInstant(bytes, at) === end;
  if (format === 'uri') return (bytes, at, end) => isAddressIn(bytes, at, end);
  return undefined;
}

function isAddressIn(bytes: Uint8Array, at: number, end: number): boolean {
  const address = Buffer.from(bytes.buffer, bytes.byteOffset + at, end - at).toString('utf8');
  return !address.includes('\\') && isAddress(address);
}

function oneOf(values: readonly unknown[]): Matcher {
  const spelled = values.map((value) => literal(JSON.stringify(value)));
  return (bytes, at) => {
    for (const each of spelled) if (isBytes(bytes, at, each)) return at + each.length;
    return -1;
  };
}

function integer(keywords: Schema): Matcher | undefined {
  if (!knows(keywords, ['minimum', 'maximum', 'exclusiveMinimum'])) return undefined;
  const {
    minimum = -Infinity,
    maximum = Infinity,
    exclusiveMinimum = -Infinity,
  } = keywords as Readonly<Record<string, number>>;
  return (bytes, at) => {
    const negative = bytes[at] === MINUS;
    const first = negative ? at + 1 : at;
    let [end, value] = [first, 0];
    for (let byte = bytes[end] ?? 0; isDigit(byte); byte = bytes[end] ?? 0) {
      value = value * 10 + byte - ZERO;
      end += 1;
    }
    if (end === first || end - first > MOST_DIGITS) return -1;
    // A needless zero, and -0.
    if (bytes[first] === ZERO && (negative || end - first > 1)) return -1;
    if (bytes[end] === POINT || bytes[end] === LOWER_E) return -1;
    const signed = negative ? -value : value;
    return signed >= minimum && signed <= maximum && signed > exclusiveMinimum ? end : -1;
  };
}
