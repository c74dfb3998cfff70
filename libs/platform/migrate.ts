import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Migrator, sql, type Migration, type MigrationProvider } from 'kysely';
import type { Database } from './database.js';
import { projectRoot } from './project-root.js';
import { mayCreate, rolesSql } from './roles.sql.js';

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

/** The names of migrations that are not applied yet, as far as the application's role can tell. */
export async function missingMigrations(database: Database): Promise<readonly string[]> {
  const known = Object.keys(await new SqlFiles().getMigrations());
  const table = await database.pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `${database.schema}.kysely_migration`,
  ]);
  if (table.rows[0]?.there !== true) return known;
  const applied = await database.pool.query<{ name: string }>(`select name from ${database.schema}.kysely_migration`);
  const names = new Set(applied.rows.map(({ name }) => name));
  return known.filter((name) => !names.has(name));
}

/**
 * Creates roles and schema if need be and applies what is missing, under a lock, so that several processes may start at
 * once. Where nothing is missing any login of the application will do; else it needs the right to create roles and schemas,
 * or to be a member of the three roles that are there.
 * @returns the names of the migrations applied now.
 */
export async function migrate(database: Database): Promise<readonly string[]> {
  if (await isUpToDate(database)) return [];
  const login = database.withRole('login');
  const owner = database.withRole('owner');
  try {
    // `if not exists` alone races with another starting process; the advisory lock makes it wait.
    await login.transaction(async (client) => {
      await client.query('set local search_path to pg_catalog');
      await client.query(`select pg_advisory_xact_lock(hashtext('maillage.migrate'))`);
      await client.query(rolesSql(database.schema));
    });
    const migrator = new Migrator({
      db: owner.kysely,
      provider: new SqlFiles(),
      migrationTableSchema: database.schema,
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error('Migration failed.', { cause: error });
    await owner.pool.query(mayCreate(database.schema));
    return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
  } finally {
    await Promise.all([login.close(), owner.close()]);
  }
}

async function isUpToDate(database: Database): Promise<boolean> {
  try {
    return (await missingMigrations(database)).length === 0;
  } catch (error) {
    // No such role yet (22023, at the start of a connection), or one that may not look yet (42501).
    if (/^(22023|42501)$/.test((error as { readonly code?: string }).code ?? '')) return false;
    throw error;
  }
}
