import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { calendarDate } from '@maillage/kernel';
import { PageError, type PageBounds } from './page.js';

/** What a list may be ordered by: the type of a column, and what a cursor may say of it. */
const TYPES = {
  // A forged cursor must not reach PostgreSQL's parser.
  bigint: z.string().regex(/^[0-9]{1,18}$/),
  date: calendarDate,
  // PostgreSQL has no text with a NUL in it.
  text: z.string().regex(/^[^\0]*$/u),
} as const;

export interface SortColumn {
  readonly name: string;
  readonly type: keyof typeof TYPES;
  /** Rows without a value come last; first, where the greatest come first. Only the first column may be so. */
  readonly nullable?: boolean;
}

/** The order of a list: columns of its rows, together different in each of them. A cursor says what a row has in them. */
export interface Ordering {
  readonly columns: readonly [SortColumn, ...SortColumn[]];
  /** Whether the greatest come first. */
  readonly descending?: boolean;
}

const position: SortColumn = { name: 'position', type: 'bigint' };
/** By position, the log's order: it ranks nobody. */
export const oldestFirst: Ordering = { columns: [position] };
export const newestFirst: Ordering = { columns: [position], descending: true };
/** By other columns first; rows alike in them, in the log's order. */
export function orderedBy(...columns: readonly [SortColumn, ...SortColumn[]]): Ordering {
  return { columns: [...columns, position] };
}

export type SortKey = readonly (string | null)[];

const cursorShape = z.array(z.string().nullable()).min(1).max(4);

export function writeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/** The cursor of a row. */
export function cursorOf({ columns }: Ordering, row: object): string {
  return writeCursor(columns.map(({ name }) => (row as Readonly<Record<string, string | null>>)[name] ?? null));
}

/** The longest name in the widest letters, in base64, has half of it. */
const LONGEST_CURSOR = 8_192;

/** @throws {PageError} for a cursor that this list never gave. */
export function readCursor({ columns }: Ordering, { cursor, backward }: PageBounds): SortKey | undefined {
  if (cursor === undefined) return undefined;
  try {
    if (cursor.length > LONGEST_CURSOR) throw new RangeError('Nothing so long was ever given.');
    const key = cursorShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (key.length === columns.length && columns.every((column, n) => fits(column, key[n]))) return key;
  } catch {
    // Falls through: whatever it was, it is no cursor of this list.
  }
  const [argument, source] = backward ? ['before', 'startCursor'] : ['after', 'endCursor'];
  throw new PageError(
    `${argument}: this is not a cursor of this list; take it from pageInfo.${source} or an edge of the same list.`,
  );
}

function fits({ type, nullable }: SortColumn, value: string | null | undefined): boolean {
  return value === null ? nullable === true : TYPES[type].safeParse(value).success;
}

/** For ORDER BY. PostgreSQL puts nulls last in ascending order, and first in descending. */
export function inOrder({ columns, descending = false }: Ordering, backward: boolean): RawBuilder<unknown> {
  const direction = descending === backward ? sql`` : sql` desc`;
  return sql.join(columns.map(({ name }) => sql`${sql.ref(name)}${direction}`));
}

/**
 * Whether a row comes behind a key, in the list's order or, backward, against it.
 * @param orAt whether the row with that very key counts as well.
 */
export function behind(order: Ordering, key: SortKey, backward: boolean, orAt = false): RawBuilder<boolean> {
  const { columns, descending = false } = order;
  const upward = descending === backward;
  const comparison = sql.raw(`${upward ? '>' : '<'}${orAt ? '=' : ''}`);
  const compared = (from: number) => {
    const rest = columns.slice(from);
    const names = sql.join(rest.map(({ name }) => sql.ref(name)));
    const values = sql.join(rest.map(({ type }, n) => sql`${key[from + n]}::${sql.raw(type)}`));
    return sql<boolean>`(${names}) ${comparison} (${values})`;
  };
  const [{ name, nullable }] = columns;
  if (nullable !== true) return compared(0);
  // Nulls come last going up; a comparison of rows that holds one is never true.
  const head = sql.ref(name);
  if (key[0] !== null) return upward ? sql`(${head} is null or ${compared(0)})` : compared(0);
  return upward ? sql`(${head} is null and ${compared(1)})` : sql`(${head} is not null or ${compared(1)})`;
}
