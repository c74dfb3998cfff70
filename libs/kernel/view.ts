import {
  closedListsOf,
  typesOf,
  type Columns,
  type ColumnType,
  type Row,
  type RowOfColumns,
  type TypesOf,
} from './columns.js';
import type { DomainEvent, RecordedEvent } from './envelope.js';
import { foldText } from './folding.js';

export type Key = readonly (string | number)[];

/** What one event does to one table. Pure: the same row and event give the same row. */
export interface Reducer<Event extends DomainEvent = DomainEvent, Of extends Row = Row> {
  /** The primary keys of the rows the event touches, each in the order of `primaryKey`; one named twice is touched once. */
  keys(event: RecordedEvent<Event>): readonly Key[];
  /** The row after the event; `undefined` in, when there is none yet; `undefined` out deletes it. */
  reduce(row: Of | undefined, event: RecordedEvent<Event>, key: Key): Of | undefined;
  /** True where the key is new with every event (it holds the position, say), so that no row need be looked for. */
  readonly inserts?: boolean;
}

/**
 * What an event did to one row of a followed table: made it (`before` is undefined), replaced it, or removed it (`after` is
 * undefined). A reducer that gives back the very row it was given has changed nothing, and followers hear nothing. A row
 * may come from memory or from the table: where its reducer names every column, as the type spells it, both are the same.
 */
export interface Change<Event extends DomainEvent = DomainEvent, Followed extends Row = Row> {
  readonly before: Followed | undefined;
  readonly after: Followed | undefined;
  /** The event behind the change. A `switch` over its type tells what it carries. */
  readonly event: Event extends unknown ? RecordedEvent<Event> : never;
}

/**
 * Makes a table's rows from how another table's rows change, for figures whose keys the events themselves do not name. It
 * hears of changes in the order of events and, within an event, in the order in which the event touches rows; each finds
 * the row as the one before left it. Pure: the same row and change give the same row.
 */
export interface Follower<Event extends DomainEvent = DomainEvent, Of extends Row = Row, Followed extends Row = Row> {
  /** The table followed, of the same view. It may follow another in turn. */
  readonly table: string;
  /** The primary keys of the rows the change touches, each in the order of `primaryKey`; one named twice is touched once. */
  keys(change: Change<Event, Followed>): readonly Key[];
  /** The row after the change; `undefined` in, when there is none yet; `undefined` out deletes it. */
  reduce(row: Of | undefined, change: Change<Event, Followed>, key: Key): Of | undefined;
  /** True where the key is new with every change, so that no row need be looked for. */
  readonly inserts?: boolean;
}

export interface ViewTable {
  /** Column names in snake_case. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** By column: the closed list that its text, or each of its texts, comes from. */
  readonly closedLists?: Readonly<Record<string, readonly string[]>>;
  readonly primaryKey: readonly string[];
  /** Secondary indexes, each a list of columns in order. */
  readonly indexes?: readonly (readonly string[])[];
  /**
   * Columns of text whose words are searched for. Their text, folded, is kept beside them in the column `search`, which
   * reducers neither write nor read and no digest speaks of: what letters fold to may grow with Unicode.
   */
  readonly searched?: readonly string[];
  /** Columns of text that lists are read by: they sort as people look for words, É beside E, and not by code point. */
  readonly sorted?: readonly string[];
  /** Event types this table cares for; none where it follows another. Typed at the point of writing by `table()`. */
  readonly on: Readonly<Record<string, Reducer>>;
  /** Where its rows come from another table's changes. */
  readonly follows?: Follower;
}

declare const GIVEN: unique symbol;

/** A table that knows what its rows are; see {@link RowOf}. */
export interface Table<Given extends Columns = Columns> extends ViewTable {
  readonly columns: TypesOf<Given>;
  /** For the type checker alone: no table has it when the program runs. */
  readonly [GIVEN]?: Given;
}

