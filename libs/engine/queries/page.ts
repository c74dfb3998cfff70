import { z } from 'zod';

/** Largest page. */
export const MOST_PER_PAGE = 100;
export const USUAL_PER_PAGE = 20;

/** A page asked for is not acceptable: `first` beyond bounds, or a cursor this server never gave. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** GraphQL sends null for an argument that is given as none. */
export interface PageInput {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Rows after a cursor, one more than asked for, to know whether there are more. */
export interface PageBounds {
  readonly limit: number;
  /** The sort key of the row after which the page begins. */
  readonly after: readonly string[] | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  /** The position in the log the rows were read at. */
  readonly computedAt: string;
}

const cursor = z.array(z.string()).min(1).max(4);

/** @throws {PageError} naming what would be accepted. */
export function pageBounds({ first, after }: PageInput, keys: number): PageBounds {
  const limit = first ?? USUAL_PER_PAGE;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_PER_PAGE) {
    throw new PageError(
      `first: ${limit} is not acceptable; ask for 1 to ${MOST_PER_PAGE} and follow pageInfo.endCursor.`,
    );
  }
  return { limit, after: typeof after === 'string' ? readCursor(after, keys) : undefined };
}

export function writeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

function readCursor(text: string, keys: number): readonly string[] {
  try {
    const parsed = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    if (parsed.length === keys) return parsed;
  } catch {
    // Falls through: whatever it was, it is no cursor of this list.
  }
  throw new PageError(
    'after: this is not a cursor of this list; take it from pageInfo.endCursor or an edge of the same list.',
  );
}

/** Cuts the extra row off. */
export function toPage<Row>(rows: readonly Row[], { limit }: PageBounds, computedAt: string): Page<Row> {
  return { rows: rows.slice(0, limit), hasNextPage: rows.length > limit, computedAt };
}
