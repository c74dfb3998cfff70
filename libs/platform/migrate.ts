import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { Migrator, sql, type Migration, type MigrationProvider } from 'kysely';
import { COLLATION } from './collation.js';
import type { Database } from './database.js';
import { projectRoot } from './project-root.js';
import { mayCreate, rolesSql } from './roles.sql.js';

/** Debian's. */
const OLDEST = 15;

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
export async function missingMigrations(database: Database, pool = database.pool): Promise<readonly string[]> {
  const known = Object.keys(await new SqlFiles().getMigrations());
  const table = await pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `${database.schema}.kysely_migration`,
  ]);
  if (table.rows[0]?.there !== true) return known;
  const applied = await pool.query<{ name: string }>(`select name from ${database.schema}.kysely_migration`);
  const names = new Set(applied.rows.map(({ name }) => name));
  return known.filter((name) => !names.has(name));
}

/**
 * Creates roles and schema if need be and applies what is missing, under a lock, so that several processes may start at
 * once. Where nothing is missing any login of the application will do; else it needs the right to create roles and schemas,
 * or to be a member of the four roles that are there.
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
      await refuseUnfit(client);
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

/** @throws {Error} where the server is older than any that this code was tried on, or cannot sort names. */
async function refuseUnfit(client: Pick<ClientBase, 'query'>): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string; sorts: boolean }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version,
       exists (select from pg_collation where collname = '${COLLATION}') as sorts`,
  );
  const [server] = rows;
  const unfit = olderThanSupported(server?.number, server?.version) ?? withoutCollation(server?.version, server?.sorts);
  if (unfit !== undefined) throw new Error(unfit);
}

/** @returns a sentence for whoever runs the server, where it is too old. */
export function olderThanSupported(number = '0', version = number): string | undefined {
  if (Number(number) >= OLDEST * 10_000) return undefined;
  return `PostgreSQL ${version} is too old for this ledger: use ${OLDEST} or later (it is tried on 15 and 18).`;
}

/** @returns a sentence for whoever runs the server, where it was built without ICU. */
export function withoutCollation(version = '', sorts = false): string | undefined {
  if (sorts) return undefined;
  return `This PostgreSQL ${version} was built without ICU, by which names are sorted: use a build that has it, such as Debian's, Docker's or the one that npm brings.`;
}

async function isUpToDate(database: Database): Promise<boolean> {
  try {
    if ((await missingMigrations(database, database.sessions)).length > 0) return false;
    await refuseUnfit(database.sessions);
    return true;
  } catch (error) {
    // No such role yet (22023, at the start of a connection), or one that may not look yet (42501).
    if (/^(22023|42501)$/.test((error as { readonly code?: string }).code ?? '')) return false;
    throw error;
  }
}