/** A set of tables that move together: one position, one version, rebuilt as one. */
export interface View<Tables extends Readonly<Record<string, ViewTable>> = Readonly<Record<string, ViewTable>>> {
  readonly name: string;
  /** Raise it when columns or reducers change: the view is rebuilt at the next start. */
  readonly version: number;
  /** By table name in snake_case, unique over all views. */
  readonly tables: Tables;
}

type RowOfTable<Of> = Of extends Table<infer Given> ? RowOfColumns<Given> : Row;

/** All the tables of a view, or of several, by name: what a row of each is. */
export type TablesOf<Of extends View> = UnionToIntersection<
  Of extends View<infer Tables> ? { readonly [Name in keyof Tables]: RowOfTable<Tables[Name]> } : never
>;
type UnionToIntersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer All,
) => void
  ? All
  : never;

/** A row of a view's table: `RowOf<typeof commitments, 'commitment_party'>`. */
export type RowOf<Of extends View, Name extends keyof Of['tables']> = RowOfTable<Of['tables'][Name]>;

/** The column of a table that has words searched for. */
export const SEARCH = 'search';

/**
 * What the column `search` of a row holds: its texts that are searched, folded, one after the other.
 * @returns `undefined` for a table of which nothing is searched.
 */
export function searchOf({ searched }: ViewTable, row: Row): string | undefined {
  if (searched === undefined) return undefined;
  const texts = searched.map((column) => row[column]).filter((value) => typeof value === 'string');
  return texts.map(foldText).join('\n');
}

/**
 * @throws where a table names a column that it does not have or must not have, and where `inFoldOrder` does.
 */
export function view<const Tables extends Readonly<Record<string, ViewTable>>>(definition: View<Tables>): View<Tables> {
  for (const [name, { columns, primaryKey, indexes, searched = [], sorted = [] }] of Object.entries<ViewTable>(
    definition.tables,
  )) {
    for (const column of [...primaryKey, ...(indexes ?? []).flat(), ...searched, ...sorted]) {
      if (columns[column] === undefined) throw new Error(`View ${definition.name}: ${name} has no column ${column}.`);
    }
    if (searched.length > 0 && columns[SEARCH] !== undefined) {
      throw new Error(
        `View ${definition.name}: ${name} has a column ${SEARCH}, where the words searched for are kept.`,
      );
    }
  }
  inFoldOrder(definition);
  for (const [name, table] of Object.entries<ViewTable>(definition.tables)) {
    places.set(table, { view: definition, table: name });
  }
  return definition;
}

const places = new WeakMap<ViewTable, { readonly view: View; readonly table: string }>();

/**
 * The view a table belongs to, and its name there.
 * @throws {Error} for a table of no view.
 */
export function placeOf(table: ViewTable): { readonly view: View; readonly table: string } {
  const place = places.get(table);
  if (place === undefined) throw new Error('The table belongs to no view; list it in one.');
  return place;
}

/**
 * The names of a view's tables, each after the one it follows, otherwise as written.
 * @throws where a table follows one that the view does not have, follows itself by whatever detour, or has reducers besides.
 */
export function inFoldOrder(view: View): readonly string[] {
  return Object.keys(view.tables)
    .map((name) => ({ name, stage: followedBy(view, name).length }))
    .sort((a, b) => a.stage - b.stage)
    .map(({ name }) => name);
}

const folded = new WeakMap<View, ReadonlySet<string>>();

/** The event types that a view's tables fold. */
export function foldedTypes(view: View): ReadonlySet<string> {
  const known = folded.get(view);
  if (known !== undefined) return known;
  const types = new Set(Object.values(view.tables).flatMap(({ on }) => Object.keys(on)));
  folded.set(view, types);
  return types;
}

