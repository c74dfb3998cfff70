import { fullTree, joined, TILE_WIDTH } from './tiles.js';

/** A full subtree: its leaves are [index · 2^height, (index + 1) · 2^height). */
export interface Subtree {
  readonly height: number;
  readonly index: bigint;
}

/** A hash of a proof: the root over neighbouring full subtrees, the largest first. */
export type Term = readonly Subtree[];

/** The terms of an inclusion proof, the leaf's sibling first (RFC 6962 §2.1.1). `index` counts from 0. */
export function inclusionTerms(index: bigint, size: bigint): readonly Term[] {
  const terms: Term[] = [];
  let [from, to] = [0n, size];
  while (to - from > 1n) {
    const middle = from + halfOf(to - from);
    if (index < middle) {
      terms.push(term(middle, to));
      to = middle;
    } else {
      terms.push(term(from, middle));
      from = middle;
    }
  }
  return terms.reverse();
}

/** The terms of a consistency proof between two sizes of one tree (RFC 6962 §2.1.2). Empty for equal sizes and from 0. */
export function consistencyTerms(older: bigint, newer: bigint): readonly Term[] {
  if (older === 0n || older === newer) return [];
  const terms: Term[] = [];
  let [from, to] = [0n, newer];
  // Whether what is left of the older tree is still the whole of it, whose root the verifier has.
  let whole = true;
  while (to !== older) {
    const middle = from + halfOf(to - from);
    if (older <= middle) {
      terms.push(term(middle, to));
      to = middle;
    } else {
      terms.push(term(from, middle));
      from = middle;
      whole = false;
    }
  }
  if (!whole) terms.push(term(from, to));
  return terms.reverse();
}

/** The one term that is the root of a tree; of no leaves, the hash of nothing. */
export function rootTerm(size: bigint): Term {
  return size === 0n ? [] : term(0n, size);
}

/** The largest power of two below it. */
function halfOf(width: bigint): bigint {
  return 1n << BigInt((width - 1n).toString(2).length - 1);
}

function term(from: bigint, to: bigint): Term {
  const subtrees: Subtree[] = [];
  let start = from;
  for (let height = (to - from).toString(2).length - 1; height >= 0; height -= 1) {
    const width = 1n << BigInt(height);
    if (start + width > to) continue;
    subtrees.push({ height, index: start / width });
    start += width;
  }
  return subtrees;
}

export interface TileSpan {
  readonly level: number;
  readonly index: bigint;
  /** The first hash within the tile, and how many: together they are the subtree. */
  readonly first: number;
  readonly count: number;
}

/** Where a subtree's hash is to be found: it is the root over some hashes of one tile. */
export function spanOf({ height, index }: Subtree): TileSpan {
  const level = Math.floor(height / 8);
  const count = 1 << (height % 8);
  const start = index * BigInt(count);
  return { level, index: start / BigInt(TILE_WIDTH), first: Number(start % BigInt(TILE_WIDTH)), count };
}

/** @param hashesOf the hashes of a span, all of them. */
export function termHash(terms: Term, hashesOf: (span: TileSpan) => readonly Buffer[]): Buffer {
  return joined(terms.map((subtree) => fullTree(hashesOf(spanOf(subtree)))));
}
