import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { VerificationError } from './fault.js';
import { consistencyProof, inclusionPath, leafOf, rootOf, sha256 } from './ledger.fixtures.js';
import {
  CompactRange,
  EMPTY_ROOT,
  leafHash,
  nodeHash,
  tileRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.js';

const VECTORS = join(process.cwd(), '../shared/data/merkle');
const MOST = 2000;
const leaves = Array.from({ length: MOST }, (_, n) => leafOf(`entry ${n}`));

const holds = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch (error) {
    // Anything else would be a fault of the verifier.
    if (error instanceof VerificationError && error.kind === 'PROOF') return false;
    throw error;
  }
};

/** The hashes in a row with one bit turned. */
function flipped(hashes: readonly Uint8Array[], bit: number): Buffer[] {
  const bytes = Buffer.concat(hashes);
  const at = bit % (bytes.length * 8);
  bytes[at >> 3]! ^= 1 << (at & 7);
  return hashes.map((_, n) => bytes.subarray(n * 32, n * 32 + 32));
}

const bit = fc.nat(2 ** 20);

describe('RFC 6962 hashing', () => {
  it('tells leaves from nodes, and has a root for no leaves', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    // The first leaf of the published vectors, and the node over it and a leaf of one zero byte.
    expect(leafHash(Buffer.alloc(0)).toString('base64')).toBe('bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=');
    expect(nodeHash(leafHash(Buffer.of()), leafHash(Buffer.of(0))).toString('hex')).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
    expect(tileRoot(Buffer.concat(leaves.slice(0, 256)))).toEqual(rootOf(leaves.slice(0, 256)));
  });
});