/** The tables that a table's rows come from, nearest first; none where they come from events. */
function followedBy({ name: view, tables }: View, name: string): readonly string[] {
  const chain: string[] = [];
  for (let at = name; ;) {
    const { on, follows } = tables[at] ?? { on: {} };
    if (follows === undefined) return chain;
    const next = follows.table;
    if (Object.keys(on).length > 0) {
      throw new Error(`View ${view}: ${at} takes its rows from events or from ${next}, not from both.`);
    }
    if (tables[next] === undefined) {
      throw new Error(`View ${view}: ${at} follows ${next}, which is no table of this view.`);
    }
    if (next === name || chain.includes(next)) {
      const circle = [name, ...chain, next].join(' follows ');
      throw new Error(`View ${view}: ${circle}; one of them must take its rows from events.`);
    }
    chain.push(next);
    at = next;
  }
}

type ReducersOf<Event extends DomainEvent, Of extends Row> = {
  readonly [Type in Event['type']]?: Reducer<Extract<Event, { type: Type }>, Of>;
};

interface TableShape<Given extends Columns> {
  /** By name in snake_case; see `columns.ts` for those typed more closely than by their PostgreSQL type. */
  readonly columns: Given;
  readonly primaryKey: readonly (keyof NoInfer<Given> & string)[];
  readonly indexes?: readonly (readonly (keyof NoInfer<Given> & string)[])[];
  /** Columns of text whose words are searched for; see {@link ViewTable.searched}. */
  readonly searched?: readonly (keyof NoInfer<Given> & string)[];
  /** Columns of text that lists are read by; see {@link ViewTable.sorted}. */
  readonly sorted?: readonly (keyof NoInfer<Given> & string)[];
}

/** A table that is not yet told where its rows come from. */
interface TableToFill<Given extends Columns> {
  /** Its rows come from events: the reducers by event type, typed by the events named, `on<MissionEvent>({ … })`. */
  on<Event extends DomainEvent>(reducers: ReducersOf<Event, RowOfColumns<Given>>): Table<Given>;
  /** Its rows come from how those of another table of the view change; what such a row is, is named beside the events. */
  following<Event extends DomainEvent, Followed extends Row>(
    table: string,
    follower: Omit<Follower<Event, RowOfColumns<Given>, Followed>, 'table'>,
  ): Table<Given>;
}

/** A view's table: `table({ columns, primaryKey }).on<MissionEvent>({ … })`. Rows are typed by the columns. */
export function table<const Given extends Columns>(shape: TableShape<Given>): TableToFill<Given> {
  const columns = typesOf(shape.columns);
  const filled = (rows: object) =>
    ({ ...shape, on: {}, ...rows, columns, closedLists: closedListsOf(shape.columns) }) as Table<Given>;
  return {
    on: (reducers) => filled({ on: reducers }),
    following: (followed, follower) => filled({ follows: { ...follower, table: followed } }),
  };
}

/** For an event that touches one row. */
export function one<Event extends DomainEvent, Of extends Row>(
  key: (event: RecordedEvent<NoInfer<Event>>) => Key,
  reduce: (row: Of | undefined, event: RecordedEvent<Event>) => NoInfer<Of> | undefined,
): Reducer<Event, Of> {
  return { keys: (event) => [key(event)], reduce: (row, event) => reduce(row, event) };
}

/** For an event that adds a row under a key no earlier event had. */
export function insert<Event extends DomainEvent, Of extends Row>(
  key: (event: RecordedEvent<NoInfer<Event>>) => Key,
  row: (event: RecordedEvent<Event>) => NoInfer<Of>,
): Reducer<Event, Of> {
  return { inserts: true, keys: (event) => [key(event)], reduce: (_, event) => row(event) };
}

/** The row a reducer needs to be there already; its absence is a broken invariant and halts the view. */
export function existing<Of extends Row>(row: Of | undefined, event: RecordedEvent): Of {
  if (row === undefined) throw new Error(`${event.type} at ${event.position} finds no row for ${event.stream}.`);
  return row;
}
