import type { CalendarDate, Instant } from './time.js';

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
export type ColumnValue = string | number | boolean | object | null;
export type Row = Readonly<Record<string, ColumnValue>>;

/** What a row holds of each PostgreSQL type, as reducers write it and queries read it. */
interface Values {
  readonly text: string;
  readonly integer: number;
  readonly bigint: string;
  readonly numeric: string;
  readonly boolean: boolean;
  readonly date: CalendarDate;
  readonly timestamptz: Instant;
  readonly jsonb: ColumnValue;
  readonly 'text[]': readonly string[];
}

declare const VALUE: unique symbol;

/** A column whose values are known more closely than its PostgreSQL type tells. */
export interface Column<Type extends ColumnType = ColumnType, Value extends ColumnValue = ColumnValue> {
  readonly type: Type;
  /** All the values there are, for text from a closed list. */
  readonly values?: readonly string[];
  /** For the type checker alone: no column has it when the program runs. */
  readonly [VALUE]?: Value;
}

/** How a table's definition gives its columns, by name in snake_case. */
export type Columns = Readonly<Record<string, ColumnType | Column>>;

type TypeOf<Given extends ColumnType | Column> = Given extends Column<infer Type> ? Type : Given;

/** The same columns by their PostgreSQL types alone. */
export type TypesOf<Given extends Columns> = { readonly [Name in keyof Given]: TypeOf<Given[Name]> };

type ValueOf<Given extends ColumnType | Column> =
  Given extends Column<ColumnType, infer Value extends ColumnValue>
    ? Value
    : Given extends `${infer Type extends keyof Values}?`
      ? Values[Type] | null
      : Given extends keyof Values
        ? Values[Given]
        : never;

/** A row of a table that has these columns. */
export type RowOfColumns<Given extends Columns> = { readonly [Name in keyof Given]: ValueOf<Given[Name]> };

/** JSON of a known shape: `jsonb<readonly EvidenceItem[]>()`. */
export function jsonb<Value extends ColumnValue>(): Column<'jsonb', Value> {
  return { type: 'jsonb' };
}

/** Text from a closed list. */
export function oneOf<const Value extends string>(values: readonly Value[]): Column<'text', Value> {
  return { type: 'text', values };
}

/** A list of texts, each from a closed list. */
export function someOf<const Value extends string>(values: readonly Value[]): Column<'text[]', readonly Value[]> {
  return { type: 'text[]', values };
}

/** The same column, which allows NULL. */
export function nullable<Type extends 'text' | 'jsonb', Value extends ColumnValue>(
  column: Column<Type, Value>,
): Column<`${Type}?`, Value | null> {
  const { type, ...rest } = column;
  return { ...rest, type: `${type}?` };
}

/** The PostgreSQL types of columns, without what only the type checker knows. */
export function typesOf<Given extends Columns>(columns: Given): TypesOf<Given> {
  const types = Object.entries(columns).map(([name, given]) => [name, typeof given === 'string' ? given : given.type]);
  return Object.fromEntries(types) as TypesOf<Given>;
}

/** The closed lists, by the names of the columns whose text comes from one. */
export function closedListsOf(columns: Columns): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, given]) =>
      typeof given === 'string' || given.values === undefined ? [] : [[name, given.values]],
    ),
  );
}
