import pg from 'pg';
import type { EventTypes } from '@maillage/kernel';
import { Ledger } from '@maillage/ledger';
import { Database } from '@maillage/platform';
import type { Filling } from './databases.js';
import { freshDatabase } from './services.js';

export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** A second pool, here or at another URL, as another process has; closed along with the first. */
  connect(url?: string): Database;
  /** The same as the role that publishes what is signed. */
  readonly sealing: Database;
  /** On a plain connection, as whoever the URL names, who may do anything; rows are pg's own. */
  ask(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  readonly filling?: Filling;
  /** Of one that is there already, and stays; else a new one is made, and dropped at the end. */
  readonly url?: string;
  /** Hears each statement that goes through kysely. */
  readonly heard?: (statement: string) => void;
}

/** A database under test, which is all that the set-ups of tests have in common. */
export async function openDatabase({ filling, url, heard }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const fresh = url === undefined ? await freshDatabase(filling ?? 'migrated') : undefined;
  const at = url ?? fresh?.url ?? '';
  const opened: Database[] = [];
  const connect: TestDatabase['connect'] = (to = at) => {
    const log = heard && ((event: { readonly query: { readonly sql: string } }) => void heard(event.query.sql));
    const database = new Database({ url: to, schema: 'maillage', poolSize: 8 }, undefined, log);
    opened.push(database);
    return database;
  };
  const database = connect();
  const sealing = database.withRole('sealer');
  opened.push(sealing);
  return {
    url: at,
    database,
    sealing,
    connect,
    ask: async (sql, values = []) => {
      const client = new pg.Client(database.clientConfig('login'));
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    close: async () => {
      await Promise.all(opened.map((each) => each.close()));
      await fresh?.drop();
    },
  };
}

export interface OpenLedger extends TestDatabase {
  readonly ledger: Ledger;
  /** A second one on the same log, with connections of its own, as another process has. */
  another(url?: string): Ledger;
}

/** The log alone, of whatever types of event. */
export async function openLedger(types: EventTypes): Promise<OpenLedger> {
  const opened = await openDatabase();
  return {
    ...opened,
    ledger: new Ledger(opened.database, types),
    another: (url) => new Ledger(opened.connect(url), types),
  };
}
