import { channel } from 'node:diagnostics_channel';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TablesOf, View } from '@maillage/kernel';
import { CompiledQuery, Kysely, PostgresDialect, type KyselyConfig, type RawBuilder } from 'kysely';
import pg from 'pg';
import type { DatabaseConfig } from './config.js';
import { NamedStatements } from './named-statements.js';
import { OwnSession, shareSession, startupOptions, type Settings } from './pooler.js';

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

/**
 * What this code rests on, whatever the server, the database or the login is set to: how dates and bytes are spelled, what a
 * transaction sees, and how long it may wait for a lock, or do nothing while it holds some.
 */
const SETTINGS = {
  datestyle: 'ISO,YMD',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  bytea_output: 'hex',
  extra_float_digits: 1,
  standard_conforming_strings: 'on',
  array_nulls: 'on',
  transform_null_equals: 'off',
  default_transaction_isolation: 'read committed',
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: IDLE_HOLDER_MS,
  // Searches find all there is, and a statement that fails ends no session.
  gin_fuzzy_search_limit: 0,
  exit_on_error: 'off',
  // It takes longer to compile the statements of a page than to run them.
  jit: 'off',
} as const;

/**
 * A rebuild, an export or a migration takes as long as it takes, whatever the database or the login is set to; whoever gives
 * an address may say otherwise in it.
 */
const UNLESS_THE_ADDRESS_SAYS = { statement_timeout: 0 } as const;

/** And on a session that is not shared. */
const OF_A_SESSION = {
  idle_session_timeout: 0,
  // A machine that is gone does not say so.
  tcp_user_timeout: IDLE_HOLDER_MS,
} as const;

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
 * `sealer` writes what is signed of it, and nothing else; `owner` owns the tables, for migrations; `reader` is for auditors;
 * `login` is whoever the connection string names.
 */
export type DatabaseRole = 'owner' | 'writer' | 'sealer' | 'reader' | 'login';

/** The PostgreSQL role of a network: `maillage_writer`. */
export function roleName(schema: string, role: Exclude<DatabaseRole, 'login'>): string {
  return `${schema}_${role}`;
}

/**
 * One network's database: a pool whose connections work inside that network's schema, and kysely over the same pool. With
 * `directUrl` those of `writer` and `reader` go through a pooler, and change nothing of a session beyond a transaction.
 */
export class Database {
  readonly pool: pg.Pool;
  /** Two connections kept for group commits: recording does not queue behind slow queries. */
  readonly appends: pg.Pool;
  /** Whose sessions are their own, for locks and settings that outlast a transaction; the same as `pool` without a pooler. */
  readonly sessions: pg.Pool;
  readonly schema: string;
  /** For what needs kysely whatever the tables, as migrations do. */
  readonly kysely: Kysely<unknown>;

  constructor(
    private readonly config: DatabaseConfig,
    private readonly onLostConnection: (error: Error) => void = () => undefined,
    log?: KyselyConfig['log'],
    private readonly role: DatabaseRole = 'writer',
    private readonly statementMs?: number,
  ) {
    this.schema = config.schema;
    const isShared = config.directUrl !== undefined && (role === 'writer' || role === 'reader');
    this.pool = this.newPool(config.poolSize, isShared);
    this.appends = this.newPool(2, isShared);
    this.sessions = isShared ? this.newPool(config.poolSize, false) : this.pool;
    this.kysely = new Kysely<unknown>({
      dialect: new PostgresDialect({ pool: new NamedStatements(this.pool) }),
      ...(log === undefined ? {} : { log }),
    });
  }

  /** The same database on connections of its own, as another role. */
  withRole(role: DatabaseRole): Database {
    return new Database({ ...this.config, poolSize: 2 }, this.onLostConnection, undefined, role);
  }

