import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Migrator, sql, type Migration, type MigrationProvider } from 'kysely';
import type { Database } from './database.js';
import { projectRoot } from './project-root.js';

/** The plain SQL files of infra/migrations, in name order. */
class SqlFiles implements MigrationProvider {
  async getMigrations(): Promise<Record<string, Migration>> {
    const folder = join(projectRoot, 'infra', 'migrations');
    const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const migrations: Record<string, Migration> = {};
    for (const file of files) {
      const statements = await readFile(join(folder, file), 'utf8');
      migrations[file.replace(/\.sql$/, '')] = { up: async (db) => void (await sql.raw(statements).execute(db)) };
    }
    return migrations;
  }
}

/**
 * Creates the schema if need be and applies what is missing, under a lock, so that several processes may start at once.
 * @returns the names of the migrations applied now.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  const db = database.as<unknown>();
  // `if not exists` alone races with another starting process; the advisory lock makes it wait.
  await database.transaction(async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('maillage.migrate'))`);
    await client.query(`create schema if not exists ${database.schema}`);
  });
  const migrator = new Migrator({ db, provider: new SqlFiles(), migrationTableSchema: database.schema });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('Migration failed.', { cause: error });
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}
