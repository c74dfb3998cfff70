import { digestViews, prepareViews, rebuild } from '@maillage/engine';
import type { EventTypes, View } from '@maillage/kernel';
import { Ledger } from '@maillage/ledger';
import { migrate, type Database } from '@maillage/platform';
import { putEntries } from '../../../apps/cli/bundle/put-entries.js';
import type { Segment } from '../fixture-log/segments.js';
import { segmentHash, type FoldedSegment } from './fingerprint.js';

/**
 * Puts the fixture log into a database that has nothing yet, segment by segment, and rebuilds the views after each.
 * @returns by the name of the view, what it came to after each segment.
 * @throws {RebuildFailed} where a view cannot fold it.
 */
export async function foldFixtureLog(
  database: Database,
  events: EventTypes,
  views: readonly View[],
  segments: readonly Segment[],
): Promise<ReadonlyMap<string, readonly FoldedSegment[]>> {
  await migrate(database);
  const ledger = new Ledger(database, events);
  await prepareViews(database, ledger, views);
  const folded = new Map<string, readonly FoldedSegment[]>(views.map(({ name }) => [name, []]));
  const owner = database.withRole('owner');
  const client = await database.pool.connect();
  try {
    let position = 0n;
    for (const { name: segment, entries } of segments) {
      await putEntries(owner, position, entries);
      position += BigInt(entries.length);
      await rebuild(database, ledger, views);
      const log = segmentHash(entries);
      for (const { view, digest } of await digestViews(client, views)) {
        folded.set(view, [...(folded.get(view) ?? []), { segment, log, digest }]);
      }
    }
  } finally {
    client.release();
    await owner.close();
  }
  return folded;
}
