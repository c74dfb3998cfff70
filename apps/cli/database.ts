import { join } from 'node:path';
import { Database, isPassing, migrate, type Config } from '@maillage/platform';
import { runningEmbeddedPostgres, startEmbeddedPostgres } from '../../infra/postgres/embedded.js';
import type { Life } from '../host/lifetime.js';

/**
 * The database at DATABASE_URL; without it, of the embedded server: that of a running `maillage start` on the same data
 * folder if it may be shared, or one started for as long as this process lives. Its schema is brought up to date.
 * @throws {DatabaseUnusable}
 */
export async function openDatabase(
  config: Config,
  life: Life,
  { share }: { readonly share: boolean },
): Promise<{ readonly database: Database; readonly applied: readonly string[] }> {
  const url = config.database.url ?? (await embeddedUrl(join(config.dataDir, 'postgres'), life, share));
  life.interrupted.throwIfAborted();
  const database = await life.open(new Database({ ...config.database, url }), (opened) => opened.close());
  const applied = await migrated(database);
  life.interrupted.throwIfAborted();
  return { database, applied };
}

async function embeddedUrl(dataDir: string, life: Life, share: boolean): Promise<string> {
  const running = share ? await runningEmbeddedPostgres(dataDir) : undefined;
  if (running !== undefined) return running;
  const { url } = await life.openProcess(startEmbeddedPostgres({ dataDir }), (server) => server.stop());
  return url;
}

/** PostgreSQL is out of reach, or does not let us in; the message says which, for whoever set DATABASE_URL. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

async function migrated(database: Database): Promise<readonly string[]> {
  try {
    return await migrate(database);
  } catch (error) {
    const { code = '' } = error as { readonly code?: string };
    // Class 28: who one is; 3D000: no such database; 42501: may not create the schema.
    if (!isPassing(error) && !/^(28|3D000|42501)/.test(code)) throw error;
    // Where a host has several addresses, the message is one per address.
    const causes = error instanceof AggregateError ? (error.errors as Error[]) : [error as Error];
    const why = causes.map(({ message }) => message).join('; ');
    throw new DatabaseUnusable(`PostgreSQL cannot be used: ${why}. Is DATABASE_URL right, and does the server run?`, {
      cause: error,
    });
  }
}
