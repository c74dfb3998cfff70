import { digestView, Registry } from '@maillage/engine';
import type { Database } from '@maillage/platform';
import { slices } from '../../apps/host/slices.js';

/** The digest of every view's rows as they are now, by name. */
export async function digestsOf(database: Database): Promise<Readonly<Record<string, string>>> {
  const digests: Record<string, string> = {};
  const client = await database.pool.connect();
  try {
    for (const view of new Registry(slices).views.values()) digests[view.name] = await digestView(client, view);
  } finally {
    client.release();
  }
  return digests;
}
