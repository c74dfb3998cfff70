import type { Database } from '@maillage/platform';
import { parsePolicy } from '@maillage/verifier';
import { checkpoints, sealRow, tilesAt, type SealedCheckpoint } from './checkpoint.sql.js';
import { consistencyTerms, inclusionTerms, rootTerm, spanOf, termHash, type Term, type TileSpan } from './proofs.js';
import { HASH_BYTES, split, TILE_WIDTH } from './tiles.js';

/** How long a checkpoint waits for its witnesses before it is shown without them. */
const WITNESSES_HAVE_MS = 10_000;
const RECENT = 30;

/** The log's Merkle tree as it was sealed: tiles, proofs and signed checkpoints. Reads only. */
export class Tree {
  constructor(private readonly database: Database) {}

  /**
   * The newest checkpoint to be shown: where witnesses are asked, the newest that has their quorum, unless they have been
   * silent for some seconds; then the newest of all, so that the log never stands still for want of a witness.
   */
  async latest(): Promise<SealedCheckpoint | undefined> {
    const { policy: text } = await sealRow(this.database.pool);
    const recent = await checkpoints(this.database.pool, 'true', [], 'desc', text === undefined ? 1 : RECENT);
    const newest = recent[0];
    if (newest === undefined || text === undefined) return newest;
    const policy = parsePolicy(text);
    const witnessed = recent.find(({ cosignatures }) =>
      policy.met(new Set(cosignatures.map(({ witness }) => witness))),
    );
    if (witnessed === undefined) return newest;
    const behind = Date.parse(newest.signedAt) - Date.parse(witnessed.signedAt);
    return behind <= WITNESSES_HAVE_MS ? witnessed : newest;
  }

  /** The one signed at exactly this size. */
  async checkpoint(size: bigint): Promise<SealedCheckpoint | undefined> {
    return (await checkpoints(this.database.pool, 'c.size = $1', [size.toString()], 'asc'))[0];
  }

  /** The smallest that holds at least this many events. */
  async covering(size: bigint): Promise<SealedCheckpoint | undefined> {
    return (await checkpoints(this.database.pool, 'c.size >= $1', [size.toString()], 'asc'))[0];
  }

  /** The largest size signed under the log's name; 0 before the first. */
  async sealed(): Promise<bigint> {
    return (await checkpoints(this.database.pool, 'true', [], 'desc'))[0]?.size ?? 0n;
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
  /** The largest checkpoint it co-signed; 0 when none. */
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

/** Whether this checkpoint has the witnesses that the policy asks for. */
export function quorumOf(
  policyText: string,
  checkpoint: Pick<SealedCheckpoint, 'cosignatures'> | undefined,
): QuorumStatus {
  const policy = parsePolicy(policyText);
  const cosigners = new Set((checkpoint?.cosignatures ?? []).map(({ witness }) => witness));
  return {
    required: policy.quorum,
    met: policy.met(cosigners),
    missing: policy.witnesses.map(({ name }) => name).filter((name) => !cosigners.has(name)),
  };
}

/** Where the sealer stands, and who signed beside it. */
export async function sealStatus(database: Database): Promise<SealStatus> {
  const tree = new Tree(database);
  const seal = await sealRow(database.pool);
  const sealed = await tree.sealed();
  const latest = await tree.latest();
  const { rows } = await database.pool.query<{ position: string }>('select position from log_head');
  const head = BigInt(rows[0]?.position ?? 0);
  const witnesses = seal.policy === undefined ? [] : parsePolicy(seal.policy).witnesses.map(({ name }) => name);
  const { rows: last } = await database.pool.query<{ witness: string; size: string; signed_at: string }>(
    `select distinct on (witness) witness, size, signed_at from cosignature where origin = $1
     order by witness, size desc`,
    [seal.origin ?? ''],
  );
  return {
    origin: seal.origin,
    vkey: seal.vkey,
    head,
    sealed,
    lag: head > sealed ? head - sealed : 0n,
    state: seal.open ? 'OPEN' : 'CLOSED',
    refusal: seal.refusal,
    witnesses: witnesses.map((name) => {
      const row = last.find(({ witness }) => witness === name);
      return { name, size: BigInt(row?.size ?? 0), signedAt: row?.signed_at };
    }),
    quorum: seal.policy === undefined ? undefined : quorumOf(seal.policy, latest),
  };
}
