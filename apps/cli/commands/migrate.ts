import { prepareViews } from '@maillage/engine';
import type { Config } from '@maillage/platform';
import { migrate } from '@maillage/platform';
import { databaseServer, openDatabase, openSession } from '../session.js';

/** Brings the schema and the views' tables up to date. Run before a new version of api and worker starts. */
export async function migrateCommand(config: Config): Promise<number> {
  const server = await databaseServer(config, true);
  const database = openDatabase(config, server.url);
  try {
    const applied = await migrate(database);
    const { ledger, registry } = openSession(database);
    const built = await prepareViews(database, ledger, [...registry.views.values()]);
    process.stdout.write(
      `Migrations applied: ${applied.join(', ') || 'none'}. Views built: ${built.join(', ') || 'none'}.\n`,
    );
    return 0;
  } finally {
    await database.close();
    await server.stop();
  }
}
