import { rebuild } from '@maillage/engine';
import type { Config } from '@maillage/platform';
import { progress } from '../progress.js';
import { withSession } from '../session.js';
import { UsageError } from '../usage.js';

/** Folds one view, or all, from position 1 beside the live tables and swaps them in. */
export async function rebuildCommand(config: Config, which: string): Promise<number> {
  return withSession(config, async ({ database, ledger, registry }) => {
    const views = which === 'all' ? [...registry.views.values()] : [registry.views.get(which)];
    const wanted = views.filter((view) => view !== undefined);
    if (wanted.length === 0) {
      throw new UsageError(
        `There is no view "${which}"; write all, or one of: ${[...registry.views.keys()].join(', ')}.`,
      );
    }
    const bar = progress('rebuild');
    try {
      await rebuild(database, ledger, wanted, (done, of) => {
        bar.update(Number(done), Number(of));
      });
    } finally {
      bar.end();
    }
    process.stdout.write(`Rebuilt ${wanted.map(({ name }) => name).join(', ')}.\n`);
    return 0;
  });
}
