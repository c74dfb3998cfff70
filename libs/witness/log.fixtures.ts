import { createHash } from 'node:crypto';
import { SigningKey } from '@maillage/ledger';

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** RFC 6962 as it is written, without a thought for speed: what is tested must agree with it. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0]!;
  const k = split(leaves.length);
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

function proofOf(m: number, leaves: readonly Buffer[], whole = true): Buffer[] {
  if (m === leaves.length) return whole ? [] : [rootOf(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...proofOf(m, leaves.slice(0, k), whole), rootOf(leaves.slice(k))]
    : [...proofOf(m - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}

function split(n: number): number {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

/** A log of somebody else's: it signs whatever a test has it sign. */
export class SomeLog {
  readonly key: SigningKey;

  constructor(
    origin: string,
    private readonly leaves: readonly Buffer[],
    key?: SigningKey,
  ) {
    this.key = key ?? SigningKey.generate(origin);
  }

  /** Leaves `0`, `1`, … */
  static of(origin: string, size: number): SomeLog {
    return new SomeLog(
      origin,
      Array.from({ length: size }, (_, n) => sha256(Buffer.of(0), Buffer.from(String(n)))),
    );
  }

  /** The same key over a history of which one leaf is another. */
  forkedAt(index: number): SomeLog {
    const leaves = this.leaves.map((leaf, n) => (n === index ? sha256(leaf) : leaf));
    return new SomeLog(this.key.name, leaves, this.key);
  }

  root(size: number): Buffer {
    return rootOf(this.leaves.slice(0, size));
  }

  proof(from: number, to: number): readonly Buffer[] {
    return from === 0 ? [] : proofOf(from, this.leaves.slice(0, to));
  }

  checkpoint(size: number, extensions = ''): string {
    const text = `${this.key.name}\n${size}\n${this.root(size).toString('base64')}\n${extensions}`;
    return `${text}\n${this.key.sign(text)}`;
  }

  /** A well-formed body of `add-checkpoint`; parts may be replaced by wrong ones. */
  request(from: number, to: number, wrong: { proof?: readonly Buffer[]; checkpoint?: string } = {}): Buffer {
    const proof = wrong.proof ?? this.proof(from, to);
    const lines = [`old ${from}`, ...proof.map((hash) => hash.toString('base64')), ''];
    return Buffer.from(`${lines.join('\n')}\n${wrong.checkpoint ?? this.checkpoint(to)}`);
  }
}
