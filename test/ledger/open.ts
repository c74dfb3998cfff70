import pg from 'pg';
import { Database } from '@maillage/platform';
import { Ledger } from '@maillage/ledger';
import { freshDatabase } from '../harness/services.js';
import { types } from './requests.js';

export interface OpenLedger {
  readonly url: string;
  readonly database: Database;
  readonly ledger: Ledger;
  /** A second one on the same log, with connections of its own, as another process has. */
  another(url?: string): Ledger;
  /** On a plain connection, as the owner of the tables; rows are pg's own. */
  ask(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function openLedger(): Promise<OpenLedger> {
  const fresh = await freshDatabase('migrated');
  const database = new Database({ url: fresh.url, schema: 'maillage', poolSize: 4 });
  const others: Database[] = [];
  return {
    url: fresh.url,
    database,
    ledger: new Ledger(database, types),
    another: (url = fresh.url) => {
      const other = new Database({ url, schema: 'maillage', poolSize: 4 });
      others.push(other);
      return new Ledger(other, types);
    },
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
      await Promise.all([database, ...others].map((each) => each.close()));
      await fresh.drop();
    },
  };
}
