import { VerificationError } from './fault.js';
import { CompactRange, EMPTY_ROOT, HASH_BYTES, joinRoots, tileRoot } from './merkle.js';
import { TILE_BYTES, TILE_WIDTH, tilePath, tileWidth } from './tiles.js';

/** Fetches from a ledger by path: `log/checkpoint`, `schemas/<type>/1.json`. `undefined` where there is nothing. */
export type Read = (path: string) => Promise<Buffer | undefined>;

/**
 * What a tile's path holds. Where a partial tile was dropped for the full one, the first of that: of hashes just as many
 * as asked for; of entries all, as only reading them tells where they end, and `exact` is false.
 */
export async function readTile(
  read: Read,
  level: number | 'entries',
  index: bigint,
  width: number,
): Promise<{ readonly bytes: Buffer; readonly exact: boolean } | undefined> {
  const bytes = await read(`log/${tilePath(level, index, width)}`);
  if (bytes !== undefined || width === TILE_WIDTH) return bytes && { bytes, exact: true };
  const full = await read(`log/${tilePath(level, index, TILE_WIDTH)}`);
  if (full === undefined || level === 'entries') return full && { bytes: full, exact: false };
  return { bytes: full.length === TILE_BYTES ? full.subarray(0, width * HASH_BYTES) : full, exact: true };
}

/**
 * The hashes of a tile of the tree of that size, side by side.
 * @throws {VerificationError} TILE where it is absent or not as long as it must be, at the first position it concerns.
 */
async function readHashes(read: Read, level: number, index: bigint, size: bigint): Promise<Buffer> {
  const width = tileWidth(level, index, size);
  const { bytes } = (await readTile(read, level, index, width)) ?? { bytes: Buffer.alloc(0) };
  if (bytes.length === width * HASH_BYTES) return bytes;
  const holds = bytes.length === 0 ? 'is missing' : `has ${bytes.length} bytes, not ${width * HASH_BYTES}`;
  const short = Math.min(Math.floor(bytes.length / HASH_BYTES), width - 1);
  const message = `The tile ${tilePath(level, index, width)} ${holds}.`;
  throw new VerificationError('TILE', message, firstPosition(level, index, short));
}

/** The first position beneath the n-th hash of a tile. */
function firstPosition(level: number, index: bigint, n: number): bigint {
  return ((index * BigInt(TILE_WIDTH) + BigInt(n)) << BigInt(8 * level)) + 1n;
}

interface Level {
  /** Of the tile that is being filled. */
  index: bigint;
  width: number;
  readonly hashes: Buffer;
  published: Buffer;
}

/** The tree above its level-0 tiles, as it grows; each hash is compared with the one the log publishes for it. */
export class GrowingTree {
  private readonly levels: Level[] = [];

  constructor(
    private readonly read: Read,
    private readonly size: bigint,
  ) {}

  /** @param root of the next full tile of level 0. @throws {VerificationError} TILE. */
  async append(root: Buffer): Promise<void> {
    let carried: Buffer | undefined = root;
    for (let level = 1; carried !== undefined; level += 1) carried = await this.push(level, carried);
  }

  /** @returns the tile's root where it is full now. */
  private async push(number: number, hash: Buffer): Promise<Buffer | undefined> {
    const level = (this.levels[number - 1] ??= {
      index: 0n,
      width: 0,
      hashes: Buffer.alloc(TILE_BYTES),
      published: Buffer.alloc(0),
    });
    if (level.width === 0) level.published = await readHashes(this.read, number, level.index, this.size);
    const at = level.width * HASH_BYTES;
    if (level.published.compare(hash, 0, HASH_BYTES, at, at + HASH_BYTES) !== 0) {
      const first = firstPosition(number, level.index, level.width);
      const last = firstPosition(number, level.index, level.width + 1) - 1n;
      const path = tilePath(number, level.index, tileWidth(number, level.index, this.size));
      const message = `The hash over positions ${first} to ${last} in the tile ${path} is not that of their leaves.`;
      throw new VerificationError('TILE', message, first);
    }
    hash.copy(level.hashes, at);
    level.width += 1;
    if (level.width < TILE_WIDTH) return undefined;
    level.width = 0;
    level.index += 1n;
    return tileRoot(level.hashes);
  }

  /** The root of all that was appended and of these leaves behind it, side by side, at most 256. */
  rootWith(leaves: Buffer): Buffer {
    const parts = [...this.levels.map(({ hashes, width }) => hashes.subarray(0, width * HASH_BYTES)).reverse(), leaves];
    return joinRoots(parts.flatMap(perfectRoots)) ?? EMPTY_ROOT;
  }
}

/** Of hashes side by side, the roots of the perfect subtrees over them, largest first. */
function perfectRoots(hashes: Buffer): readonly Buffer[] {
  const range = CompactRange.empty();
  for (let at = 0; at < hashes.length; at += HASH_BYTES) range.append(hashes.subarray(at, at + HASH_BYTES));
  return range.hashes;
}
