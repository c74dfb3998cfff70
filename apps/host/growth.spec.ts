import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { argumentsGiven, definedArguments, orderedBy, pageBounds, readCursor, readGlobalId } from '@maillage/engine';
import { foldText, normaliseDecimal } from '@maillage/kernel';
import { safeFileName } from '@maillage/platform';
import { refuseDoubleKeys } from '../api/http/json.js';
import { visitorAt } from '../api/http/addresses.js';
import { localPath } from '../api/session/origin.js';
import { slices } from './slices.js';

const KIB = 1024;
/** What patterns that try again and again stumble over: repeated, and ended by what does not fit. */
const REPEATED = [
  '.',
  ' ',
  '. ',
  'a',
  'a ',
  'a.',
  '0',
  '1.',
  '-',
  '/',
  '../',
  '\\',
  '"',
  '[',
  '{"a":',
  '\t',
  '%',
  '::',
  // Marks that Unicode puts in another order, and one letter that becomes eighteen.
  '\u0301\u0323',
  '\uFDFA',
];
/** Of these a whole mebibyte is read as well. */
const MUCH = ['.', ' ', 'a ', '0', '/', '"', '[', '\u0301\u0323', '\uFDFA'];
/** What some patterns and readers ask for before they read on. */
const BEGINNINGS = ['', '#a', 'https://a'];
const ENDS = ['', 'x', '!'];
/** For a thousand times the length, a little more than a thousand times as long; a square would be a million. */
const SHORT = 16 * KIB;
const LONG = 1024 * KIB;
/** What both take where nothing grows too fast: tens of milliseconds. */
const SHORT_MS = 150;
const LONG_MS = 1_500;

const BY_NAME = orderedBy({ name: 'name', type: 'text' });

/** Everything that meets what a client sent before it is known to be short. */
const READERS: Readonly<Record<string, (sent: string) => unknown>> = {
  'the name of a file': (sent) => safeFileName(sent, 'application/pdf'),
  'the name of a file of text': (sent) => safeFileName(sent, 'text/plain'),
  'a decimal': normaliseDecimal,
  'letters and marks, as searches compare them': (sent) => foldText(sent.slice(0, LONG / 16)),
  'a global id': readGlobalId,
  'a cursor': (sent) => tolerant(() => readCursor(BY_NAME, pageBounds({ first: 1, after: sent }))),
  'a cursor, as it is written': (sent) =>
    tolerant(() => readCursor(BY_NAME, pageBounds({ first: 1, after: encoded(sent) }))),
  'an id, as it is written': (sent) => readGlobalId(encoded(sent)),
  'a path to go on to': localPath,
  'an address': visitorAt,
  'a body of JSON': (sent) => tolerant(() => refuseDoubleKeys(sent)),
  'a body of JSON with a text': (sent) => tolerant(() => refuseDoubleKeys(JSON.stringify({ query: sent }))),
};

const LEAVES = leavesOf([
  ...slices.flatMap(({ deciders }) =>
    deciders.flatMap(({ commands }) => Object.values(commands).map(({ data }) => data)),
  ),
  ...[...definedArguments().values()].flatMap((schemas) => Object.values(schemas)),
]);

describe('The time to read what is sent grows with its length, not with its square', () => {
  it.each(Object.entries(READERS))('for %s', (_, read) => {
    expect(slow(read)).toEqual([]);
  });

  it('for each kind of text that a command or a query takes', () => {
    expect(LEAVES.size).toBeGreaterThan(10);
    const found = [...LEAVES].flatMap(([kind, schema]) =>
      slow((sent) => schema.safeParse(sent), BEGINNINGS).map((how) => `${kind}: ${how}`),
    );
    expect(found).toEqual([]);
  });

  it('and nothing that is longer than its schema reaches a query', async () => {
    const reached: string[] = [];
    for (const [field, schemas] of definedArguments()) {
      for (const [name, schema] of Object.entries(schemas)) {
        if (z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }).type !== 'string') continue;
        const read = argumentsGiven(schemas, { [name]: 'x'.repeat(LONG) });
        if (await read.then(Boolean, () => false)) reached.push(`${field}.${name}`);
      }
    }
    expect(reached).toEqual([]);
  });

  it('which a pattern for the end of a text does not', () => {
    expect(slow((sent) => sent.replace(/[.\s]+$/, '')).length).toBeGreaterThan(0);
  });
});

/** What takes too long, each beginning, repeated part and end. Processor time: other processes do not count. */
function slow(read: (sent: string) => unknown, beginnings: readonly string[] = ['']): readonly string[] {
  const texts = beginnings.flatMap((begun) =>
    REPEATED.flatMap((part) => ENDS.map((end) => [begun, part, end] as const)),
  );
  return texts.flatMap(([begun, part, end]) => {
    const of = (length: number) => begun + part.repeat(length / part.length) + end;
    const said = [begun, part, end].map((each) => JSON.stringify(each)).join(', ');
    const short = spent(read, of(SHORT));
    if (short > SHORT_MS) return [`${SHORT} of ${said}: ${short} ms`];
    if (end !== '!' || !MUCH.includes(part)) return [];
    const long = spent(read, of(LONG));
    return long > LONG_MS ? [`${LONG} of ${said}: ${long} ms`] : [];
  });
}

function spent(read: (sent: string) => unknown, sent: string): number {
  const began = process.cpuUsage();
  read(sent);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

function tolerant(read: () => void): void {
  try {
    read();
  } catch {
    // Refused, which is as good as read.
  }
}

function encoded(sent: string): string {
  return Buffer.from(sent, 'utf8').toString('base64url');
}

/** The schemas of texts within these, one of each kind: lengths aside, most are alike. */
function leavesOf(schemas: readonly z.ZodType[]): ReadonlyMap<string, z.ZodType> {
  const found = new Map<string, z.ZodType>();
  const look = (schema: z.ZodType): void => {
    const { def } = schema as unknown as { readonly def: Def };
    if (def.type === 'string') {
      const { maxLength: _, ...kind } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
      found.set(JSON.stringify({ ...kind, description: undefined }), schema);
    }
    for (const inner of [
      ...Object.values(def.shape ?? {}),
      ...(def.options ?? []),
      def.element,
      def.innerType,
      def.in,
    ]) {
      if (inner !== undefined) look(inner);
    }
  };
  for (const schema of schemas) look(schema);
  return found;
}

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}
