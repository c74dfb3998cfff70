import { hash, timingSafeEqual } from 'node:crypto';
import { VerificationError } from './fault.js';
import { MAX_SIZE } from './strict.js';

export const HASH_BYTES = 32;

/** The root of the tree without leaves: SHA-256 of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT: Buffer = hash('sha256', Buffer.alloc(0), 'buffer');

/** SHA-256(0x00 ‖ entry), the leaf of an entry (RFC 6962 §2.1). */
export function leafHash(entry: Uint8Array): Buffer {
  const input = Buffer.allocUnsafe(entry.length + 1);
  input[0] = 0;
  input.set(entry, 1);
  return hash('sha256', input, 'buffer');
}

const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** SHA-256(0x01 ‖ left ‖ right), an inner node (RFC 6962 §2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return hash('sha256', node, 'buffer');
}

/** The root of a perfect subtree of 256 hashes side by side (8,192 bytes): what a full tile stands for one level up. */
export function tileRoot(hashes: Uint8Array): Buffer {
  const level = Buffer.from(hashes);
  for (let width = level.length / HASH_BYTES; width > 1; width /= 2) {
    for (let n = 0; n < width / 2; n += 1) {
      level.copy(node, 1, 2 * n * HASH_BYTES, (2 * n + 2) * HASH_BYTES);
      // As Latin-1, one character a byte: making a Buffer for each of 255 hashes would cost more than hashing.
      level.write(hash('sha256', node, 'binary'), n * HASH_BYTES, 'binary');
    }
  }
  return Buffer.from(level.subarray(0, HASH_BYTES));
}

/**
 * A tree that grows by one leaf at a time and keeps only the roots of its perfect subtrees, largest first: as many as
 * its size has binary ones.
 */
export class CompactRange {
  private constructor(
    private count: bigint,
    private readonly roots: Buffer[],
  ) {}

  static empty(): CompactRange {
    return new CompactRange(0n, []);
  }

  /**
   * @param hashes roots of the perfect subtrees, largest first.
   * @throws {VerificationError} PROOF, unless there are as many as a tree of that size has.
   */
  static of(size: bigint, hashes: readonly Uint8Array[]): CompactRange {
    if (size < 0n || size > MAX_SIZE) throw new VerificationError('PROOF', `${size} is not the size of a tree.`);
    const ones = size.toString(2).replaceAll('0', '').length;
    if (hashes.length !== ones) {
      throw new VerificationError(
        'PROOF',
        `A tree of size ${size} has ${ones} perfect subtrees, not ${hashes.length}.`,
      );
    }
    hashes.forEach((each) => mustBeHash(each, 'A subtree'));
    return new CompactRange(
      size,
      hashes.map((each) => Buffer.from(each)),
    );
  }

  get size(): bigint {
    return this.count;
  }

  get hashes(): readonly Buffer[] {
    return this.roots;
  }

  /** @param leaf its 32-byte hash. */
  append(leaf: Uint8Array): void {
    mustBeHash(leaf, 'A leaf');
    let joined: Buffer = Buffer.from(leaf);
    for (let rest = this.count; (rest & 1n) === 1n; rest >>= 1n) joined = nodeHash(this.roots.pop() as Buffer, joined);
    this.roots.push(joined);
    this.count += 1n;
  }

  root(): Buffer {
    return joinRoots(this.roots) ?? EMPTY_ROOT;
  }
}

/** From the perfect subtrees of a tree, largest first, its root; `undefined` without any. */
export function joinRoots(roots: readonly Buffer[]): Buffer | undefined {
  return roots.length === 0 ? undefined : roots.reduceRight((right, left) => nodeHash(left, right));
}

export interface InclusionProof {
  /** The 32-byte leaf hash said to be in the tree. */
  readonly leaf: Uint8Array;
  /** Counting from 0. */
  readonly index: bigint;
  readonly size: bigint;
  readonly root: Uint8Array;
  /** The leaf's sibling first. */
  readonly proof: readonly Uint8Array[];
}

