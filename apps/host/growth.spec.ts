import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { orderedBy, pageBounds, readCursor, readGlobalId } from '@maillage/engine';
import { foldedWords, normaliseDecimal } from '@maillage/kernel';
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
];
/** Of these a whole mebibyte is read as well. */
const MUCH = ['.', ' ', 'a ', '0', '/', '"', '['];
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
  'words to search for': foldedWords,
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

describe('The time to read what is sent grows with its length, not with its square', () => {
  it.each(Object.entries(READERS))('for %s', (_, read) => {
    expect(slow(read)).toEqual([]);
  });

  const leaves = leavesOfCommands();
  it('for each kind of text that a command takes', () => {
    expect(leaves.size).toBeGreaterThan(10);
    const found = [...leaves].flatMap(([kind, schema]) =>
      slow((sent) => schema.safeParse(sent)).map((how) => `${kind}: ${how}`),
    );
    expect(found).toEqual([]);
  });

  it('which a pattern for the end of a text does not', () => {
    expect(slow((sent) => sent.replace(/[.\s]+$/, '')).length).toBeGreaterThan(0);
  });
});

/** What takes too long, each repeated part and end. Processor time: other processes do not count. */
function slow(read: (sent: string) => unknown): readonly string[] {
  return REPEATED.flatMap((part) =>
    ENDS.flatMap((end) => {
      const short = spent(read, part.repeat(SHORT / part.length) + end);
      if (short > SHORT_MS) return [`${SHORT} of ${JSON.stringify(part)} and ${JSON.stringify(end)}: ${short} ms`];
      if (end !== '!' || !MUCH.includes(part)) return [];
      const long = spent(read, part.repeat(LONG / part.length) + end);
      return long > LONG_MS ? [`${LONG} of ${JSON.stringify(part)} and ${JSON.stringify(end)}: ${long} ms`] : [];
    }),
  );
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

/** The schemas of texts in all commands, one of each kind: lengths aside, most are alike. */
function leavesOfCommands(): ReadonlyMap<string, z.ZodType> {
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
  for (const { deciders } of slices) {
    for (const { commands } of deciders) for (const { data } of Object.values(commands)) look(data);
  }
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
