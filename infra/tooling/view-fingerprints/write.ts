import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '@maillage/engine';
import type { Database } from '@maillage/platform';
import { readSegments, recordSegments } from '../fixture-log/segments.js';
import { writeFolder } from '../write-folder.js';
import { complaintsOf, fingerprintOf, type Fingerprint } from './fingerprint.js';
import { foldFixtureLog } from './fold.js';

/**
 * A file for each view with its fingerprint, and the segments of the fixture log that are not recorded yet.
 * @param database has nothing in it yet.
 * @throws {Error} where a view has changed and its version has not risen.
 */
export async function writeViewFingerprints(folder: string, registry: Registry, database: Database): Promise<void> {
  await recordSegments(registry);
  const views = [...registry.views.values()];
  const folded = await foldFixtureLog(database, registry.events, views, await readSegments());
  const fingerprints = views.map((view) => fingerprintOf(view, folded.get(view.name) ?? []));
  const written = await readFingerprints(folder);
  const complaints = fingerprints.flatMap((now) => {
    const before = written.get(now.view);
    return before === undefined ? [] : complaintsOf(before, now);
  });
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  const files = fingerprints.map((each) => [`${each.view}.json`, `${JSON.stringify(each, null, 2)}\n`] as const);
  await writeFolder(folder, new Map(files));
}

async function readFingerprints(folder: string): Promise<ReadonlyMap<string, Fingerprint>> {
  const files = await readdir(folder).catch(() => []);
  const read = files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as Fingerprint);
  return new Map((await Promise.all(read)).map((each) => [each.view, each]));
}
