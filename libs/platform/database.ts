import { channel } from 'node:diagnostics_channel';
import type { TablesOf, View } from '@maillage/kernel';
import { CompiledQuery, Kysely, PostgresDialect, type KyselyConfig, type RawBuilder } from 'kysely';
import pg from 'pg';
import type { DatabaseConfig } from './config.js';

// Positions and versions are 64-bit, money is decimal, dates have no zone: all of them stay the text PostgreSQL sends.
const { INT8, NUMERIC, DATE, TIMESTAMPTZ } = pg.types.builtins;
const TEXT_TYPES: ReadonlySet<number> = new Set([INT8, NUMERIC, DATE]);
const INSTANT_TYPES: ReadonlySet<number> = new Set([TIMESTAMPTZ]);

/**
 * How long a session may do nothing while it holds locks, in the midst of a transaction or as the one that seals: longer than
 * a busy process pauses, shorter than others should stand still for one that is frozen. The server ends the session then, and
 * its locks with it, so that whoever held them can write nothing more over it.
 */
export const IDLE_HOLDER_MS = 8_000;

const asText = (value: string): string => value;
const asInstant = (value: string): string => new Date(value).toISOString();

/** Told of every pool as it is opened. Nobody listens but tests and `npm run generate`, which look at what goes over it. */
const opened = channel('maillage:pool');

/** The built-in ones; what a server sends may be another. */
type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

const types = {
  getTypeParser: (oid: TypeId, format: 'text' | 'binary' = 'text'): unknown => {
    if (TEXT_TYPES.has(oid)) return asText;
    if (INSTANT_TYPES.has(oid)) return asInstant;
    return pg.types.getTypeParser(oid, format);
  },
};

/**
 * As whom the connections work. `writer` is the application: it adds to the log through one function and cannot change it.
 * `owner` owns the tables, for migrations; `reader` is for auditors; `login` is whoever the connection string names.
 */
export type DatabaseRole = 'owner' | 'writer' | 'reader' | 'login';

/** The PostgreSQL role of a network: `maillage_writer`. */
export function roleName(schema: string, role: Exclude<DatabaseRole, 'login'>): string {
  return `${schema}_${role}`;
}

/** One network's database: a pool whose connections work inside that network's schema, and kysely over the same pool. */
export class Database {
  readonly pool: pg.Pool;
  /** Two connections kept for group commits: recording does not queue behind slow queries. */
  readonly appends: pg.Pool;
  readonly schema: string;
  /** For what needs kysely whatever the tables, as migrations do. */
  readonly kysely: Kysely<unknown>;

  constructor(
    private readonly config: DatabaseConfig,
    private readonly onLostConnection: (error: Error) => void = () => undefined,
    log?: KyselyConfig['log'],
    private readonly role: DatabaseRole = 'writer',
  ) {
    this.schema = config.schema;
    this.pool = this.newPool(config.poolSize);
    this.appends = this.newPool(2);
    this.kysely = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: this.pool }),
      ...(log === undefined ? {} : { log }),
    });
  }

  /** The same database on connections of its own, as another role. */
  withRole(role: DatabaseRole): Database {
    return new Database({ ...this.config, poolSize: 2 }, this.onLostConnection, undefined, role);
  }

  private newPool(max: number): pg.Pool {
    const pool = new pg.Pool({ ...this.clientConfig(), max, idleTimeoutMillis: 30_000 });
    // A connection the server closes, idle or lent out, must not take the process down; the pool replaces it.
    pool.on('error', this.onLostConnection);
    pool.on('connect', (client) => client.on('error', this.onLostConnection));
    opened.publish({ pool });
    return pool;
  }

  /** Kysely typed by the tables of the views that are read. */
  reading<Views extends readonly View[]>(..._: Views): Kysely<TablesOf<Views[number]>> {
    return this.kysely as unknown as Kysely<TablesOf<Views[number]>>;
  }

  /** Kysely typed by tables that no view keeps: keys, sessions, people. */
  as<Tables>(): Kysely<Tables> {
    return this.kysely as unknown as Kysely<Tables>;
  }

  /** The rows of a statement written out, `` database.run(sql<Row>`select …`) ``. */
  async run<Row>(statement: RawBuilder<Row>): Promise<readonly Row[]> {
    const { rows } = await statement.execute(this.kysely);
    return rows;
  }

  /** For a connection outside the pool: LISTEN, or a test's. */
  clientConfig(role = this.role): pg.ClientConfig {
    return {
      connectionString: this.config.url,
      application_name: 'maillage',
      options: startupOptions({
        search_path: `${this.schema},public`,
        ...(role === 'login' ? {} : { role: roleName(this.schema, role) }),
        idle_in_transaction_session_timeout: IDLE_HOLDER_MS,
        // A machine that is gone does not say so.
        tcp_user_timeout: IDLE_HOLDER_MS,
      }),
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      types,
    };
  }

  /** Runs `work` on one connection inside a transaction; anything thrown rolls it back. */
  async transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((rollback: unknown) => {
        broken = rollback as Error;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async ping(): Promise<void> {
    await this.kysely.executeQuery(CompiledQuery.raw('select 1'));
  }

  async close(): Promise<void> {
    await Promise.all([this.pool.end(), this.appends.end()]);
  }
}

/** Settings a connection begins with, as the server takes them: `-c name=value`, blanks and backslashes escaped. */
export function startupOptions(settings: Readonly<Record<string, string | number>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${String(value).replace(/[\\\s]/g, '\\$&')}`)
    .join(' ');
}

/** The connection broke or the server went away: the outcome of what was sent is unknown, and asking again may help. */
export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: string }).code ?? '';
  return (
    /^(08|25P03|57P0[1-35])/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}
