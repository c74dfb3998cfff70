import '../host/production.js';
import { createLogger, loadConfig, type Logger } from '@maillage/platform';
import { openDatabase } from '../host/database.js';
import { exitOnFailure, runUntilStopped } from '../host/run.js';
import { startApi } from './bootstrap.js';

let logger: Logger | undefined;
try {
  const config = loadConfig(process.env, { serves: 'api' });
  const log = (logger = createLogger(config.logLevel));
  await runUntilStopped('api', log, async (life) => {
    const database = await life.open(openDatabase(config, log), (opened) => opened.close());
    return life.open(startApi({ config, logger: log, database, projects: false }), (api) => api.close());
  });
} catch (error) {
  exitOnFailure('api', logger, error);
}
