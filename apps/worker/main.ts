import '../host/production.js';
import { createLogger, loadConfig, type Logger } from '@maillage/platform';
import { openDatabase } from '../host/database.js';
import { exitOnFailure, runUntilStopped } from '../host/run.js';
import { startWorker } from './bootstrap.js';

let logger: Logger | undefined;
try {
  const config = loadConfig(process.env, { serves: 'sealer' });
  const log = (logger = createLogger(config.logLevel));
  await runUntilStopped('worker', log, async (life) => {
    const database = await life.open(openDatabase(config, log), (opened) => opened.close());
    return life.open(startWorker({ config, logger: log, database }), (worker) => worker.close());
  });
} catch (error) {
  exitOnFailure('worker', logger, error);
}
