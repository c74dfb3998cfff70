import { createLogger, loadConfig } from '@maillage/platform';
import { openDatabase } from '../database.js';
import { exitOnConfigurationError, runUntilStopped } from '../run.js';
import { startApi } from './bootstrap.js';

try {
  const config = loadConfig();
  const logger = createLogger(config.logLevel);
  const database = openDatabase(config, logger);
  await runUntilStopped('api', logger, async () => {
    const api = await startApi({ config, logger, database, projects: false });
    return {
      url: api.url,
      close: async () => {
        await api.close();
        await database.close();
      },
    };
  });
} catch (error) {
  exitOnConfigurationError(error);
}
