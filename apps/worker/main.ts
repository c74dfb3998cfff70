import { createLogger, loadConfig } from '@maillage/platform';
import { openDatabase } from '../database.js';
import { exitOnConfigurationError, runUntilStopped } from '../run.js';
import { startWorker } from './bootstrap.js';

try {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const database = openDatabase(config, logger);
  await runUntilStopped('worker', logger, async () => {
    const worker = await startWorker({ config, logger, database });
    return {
      url: worker.url,
      close: async () => {
        await worker.close();
        await database.close();
      },
    };
  });
} catch (error) {
  exitOnConfigurationError(error);
}
