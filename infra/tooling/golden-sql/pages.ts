import { sql } from 'kysely';
import {
  computedAtHead,
  newestFirst,
  oldestFirst,
  orderedBy,
  pageOf,
  query,
  writeCursor,
  type Ordering,
  type PageInput,
} from '@maillage/engine';

/** A list for each kind of order there is. */
const ORDERS = {
  oldestFirst,
  newestFirst,
  byDueDate: orderedBy({ name: 'due_on', type: 'date', nullable: true }),
} as const satisfies Readonly<Record<string, Ordering>>;

type Order = keyof typeof ORDERS;

interface Example extends PageInput {
  readonly order: Order;
}

const CURSORS: Readonly<Record<Order, readonly string[]>> = {
  oldestFirst: [writeCursor(['1'])],
  newestFirst: [writeCursor(['1'])],
  byDueDate: [writeCursor(['2026-12-31', '1']), writeCursor([null, '1'])],
};

/**
 * Every page there is of a list, whatever it lists: the files of the product's queries hold the first page of theirs.
 * No slice lists this query, which reads a row that it makes up.
 */
export const pages = query('pages', examples(), (database, { order, ...input }: Example) =>
  pageOf<{ readonly position: string }>(database, input, {
    at: computedAtHead,
    order: ORDERS[order],
    rows: () => sql`select * from (values (1::bigint, null::date)) as made_up(position, due_on)`,
  }),
);

function examples(): readonly Example[] {
  const only = { rows: true, otherSide: false, totalCount: false };
  return (Object.keys(ORDERS) as Order[]).flatMap((order): readonly Example[] => [
    { order, first: 2, asks: only },
    { order, last: 2, asks: only },
    // Counted in the same way for whatever page.
    { order, first: 2, asks: { ...only, totalCount: true } },
    ...CURSORS[order].flatMap((cursor) =>
      [only, { ...only, otherSide: true }].flatMap((asks): readonly Example[] => [
        { order, first: 2, after: cursor, asks },
        { order, last: 2, before: cursor, asks },
      ]),
    ),
  ]);
}
