import { PageError, toPage, type Page, type PageBounds } from './page.js';

/** The part of a cursor that is compared with a bigint column: a forged one must not reach PostgreSQL's parser. */
export function positionIn(after: string | undefined): string {
  if (after !== undefined && /^[0-9]{1,18}$/.test(after)) return after;
  throw new PageError(
    'after: this is not a cursor of this list; take it from pageInfo.endCursor or an edge of the same list.',
  );
}

/** The rows of one statement as a page per key, in the order of the keys; each key has at most one row too many. */
export function pagesOf<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  bounds: PageBounds,
): readonly Page<Row>[] {
  return listsOf(keys, rows, keyOf).map((own) => toPage(own, bounds));
}

/** The rows of one statement as a list per key, in the order of the keys. */
export function listsOf<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (readonly Row[])[] {
  const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}

/** The cursor of whatever is listed in the order of the log. */
export const byPosition = ({ position }: { readonly position: string }): readonly string[] => [position];
