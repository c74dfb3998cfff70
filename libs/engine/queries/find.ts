import { sql, type RawBuilder } from 'kysely';
import { placeOf, type Columns, type RowOfColumns, type Table } from '@maillage/kernel';
import { rowsOf } from './batch.js';
import { batchesOf } from './examples.js';
import { query, type BatchQuery } from './query.js';

/**
 * A query that finds rows of a view's table by their primary key: `findBy('missionById', missions.tables.mission)`. Where
 * that is of several columns, the keys asked for are their values in order, with a slash between.
 * @throws {Error} where a column of the key holds no text.
 */
export function findBy<Given extends Columns>(
  name: string,
  table: Table<Given>,
): BatchQuery<null, RowOfColumns<Given> | undefined> {
  const { primaryKey, columns } = table;
  const other = primaryKey.find((column) => columns[column] !== 'text');
  if (other !== undefined) throw new Error(`${name}: ${other} is no text to find rows by.`);
  return query(name, batchesOf(null), async (database, { keys }) => {
    const rows = await database.run(sql<RowOfColumns<Given>>`${found(placeOf(table).table, primaryKey, keys)}`);
    return rowsOf(keys, rows, (row) => keyIn(primaryKey, row as Readonly<Record<string, string>>));
  });
}

/** Keys of several parts as a relation to join with: `named(commitment_id, id)`. */
export function namedBy(columns: readonly string[], keys: readonly string[]): RawBuilder<unknown> {
  const parts = keys.map((key) => key.split('/'));
  const lists = columns.map((_, index) => sql`${parts.map((part) => part[index] ?? '')}::text[]`);
  return sql`unnest(${sql.join(lists)}) as named(${sql.raw(columns.join(', '))})`;
}

function found(table: string, primaryKey: readonly string[], keys: readonly string[]): RawBuilder<unknown> {
  const [column] = primaryKey;
  if (column !== undefined && primaryKey.length === 1) {
    return sql`select * from ${sql.table(table)} where ${sql.ref(column)} in (${sql.join(keys)})`;
  }
  const own = sql.raw(table);
  const matches = primaryKey.map((each) => sql`${own}.${sql.raw(each)} = named.${sql.raw(each)}`);
  return sql`select ${own}.* from ${namedBy(primaryKey, keys)} join ${own} on ${sql.join(matches, sql` and `)}`;
}

function keyIn(primaryKey: readonly string[], row: Readonly<Record<string, string>>): string {
  return primaryKey.map((column) => row[column]).join('/');
}