/** RFC 6962 §2.1.1, by the steps of RFC 9162 §2.1.3.2. @throws {VerificationError} PROOF. */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionProof): void {
  mustBeHash(leaf, 'The leaf');
  mustBeHash(root, 'The root');
  if (size < 1n || size > MAX_SIZE || index < 0n || index >= size) {
    throw new VerificationError('PROOF', `There is no leaf ${index} in a tree of size ${size}.`);
  }
  let [at, last] = [index, size - 1n];
  let reached: Uint8Array = leaf;
  for (const sibling of proof) {
    mustBeHash(sibling, 'A hash of the proof');
    if (last === 0n) throw tooLong(`leaf ${index} in a tree of size ${size}`);
    if ((at & 1n) === 1n || at === last) {
      reached = nodeHash(sibling, reached);
      while ((at & 1n) === 0n && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
    } else {
      reached = nodeHash(reached, sibling);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  if (last !== 0n) throw tooShort(`leaf ${index} in a tree of size ${size}`);
  mustEqual(reached, root, `The proof does not lead from leaf ${index} to the root of the tree of size ${size}.`);
}

export interface ConsistencyProof {
  readonly from: bigint;
  readonly fromRoot: Uint8Array;
  readonly to: bigint;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** RFC 6962 §2.1.2, by the steps of RFC 9162 §2.1.4.2. @throws {VerificationError} PROOF. */
export function verifyConsistency({ from, fromRoot, to, toRoot, proof }: ConsistencyProof): void {
  mustBeHash(fromRoot, 'The earlier root');
  mustBeHash(toRoot, 'The later root');
  if (from < 0n || to > MAX_SIZE || from > to) {
    throw new VerificationError('PROOF', `A tree of size ${from} cannot have grown into one of size ${to}.`);
  }
  const what = `size ${from} within size ${to}`;
  if (from === 0n) mustEqual(fromRoot, EMPTY_ROOT, 'The root of a tree without leaves is SHA-256 of nothing.');
  if (to === 0n) mustEqual(toRoot, EMPTY_ROOT, 'The root of a tree without leaves is SHA-256 of nothing.');
  if (from === 0n || from === to) {
    if (proof.length > 0) throw tooLong(what);
    if (from === to) mustEqual(fromRoot, toRoot, `There are two roots of one size, ${from}.`);
    return;
  }
  let [at, last] = [from - 1n, to - 1n];
  while ((at & 1n) === 1n) [at, last] = [at >> 1n, last >> 1n];
  // Where the earlier tree is one perfect subtree, its root is not sent again.
  const path = at === 0n ? [fromRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) throw tooShort(what);
  mustBeHash(first, 'A hash of the proof');
  let [earlier, later] = [first, first];
  for (const sibling of rest) {
    mustBeHash(sibling, 'A hash of the proof');
    if (last === 0n) throw tooLong(what);
    if ((at & 1n) === 1n || at === last) {
      earlier = nodeHash(sibling, earlier);
      later = nodeHash(sibling, later);
      while ((at & 1n) === 0n && at !== 0n) [at, last] = [at >> 1n, last >> 1n];
    } else {
      later = nodeHash(later, sibling);
    }
    [at, last] = [at >> 1n, last >> 1n];
  }
  if (last !== 0n) throw tooShort(what);
  mustEqual(earlier, fromRoot, `The proof does not lead to the root of size ${from}.`);
  mustEqual(later, toRoot, `The proof does not lead to the root of size ${to}.`);
}

function mustBeHash(bytes: Uint8Array, what: string): void {
  if (bytes.length === HASH_BYTES) return;
  throw new VerificationError('PROOF', `${what} has ${bytes.length} bytes; a SHA-256 hash has ${HASH_BYTES}.`);
}

function mustEqual(reached: Uint8Array, expected: Uint8Array, message: string): void {
  if (!timingSafeEqual(reached, expected)) throw new VerificationError('PROOF', message);
}

const tooLong = (of: string) => new VerificationError('PROOF', `The proof of ${of} has hashes to spare.`);
const tooShort = (of: string) => new VerificationError('PROOF', `The proof of ${of} ends too soon.`);
