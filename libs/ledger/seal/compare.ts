import { systemClock } from '@maillage/platform';
import {
  CompactRange,
  EMPTY_ROOT,
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  verifyConsistency,
  VerificationError,
} from '@maillage/verifier';
import type { Checkpoint } from '@maillage/verifier';
import {
  checkpoints,
  edgeOf,
  headOf,
  leavesAfter,
  tilesAt,
  type Querying,
  type SealedCheckpoint,
  type SealRow,
} from './checkpoint.sql.js';
import { LastSignedUnreadable, type LastSigned } from './last-signed.js';
import type { SigningKey } from './signing-key.js';
import { GrowingTiles } from './tiles.js';
import type { Tree } from './tree.js';

/** The log does not continue what was signed: nothing may be signed, nothing appended, until an operator acts. */
export class SealRefused extends Error {
  override readonly name = 'SealRefused';
}

/** The key or the name is not the one this log was signed with so far. Nothing is wrong with the log. */
export class SealMisconfigured extends Error {
  override readonly name = 'SealMisconfigured';
}

/** The tree up to a size, by two paths that must agree: the stored tiles and leaves, and the entries themselves. */
export interface Grown {
  readonly tiles: GrowingTiles;
  /** By the verifier's arithmetic, from leaf hashes computed anew from each entry. */
  range: CompactRange;
  readonly size: bigint;
}

/** Bounds memory: an entry may take 64 KiB. */
const ROWS_PER_READ = 1_000;

/** @throws {SealMisconfigured} */
export function refuseOtherKey(
  { origin, vkey, signed }: Pick<SealRow, 'origin' | 'vkey' | 'signed'>,
  key: SigningKey,
): void {
  refuseOtherName({ origin, signed }, key.name);
  if (!signed || origin === undefined || vkey === undefined || vkey === key.vkey) return;
  throw new SealMisconfigured(
    `This log is signed with the key ${vkey}, but the key here is ${key.vkey}. Give LOG_SIGNING_KEY or ` +
      'LOG_SIGNING_KEY_FILE the log’s own.',
  );
}

/** @throws {SealMisconfigured} where the log is signed under another name than this one. */
export function refuseOtherName({ origin, signed }: Pick<SealRow, 'origin' | 'signed'>, name: string): void {
  if (!signed || origin === undefined || origin === name) return;
  throw new SealMisconfigured(
    `This log is signed as ${origin}, but LOG_ORIGIN here is ${name}. Set it back, or let the log go on under the ` +
      'new name, openly recorded: maillage reopen.',
  );
}

/**
 * Compares the log with what was signed last, in the database and outside it, and takes up from there.
 * @returns the tree at the larger of the two; `unpublished` is a checkpoint that a crash kept from the database.
 * @throws {SealRefused} where the log ends before it, or does not continue it.
 */
export async function compare(
  log: Querying,
  key: SigningKey,
  lastSigned: LastSigned,
  row: SealRow,
  tree: Pick<Tree, 'consistency'>,
): Promise<{ readonly grown: Grown; readonly unpublished?: Omit<SealedCheckpoint, 'cosignatures'> }> {
  refuseOtherKey(row, key);
  const outside = await readOutside(lastSigned);
  const inside = await newest(log, key);
  const head = await headOf(log);
  if (!row.open) mustKnow(head, inside, outside, lastSigned);
  const last = larger(inside, outside);
  if (last === undefined) {
    // That nothing is signed yet is worth a record too: a missing one then always means that it was lost.
    await lastSigned.write(signedNote(key, 0n, EMPTY_ROOT));
    return { grown: start(GrowingTiles.at(0n, [])) };
  }
  if (head < last.size) {
    throw new SealRefused(
      `The log ends at ${head}, but a checkpoint of size ${last.size} was signed (${lastSigned.path}): the events from ` +
        `${head + 1n} to ${last.size} are missing, as after a restored backup.`,
    );
  }
  const grown = await treeAt(log, inside);
  if (outside !== undefined) await refuseOther(log, grown, inside, outside, lastSigned, tree);
  if (inside !== undefined && (outside?.size ?? 0n) < inside.size) await lastSigned.write(ownNote(inside));
  return outside !== undefined && outside.size > (inside?.size ?? 0n)
    ? { grown, unpublished: { ...outside, signedAt: systemClock.now() } }
    : { grown };
}

/** A checkpoint as the log's key signs it (C2SP tlog-checkpoint). */
export function signedNote(key: SigningKey, size: bigint, root: Buffer): string {
  const text = `${key.name}\n${size}\n${root.toString('base64')}\n`;
  return `${text}\n${key.sign(text)}`;
}

/**
 * Adds the events up to a position to the tree, by both paths.
 * @param log not over the session that holds the sealer's lock: one that is frozen and has not taken in all of a long answer
 * is in the midst of a statement for the server, which ends idle sessions only.
 * @throws {SealRefused} naming the position where they part.
 */
