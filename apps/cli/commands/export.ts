import type { Config } from '@maillage/platform';
import { lifetime } from '../../host/lifetime.js';
import { exportBundle } from '../bundle/export.js';
import { BundleError } from '../bundle/layout.js';
import { progress } from '../progress.js';
import { openDatabase } from '../database.js';
import { openSession } from '../session.js';
import { UsageError } from '../usage.js';

export interface ExportOptions {
  /** A size that was signed. */
  readonly checkpoint?: string;
  /** Seconds to wait for a checkpoint that covers the views. */
  readonly wait: string;
}

/** Writes the ledger into a folder, for an auditor to verify and replay without it. */
export async function exportCommand(config: Config, place: string, options: ExportOptions): Promise<number> {
  const size = options.checkpoint === undefined ? undefined : sizeOf(options.checkpoint);
  const waitMs = secondsOf(options.wait) * 1000;
  const bar = progress('export');
  try {
    const { checkpoint, views } = await lifetime(async (life) => {
      const { database } = await openDatabase(config, life, { share: true });
      const { registry } = openSession(database, life.interrupted);
      return exportBundle({
        database,
        events: registry.events,
        views: [...registry.views.values()],
        place,
        waitMs,
        life,
        ...(size === undefined ? {} : { size }),
        onProgress: (done, of) => {
          bar.update(done, of);
        },
      });
    });
    const { origin, cosignatures } = checkpoint;
    process.stdout.write(
      `Exported ${origin} to ${place}: ${checkpoint.size} events, ${views.length} views, ` +
        `${cosignatures.length} ${cosignatures.length === 1 ? 'cosignature' : 'cosignatures'}.\n`,
    );
    return 0;
  } catch (error) {
    throw error instanceof BundleError ? new UsageError(error.message, { cause: error }) : error;
  } finally {
    bar.end();
  }
}

function sizeOf(text: string): bigint {
  if (/^[1-9][0-9]{0,17}$/.test(text)) return BigInt(text);
  throw new UsageError(`--checkpoint ${text} is not the size of a checkpoint; write a number from 1.`);
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (/^[0-9]{1,5}$/.test(text)) return seconds;
  throw new UsageError(`--wait ${text} is not a number of seconds; write one from 0 to 99999.`);
}
