import {
  SEARCH,
  searchOf,
  type ColumnType,
  type ColumnValue,
  type Key,
  type Row,
  type ViewTable,
} from '@maillage/kernel';
import type { ClientBase, Connection, Submittable } from 'pg';
import { sendingFor } from '../statements.js';
import { addPrimaryKey, quote, selectList, sqlType } from './columns.js';

/** A key as a map key: PostgreSQL's text holds no NUL, and a column's values are all of one type. */
export function spell(key: Key): string {
  return key.length === 1 ? String(key[0]) : key.join('\0');
}

/** What moves the rows of a view's table, each in bulk. */
export interface TableStatements {
  /** By keys: $1 is a JSON array of them. */
  readonly select: string;
  /** $1 is a JSON array of rows. */
  readonly upsert: string;
  /** By keys: $1 is a JSON array of them. */
  readonly delete: string;
  /** Rows in COPY's text format follow. */
  readonly copy: string;
}

/** @param name of the table in the database. */
export function tableStatements(name: string, table: ViewTable): TableStatements {
  const target = quote(name);
  const key = table.primaryKey.map(quote).join(', ');
  const keyColumns = table.primaryKey.map((c) => `${quote(c)} ${sqlType(table.columns[c] ?? 'text')}`).join(', ');
  const matches = table.primaryKey.map((c) => `t.${quote(c)} = k.${quote(c)}`).join(' and ');
  const columns = writtenColumns(table).map(([column]) => column);
  const rest = columns.filter((column) => !table.primaryKey.includes(column));
  const updates = rest.map((column) => `${quote(column)} = excluded.${quote(column)}`).join(', ');
  return {
    select: `select ${selectList(table, 't')} from ${target} t join json_to_recordset($1) as k(${keyColumns}) using (${key})`,
    upsert: `insert into ${target} select * from json_populate_recordset(null::${target}, $1)
      on conflict (${key}) do ${updates === '' ? 'nothing' : `update set ${updates}`}`,
    delete: `delete from ${target} t using json_to_recordset($1) as k(${keyColumns}) where ${matches}`,
    copy: `copy ${target} (${columns.map(quote).join(', ')}) from stdin`,
  };
}

/** Those that a reducer fills, and what is searched of them. */
function writtenColumns({ columns, searched }: ViewTable): readonly (readonly [string, ColumnType])[] {
  return [...Object.entries(columns), ...(searched === undefined ? [] : [[SEARCH, 'text'] as const])];
}

/** Reads and writes the rows of one table in bulk: one statement each, however many rows. */
export class TableStore {
  private readonly statements: TableStatements;
  private readonly columns: readonly (readonly [string, (value: ColumnValue) => string])[];

  /**
   * @param name of the table in the database.
   * @param of the table's own name in its view: while that is rebuilt, the two differ.
   */
  constructor(
    readonly name: string,
    readonly table: ViewTable,
    private readonly of: string,
  ) {
    this.statements = tableStatements(name, table);
    this.columns = writtenColumns(table).map(([column, type]) => [column, spellingOf(sqlType(type))]);
  }

  async load(client: ClientBase, keys: readonly Key[]): Promise<ReadonlyMap<string, Row>> {
    if (keys.length === 0) return new Map();
    const { rows } = await this.sending(() => client.query<Row>(this.statements.select, [this.keysJson(keys)]));
    return new Map(rows.map((row) => [spell(this.table.primaryKey.map((c) => row[c] as string | number)), row]));
  }

  async upsert(client: ClientBase, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return;
    await this.sending(() =>
      client.query(this.statements.upsert, [JSON.stringify(rows.map((row) => this.written(row)))]),
    );
  }

  /** The row as a line of COPY's text format. */
  line(row: Row): string {
    const written = this.written(row);
    let line = '';
    for (const [n, [name, spelling]] of this.columns.entries()) {
      line += n === 0 ? cell(written[name], spelling) : `\t${cell(written[name], spelling)}`;
    }
    return `${line}\n`;
  }

  /** For rows whose keys the table does not hold: it needs no primary key yet, and costs a fraction of an upsert. */
  async copy(client: ClientBase, lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    await new Promise<void>((resolve, reject) => {
      const copy = new CopyIn(this.statements.copy, lines, (error) => {
        if (error === undefined) resolve();
        else reject(error);
      });
      this.sending(() => client.query(copy));
    });
  }

  async delete(client: ClientBase, keys: readonly Key[]): Promise<void> {
    if (keys.length === 0) return;
    await this.sending(() => client.query(this.statements.delete, [this.keysJson(keys)]));
  }

  async addPrimaryKey(client: ClientBase): Promise<void> {
    await client.query(addPrimaryKey(this.name, this.table));
  }

  private written(row: Row): Row {
    const search = searchOf(this.table, row);
    return search === undefined ? row : { ...row, [SEARCH]: search };
  }

  private sending<T>(work: () => T): T {
    return sendingFor({ table: this.of, name: this.name }, work);
  }

  private keysJson(keys: readonly Key[]): string {
    return JSON.stringify(keys.map((key) => Object.fromEntries(this.table.primaryKey.map((c, n) => [c, key[n]]))));
  }
}

/** What a value of this type is in COPY's text format, apart from its escapes. */
function spellingOf(type: string): (value: ColumnValue) => string {
  if (type === 'jsonb') return (value) => JSON.stringify(value);
  if (type === 'text[]') return (value) => arrayLiteral(value as readonly (string | null)[]);
  return (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function arrayLiteral(values: readonly (string | null)[]): string {
  const items = values.map((value) => (value === null ? 'NULL' : `"${value.replace(/["\\]/g, '\\$&')}"`));
  return `{${items.join(',')}}`;
}

const ESCAPED = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function cell(value: ColumnValue | undefined, spelling: (value: ColumnValue) => string): string {
  if (value === undefined || value === null) return '\\N';
  const text = spelling(value);
  return ESCAPED.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? character) : text;
}

/** What pg's connection can do beyond its published types: the sending side of the copy protocol. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

const LINES_PER_CHUNK = 500;

/** `COPY … FROM STDIN`: pg knows the protocol's messages and leaves their order to whoever submits a query like this. */
class CopyIn implements Submittable {
  constructor(
    /** As pg's own queries have it. */
    readonly text: string,
    private readonly lines: readonly string[],
    private readonly settle: (error?: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (let from = 0; from < this.lines.length; from += LINES_PER_CHUNK) {
      connection.sendCopyFromChunk(Buffer.from(this.lines.slice(from, from + LINES_PER_CHUNK).join(''), 'utf8'));
    }
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // The server says so again when it is ready for the next query.
  }

  handleReadyForQuery(): void {
    this.settle();
  }

  handleError(error: Error): void {
    this.settle(error);
  }
}