export async function extend(log: Querying, grown: Grown, to: bigint): Promise<void> {
  while (grown.size < to) {
    const rows = await leavesAfter(log, grown.size, min(grown.size + BigInt(ROWS_PER_READ), to));
    if (rows.length === 0) throw new SealRefused(`There is no event at position ${grown.size + 1n}.`);
    for (const { position, leaf, entry } of rows) {
      if (position !== grown.size + 1n) throw new SealRefused(`There is no event at position ${grown.size + 1n}.`);
      const computed = leafHash(Buffer.from(entry, 'utf8'));
      if (!computed.equals(leaf)) {
        throw new SealRefused(`The event at position ${position} does not hash to the leaf stored with it.`);
      }
      grown.tiles.add(leaf);
      grown.range.append(computed);
    }
  }
  if (!grown.tiles.root().equals(grown.range.root())) {
    throw new SealRefused(`Two ways of computing the root at size ${to} differ; the stored tiles are damaged.`);
  }
}

function start(tiles: GrowingTiles): Grown {
  return {
    tiles,
    range: CompactRange.of(tiles.size, tiles.subtrees()),
    get size() {
      return tiles.size;
    },
  };
}

/** From the stored tiles, which must hash to the root that was signed. */
async function treeAt(log: Querying, inside: SealedCheckpoint | undefined): Promise<Grown> {
  if (inside === undefined) return start(GrowingTiles.at(0n, []));
  let tiles: GrowingTiles;
  try {
    tiles = GrowingTiles.at(inside.size, await tilesAt(log, edgeOf(inside.size)));
  } catch (error) {
    throw new SealRefused(`The stored tiles are damaged. ${(error as Error).message}`, { cause: error });
  }
  const grown = start(tiles);
  if (!grown.range.root().equals(inside.root)) {
    throw new SealRefused(`The stored tiles do not hash to the root signed at size ${inside.size}; they are damaged.`);
  }
  return grown;
}

/** A database of which it is not known that it continues the log is only believed where the record outside is at hand. */
function mustKnow(
  head: bigint,
  inside: SealedCheckpoint | undefined,
  outside: Checkpoint | undefined,
  { path }: LastSigned,
): void {
  const unknown = 'PostgreSQL was started or restored since, so whether something is missing cannot be told';
  const how = 'put the record in place, or take the database at its word: maillage reopen --trust-database';
  if (outside === undefined && head > 0n) {
    throw new SealRefused(`${path}, which says what was signed last, is not there. ${unknown}; ${how}.`);
  }
  // It is written before the database is: one that is behind is an old one.
  if (outside !== undefined && outside.size < (inside?.size ?? 0n)) {
    throw new SealRefused(
      `${path} says that size ${outside.size} was signed last, the database says ${inside?.size ?? 0n}. ${unknown}; ${how}.`,
    );
  }
}

/** What was signed outside must be how this log begins, or what it has grown to since: then the tree is taken that far. */
async function refuseOther(
  log: Querying,
  grown: Grown,
  inside: SealedCheckpoint | undefined,
  outside: Checkpoint,
  lastSigned: LastSigned,
  tree: Pick<Tree, 'consistency'>,
): Promise<void> {
  if (inside !== undefined && outside.size < inside.size) {
    try {
      const proof = await tree.consistency(outside.size, inside.size);
      verifyConsistency({ from: outside.size, fromRoot: outside.root, to: inside.size, toRoot: inside.root, proof });
    } catch (error) {
      if (!(error instanceof VerificationError) && !(error instanceof RangeError)) throw error;
      throw forked(outside, lastSigned);
    }
    return;
  }
  if (grown.size < outside.size) await extend(log, grown, outside.size);
  if (!grown.range.root().equals(outside.root)) throw forked(outside, lastSigned);
}

async function newest(log: Querying, key: SigningKey): Promise<SealedCheckpoint | undefined> {
  const [found] = await checkpoints(log, 'c.origin = $1', [key.name], 'desc');
  if (found === undefined) return undefined;
  try {
    const { size, root } = openCheckpoint(ownNote(found), parseVerifierKey(key.vkey));
    if (size === found.size && root.equals(found.root)) return found;
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    throw new SealRefused(`The checkpoint stored at size ${found.size} is not what was signed: ${error.message}`, {
      cause: error,
    });
  }
  throw new SealRefused(
    `The checkpoint stored at size ${found.size} is not what was signed: its columns differ from its note.`,
  );
}

async function readOutside(lastSigned: LastSigned) {
  try {
    return await lastSigned.read();
  } catch (error) {
    if (error instanceof LastSignedUnreadable) throw new SealRefused(error.message, { cause: error });
    throw error;
  }
}

/** Without the lines of witnesses. */
function ownNote({ note, cosignatures }: SealedCheckpoint): string {
  const lines = cosignatures.map(({ line }) => line).join('');
  return note.slice(0, note.length - lines.length);
}

function larger<A extends { readonly size: bigint }, B extends { readonly size: bigint }>(
  a: A | undefined,
  b: B | undefined,
): A | B | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.size >= b.size ? a : b;
}

function forked({ size }: Checkpoint, { path }: LastSigned): SealRefused {
  return new SealRefused(
    `At size ${size} another root was signed before (${path}): the events up to there are not the ones that were signed.`,
  );
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
