import type { Instant } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import { openNote, parsePolicy, VerificationError, type Policy, type VerifierKey } from '@maillage/verifier';
import { LRUCache } from 'lru-cache';
import {
  checkpoints,
  headOf,
  lastCosignatures,
  OF_THIS_LOG,
  readCheckpoints,
  sealRow,
  SINCE_ONE_HAD_WAITED,
  tilesAt,
  type SealedCheckpoint,
} from './checkpoint.sql.js';
import { consistencyTerms, inclusionTerms, rootTerm, spanOf, termHash, type Term, type TileSpan } from './proofs.js';
import { HASH_BYTES, split, TILE_WIDTH } from './tiles.js';

/** How long a checkpoint waits for its witnesses before it is shown without them. */
export const WITNESSES_HAVE_MS = 10_000;
/** More are not signed in that time: it is fifty a second. */
const MOST_RECENT = 500;

/**
 * Which checkpoint to show: the newest that has its quorum or has waited its time for it. Either stays true, so that what
 * is shown never goes back, from whichever process, and lags behind by the wait at most.
 * @param recent without a gap, the newest first, back to one that has waited, if any has. Where none has, nor its quorum,
 *   the last of them is shown: a log that has signed something always shows something.
 * @param now in milliseconds since 1970; one clock for all who read.
 */
export function shown<C extends { readonly signedAt: Instant }>(
  recent: readonly C[],
  met: (checkpoint: C) => boolean,
  now: number,
): C | undefined {
  return (
    recent.find((each) => now - Date.parse(each.signedAt) >= WITNESSES_HAVE_MS || met(each)) ??
    recent[recent.length - 1]
  );
}

/**
 * The log's Merkle tree as it was sealed: tiles, proofs and signed checkpoints. Reads only. Where a policy names witnesses,
 * checkpoints bear those of their lines that verify with the keys it gives.
 */
export class Tree {
  constructor(private readonly database: Database) {}

  /**
   * The newest checkpoint to be shown: where witnesses are asked, the newest that has their quorum or has waited ten seconds
   * for it, so that the log never stands still for want of a witness.
   */
  async latest(): Promise<SealedCheckpoint | undefined> {
    return (await this.newest()).latest;
  }

  /** Which is signed last, and which is shown: one statement. */
  async newest(): Promise<{ readonly sealed: bigint; readonly latest: SealedCheckpoint | undefined }> {
    const {
      checkpoints: recent,
      policy: text,
      now,
    } = await readCheckpoints(
      this.database.pool,
      `${OF_THIS_LOG} and ${SINCE_ONE_HAD_WAITED}`,
      [WITNESSES_HAVE_MS.toString()],
      'desc',
      MOST_RECENT,
    );
    const sealed = recent[0]?.size ?? 0n;
    if (text === undefined) return { sealed, latest: recent[0] };
    const policy = policyOf(text);
    const found = shown(recent, (each) => policy.met(cosignersOf(policy, each)), now);
    return { sealed, latest: found && withVerifiedLines(policy, found) };
  }

  /** The one signed at exactly this size. */
  async checkpoint(size: bigint): Promise<SealedCheckpoint | undefined> {
    return this.first('c.size = $1', size);
  }

  /** The smallest that holds at least this many events. */
  async covering(size: bigint): Promise<SealedCheckpoint | undefined> {
    return this.first('c.size >= $1', size);
  }

  /** The largest size signed under the log's name; 0 before the first. */
  async sealed(): Promise<bigint> {
    return (await checkpoints(this.database.pool, OF_THIS_LOG, [], 'desc'))[0]?.size ?? 0n;
  }

  /**
   * RFC 6962 §2.1.1, the leaf's sibling first. `index` counts from 0: an event's position less 1.
   * @throws {RangeError} where the index is not within the size, or the size not within what is sealed.
   */
  async inclusion(index: bigint, size: bigint): Promise<readonly Buffer[]> {
    if (index < 0n || index >= size) throw new RangeError(`Leaf ${index} is not within a tree of size ${size}.`);
    return this.hashes(inclusionTerms(index, size));
  }

  /**
   * RFC 6962 §2.1.2: that the tree of size `to` begins with the tree of size `from`.
   * @throws {RangeError} where from > to, or `to` is not sealed.
   */
  async consistency(from: bigint, to: bigint): Promise<readonly Buffer[]> {
    if (from < 0n || from > to) throw new RangeError(`A tree of size ${to} has no beginning of size ${from}.`);
    return this.hashes(consistencyTerms(from, to));
  }

