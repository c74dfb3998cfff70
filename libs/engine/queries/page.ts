/** Largest page. */
export const MOST_PER_PAGE = 100;
export const USUAL_PER_PAGE = 20;

/** A page asked for is not acceptable: too large, both ways at once, or behind a cursor this server never gave. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/**
 * Which page of a list: forward from its beginning or from behind a cursor (`first`, `after`), or backward from its end or
 * from before a cursor (`last`, `before`). GraphQL sends null for an argument that is given as none.
 */
export interface PageInput {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
  /** What is to be found out; the page alone, if left out. */
  readonly asks?: PageAsks | undefined;
}

/** What a client wants to know of a list; each costs something of its own. */
export interface PageAsks {
  /** The rows of the page. */
  readonly rows: boolean;
  /** Whether there are rows on the other side of the cursor, where the page does not lead. */
  readonly otherSide: boolean;
  /** How many rows the whole list has. */
  readonly totalCount: boolean;
}

const THE_PAGE: PageAsks = { rows: true, otherSide: true, totalCount: false };

/** One page, as a statement reads it. */
export interface PageBounds {
  readonly limit: number;
  /** From the end of the list towards its beginning. */
  readonly backward: boolean;
  /** The cursor that the page lies behind or, backward, before. */
  readonly cursor: string | undefined;
  readonly asks: PageAsks;
}

export interface Page<Row> {
  /** In the list's order, whichever way the page was reached. */
  readonly rows: readonly Row[];
  /** Of each row, its place in the list. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Of the whole list, whatever page of it; only where it was asked for. */
  readonly totalCount: number | undefined;
  /** The position in the log the rows were read and counted at. */
  readonly computedAt: string;
}

/** @throws {PageError} naming what would be accepted. */
export function pageBounds({ first, after, last, before, asks = THE_PAGE }: PageInput): PageBounds {
  const forward = given('first', first) ?? given('after', after);
  const backward = given('last', last) ?? given('before', before);
  if (forward !== undefined && backward !== undefined) {
    throw new PageError(
      `${backward}: cannot be given with ${forward}; ask forward with first and after, or backward with last and before.`,
    );
  }
  return backward === undefined
    ? { limit: limitOf('first', first, 'endCursor'), backward: false, cursor: after ?? undefined, asks }
    : { limit: limitOf('last', last, 'startCursor'), backward: true, cursor: before ?? undefined, asks };
}

/** The argument's name where it is given, null being none. */
function given(name: string, value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : name;
}

function limitOf(name: string, given: number | null | undefined, followed: string): number {
  const limit = given ?? USUAL_PER_PAGE;
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_PER_PAGE) return limit;
  throw new PageError(
    `${name}: ${limit} is not acceptable; ask for 1 to ${MOST_PER_PAGE} and follow pageInfo.${followed}.`,
  );
}
