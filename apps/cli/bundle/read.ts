import { createReadStream, readFileSync, statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import type { ViewDigest } from '@maillage/engine';
import { TILE_WIDTH, tilePath, type Read } from '@maillage/verifier';
import { BundleError, DIGESTS_FILE, textFileOf } from './layout.js';

/** A full bundle of the largest entries takes a quarter of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A bundle's files by their paths. What leads out of the folder is not there. */
export function folderReader(folder: string): Read {
  const root = resolve(folder);
  return async (path) => {
    const file = within(root, path);
    if (file === undefined) return undefined;
    try {
      // At once: asked for bit by bit, small files take longer than all that is done with them.
      const { size } = statSync(file);
      if (size > MOST_BYTES) throw new BundleError(`${path} has ${size} bytes; at most ${MOST_BYTES} are read.`);
      return readFileSync(file);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      // A folder where a file should be, a name no file can have: as good as absent.
      if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code)) return undefined;
      throw error;
    }
  };
}

function within(root: string, path: string): string | undefined {
  const file = join(root, path);
  const way = relative(root, file);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? undefined : file;
}

/** The entries at positions from `after` + 1 to `to`, in order, as text. The bundle must have been verified. */
export async function* entriesOf(read: Read, after: bigint, to: bigint, size: bigint): AsyncGenerator<string> {
  const width = BigInt(TILE_WIDTH);
  for (let index = after / width; index * width < to; index += 1n) {
    const rest = size - index * width;
    const path = `log/${tilePath('entries', index, rest < width ? Number(rest) : TILE_WIDTH)}`;
    // Who mirrors a log that grows may keep the full bundle alone.
    const bytes = (await read(path)) ?? (await read(`log/${tilePath('entries', index, TILE_WIDTH)}`));
    if (bytes === undefined) throw new BundleError(`${path} is missing.`);
    let position = index * width;
    for (const text of textsIn(bytes)) {
      if (position === to) break;
      position += 1n;
      if (position > after) yield text;
    }
  }
}

/** The entries of a bundle, each behind its length in two bytes (C2SP tlog-tiles), as far as it goes. */
export function* textsIn(bundle: Buffer): Generator<string, void, undefined> {
  for (let at = 0; at + 2 <= bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    yield bundle.toString('utf8', at + 2, end);
    at = end;
  }
}

const digests = z.array(
  z.strictObject({
    view: z.string().regex(/^[a-z][a-z0-9_]{0,62}$/),
    version: z.int().positive(),
    position: z
      .string()
      .regex(/^(0|[1-9][0-9]{0,17})$/)
      .transform(BigInt),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
);

/** What the bundle says the views came to. @throws {BundleError} */
export async function publishedDigests(read: Read): Promise<readonly ViewDigest[]> {
  const bytes = await read(DIGESTS_FILE);
  if (bytes === undefined) throw new BundleError(`${DIGESTS_FILE} is missing: the bundle says nothing of any view.`);
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new BundleError(`${DIGESTS_FILE} is not JSON: ${(error as Error).message}`);
  }
  const parsed = digests.safeParse(json);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' };
    throw new BundleError(`${DIGESTS_FILE}, ${path.join('.')}: ${message}`);
  }
  if (parsed.data.length === 0) throw new BundleError(`${DIGESTS_FILE} is empty: the bundle says nothing of any view.`);
  const names = parsed.data.map(({ view }) => view);
  const twice = names.find((name, n) => names.indexOf(name) !== n);
  if (twice !== undefined) throw new BundleError(`${DIGESTS_FILE} names the view ${twice} twice.`);
  return parsed.data;
}

/** @throws {BundleError} where the bundle has no text of the view. */
export async function mustHaveText(folder: string, view: string): Promise<void> {
  const found = await stat(join(folder, textFileOf(view))).catch(() => undefined);
  if (found?.isFile() !== true) throw new BundleError(`${textFileOf(view)} is missing.`);
}

/** A view's published text, piece by piece. */
export function publishedText(folder: string, view: string): AsyncIterable<Buffer> {
  return createReadStream(join(folder, textFileOf(view)));
}
