import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../infra/postgres/embedded.js';

export interface BenchServer {
  /** Cores, memory and versions: what figures depend on, and nothing that says whose machine it is. */
  readonly machine: string;
  /** A new, empty database; its connection string. */
  database(name: string): Promise<string>;
  /** Writes out what earlier measurements left in the server's buffers, so that none pays for another. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL of this run's own, as safe from power cuts as in production. */
export async function startServer(): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
  const server = await startEmbeddedPostgres({ dataDir }).catch(async (error: unknown) => {
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const [row] = await ask(server.url, `show ${setting}`);
      if (row?.[setting] !== 'on') throw new Error(`${setting} is not on: appends would not be durable.`);
    }
    const [version] = await ask(server.url, 'show server_version');
    return {
      machine: machine(String(version?.['server_version'])),
      database: async (name) => {
        await ask(server.url, `create database ${pg.escapeIdentifier(name)}`);
        const url = new URL(server.url);
        url.pathname = `/${name}`;
        return url.href;
      },
      settle: async () => void (await ask(server.url, 'checkpoint')),
      stop: () => (stopped ??= stop()),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One statement on a connection of its own. */
export async function ask(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function machine(postgres: string): string {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores, ${gibibytes} GiB of memory, Node ${process.versions.node}, PostgreSQL ${postgres} (fsync on)`;
}
