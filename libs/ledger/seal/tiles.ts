import { hash } from 'node:crypto';

/** Hashes of a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
export const HASH_BYTES = 32;

/** RFC 6962 §2.1: SHA-256(0x01 ‖ left ‖ right). */
export function parentHash(left: Uint8Array, right: Uint8Array): Buffer {
  scratch.set(left, 1);
  scratch.set(right, 1 + HASH_BYTES);
  return hash('sha256', scratch, 'buffer');
}
// One for all: a new one for each of two hashes an event would cost more than the hashing.
const scratch = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** The hash of neighbouring subtrees, the largest first, as one tree: each is joined to everything behind it. */
export function joined(subtrees: readonly Buffer[]): Buffer {
  const [last, ...before] = [...subtrees].reverse();
  if (last === undefined) return hash('sha256', Buffer.alloc(0), 'buffer');
  return before.reduce((right, left) => parentHash(left, right), last);
}

/** The subtrees of full, equal trees side by side: one for each bit set in their number, the largest first. */
export function subtreesOf(hashes: readonly Buffer[]): readonly Buffer[] {
  const found: Buffer[] = [];
  let start = 0;
  for (let span = TILE_WIDTH; span >= 1; span /= 2) {
    if ((hashes.length & span) === 0) continue;
    found.push(fullTree(hashes.slice(start, start + span)));
    start += span;
  }
  return found;
}

/** The root over a power of two of hashes. */
export function fullTree(hashes: readonly Buffer[]): Buffer {
  let row = hashes;
  while (row.length > 1) {
    const above: Buffer[] = [];
    for (let n = 0; n + 1 < row.length; n += 2) above.push(parentHash(row[n] as Buffer, row[n + 1] as Buffer));
    row = above;
  }
  return row[0] ?? joined([]);
}

export interface Tile {
  readonly level: number;
  readonly index: bigint;
  /** 1 to 256 of 32 bytes each. */
  readonly hashes: Buffer;
}

/** The right edge of the tree: at each level the tile that still grows. Leaves are added; what changed is taken out. */
export class GrowingTiles {
  private readonly levels: { index: bigint; hashes: Buffer[]; changed: boolean }[] = [];
  private readonly full: Tile[] = [];

  private constructor(private leaves: bigint) {}

  /** @param edge the last tile of each level for a tree of this size, as stored; a full one, or none, begins the next. */
  static at(size: bigint, edge: readonly Tile[]): GrowingTiles {
    const tiles = new GrowingTiles(size);
    for (let level = 0, count = size; count > 0n; level += 1, count /= BigInt(TILE_WIDTH)) {
      const width = Number(count % BigInt(TILE_WIDTH));
      const index = count / BigInt(TILE_WIDTH);
      const stored = edge.find((tile) => tile.level === level && tile.index === index)?.hashes ?? Buffer.alloc(0);
      if (stored.length < width * HASH_BYTES) {
        throw new Error(
          `Tile ${index} of level ${level} has ${stored.length / HASH_BYTES} hashes; ${width} are needed.`,
        );
      }
      tiles.levels.push({ index, hashes: split(stored.subarray(0, width * HASH_BYTES)), changed: false });
    }
    return tiles;
  }

  get size(): bigint {
    return this.leaves;
  }

  add(leaf: Buffer): void {
    this.leaves += 1n;
    this.push(0, leaf);
  }

  /** The root of the tree (RFC 6962 §2.1), from the tiles alone. */
  root(): Buffer {
    return joined(this.subtrees());
  }

  /** The largest full subtrees that make up the tree, from the left. */
  subtrees(): readonly Buffer[] {
    return [...this.levels].reverse().flatMap(({ hashes }) => subtreesOf(hashes));
  }

  /** What has to be stored since the last time this was asked. */
  takeChanged(): readonly Tile[] {
    const taken = this.full.splice(0);
    this.levels.forEach((tile, level) => {
      if (tile.changed) taken.push({ level, index: tile.index, hashes: Buffer.concat(tile.hashes) });
      tile.changed = false;
    });
    return taken;
  }

  private push(level: number, leaf: Buffer): void {
    const tile = (this.levels[level] ??= { index: 0n, hashes: [], changed: false });
    tile.hashes.push(leaf);
    tile.changed = true;
    if (tile.hashes.length < TILE_WIDTH) return;
    this.full.push({ level, index: tile.index, hashes: Buffer.concat(tile.hashes) });
    const root = fullTree(tile.hashes);
    this.levels[level] = { index: tile.index + 1n, hashes: [], changed: false };
    this.push(level + 1, root);
  }
}

export function split(hashes: Buffer): Buffer[] {
  return Array.from({ length: hashes.length / HASH_BYTES }, (_, n) =>
    Buffer.from(hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES)),
  );
}
