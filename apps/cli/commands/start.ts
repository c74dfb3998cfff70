import { join } from 'node:path';
import { createLogger, projectRoot, type Config } from '@maillage/platform';
import { startApi } from '../../api/bootstrap.js';
import { runUntilStopped } from '../../run.js';
import { importIndigo } from '../import/index.js';
import { openDatabase, openSession } from '../session.js';

const SAMPLE = join(projectRoot, 'apps', 'cli', 'sample', 'indigo');

/** Everything in one process: database (unless DATABASE_URL names one), migrations, API and projections. */
export async function startCommand(config: Config, { sample }: { readonly sample: boolean }): Promise<number> {
  const logger = createLogger(config.logLevel);
  await runUntilStopped('maillage', logger, async (life) => {
    const { database } = await openDatabase(config, life, { share: false });
    const { ledger, execute } = openSession(database, life.interrupted);
    if (sample && (await ledger.head()) === 0n) {
      const { totals } = await importIndigo(SAMPLE, { execute, at: new Date().toISOString() });
      logger.info({ events: totals.events }, 'the ledger was empty; a small sample of real projects was imported');
    }
    life.interrupted.throwIfAborted();
    const api = await life.open(startApi({ config, projects: true, logger, database }), (started) => started.close());
    life.interrupted.throwIfAborted();
    process.stdout.write(`\nMaillage is at ${api.url.replace('127.0.0.1', 'localhost')}\n\n`);
    return api;
  });
  return 0;
}
