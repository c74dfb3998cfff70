import type { DomainEvent } from './events.js';
import type { Actor } from './decider.js';
import type { Instant } from './time.js';

/** An event as the log holds it: what a decider yielded, in its envelope, at its position. */
export interface RecordedEvent<Event extends DomainEvent = DomainEvent> {
  readonly position: bigint;
  readonly id: string;
  readonly type: Event['type'];
  readonly schema: number;
  readonly stream: string;
  readonly version: bigint;
  readonly actor: Actor;
  readonly commandId: string;
  readonly recordedAt: Instant;
  readonly data: Event['data'];
}

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
  /** The primary keys of the rows the event touches, each in the order of `primaryKey`. */
  keys(event: RecordedEvent<Event>): readonly Key[];
  /** The row after the event; `undefined` in, when there is none yet; `undefined` out deletes it. */
  reduce(row: Row | undefined, event: RecordedEvent<Event>, key: Key): Row | undefined;
  /** True where the key is new with every event (it holds the position, say), so that no row need be looked for. */
  readonly inserts?: boolean;
}

export interface ViewTable {
  /** Column names in snake_case. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly primaryKey: readonly string[];
  /** Secondary indexes, each a list of columns in order. */
  readonly indexes?: readonly (readonly string[])[];
  /** Event types this table cares for. Typed at the point of writing by `table()`. */
  readonly on: Readonly<Record<string, Reducer>>;
}

/** A set of tables that move together: one position, one version, rebuilt as one. */
export interface View {
  readonly name: string;
  /** Raise it when columns or reducers change: the view is rebuilt at the next start. */
  readonly version: number;
  /** By table name in snake_case, unique over all views. */
  readonly tables: Readonly<Record<string, ViewTable>>;
}

export function view(definition: View): View {
  for (const [name, { columns, primaryKey, indexes }] of Object.entries(definition.tables)) {
    for (const column of [...primaryKey, ...(indexes ?? []).flat()]) {
      if (columns[column] === undefined) throw new Error(`View ${definition.name}: ${name} has no column ${column}.`);
    }
  }
  return definition;
}

type ReducersOf<Event extends DomainEvent> = {
  readonly [Type in Event['type']]?: Reducer<Extract<Event, { type: Type }>>;
};

/** A view's table, its reducers typed by the events they take. */
export function table<Event extends DomainEvent>(
  definition: Omit<ViewTable, 'on'> & { readonly on: ReducersOf<Event> },
): ViewTable {
  return definition as unknown as ViewTable;
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
