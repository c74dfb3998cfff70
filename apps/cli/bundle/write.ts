import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestViews, type ViewDigest } from '@maillage/engine';
import type { View } from '@maillage/kernel';
import type { SealedCheckpoint, SealRow, Tree } from '@maillage/ledger';
import { tilePath } from '@maillage/verifier';
import type { ClientBase } from 'pg';
import { publishedSchemas } from '../../host/schemas.js';
import { BundleError, countTiles, DIGESTS_FILE, README_FILE, textFileOf, tilesOf } from './layout.js';
import { readme } from './readme.js';

export interface Writing {
  readonly folder: string;
  readonly interrupted: AbortSignal;
}

/** The log up to a checkpoint, with the checkpoint, its key and policy. */
export async function writeLog(
  { folder, interrupted }: Writing,
  tree: Tree,
  checkpoint: SealedCheckpoint,
  { vkey, policy }: SealRow,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const total = countTiles(checkpoint.size);
  let done = 0;
  for (const { level, index, width } of tilesOf(checkpoint.size)) {
    interrupted.throwIfAborted();
    const bytes = level === 'entries' ? await tree.entries(index, width) : await tree.tile(level, index, width);
    const path = `log/${tilePath(level, index, width)}`;
    if (bytes === undefined) {
      throw new BundleError(
        `The ledger lacks ${path}, which its checkpoint of size ${checkpoint.size} needs: its tiles are damaged.`,
      );
    }
    await write(folder, path, bytes);
    done += 1;
    onProgress(done, total);
  }
  await write(folder, 'log/checkpoint', checkpoint.note);
  await write(folder, 'log/key', `${vkey ?? ''}\n`);
  if (policy !== undefined) await write(folder, 'log/policy', policy);
}

/** The JSON Schemas of all types of events, of older numbers as well. */
export async function writeSchemas({ folder }: Writing): Promise<void> {
  for (const { path, text } of await publishedSchemas()) await write(folder, path.slice(1), text);
}

/**
 * The views as they are in the database at one moment.
 * @throws {BundleError} where one is not built, or built by another version.
 */
export async function writeViews(
  { folder, interrupted }: Writing,
  client: ClientBase,
  views: readonly View[],
): Promise<readonly ViewDigest[]> {
  await mkdir(join(folder, 'views'), { recursive: true });
  const digests = await digestViews(client, views, ({ name }, text) =>
    kept(join(folder, textFileOf(name)), text, interrupted),
  );
  const missing = views.filter(({ name }) => !digests.some(({ view }) => view === name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new BundleError(
      `Views are not built, or by another version than this program's: ${missing.join(', ')}. Run maillage migrate, then export again.`,
    );
  }
  const published = digests.map((each) => ({ ...each, position: each.position.toString() }));
  await write(folder, DIGESTS_FILE, `${JSON.stringify(published, null, 2)}\n`);
  return digests;
}

export async function writeReadme({ folder }: Writing, checkpoint: SealedCheckpoint, seal: SealRow): Promise<void> {
  const { origin, size, root, signedAt, cosignatures } = checkpoint;
  const about = { origin, size, root, signedAt, vkey: seal.vkey ?? '', hasPolicy: seal.policy !== undefined };
  await write(folder, README_FILE, readme({ ...about, cosignatures: cosignatures.length }));
}

async function write(folder: string, path: string, content: string | Buffer): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Gives a text on as it comes, and writes it to a file on the way: no more of it in memory than a piece. */
async function* kept(path: string, text: AsyncIterable<string>, interrupted: AbortSignal): AsyncGenerator<string> {
  const file = await open(path, 'w');
  try {
    for await (const piece of text) {
      interrupted.throwIfAborted();
      await file.writeFile(piece, 'utf8');
      yield piece;
    }
  } finally {
    await file.close();
  }
}
