// A process of its own that runs the servers a test run shares. It says where they are in one line of JSON and stops them
// when its standard input ends: at the tests' end, and just as well when Jest is interrupted or killed.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../infra/postgres/embedded.js';
import { startRedis } from './redis.js';

/** What the test run is told, by environment variable. */
export interface Services {
  readonly TEST_DATABASE_URL: string;
  readonly TEST_REDIS_URL: string;
  /** What the names of the run's template databases begin with; the first suite that needs one makes it. */
  readonly TEST_TEMPLATES: string;
}

const closers: (() => Promise<unknown>)[] = [];

process.stdin.resume();
const ended = new Promise<void>((resolve) => process.stdin.once('close', resolve));
process.on('SIGINT', () => undefined);

try {
  const services: Services = {
    TEST_REDIS_URL: process.env['TEST_REDIS_URL'] ?? (await redis()),
    TEST_DATABASE_URL: process.env['TEST_DATABASE_URL'] ?? (await postgres()),
    TEST_TEMPLATES: `template_${randomBytes(6).toString('hex')}`,
  };
  process.stdout.write(`${JSON.stringify(services)}\n`);
  await ended;
  await dropTemplates(services);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await Promise.allSettled(closers.map((close) => close()));
  process.stdin.destroy();
}

async function redis(): Promise<string> {
  const server = await startRedis();
  closers.push(() => server.stop());
  return server.url;
}

async function postgres(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-postgres-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  closers.push(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return server.url;
}

/** A server that was there before outlives the run, and is left as it was found. */
async function dropTemplates({ TEST_DATABASE_URL: server, TEST_TEMPLATES: names }: Services): Promise<void> {
  if (server !== process.env['TEST_DATABASE_URL']) return;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [names],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  } finally {
    await client.end();
  }
}