  /** Several inclusion proofs in one statement, in the order asked. @throws {RangeError} as `inclusion` does. */
  async inclusions(
    leaves: readonly { readonly index: bigint; readonly size: bigint }[],
  ): Promise<readonly (readonly Buffer[])[]> {
    const terms = leaves.map(({ index, size }) => {
      if (index < 0n || index >= size) throw new RangeError(`Leaf ${index} is not within a tree of size ${size}.`);
      return inclusionTerms(index, size);
    });
    const hashes = await this.hashes(terms.flat());
    let end = 0;
    return terms.map(({ length }) => hashes.slice(end, (end += length)));
  }

  /** The root of the tree at a size, signed or not (RFC 6962 §2.1). @throws {RangeError} where it is not sealed so far. */
  async root(size: bigint): Promise<Buffer> {
    const [root] = await this.hashes([rootTerm(size)]);
    return root as Buffer;
  }

  /** The first `width` hashes of a tile, 1 to 256; `undefined` where a sealed tree does not have as many. */
  async tile(level: number, index: bigint, width: number): Promise<Buffer | undefined> {
    // Tiles and checkpoint are stored in one transaction: what is there is sealed.
    const [tile] = await tilesAt(this.database.pool, [{ level, index }]);
    return tile !== undefined && tile.hashes.length >= width * HASH_BYTES
      ? tile.hashes.subarray(0, width * HASH_BYTES)
      : undefined;
  }

  /** The entries below a tile of level 0: each its length in 16 bits, big-endian, and its UTF-8 (C2SP tlog-tiles). */
  async entries(index: bigint, width: number): Promise<Buffer | undefined> {
    const first = index * BigInt(TILE_WIDTH);
    if ((await this.tile(0, index, width)) === undefined) return undefined;
    const { rows } = await this.database.pool.query<{ entry: string }>(
      'select entry from event where position > $1 and position <= $2 order by position',
      [first.toString(), (first + BigInt(width)).toString()],
    );
    return rows.length < width ? undefined : bundle(rows.map(({ entry }) => entry));
  }

  private async first(condition: string, size: bigint): Promise<SealedCheckpoint | undefined> {
    const read = await readCheckpoints(this.database.pool, `${OF_THIS_LOG} and ${condition}`, [size.toString()], 'asc');
    const [found] = read.checkpoints;
    return found === undefined || read.policy === undefined ? found : withVerifiedLines(policyOf(read.policy), found);
  }

  private async hashes(terms: readonly Term[]): Promise<readonly Buffer[]> {
    const places = new Map<string, TileSpan>();
    for (const span of terms.flat().map(spanOf)) places.set(`${span.level}/${span.index}`, span);
    const found = await tilesAt(this.database.pool, [...places.values()]);
    const tiles = new Map(found.map(({ level, index, hashes }) => [`${level}/${index}`, split(hashes)]));
    return terms.map((term) =>
      termHash(term, ({ level, index, first, count }) => {
        const hashes = tiles.get(`${level}/${index}`)?.slice(first, first + count) ?? [];
        if (hashes.length < count) throw new RangeError('The log is not sealed as far as that.');
        return hashes;
      }),
    );
  }
}

export function bundle(entries: readonly string[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const bytes = Buffer.from(entry, 'utf8');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      return [length, bytes];
    }),
  );
}

export interface WitnessStatus {
  /** By the policy's name for it. */
  readonly name: string;
  /** The largest checkpoint it co-signed; 0 when none, or when its line there is not of the key that the policy gives. */
  readonly size: bigint;
  readonly signedAt: string | undefined;
}

export interface SealStatus {
  /** `undefined` before the first checkpoint. */
  readonly origin: string | undefined;
  readonly vkey: string | undefined;
  readonly head: bigint;
  readonly sealed: bigint;
  /** Events that no checkpoint covers yet. */
  readonly lag: bigint;
  /** CLOSED while nothing may be appended: the log has not been found to continue what was signed. */
  readonly state: 'OPEN' | 'CLOSED';
  /** Why the sealer refuses to sign. */
  readonly refusal: string | undefined;
  readonly witnesses: readonly WitnessStatus[];
  /** Of the newest checkpoint that is shown; `undefined` where no policy asks for witnesses. */
  readonly quorum: QuorumStatus | undefined;
}

