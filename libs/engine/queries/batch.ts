import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Database } from '@maillage/platform';
import { PageError, pageBounds, toPage, type Page, type PageInput } from './page.js';

/** The part of a cursor that is compared with a bigint column: a forged one must not reach PostgreSQL's parser. */
export function positionIn(after: string | undefined): string {
  if (after !== undefined && /^[0-9]{1,18}$/.test(after)) return after;
  throw new PageError(
    'after: this is not a cursor of this list; take it from pageInfo.endCursor or an edge of the same list.',
  );
}

/** What every list holds: rows that come from an event of the log. */
export interface Positioned {
  readonly position: string;
}

/** How a list is ordered, and what its cursors say. */
export interface Ordering<After> {
  /** Parts of a cursor. */
  readonly parts: number;
  /** The place behind which the page begins. @throws {PageError} for a forged cursor. */
  readonly read: (cursor: readonly string[]) => After;
  /** For ORDER BY, in columns of the rows. */
  readonly by: RawBuilder<unknown>;
}

const readPosition = ([position]: readonly string[]): string => positionIn(position);
/** By position, the log's order: it ranks nobody. */
export const oldestFirst: Ordering<string> = { parts: 1, read: readPosition, by: sql`position` };
export const newestFirst: Ordering<string> = { parts: 1, read: readPosition, by: sql`position desc` };

export interface ChildrenOf<Args> {
  readonly keys: readonly string[];
  readonly args: Args;
}

export interface PagesPerParent<After> {
  /** Where the figures come from; see `computedAt`. */
  readonly at: RawBuilder<string>;
  readonly order: Ordering<After>;
  /** The rows of one parent behind `after`, in order, at most `limit`; it is run per parent by a lateral join. */
  readonly rows: (parent: RawBuilder<string>, after: After | undefined, limit: number) => Expression<unknown>;
}

/** A page of rows for each parent, in the order of the keys, in one statement. */
export async function pagesPerParent<Row extends Positioned, After = string>(
  database: Database,
  { keys, args }: ChildrenOf<PageInput>,
  { at, order, rows }: PagesPerParent<After>,
): Promise<readonly Page<Row>[]> {
  const bounds = pageBounds(args, order.parts);
  const after = bounds.after === undefined ? undefined : order.read(bounds.after);
  // A left join: a parent without rows has a position as well.
  const answer = await sql<ChildRow<Row>>`
    select parent.key as parent_key, ${at} as computed_at, child.position is null as absent, child.*
    from unnest(${keys}::text[]) as parent(key)
    left join lateral (${rows(sql<string>`parent.key`, after, bounds.limit + 1)}) child on true
    order by ${order.by}`.execute(database.as<unknown>());
  const families = listsOf(keys, answer.rows, (row) => row.parent_key);
  return families.map((family) => {
    const present = family.filter(({ absent }) => !absent).map(rowOf<Row>);
    return toPage(present, bounds, family[0]?.computed_at ?? '0');
  });
}

/** A page of a list that hangs from no parent. */
export async function pageOf<Row extends Positioned, After = string>(
  database: Database,
  args: PageInput,
  {
    rows,
    ...rest
  }: Omit<PagesPerParent<After>, 'rows'> & {
    readonly rows: (after: After | undefined, limit: number) => Expression<unknown>;
  },
): Promise<Page<Row>> {
  const only = { keys: [''], args };
  const [page] = await pagesPerParent<Row, After>(database, only, {
    ...rest,
    rows: (_, after, limit) => rows(after, limit),
  });
  return page as Page<Row>;
}

/** A row with what the statement around it adds. */
type ChildRow<Row> = Row & {
  readonly parent_key: string;
  readonly computed_at: string;
  /** Its parent has no rows: all columns of this one are null. */
  readonly absent: boolean;
};

function rowOf<Row>(child: ChildRow<Row>): Row {
  const { parent_key: _, computed_at: __, absent: ___, ...row } = child;
  return row as unknown as Row;
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
export const byPosition = ({ position }: Positioned): readonly string[] => [position];
