import { Follower, followsOf } from '@maillage/engine';
import { createLogger, Metrics, systemClock, type Config } from '@maillage/platform';
import { startApi } from '../../api/bootstrap.js';
import { beginLog } from '../../host/begin.js';
import { runUntilStopped } from '../../host/run.js';
import { logKey, openSealing } from '../../host/sealing.js';
import { slices } from '../../host/slices.js';
import { openDatabase } from '../database.js';
import { withOperator } from '../operator-organisation.js';
import { loadFirstSample } from '../sample/first.js';
import { openSession } from '../session.js';

/** Everything in one process: database (unless DATABASE_URL names one), migrations, API and projections. */
export async function startCommand(configured: Config, { sample }: { readonly sample: boolean }): Promise<number> {
  const config = await withOperator(configured);
  const logger = createLogger(config.logLevel);
  await runUntilStopped('maillage', logger, async (life) => {
    const { database } = await openDatabase(config, life, { share: false });
    const session = openSession(database, life.interrupted);
    const { ledger, registry, execute } = session;
    const metrics = new Metrics();
    const key = await logKey(config, { make: true });
    const views = [...registry.views.values()];
    const sealing = await life.open(openSealing({ config, key, database, ledger, views, logger, metrics }), (opened) =>
      opened.stop(),
    );
    if (sample && sealing.open) {
      const empty = (await ledger.head()) === 0n;
      // Before the address is told: who opens it at once would find empty lists.
      if (await loadFirstSample({ config, database, execute, empty, logger })) {
        await session.catchUp();
      }
    }
    if (sealing.open) await beginLog(slices, execute, systemClock);
    life.interrupted.throwIfAborted();
    const api = await life.open(
      startApi({ config, projects: true, logger, metrics, database, signingKey: key }),
      (started) => started.close(),
    );
    sealing.start(api.execute);
    const following = { follows: followsOf(slices), database, execute: api.execute, clock: systemClock, logger };
    const follower = await life.open(new Follower(following), (started) => started.stop());
    if (sealing.open) follower.start();
    life.interrupted.throwIfAborted();
    process.stdout.write(`\nMaillage is at ${api.url.replace('127.0.0.1', 'localhost')}\n\n`);
    return api;
  });
  return 0;
}