export interface QuorumStatus {
  /** The name, in the policy, of the witness or group that must have co-signed. */
  readonly required: string;
  readonly met: boolean;
  /** Witnesses that have not co-signed it. */
  readonly missing: readonly string[];
}

/** Whether this checkpoint has the witnesses that the policy asks for: those whose line verifies with the policy's key. */
export function quorumOf(
  policyText: string,
  checkpoint: Pick<SealedCheckpoint, 'note' | 'cosignatures'> | undefined,
): QuorumStatus {
  const policy = policyOf(policyText);
  const cosigners: ReadonlySet<string> = checkpoint === undefined ? new Set() : cosignersOf(policy, checkpoint);
  return {
    required: policy.quorum,
    met: policy.met(cosigners),
    missing: policy.witnesses.map(({ name }) => name).filter((name) => !cosigners.has(name)),
  };
}

const policies = new LRUCache<string, Policy>({ max: 4 });

function policyOf(text: string): Policy {
  const known = policies.get(text) ?? parsePolicy(text);
  policies.set(text, known);
  return known;
}

function cosignersOf(policy: Policy, checkpoint: Pick<SealedCheckpoint, 'note' | 'cosignatures'>): ReadonlySet<string> {
  return new Set(verifiedLines(policy, checkpoint).map(({ witness }) => witness));
}

function verifiedLines(
  policy: Policy,
  { note, cosignatures }: Pick<SealedCheckpoint, 'note' | 'cosignatures'>,
): SealedCheckpoint['cosignatures'] {
  return cosignatures.filter(({ witness, line }) => {
    const key = policy.witnesses.find(({ name }) => name === witness)?.key;
    return key !== undefined && isCosignature(key, note, line);
  });
}

/** One wrong line would make the whole note unreadable to whoever knows that key (C2SP signed-note). */
function withVerifiedLines(policy: Policy, checkpoint: SealedCheckpoint): SealedCheckpoint {
  const { note, cosignatures } = checkpoint;
  const verified = verifiedLines(policy, checkpoint);
  if (verified.length === cosignatures.length) return checkpoint;
  const lines = (of: typeof cosignatures) => of.map(({ line }) => line).join('');
  const own = note.slice(0, note.length - lines(cosignatures).length);
  return { ...checkpoint, note: `${own}${lines(verified)}`, cosignatures: verified };
}

/** By public key, text and line, which say all that is verified. */
const verdicts = new LRUCache<string, boolean>({ max: 2_000 });

/** Whether this is one line, and this key's, over the text of that note. */
function isCosignature(key: VerifierKey, note: string, line: string): boolean {
  // A checkpoint's text has no empty line, so that the first ends it, whatever lines of witnesses may hold.
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const asked = `${key.name} ${key.publicKey.toString('base64')}\n${text}\n${line}`;
  const known = verdicts.get(asked) ?? verifies(key, text, line);
  verdicts.set(asked, known);
  return known;
}

function verifies(key: VerifierKey, text: string, line: string): boolean {
  if (line.indexOf('\n') !== line.length - 1) return false;
  try {
    return openNote(`${text}\n${line}`, [key]).text === text;
  } catch (error) {
    if (error instanceof VerificationError) return false;
    throw error;
  }
}

/** Where the sealer stands, and who signed beside it. */
export async function sealStatus(database: Database): Promise<SealStatus> {
  const seal = await sealRow(database.pool);
  const { sealed, latest } = await new Tree(database).newest();
  const head = await headOf(database.pool);
  return {
    origin: seal.origin,
    vkey: seal.vkey,
    head,
    sealed,
    lag: head > sealed ? head - sealed : 0n,
    state: seal.open ? 'OPEN' : 'CLOSED',
    refusal: seal.refusal,
    witnesses: seal.policy === undefined ? [] : await witnessStatus(database, seal.origin ?? '', policyOf(seal.policy)),
    quorum: seal.policy === undefined ? undefined : quorumOf(seal.policy, latest),
  };
}

async function witnessStatus(
  database: Database,
  origin: string,
  { witnesses }: Policy,
): Promise<readonly WitnessStatus[]> {
  const last = await lastCosignatures(
    database.pool,
    origin,
    witnesses.map(({ name }) => name),
  );
  return witnesses.map(({ name, key }) => {
    const found = last.find(({ witness, note, line }) => witness === name && isCosignature(key, note, line));
    return { name, size: found?.size ?? 0n, signedAt: found?.signedAt };
  });
}
