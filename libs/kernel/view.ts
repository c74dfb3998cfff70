import type { DomainEvent, RecordedEvent } from './envelope.js';

/** PostgreSQL types a read-model column may have. `?` behind one allows NULL. */
export type ColumnType =
  | 'text'
  | 'text?'
  | 'integer'
  | 'integer?'
  | 'bigint'
  | 'bigint?'
  | 'numeric'
  | 'numeric?'
  | 'boolean'
  | 'boolean?'
  | 'date'
  | 'date?'
  | 'timestamptz'
  | 'timestamptz?'
  | 'jsonb'
  | 'jsonb?'
  | 'text[]';

/** Numbers wider than 53 bits and decimals travel as strings; dates and instants as ISO text. */
export type ColumnValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, ColumnValue>>;
export type Key = readonly (string | number)[];

/** What one event does to one table. Pure: the same row and event give the same row. */
export interface Reducer<Event extends DomainEvent = DomainEvent> {
  /** The primary keys of the rows the event touches, each in the order of `primaryKey`; one named twice is touched once. */
  keys(event: RecordedEvent<Event>): readonly Key[];
  /** The row after the event; `undefined` in, when there is none yet; `undefined` out deletes it. */
  reduce(row: Row | undefined, event: RecordedEvent<Event>, key: Key): Row | undefined;
  /** True where the key is new with every event (it holds the position, say), so that no row need be looked for. */
  readonly inserts?: boolean;
}

/**
 * What an event did to one row of a followed table: made it (`before` is undefined), replaced it, or removed it (`after` is
 * undefined). A reducer that gives back the very row it was given has changed nothing, and followers hear nothing. A row
 * may come from memory or from the table: where its reducer names every column, as the type spells it, both are the same.
 */
export interface Change<Event extends DomainEvent = DomainEvent> {
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  /** The event behind the change. A `switch` over its type tells what it carries. */
  readonly event: Event extends unknown ? RecordedEvent<Event> : never;
}

/**
 * Makes a table's rows from how another table's rows change, for figures whose keys the events themselves do not name. It
 * hears of changes in the order of events and, within an event, in the order in which the event touches rows; each finds
 * the row as the one before left it. Pure: the same row and change give the same row.
 */
export interface Follower<Event extends DomainEvent = DomainEvent> {
  /** The table followed, of the same view. It may follow another in turn. */
  readonly table: string;
  /** The primary keys of the rows the change touches, each in the order of `primaryKey`; one named twice is touched once. */
  keys(change: Change<Event>): readonly Key[];
  /** The row after the change; `undefined` in, when there is none yet; `undefined` out deletes it. */
  reduce(row: Row | undefined, change: Change<Event>, key: Key): Row | undefined;
  /** True where the key is new with every change, so that no row need be looked for. */
  readonly inserts?: boolean;
}

export interface ViewTable {
  /** Column names in snake_case. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly primaryKey: readonly string[];
  /** Secondary indexes, each a list of columns in order. */
  readonly indexes?: readonly (readonly string[])[];
  /** Event types this table cares for; none where it follows another. Typed at the point of writing by `table()`. */
  readonly on: Readonly<Record<string, Reducer>>;
  /** Where its rows come from another table's changes. */
  readonly follows?: Follower;
}

/** A set of tables that move together: one position, one version, rebuilt as one. */
export interface View {
  readonly name: string;
  /** Raise it when columns or reducers change: the view is rebuilt at the next start. */
  readonly version: number;
  /** By table name in snake_case, unique over all views. */
  readonly tables: Readonly<Record<string, ViewTable>>;
}

/** @throws where a table names a column that it does not have, and where `inFoldOrder` does. */
export function view(definition: View): View {
  for (const [name, { columns, primaryKey, indexes }] of Object.entries(definition.tables)) {
    for (const column of [...primaryKey, ...(indexes ?? []).flat()]) {
      if (columns[column] === undefined) throw new Error(`View ${definition.name}: ${name} has no column ${column}.`);
    }
  }
  inFoldOrder(definition);
  return definition;
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

type ReducersOf<Event extends DomainEvent> = {
  readonly [Type in Event['type']]?: Reducer<Extract<Event, { type: Type }>>;
};

/** A view's table, its reducers or its follower typed by the events they take. */
export function table<Event extends DomainEvent>(
  definition: Omit<ViewTable, 'on' | 'follows'> &
    (
      | { readonly on: ReducersOf<Event>; readonly follows?: undefined }
      | { readonly on?: Readonly<Record<string, never>>; readonly follows: Follower<Event> }
    ),
): ViewTable {
  return { on: {}, ...definition } as unknown as ViewTable;
}

/** For an event that touches one row. */
export function one<Event extends DomainEvent>(
  key: (event: RecordedEvent<NoInfer<Event>>) => Key,
  reduce: (row: Row | undefined, event: RecordedEvent<Event>) => Row | undefined,
): Reducer<Event> {
  return { keys: (event) => [key(event)], reduce: (row, event) => reduce(row, event) };
}

/** For an event that adds a row under a key no earlier event had. */
export function insert<Event extends DomainEvent>(
  key: (event: RecordedEvent<NoInfer<Event>>) => Key,
  row: (event: RecordedEvent<Event>) => Row,
): Reducer<Event> {
  return { inserts: true, keys: (event) => [key(event)], reduce: (_, event) => row(event) };
}

/** The row a reducer needs to be there already; its absence is a broken invariant and halts the view. */
export function existing(row: Row | undefined, event: RecordedEvent): Row {
  if (row === undefined) throw new Error(`${event.type} at ${event.position} finds no row for ${event.stream}.`);
  return row;
}
