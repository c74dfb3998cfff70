import { HASH_BYTES } from './merkle.js';
import { MAX_SIZE, parseDecimal } from './strict.js';

/** Hashes in a full tile, and entries in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
export const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

export interface TileName {
  /** 0 to 63 for hashes; `entries` for the bundle beside a tile of level 0. */
  readonly level: number | 'entries';
  readonly index: bigint;
  /** 1 to 256; less than 256 is a partial tile. */
  readonly width: number;
}

/** `tile/0/x001/234.p/17`: level 0, index 1234, its first 17 hashes (C2SP tlog-tiles). */
export function tilePath(level: number | 'entries', index: bigint, width: number): string {
  const digits = index.toString();
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = padded.match(/.{3}/g) ?? [];
  const last = parts.pop() ?? '';
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`;
  return `tile/${level}/${parts.map((part) => `x${part}/`).join('')}${last}${partial}`;
}

/** The one spelling of a tile's path back into its parts; `undefined` for any other text. */
export function parseTilePath(path: string): TileName | undefined {
  const match = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,6}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(path);
  if (match === null) return undefined;
  const level = match[1] === 'entries' ? 'entries' : Number(match[1]);
  const digits = (match[2] ?? '').replaceAll(/[x/]/g, '').replace(/^0+(?=.)/, '');
  const index = parseDecimal(digits);
  const width = Number(match[3] ?? TILE_WIDTH);
  if (index === undefined || (level !== 'entries' && level > 63)) return undefined;
  if (match[3] !== undefined && (width < 1 || width >= TILE_WIDTH)) return undefined;
  // What is written with needless zeros comes out differently.
  return tilePath(level, index, width) === path ? { level, index, width } : undefined;
}

/** How many hashes the tile has in a tree of that size: 0 where it has no such tile, 256 where it is full. */
export function tileWidth(level: number, index: bigint, size: bigint): number {
  const hashes = (size >> BigInt(8 * level)) - index * BigInt(TILE_WIDTH);
  if (hashes <= 0n || size > MAX_SIZE) return 0;
  return hashes >= BigInt(TILE_WIDTH) ? TILE_WIDTH : Number(hashes);
}
