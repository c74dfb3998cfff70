import { linearPattern, type LinearPattern } from './linear.js';

/*
 * The JSON Schemas of a ledger are written by whoever is audited. Those of a closed set of keywords are read, in which the
 * work on an entry is bounded by its length and the schema's: nothing refers to anything else, and patterns are linear.
 */

/** More of a schema is not read. */
export const MOST_SCHEMA_BYTES = 64 * 1024;
const MOST_SCHEMAS = 500;
const MOST_DEPTH = 16;
const MOST_VALUES = 1_000;
const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];
const FORMATS = ['date', 'date-time', 'uri'];

type Keyword = (value: unknown, reading: DialectReading) => boolean;

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isListOf = (value: unknown, each: (item: unknown) => boolean): value is readonly unknown[] =>
  Array.isArray(value) && value.length > 0 && value.length <= MOST_VALUES && value.every(each);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Not those that every object has from the engine: a field of such a name would seem to be there always. */
const isName = (value: unknown) => isText(value) && value.length <= 100 && !(value in Object.prototype);

/** Keywords that judge nothing. */
const DESCRIBING: readonly string[] = ['title', 'description', 'default'];

/** What of a schema judges, by keyword. */
export function judgingKeywords(schema: object): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(schema).filter(([name]) => !DESCRIBING.includes(name));
}

/** Each keyword there may be, and what its value must be. What only describes may be anything. */
const KEYWORDS: Readonly<Record<string, Keyword>> = {
  title: isText,
  description: isText,
  default: () => true,
  type: (value) => isText(value) && TYPES.includes(value),
  enum: (value) => isListOf(value, isScalar),
  const: isScalar,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
  minimum: isNumber,
  maximum: isNumber,
  exclusiveMinimum: isNumber,
  exclusiveMaximum: isNumber,
  format: (value) => isText(value) && FORMATS.includes(value),
  pattern: (value, reading) => isText(value) && reading.pattern(value),
  required: (value) => isListOf(value, isName),
  additionalProperties: (value) => value === false,
  properties: (value, reading) => isObject(value) && reading.all(value),
  items: (value, reading) => reading.schema(value),
  anyOf: (value, reading) => isListOf(value, (each) => reading.schema(each)),
};

/**
 * A schema that can be judged by without harm.
 * @throws {Error} saying what of it is not read.
 */
export function readSchema(text: string): object {
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_SCHEMA_BYTES) throw new Error(`it has ${bytes} bytes; at most ${MOST_SCHEMA_BYTES} are read`);
  const schema = JSON.parse(text) as unknown;
  if (!isObject(schema)) throw new Error('it is no object');
  const { $id: _, $schema: draft, ...rest } = schema;
  if (draft !== undefined && draft !== DRAFT) throw new Error(`its $schema is not ${DRAFT}`);
  new DialectReading().schema(rest);
  return rest;
}

class DialectReading {
  private schemas = 0;
  private depth = 0;

  /** @returns true. @throws {Error} */
  schema(schema: unknown): boolean {
    this.schemas += 1;
    this.depth += 1;
    if (this.schemas > MOST_SCHEMAS) throw new Error(`it has more than ${MOST_SCHEMAS} parts`);
    if (this.depth > MOST_DEPTH) throw new Error(`its parts are more than ${MOST_DEPTH} deep`);
    if (!isObject(schema)) throw new Error('a part of it is no object');
    for (const [name, value] of Object.entries(schema)) {
      const keyword = Object.hasOwn(KEYWORDS, name) ? KEYWORDS[name] : undefined;
      if (keyword === undefined) {
        throw new Error(`the keyword ${JSON.stringify(name)} is not read; ${Object.keys(KEYWORDS).join(', ')} are`);
      }
      if (!keyword(value, this)) throw new Error(`its ${name} is none that is read`);
    }
    this.depth -= 1;
    return true;
  }

  all(properties: Readonly<Record<string, unknown>>): boolean {
    return Object.entries(properties).every(([name, schema]) => isName(name) && this.schema(schema));
  }

  pattern(source: string): boolean {
    linearPatternOf(source);
    return true;
  }
}

/** In UTF-16 code units. Twice as long as any that the ledger takes; what reads them may take the square of it. */
const LONGEST_ADDRESS = 4_096;

/** What `format: uri` is: not that of ajv's package, which would refuse addresses beyond ASCII that browsers, and the ledger, take. */
export function isAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && URL.canParse(text);
}

/** Schemas repeat a few patterns; what one has learned of its texts serves all. */
const patterns = new Map<string, LinearPattern>();
const MOST_PATTERNS = 1_000;

/** @throws {Error} where it cannot be matched in linear time. */
export function linearPatternOf(source: string): LinearPattern {
  let pattern = patterns.get(source);
  if (pattern === undefined) {
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    try {
      pattern = linearPattern(source);
    } catch (error) {
      throw new Error(`its pattern ${JSON.stringify(source.slice(0, 80))} is not read: ${(error as Error).message}`, {
        cause: error,
      });
    }
    patterns.set(source, pattern);
  }
  return pattern;
}
