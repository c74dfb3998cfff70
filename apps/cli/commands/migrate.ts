import { prepareViews } from '@maillage/engine';
import type { Config } from '@maillage/platform';
import { lifetime } from '../../host/lifetime.js';
import { openDatabase } from '../database.js';
import { openSession } from '../session.js';

/** Brings the schema and the views' tables up to date. Run before a new version of api and worker starts. */
export async function migrateCommand(config: Config): Promise<number> {
  await lifetime(async (life) => {
    const { database, applied } = await openDatabase(config, life, { share: true });
    const { ledger, registry } = openSession(database, life.interrupted);
    const built = await prepareViews(database, ledger, [...registry.views.values()]);
    process.stdout.write(
      `Migrations applied: ${applied.join(', ') || 'none'}. Views built: ${built.join(', ') || 'none'}.\n`,
    );
  });
  return 0;
}
