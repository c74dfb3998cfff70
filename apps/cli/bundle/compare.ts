import type { Row, View, ViewTable } from '@maillage/kernel';

/** Where a published view first parts from the one computed anew. */
export type Difference =
  | { readonly kind: 'TABLE'; readonly table: string; readonly says: 'PUBLISHED_ONLY' | 'COMPUTED_ONLY' }
  | {
      readonly kind: 'ROW';
      readonly table: string;
      /** The values of its primary key, by column. */
      readonly key: Row;
      readonly says: 'PUBLISHED_ONLY' | 'COMPUTED_ONLY';
    }
  | {
      readonly kind: 'COLUMNS';
      readonly table: string;
      readonly key: Row;
      readonly columns: readonly { readonly column: string; readonly published: unknown; readonly computed: unknown }[];
    }
  /** A line of the published text that is neither a table's name nor a row. */
  | { readonly kind: 'LINE'; readonly table: string; readonly line: number; readonly text: string }
  /** Each line reads the same, but the bytes do not: a last line break is missing, or something is no UTF-8. */
  | { readonly kind: 'BYTES' };

/**
 * The first line in which two texts of a view differ; `undefined` where there is none. Line by line, so that neither need be in
 * memory.
 */
export async function firstDifference(
  view: View,
  published: AsyncIterable<string | Uint8Array>,
  computed: AsyncIterable<string | Uint8Array>,
): Promise<Difference | undefined> {
  const [ours, theirs] = [lines(computed), lines(published)];
  let table = '';
  try {
    for (let number = 1; ; number += 1) {
      const [mine, given] = [await ours.next(), await theirs.next()];
      if (mine.done === true && given.done === true) return undefined;
      const [line, other] = [
        mine.done === true ? undefined : mine.value,
        given.done === true ? undefined : given.value,
      ];
      if (line !== other) return difference(view, table, number, other, line);
      if (line !== undefined && !isRow(line)) table = line;
    }
  } finally {
    await Promise.all([ours.return(undefined), theirs.return(undefined)]);
  }
}

function difference(
  view: View,
  within: string,
  number: number,
  published: string | undefined,
  computed: string | undefined,
): Difference {
  const [theirs, ours] = [rowOf(published), rowOf(computed)];
  const table = view.tables[within];
  if (published !== undefined && theirs === undefined && (isRow(published) || view.tables[published] === undefined)) {
    return { kind: 'LINE', table: within, line: number, text: published.slice(0, 200) };
  }
  if (table !== undefined && (theirs !== undefined || ours !== undefined)) return rows(within, table, theirs, ours);
  // One text goes on with a table that the other does not have.
  return published !== undefined && (computed === undefined || published < computed)
    ? { kind: 'TABLE', table: published, says: 'PUBLISHED_ONLY' }
    : { kind: 'TABLE', table: computed ?? '', says: 'COMPUTED_ONLY' };
}

/** Rows come in key order: of two that differ, the one with the smaller key is not in the other text. */
function rows(name: string, table: ViewTable, published: Row | undefined, computed: Row | undefined): Difference {
  const order = published === undefined ? 1 : computed === undefined ? -1 : compareKeys(table, published, computed);
  if (order < 0) return { kind: 'ROW', table: name, key: keyOf(table, published ?? {}), says: 'PUBLISHED_ONLY' };
  if (order > 0) return { kind: 'ROW', table: name, key: keyOf(table, computed ?? {}), says: 'COMPUTED_ONLY' };
  const [theirs, ours] = [published ?? {}, computed ?? {}];
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const columns = names
    .filter((column) => JSON.stringify(theirs[column]) !== JSON.stringify(ours[column]))
    .map((column) => ({ column, published: theirs[column], computed: ours[column] }));
  return { kind: 'COLUMNS', table: name, key: keyOf(table, ours), columns };
}

function keyOf(table: ViewTable, row: Row): Row {
  return Object.fromEntries(table.primaryKey.map((column) => [column, row[column] ?? null]));
}

function compareKeys(table: ViewTable, a: Row, b: Row): number {
  for (const column of table.primaryKey) {
    const order = compareValues(table.columns[column] ?? 'text', a[column], b[column]);
    if (order !== 0) return order;
  }
  return 0;
}

/** As PostgreSQL orders them: numbers by value, text by code point, which is the order of its UTF-8. */
function compareValues(type: string, a: unknown, b: unknown): number {
  if (['integer', 'bigint', 'numeric'].includes(type)) {
    const [x, y] = [Number(a), Number(b)];
    // Beyond 2^53 two numbers may look alike: then those of more digits, and else by digit.
    if (x !== y) return x < y ? -1 : 1;
  }
  return Math.sign(Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b))));
}

const isRow = (line: string): boolean => line.startsWith('{');

function rowOf(line: string | undefined): Row | undefined {
  if (line === undefined || !isRow(line)) return undefined;
  try {
    return JSON.parse(line) as Row;
  } catch {
    return undefined;
  }
}

/** By line feed alone: canonical JSON may hold other characters that some take for the end of a line. */
async function* lines(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    rest += typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
    const whole = rest.split('\n');
    rest = whole.pop() ?? '';
    yield* whole;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** For a person: which table, which row, and what of it. */
export function tell(view: string, difference: Difference): string {
  switch (difference.kind) {
    case 'TABLE':
      return `${view}: the table ${difference.table} ${where(difference.says)}`;
    case 'ROW':
      return `${view}: in the table ${difference.table} the row ${JSON.stringify(difference.key)} ${where(difference.says)}`;
    case 'COLUMNS':
      return (
        `${view}: in the table ${difference.table} the row ${JSON.stringify(difference.key)} differs: ` +
        difference.columns
          .map(
            ({ column, published, computed }) =>
              `${column} is published as ${shown(published)} and comes to ${shown(computed)}`,
          )
          .join('; ')
      );
    case 'LINE':
      return `${view}: line ${difference.line} of its text is neither a table nor a row: ${shown(difference.text)}`;
    case 'BYTES':
      return `${view}: its published text has other bytes than it should, though each line reads the same`;
  }
}

function where(says: 'PUBLISHED_ONLY' | 'COMPUTED_ONLY'): string {
  return says === 'PUBLISHED_ONLY'
    ? 'is published, but does not follow from the log.'
    : 'follows from the log, but is not published.';
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
