import { join } from 'node:path';
import { createLogger, EvidenceFiles, Metrics, projectRoot, type Config } from '@maillage/platform';
import { startApi } from '../../api/bootstrap.js';
import { runUntilStopped } from '../../run.js';
import { logKey, openSealing } from '../../sealing.js';
import { importIndigo } from '../import/index.js';
import { openDatabase } from '../database.js';
import { languageOf, loadCoalition } from '../sample/coalition/index.js';
import { openSession } from '../session.js';

const SAMPLE = join(projectRoot, 'apps', 'cli', 'sample', 'indigo');

/** Everything in one process: database (unless DATABASE_URL names one), migrations, API and projections. */
export async function startCommand(config: Config, { sample }: { readonly sample: boolean }): Promise<number> {
  const logger = createLogger(config.logLevel);
  await runUntilStopped('maillage', logger, async (life) => {
    const { database } = await openDatabase(config, life, { share: false });
    const { ledger, registry, execute } = openSession(database, life.interrupted);
    const metrics = new Metrics();
    const key = await logKey(config, { make: true });
    const views = [...registry.views.values()];
    const sealing = await life.open(openSealing({ config, key, database, views, logger, metrics }), (opened) =>
      opened.stop(),
    );
    if (sample && sealing.open && (await ledger.head()) === 0n) {
      // First, since it tells of the past. Never unasked into a database of somebody's own, where it would stay.
      if (config.database.url === undefined) {
        const files = new EvidenceFiles(database, config.evidence);
        const { events } = await loadCoalition({ execute, database, files, language: languageOf(process.env) });
        logger.info({ events }, 'the ledger was empty; a fictional coalition was recorded');
      }
      const { totals } = await importIndigo(SAMPLE, { execute, at: new Date().toISOString() });
      logger.info({ events: totals.events }, 'a small sample of real projects was imported');
    }
    life.interrupted.throwIfAborted();
    const api = await life.open(
      startApi({ config, projects: true, logger, metrics, database, signingKey: key }),
      (started) => started.close(),
    );
    sealing.start(api.execute);
    life.interrupted.throwIfAborted();
    process.stdout.write(`\nMaillage is at ${api.url.replace('127.0.0.1', 'localhost')}\n\n`);
    return api;
  });
  return 0;
}
