import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Database } from '@maillage/platform';
import { sendingPage } from '../statements.js';
import { behind, cursorOf, inOrder, readCursor, type Ordering, type SortKey } from './ordering.js';
import { pageBounds, type Page, type PageBounds, type PageInput } from './page.js';

/** What every list holds: rows that come from an event of the log. */
export interface Positioned {
  readonly position: string;
}

export interface ChildrenOf<Args> {
  readonly keys: readonly string[];
  readonly args: Args;
}

/** A list, of which pages are asked for. */
export interface List<Rows> {
  /** Where the figures come from; see `computedAt`. */
  readonly at: RawBuilder<string>;
  readonly order: Ordering;
  /** All rows, in no order: pages are cut from them, and they are counted. */
  readonly rows: Rows;
  /** What the rows of a page have beside, joined to them once the page is cut. */
  readonly complete?: (page: RawBuilder<unknown>) => RawBuilder<unknown>;
  /** How many rows there are, for a list that knows without counting them. */
  readonly total?: Expression<unknown>;
}

/** The rows of one parent; it is run per parent by a lateral join. */
type RowsOfParent = (parent: RawBuilder<string>) => Expression<unknown>;

/**
 * A page of rows for each parent, in the order of the keys. One statement reads the rows, counts them where that is asked
 * for, and says at which position: all of one snapshot, so that `totalCount` is of the very list the page is cut from.
 */
export async function pagesPerParent<Row extends Positioned>(
  database: Database,
  { keys, args }: ChildrenOf<PageInput>,
  list: List<RowsOfParent>,
): Promise<readonly Page<Row>[]> {
  const bounds = pageBounds(args);
  const key = readCursor(list.order, bounds);
  const statement = pagesStatement(keys, list, bounds, key);
  const usual = () => pagesStatement(keys, list, pageBounds({}), undefined).compile(database.kysely).sql;
  const rows = await sendingPage(usual, () => database.run(sql<ChildRow<Row>>`${statement}`));
  return listsOf(keys, rows, (row) => row.parent_key).map((family) => toPage(family, list.order, bounds));
}

/** A page of a list that hangs from no parent. */
export async function pageOf<Row extends Positioned>(
  database: Database,
  args: PageInput,
  { rows, ...list }: List<() => Expression<unknown>>,
): Promise<Page<Row>> {
  const [page] = await pagesPerParent<Row>(database, { keys: [''], args }, { ...list, rows });
  return page as Page<Row>;
}

/** What a statement says of each parent, beside a row of its page. */
interface OfParent {
  readonly parent_key: string;
  readonly computed_at: string;
  readonly total_count?: number;
  readonly other_side?: boolean;
  /** The parent has no rows: all columns of this one are null. */
  readonly absent: boolean;
}
type ChildRow<Row> = Row & OfParent;

function pagesStatement(
  keys: readonly string[],
  { at, order, rows, complete, total }: List<RowsOfParent>,
  { limit, backward, asks }: PageBounds,
  key: SortKey | undefined,
): RawBuilder<unknown> {
  const all = rows(sql<string>`parent.key`);
  const beyond = key === undefined ? sql`` : sql`where ${behind(order, key, backward)}`;
  const page = sql`
    select * from (${all}) listed ${beyond} order by ${inOrder(order, backward)} limit ${asks.rows ? limit + 1 : 0}`;
  const figures = [sql`parent.key as parent_key`, sql`${at} as computed_at`];
  if (asks.totalCount) {
    figures.push(sql`${total ?? sql`(select count(*)::integer from (${all}) counted)`} as total_count`);
  }
  if (asks.otherSide && key !== undefined) figures.push(sql`${otherSide(all, order, key, backward)} as other_side`);
  // A left join: a parent without rows has figures as well.
  return sql`
    select ${sql.join(figures)}, child.position is null as absent, child.*
    from unnest(${keys}::text[]) as parent(key)
    left join lateral (${complete === undefined ? page : complete(page)}) child on true
    order by ${inOrder(order, false)}`;
}

/** Whether there are rows where the page does not lead. The first one met is the cursor's own, unless it left the list. */
function otherSide(all: Expression<unknown>, order: Ordering, key: SortKey, backward: boolean): RawBuilder<boolean> {
  return sql`exists (
    select from (
      select from (${all}) listed where ${behind(order, key, !backward, true)}
      order by ${inOrder(order, !backward)} limit 1
    ) met
  )`;
}

function toPage<Row extends Positioned>(
  family: readonly ChildRow<Row>[],
  order: Ordering,
  { limit, backward, cursor }: PageBounds,
): Page<Row> {
  const present = family.filter(({ absent }) => !absent).map(ownOf<Row>);
  const more = present.length > limit;
  // The one too many is the farthest from where the page began.
  const rows = backward ? present.slice(more ? 1 : 0) : present.slice(0, limit);
  const [figures] = family;
  const others = cursor !== undefined && figures?.other_side === true;
  return {
    rows,
    cursors: rows.map((row) => cursorOf(order, row)),
    hasNextPage: backward ? others : more,
    hasPreviousPage: backward ? more : others,
    totalCount: figures?.total_count,
    computedAt: figures?.computed_at ?? '0',
  };
}

function ownOf<Row>(child: ChildRow<Row>): Row {
  const { parent_key: _, computed_at: __, total_count: ___, other_side: ____, absent: _____, ...row } = child;
  return row as unknown as Row;
}

/** The row that each key has, in the order of the keys; `undefined` where a key has none. */
export function rowsOf<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly (Row | undefined)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key));
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
