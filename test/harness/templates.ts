import pg from 'pg';
import { prepareViews, Registry } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { Database, migrate } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';
import { urlOf, type Filling } from './databases.js';

/** Makes the template unless another suite has just made it. */
export async function makeTemplate(filling: Filling, server: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext($1))`, [name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount !== 0) return;
    // Made under another name and renamed when complete: nobody copies one half-way.
    const unfinished = `${name}_unfinished`;
    await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${unfinished}`);
    await fill(filling, urlOf(server, unfinished));
    await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  } finally {
    await client.end();
  }
}

async function fill(filling: Filling, url: string): Promise<void> {
  const database = new Database({ url, schema: 'maillage', poolSize: 4 });
  try {
    await migrate(database);
    if (filling !== 'prepared') return;
    const registry = new Registry(slices);
    await prepareViews(database, new Ledger(database, registry.events), [...registry.views.values()]);
  } finally {
    await database.close();
  }
}