  /**
   * The same database on as many connections of its own, whose statements the server ends after so long.
   * @param took told of each statement for how many milliseconds it was waited for.
   */
  bounded(statementMs: number, took?: (ms: number) => void): Database {
    const log: KyselyConfig['log'] = took && (({ queryDurationMillis }) => took(queryDurationMillis));
    return new Database(this.config, this.onLostConnection, log, this.role, statementMs);
  }

  private newPool(max: number, isShared: boolean): pg.Pool {
    const { options, ...given } = this.clientConfig();
    const config = isShared
      ? { ...given, connectionString: this.config.url, pipeline: true }
      : { ...given, options, Client: OwnSession };
    const pool = new pg.Pool({ ...config, max, idleTimeoutMillis: 30_000 });
    if (isShared) {
      // Of a session that others have had, temporary tables come last: they would stand in for ours.
      const search_path = `${this.schema},public,pg_temp`;
      const settings = { ...UNLESS_THE_ADDRESS_SAYS, ...this.settings(), search_path };
      pool.on('connect', (client) => {
        shareSession(client, settings);
      });
    }
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

  private settings(role = this.role): Settings {
    return {
      ...SETTINGS,
      search_path: `${this.schema},public`,
      ...(role === 'login' ? {} : { role: roleName(this.schema, role) }),
      ...(this.statementMs === undefined ? {} : { statement_timeout: this.statementMs }),
      // Migrations wait for one another as long as they take.
      ...(role === 'login' || role === 'owner' ? { lock_timeout: 0 } : {}),
    };
  }

  /** For an `OwnSession` outside the pools: LISTEN, or a test's. */
  clientConfig(role = this.role): pg.ClientConfig {
    const { url, options } = withoutOptions(this.config.directUrl ?? this.config.url);
    const ours = startupOptions({ ...this.settings(role), ...OF_A_SESSION });
    return {
      connectionString: url,
      application_name: 'maillage',
      // Of two for one setting the server takes the latter.
      options: [startupOptions(UNLESS_THE_ADDRESS_SAYS), process.env['PGOPTIONS'], options, ours].join(' '),
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
      // Another connection may lead to the server that has taken this one's place.
      if ((error as { readonly code?: string }).code === READ_ONLY) broken = error as Error;
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
    await Promise.all([...new Set([this.pool, this.appends, this.sessions])].map((pool) => pool.end()));
  }
}

/** `options` in an address would take the place of ours. */
function withoutOptions(address: string): { readonly url: string; readonly options: string } {
  const url = new URL(address);
  const options = url.searchParams.get('options');
  if (options === null) return { url: address, options: '' };
  url.searchParams.delete('options');
  return { url: url.href, options };
}

/** SQLSTATE 25006: a standby, or a database that was set to read only. */
const READ_ONLY = '25006';

/**
 * SQLSTATE of states that pass: connections that break (08) or are too many (53300), a server that starts, stops or ends
 * sessions (57P01 to 03 and 05, 25P03, 25P04) or is a standby for now, and transactions that were in one another's way.
 */
const PASSING = /^(08...|25006|25P0[34]|40001|40P01|53300|55P03|57P0[1235])$/;
const PASSING_ON_THE_WAY = [
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
];

/** The database cannot answer now and may later. The outcome of what was sent is unknown, and asking again may help. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: string }).code ?? '';
  return (
    PASSING.test(code) ||
    PASSING_ON_THE_WAY.includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  );
}

/**
 * Asks again while the state of the database passes: for what may be asked any number of times.
 * @param pausesMs before each further try.
 * @param withinMs of having begun the last try begins.
 */
export async function persist<T>(ask: () => Promise<T>, pausesMs: readonly number[], withinMs: number): Promise<T> {
  const until = performance.now() + withinMs;
  for (const pause of pausesMs) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error) || performance.now() + pause > until) throw error;
      await sleep(pause);
    }
  }
  return ask();
}

/** Soon enough that whoever waits for a page hardly notices. */
export function persistReading<T>(ask: () => Promise<T>): Promise<T> {
  return persist(ask, [50, 250], 2_000);
}
