import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { urlOf, type Filling } from './databases.js';
import { told } from './told.js';

export { startRedis, type RedisServer } from './redis.js';

export interface FreshDatabase {
  readonly url: string;
  /** Ends whatever is still connected to it. */
  drop(): Promise<void>;
}

const NO_SUCH_DATABASE = '3D000';

/**
 * A new database on the test run's PostgreSQL: one per suite, so that suites can run side by side. One that is to hold
 * something is a copy of a template made once for a run: copying takes a tenth of the time that migrating takes.
 */
export async function freshDatabase(filling: Filling = 'empty'): Promise<FreshDatabase> {
  const server = told('TEST_DATABASE_URL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = urlOf(server, name);
  if (filling === 'empty') await execute(server, `CREATE DATABASE ${name}`);
  else {
    const copy = `CREATE DATABASE ${name} TEMPLATE ${templateName(filling)}`;
    await execute(server, copy).catch(async (error: unknown) => {
      if ((error as { readonly code?: string }).code !== NO_SUCH_DATABASE) throw error;
      // Imported here, as it brings all of the engine along.
      await (await import('./templates.js')).makeTemplate(filling, server, templateName(filling));
      await execute(server, copy);
    });
    // As the migration does it: a copy is not the database it was copied from, and its log would wait for a sealer.
    await execute(url, 'SELECT maillage.open_log()');
  }
  return { url, drop: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** The run's own, also where the server is not. */
function templateName(filling: Filling): string {
  return `${told('TEST_TEMPLATES')}_${filling}`;
}

/** The test run's Redis. Suites share it: take a prefix of your own, and never flush it. */
export function redisUrl(): string {
  return told('TEST_REDIS_URL');
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
