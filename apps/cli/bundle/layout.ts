import { TILE_WIDTH, type TileName } from '@maillage/verifier';

/** What a bundle holds beside the log's own files, which lie where HTTP serves them. */
export const README_FILE = 'README.md';
export const DIGESTS_FILE = 'views/digests.json';
export const WORDS_FILE = 'words.jsonl';
export const textFileOf = (view: string): string => `views/${view}.txt`;

/** What is wrong with a bundle, or keeps one from being made or replayed; the message says what would be accepted. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

/** The tiles and bundles of entries of a tree of this size, full ones and the partial one of each level (C2SP tlog-tiles). */
export function* tilesOf(size: bigint): Generator<TileName, void, undefined> {
  const width = BigInt(TILE_WIDTH);
  for (let [level, hashes] = [0, size]; hashes > 0n; [level, hashes] = [level + 1, hashes / width]) {
    for (let index = 0n; index * width < hashes; index += 1n) {
      const rest = hashes - index * width;
      const name = { index, width: rest < width ? Number(rest) : TILE_WIDTH };
      yield { level, ...name };
      if (level === 0) yield { level: 'entries', ...name };
    }
  }
}

/** How many files `tilesOf` names. */
export function countTiles(size: bigint): number {
  let count = 0;
  for (let [level, hashes] = [0, size]; hashes > 0n; [level, hashes] = [level + 1, hashes / BigInt(TILE_WIDTH)]) {
    count += Number((hashes + BigInt(TILE_WIDTH - 1)) / BigInt(TILE_WIDTH)) * (level === 0 ? 2 : 1);
  }
  return count;
}
