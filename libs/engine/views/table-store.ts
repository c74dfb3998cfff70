import type { Key, Row, ViewTable } from '@maillage/kernel';
import type { ClientBase } from 'pg';
import { quote, selectList, sqlType } from './columns.js';

/** A key as a map key; bigint columns come in as strings, so each key has one spelling. */
export function spell(key: Key): string {
  return JSON.stringify(key);
}

/** Reads and writes the rows of one table in bulk: one statement each, however many rows. */
export class TableStore {
  private readonly keyColumns: string;
  private readonly selectSql: string;
  private readonly upsertSql: string;
  private readonly deleteSql: string;

  constructor(
    name: string,
    readonly table: ViewTable,
  ) {
    const target = quote(name);
    const key = table.primaryKey.map(quote).join(', ');
    const rest = Object.keys(table.columns).filter((column) => !table.primaryKey.includes(column));
    const updates = rest.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(', ');
    this.keyColumns = table.primaryKey.map((c) => `${quote(c)} ${sqlType(table.columns[c] ?? 'text')}`).join(', ');
    this.selectSql = `select ${selectList(table, 't')} from ${target} t join json_to_recordset($1) as k(${this.keyColumns}) using (${key})`;
    this.upsertSql = `insert into ${target} select * from json_populate_recordset(null::${target}, $1)
      on conflict (${key}) do ${updates === '' ? 'nothing' : `update set ${updates}`}`;
    const matches = table.primaryKey.map((c) => `t.${quote(c)} = k.${quote(c)}`).join(' and ');
    this.deleteSql = `delete from ${target} t using json_to_recordset($1) as k(${this.keyColumns}) where ${matches}`;
  }

  async load(client: ClientBase, keys: readonly Key[]): Promise<ReadonlyMap<string, Row>> {
    if (keys.length === 0) return new Map();
    const { rows } = await client.query<Row>(this.selectSql, [this.keysJson(keys)]);
    return new Map(rows.map((row) => [spell(this.table.primaryKey.map((c) => row[c] as string | number)), row]));
  }

  async upsert(client: ClientBase, rows: readonly Row[]): Promise<void> {
    if (rows.length > 0) await client.query(this.upsertSql, [JSON.stringify(rows)]);
  }

  async delete(client: ClientBase, keys: readonly Key[]): Promise<void> {
    if (keys.length > 0) await client.query(this.deleteSql, [this.keysJson(keys)]);
  }

  private keysJson(keys: readonly Key[]): string {
    return JSON.stringify(keys.map((key) => Object.fromEntries(this.table.primaryKey.map((c, n) => [c, key[n]]))));
  }
}
