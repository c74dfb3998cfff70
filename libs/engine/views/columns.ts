import { SEARCH, type ColumnType, type ViewTable } from '@maillage/kernel';
import { COLLATION } from '@maillage/platform';
import pg from 'pg';

export const quote = (name: string): string => pg.escapeIdentifier(name);

/** `numeric?` is `numeric`, nullable. */
export function sqlType(type: ColumnType): string {
  return type.replace('?', '');
}

/** The select list that gives a row back exactly as a reducer wrote it: without `search`, which the engine adds. */
export function selectList(table: ViewTable, alias: string): string {
  return Object.entries(table.columns)
    .map(([name, type]) => {
      const column = `${alias}.${quote(name)}`;
      return sqlType(type) === 'timestamptz'
        ? `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${quote(name)}`
        : column;
    })
    .join(', ');
}

/** The statements that create a view's table, empty, under `name`. Indexes are made apart: after a bulk load, at once. */
export function createTable(name: string, table: ViewTable): string {
  const columns = Object.entries(table.columns).map(([column, type]) => {
    const collation = table.sorted?.includes(column) === true ? ` collate ${quote(COLLATION)}` : '';
    return `${quote(column)} ${sqlType(type)}${collation}${type.endsWith('?') ? '' : ' not null'}`;
  });
  if (table.searched !== undefined) columns.push(`${quote(SEARCH)} text not null`);
  const key = table.primaryKey.map(quote).join(', ');
  return `create table ${quote(name)} (${columns.join(', ')}, constraint ${quote(`${name}_pkey`)} primary key (${key}))`;
}

export function addPrimaryKey(name: string, table: ViewTable): string {
  const key = table.primaryKey.map(quote).join(', ');
  return `alter table ${quote(name)} add constraint ${quote(`${name}_pkey`)} primary key (${key})`;
}

export function indexNames(name: string, table: ViewTable): readonly string[] {
  // By number: column names would pass PostgreSQL's 63 bytes.
  return (table.indexes ?? []).map((_, n) => `${name}_idx_${n + 1}`);
}

export function createIndexes(name: string, table: ViewTable): readonly string[] {
  const names = indexNames(name, table);
  return (table.indexes ?? []).map(
    (columns, n) => `create index ${quote(names[n] ?? '')} on ${quote(name)} (${columns.map(quote).join(', ')})`,
  );
}
