import { randomBytes } from 'node:crypto';
import pg from 'pg';

export { startRedis, type RedisServer } from './redis.js';

export interface FreshDatabase {
  readonly url: string;
  /** Ends whatever is still connected to it. */
  drop(): Promise<void>;
}

/** A new, empty database on the test run's PostgreSQL: one per suite, so that suites can run side by side. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = told('TEST_DATABASE_URL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

/** The test run's Redis. Suites share it: take a prefix of your own, and never flush it. */
export function redisUrl(): string {
  return told('TEST_REDIS_URL');
}

function told(variable: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
  const url = process.env[variable];
  if (url === undefined) throw new Error(`${variable} is not set: Jest's global set-up has not run.`);
  return url;
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
