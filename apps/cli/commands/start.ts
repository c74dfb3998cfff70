import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogger, migrate, projectRoot, type Config, type Database, type Logger } from '@maillage/platform';
import { startApi } from '../../api/bootstrap.js';
import { runUntilStopped } from '../../run.js';
import { importIndigo } from '../import/index.js';
import { databaseServer, openDatabase, openSession } from '../session.js';

const SAMPLE = join(projectRoot, 'apps', 'cli', 'sample', 'indigo');

/** Everything in one process: database (unless DATABASE_URL names one), migrations, API and projections. */
export async function startCommand(config: Config, { sample }: { readonly sample: boolean }): Promise<number> {
  const logger = createLogger(config.logLevel);
  await runUntilStopped('maillage', logger, async () => {
    const server = await databaseServer(config, false);
    const database = openDatabase(config, server.url);
    const closeDatabase = async () => {
      await database.close();
      await server.stop();
    };
    try {
      await migrate(database);
      if (sample) await importSample(config, database, logger);
      const api = await startApi({ config, projects: true, logger, database });
      process.stdout.write(`\nMaillage is at ${api.url.replace('127.0.0.1', 'localhost')}\n\n`);
      return {
        url: api.url,
        close: async () => {
          await api.close();
          await closeDatabase();
        },
      };
    } catch (error) {
      await closeDatabase();
      throw error;
    }
  });
  return 0;
}

/** Into an empty ledger only; an import that was cut short is taken up again, which records only what is missing. */
async function importSample(config: Config, database: Database, logger: Logger): Promise<void> {
  const unfinished = join(config.dataDir, `sample-${database.schema}.unfinished`);
  const { ledger, execute } = openSession(database);
  if ((await ledger.head()) > 0n && !existsSync(unfinished)) return;
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  await writeFile(unfinished, '');
  const { totals } = await importIndigo(SAMPLE, { execute, at: new Date().toISOString() });
  await rm(unfinished);
  logger.info({ events: totals.events }, 'the ledger was empty; a small sample of real projects was imported');
}
