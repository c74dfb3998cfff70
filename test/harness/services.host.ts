// A process of its own that runs the servers a test run shares. It says where they are in one line of JSON and stops them
// when its standard input ends: at the tests' end, and just as well when Jest is interrupted or killed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../infra/postgres/embedded.js';
import { startRedis } from './redis.js';

/** What the test run is told, by environment variable. */
export interface Services {
  readonly TEST_DATABASE_URL: string;
  readonly TEST_REDIS_URL: string;
}

const closers: (() => Promise<unknown>)[] = [];

process.stdin.resume();
const ended = new Promise<void>((resolve) => process.stdin.once('close', resolve));
process.on('SIGINT', () => undefined);

try {
  const services: Services = {
    TEST_REDIS_URL: process.env['TEST_REDIS_URL'] ?? (await redis()),
    TEST_DATABASE_URL: process.env['TEST_DATABASE_URL'] ?? (await postgres()),
  };
  process.stdout.write(`${JSON.stringify(services)}\n`);
  await ended;
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