interface Vector {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const found = existsSync(VECTORS);
(found ? describe : describe.skip)('The published vectors', () => {
  if (!found) it.skip('are not here: they are looked for in ../shared/data/merkle', () => undefined);
  const of = (kind: string) =>
    !found
      ? []
      : readdirSync(join(VECTORS, kind), { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.json'))
          .map((name) => [name, JSON.parse(readFileSync(join(VECTORS, kind, name), 'utf8')) as Vector] as const);
  const bytes = (base64: string) => Buffer.from(base64, 'base64');
  const proofOf = ({ proof }: Vector) => (proof ?? []).map(bytes);

  it('are all of both kinds, some to be accepted and more to be refused', () => {
    for (const kind of ['inclusion', 'consistency']) {
      expect(of(kind).filter(([, { wantErr }]) => !wantErr).length).toBeGreaterThanOrEqual(3);
      expect(of(kind).filter(([, { wantErr }]) => wantErr).length).toBeGreaterThanOrEqual(30);
    }
  });
  it.each(of('inclusion'))('inclusion/%s', (_, vector) => {
    const { leafIdx, treeSize, root, leafHash: leaf, wantErr } = vector;
    const check = () =>
      verifyInclusion({
        leaf: bytes(leaf),
        index: BigInt(leafIdx),
        size: BigInt(treeSize),
        root: bytes(root),
        proof: proofOf(vector),
      });
    expect(holds(check)).toBe(!wantErr);
  });
  it.each(of('consistency'))('consistency/%s', (_, vector) => {
    const { size1, size2, root1, root2, wantErr } = vector;
    const check = () =>
      verifyConsistency({
        from: BigInt(size1),
        fromRoot: bytes(root1),
        to: BigInt(size2),
        toRoot: bytes(root2),
        proof: proofOf(vector),
      });
    expect(holds(check)).toBe(!wantErr);
  });
});

describe('A proof of inclusion', () => {
  const position = fc.integer({ min: 1, max: MOST }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

  it('holds for every leaf of a tree of up to 2,000, and for no other', () => {
    fc.assert(
      fc.property(position, bit, ([size, index], turn) => {
        const tree = leaves.slice(0, size);
        const root = rootOf(tree);
        const leaf = tree[index]!;
        const proof = inclusionPath(index, tree);
        const about = { index: BigInt(index), size: BigInt(size) };
        verifyInclusion({ ...about, leaf, root, proof });
        const [leafTurned, rootTurned, ...proofTurned] = flipped([leaf, root, ...proof], turn) as [Buffer, Buffer];
        expect(holds(() => verifyInclusion({ ...about, leaf: leafTurned, root: rootTurned, proof: proofTurned }))).toBe(
          false,
        );
        if (size > 1) {
          expect(holds(() => verifyInclusion({ ...about, leaf, root, proof: proof.slice(1) }))).toBe(false);
          expect(holds(() => verifyInclusion({ ...about, leaf, root, proof: proof.slice(0, -1) }))).toBe(false);
          expect(holds(() => verifyInclusion({ ...about, leaf, root, proof: [] }))).toBe(false);
          const other = { ...about, index: BigInt((index + 1) % size) };
          expect(holds(() => verifyInclusion({ ...other, leaf, root, proof }))).toBe(false);
        }
        expect(holds(() => verifyInclusion({ ...about, leaf, root, proof: [...proof, root] }))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('holds in every tree of up to 40 leaves, at every index, and fails with any bit turned', () => {
    for (let size = 1; size <= 40; size += 1) {
      const tree = leaves.slice(0, size);
      const root = rootOf(tree);
      for (let index = 0; index < size; index += 1) {
        const about = { index: BigInt(index), size: BigInt(size) };
        const proof = inclusionPath(index, tree);
        verifyInclusion({ ...about, leaf: tree[index]!, root, proof });
        for (const [n] of [tree[index]!, root, ...proof].entries()) {
          const [leafTurned, rootTurned, ...turned] = flipped([tree[index]!, root, ...proof], n * 256 + index * 6) as [
            Buffer,
            Buffer,
          ];
          expect(holds(() => verifyInclusion({ ...about, leaf: leafTurned, root: rootTurned, proof: turned }))).toBe(
            false,
          );
        }
      }
    }
  });

  it.each([
    ['an index that the tree lacks', { index: 1n }],
    ['an index below none', { index: -1n }],
    ['a tree without leaves', { size: 0n }],
    ['a size of 2^63', { size: 2n ** 63n }],
    ['a leaf of 31 bytes', { leaf: Buffer.alloc(31) }],
    ['a root of 33 bytes', { root: Buffer.alloc(33) }],
    ['a hash of 64 bytes in the proof', { size: 2n, proof: [Buffer.alloc(64)] }],
  ])('is refused for %s', (_, change) => {
    const leaf = leaves[0]!;
    const check = () => verifyInclusion({ leaf, root: leaf, index: 0n, size: 1n, proof: [], ...change });
    expect(check).toThrow(VerificationError);
    expect(check).toThrow(expect.objectContaining({ kind: 'PROOF' }));
  });
});

describe('A proof of consistency', () => {
  const sizes = fc
    .integer({ min: 1, max: MOST })
    .chain((to) => fc.tuple(fc.integer({ min: 1, max: to }), fc.constant(to)));

  it('holds for any two sizes up to 2,000, and with any bit turned no more', () => {
    fc.assert(
      fc.property(sizes, bit, ([from, to], turn) => {
        const tree = leaves.slice(0, to);
        const [fromRoot, toRoot] = [rootOf(tree.slice(0, from)), rootOf(tree)];
        const proof = consistencyProof(from, tree);
        const about = { from: BigInt(from), to: BigInt(to) };
        verifyConsistency({ ...about, fromRoot, toRoot, proof });
        const [earlier, later, ...turned] = flipped([fromRoot, toRoot, ...proof], turn) as [Buffer, Buffer];
        const refused = (change: object) =>
          expect(holds(() => verifyConsistency({ ...about, fromRoot, toRoot, proof, ...change }))).toBe(false);
        refused({ fromRoot: earlier, toRoot: later, proof: turned });
        refused({ proof: [...proof, toRoot] });
        if (from < to) {
          refused({ proof: proof.slice(1) });
          refused({ proof: proof.slice(0, -1) });
          refused({ proof: [] });
          refused({ fromRoot: toRoot, toRoot: fromRoot });
          refused({ from: about.to, to: about.from });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('holds for every two sizes up to 40', () => {
    for (let to = 1; to <= 40; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const tree = leaves.slice(0, to);
        const about = { from: BigInt(from), to: BigInt(to) };
        const [fromRoot, toRoot] = [rootOf(tree.slice(0, from)), rootOf(tree)];
        const proof = consistencyProof(from, tree);
        verifyConsistency({ ...about, fromRoot, toRoot, proof });
        for (const [n] of [fromRoot, toRoot, ...proof].entries()) {
          const [earlier, later, ...turned] = flipped([fromRoot, toRoot, ...proof], n * 256 + from * 5) as [
            Buffer,
            Buffer,
          ];
          expect(holds(() => verifyConsistency({ ...about, fromRoot: earlier, toRoot: later, proof: turned }))).toBe(
            false,
          );
        }
      }
    }
  });

  it('from no leaves needs no hashes, but the root of no leaves', () => {
    const about = { from: 0n, to: 2n, toRoot: rootOf(leaves.slice(0, 2)) };
    verifyConsistency({ ...about, fromRoot: EMPTY_ROOT, proof: [] });
    expect(holds(() => verifyConsistency({ ...about, fromRoot: leaves[0]!, proof: [] }))).toBe(false);
    expect(holds(() => verifyConsistency({ ...about, fromRoot: EMPTY_ROOT, proof: [leaves[0]!] }))).toBe(false);
    expect(
      holds(() => verifyConsistency({ from: 0n, to: 0n, fromRoot: EMPTY_ROOT, toRoot: leaves[0]!, proof: [] })),
    ).toBe(false);
  });
});

describe('A compact range', () => {
  it('has at every size the root that the whole tree has, and goes on from its hashes', () => {
    let range = CompactRange.empty();
    expect(range.root()).toEqual(sha256());
    for (let size = 1; size <= 300; size += 1) {
      range.append(leaves[size - 1]!);
      if (size % 7 === 0) range = CompactRange.of(range.size, range.hashes);
      expect(range.size).toBe(BigInt(size));
      expect(range.root()).toEqual(rootOf(leaves.slice(0, size)));
    }
  });

  it('takes as many hashes as its size has subtrees', () => {
    expect(() => CompactRange.of(3n, [leaves[0]!])).toThrow(/2 perfect subtrees, not 1/);
    expect(() => CompactRange.of(1n, [Buffer.alloc(31)])).toThrow(/31 bytes/);
    expect(() => CompactRange.of(-1n, [])).toThrow(/not the size of a tree/);
    expect(() => CompactRange.empty().append(Buffer.alloc(33))).toThrow(/33 bytes/);
  });
});
