import type { Instant } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import type { ClientBase, Pool } from 'pg';
import { TILE_WIDTH, type Tile } from './tiles.js';

/** A pool, or one connection within its transaction. */
export type Querying = Pick<Pool | ClientBase, 'query'>;

/** A size the log had, signed. */
export interface SealedCheckpoint {
  readonly origin: string;
  /** How many events the tree holds: positions 1 to this one. */
  readonly size: bigint;
  readonly root: Buffer;
  /** The signed note, with a line for each witness that co-signed. */
  readonly note: string;
  readonly signedAt: Instant;
  readonly cosignatures: readonly StoredCosignature[];
}

export interface StoredCosignature {
  /** By the name the policy gives it. */
  readonly witness: string;
  /** Its signature line, ending in a line break. */
  readonly line: string;
  readonly signedAt: Instant;
}

export interface SealRow {
  readonly origin: string | undefined;
  readonly vkey: string | undefined;
  readonly policy: string | undefined;
  readonly refusal: string | undefined;
  /** What a reopening by the operator has still to put on record. */
  readonly reopening: unknown;
  /** Whether a checkpoint was ever signed under this name. */
  readonly signed: boolean;
  readonly open: boolean;
}

export async function sealRow(on: Querying): Promise<SealRow> {
  const { rows } = await on.query<
    Record<'origin' | 'vkey' | 'policy' | 'refusal', string | null> & {
      readonly reopening: unknown;
      readonly signed: boolean;
      readonly open: boolean;
    }
  >(
    `select origin, vkey, policy, refusal, reopening, log_is_open() as open,
       (select c.size from checkpoint c where c.origin = log_seal.origin order by c.size limit 1) is not null as signed
     from log_seal`,
  );
  const row = rows[0];
  return {
    origin: row?.origin ?? undefined,
    vkey: row?.vkey ?? undefined,
    policy: row?.policy ?? undefined,
    refusal: row?.refusal ?? undefined,
    reopening: row?.reopening ?? undefined,
    signed: row?.signed ?? false,
    open: row?.open ?? false,
  };
}

/** What is stored is never replaced: a row of the same key that says something else is a fault, not a repetition. */
export class StoredOtherwise extends Error {
  override readonly name = 'StoredOtherwise';
}

interface CheckpointRow {
  readonly origin: string;
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
  readonly signed_at: string;
  readonly cosignatures: { witness: string; line: string; signed_at: string }[];
  readonly policy: string | null;
  readonly now: string;
}

/** What one statement saw. */
export interface ReadCheckpoints {
  readonly checkpoints: readonly SealedCheckpoint[];
  /** The log's present one; `undefined` where there is none, or no checkpoint. */
  readonly policy: string | undefined;
  /** By the database's clock, in milliseconds since 1970: the same for every process that reads. */
  readonly now: number;
}

/** A condition: of the log's present name. A subselect, not a join, so that (origin, size) gives the order by its index. */
export const OF_THIS_LOG = 'c.origin = (select origin from log_seal)';

/**
 * Those newer than the newest that has waited so long, that one, and no more: the scan goes back from the newest and ends
 * there. The newest alone where no policy asks for witnesses. `$1` is the wait in milliseconds.
 */
export const SINCE_ONE_HAD_WAITED = `c.size >= coalesce((
  select w.size from checkpoint w where w.origin = (select origin from log_seal)
    and ((select policy from log_seal) is null or w.signed_at <= now() - $1::double precision * interval '1 millisecond')
  order by w.size desc limit 1
), 0)`;

/**
 * The condition says of which origin, in an equation, or the index is of no use. It and `order` are ours, never a
 * client's; `c` is the table.
 */
export async function readCheckpoints(
  on: Querying,
  condition: string,
  values: readonly string[],
  order: 'asc' | 'desc',
  limit = 1,
): Promise<ReadCheckpoints> {
  const { rows } = await on.query<CheckpointRow>(
    `select c.origin, c.size, c.root, c.note, c.signed_at, coalesce((
       select json_agg(json_build_object('witness', s.witness, 'line', s.line, 'signed_at', s.signed_at) order by s.witness)
       from cosignature s where s.origin = c.origin and s.size = c.size
     ), '[]') as cosignatures, (select policy from log_seal) as policy, extract(epoch from now()) * 1000 as now
     from checkpoint c where ${condition} order by c.size ${order} limit ${limit}`,
    [...values],
  );
  return {
    checkpoints: rows.map(sealedCheckpoint),
    policy: rows[0]?.policy ?? undefined,
    now: Number(rows[0]?.now ?? 0),
  };
}

/** As `readCheckpoints`, whatever the policy: lines of witnesses are as they were stored, verified or not. */
export async function checkpoints(...asked: Parameters<typeof readCheckpoints>): Promise<readonly SealedCheckpoint[]> {
  return (await readCheckpoints(...asked)).checkpoints;
}

function sealedCheckpoint({ origin, size, root, note, signed_at, cosignatures }: CheckpointRow): SealedCheckpoint {
  return {
    origin,
    size: BigInt(size),
    root,
    note: `${note}${cosignatures.map(({ line }) => line).join('')}`,
    signedAt: new Date(signed_at).toISOString(),
    cosignatures: cosignatures.map(({ witness, line, signed_at: at }) => ({
      witness,
      line,
      signedAt: new Date(at).toISOString(),
    })),
  };
}

export interface LastCosignature {
  readonly witness: string;
  readonly size: bigint;
  readonly signedAt: Instant;
  readonly line: string;
  /** Of the checkpoint, without lines of witnesses. */
  readonly note: string;
}

/** The largest checkpoint that each of these witnesses has a line for: one probe of an index each. */
export async function lastCosignatures(
  on: Querying,
  origin: string,
  witnesses: readonly string[],
): Promise<readonly LastCosignature[]> {
  if (witnesses.length === 0) return [];
  const { rows } = await on.query<Record<'witness' | 'size' | 'signed_at' | 'line' | 'note', string>>(
    `select last.witness, last.size, last.signed_at, last.line, c.note
     from json_array_elements_text($2) as w(name)
     cross join lateral (
       select s.* from cosignature s where s.origin = $1 and s.witness = w.name collate "C" order by s.size desc limit 1
     ) last
     join checkpoint c on c.origin = last.origin and c.size = last.size`,
    [origin, JSON.stringify(witnesses)],
  );
  return rows.map(({ witness, size, signed_at, line, note }) => ({
    witness,
    line,
    note,
    size: BigInt(size),
    signedAt: new Date(signed_at).toISOString(),
  }));
}

export async function tilesAt(
  on: Querying,
  places: readonly { readonly level: number; readonly index: bigint }[],
): Promise<readonly Tile[]> {
  if (places.length === 0) return [];
  const { rows } = await on.query<{ level: number; index: string; hashes: Buffer }>(
    `select t.level, t.index, t.hashes from json_to_recordset($1) as p(level smallint, index bigint)
     join log_tile t on t.level = p.level and t.index = p.index`,
    [JSON.stringify(places.map(({ level, index }) => ({ level, index: index.toString() })))],
  );
  return rows.map(({ level, index, hashes }) => ({ level, index: BigInt(index), hashes }));
}

/** Where the last tile of each level stands in a tree of this size. */
export function edgeOf(size: bigint): readonly { readonly level: number; readonly index: bigint }[] {
  const places: { level: number; index: bigint }[] = [];
  for (let level = 0, count = size; count > 0n; level += 1, count /= BigInt(TILE_WIDTH)) {
    places.push({ level, index: count / BigInt(TILE_WIDTH) });
  }
  return places;
}

export async function storeTiles(client: ClientBase, tiles: readonly Tile[]): Promise<void> {
  if (tiles.length === 0) return;
  await client.query(
    `insert into log_tile (level, index, hashes)
     select level, index, decode(hashes, 'hex') from json_to_recordset($1::json) as t(level smallint, index bigint, hashes text)
     on conflict (level, index) do update set hashes = excluded.hashes
     where octet_length(log_tile.hashes) < octet_length(excluded.hashes)`,
    [
      JSON.stringify(
        tiles.map(({ level, index, hashes }) => ({ level, index: index.toString(), hashes: hashes.toString('hex') })),
      ),
    ],
  );
}

/** Storing it again is of no effect. @throws {StoredOtherwise} where another is stored at its size. */
export async function storeCheckpoint(
  client: ClientBase,
  { origin, size, root, note, signedAt }: Omit<SealedCheckpoint, 'cosignatures'>,
): Promise<void> {
  const { rowCount } = await client.query(
    'insert into checkpoint (origin, size, root, note, signed_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [origin, size.toString(), root, note, signedAt],
  );
  if (rowCount === 1) return;
  const { rows } = await client.query<{ root: Buffer; note: string }>(
    'select root, note from checkpoint where origin = $1 and size = $2',
    [origin, size.toString()],
  );
  const stored = rows[0];
  if (stored?.root.equals(root) === true && stored.note === note) return;
  throw new StoredOtherwise(
    `A checkpoint of ${origin} at size ${size} is stored already, ` +
      (stored?.root.equals(root) === true
        ? 'with this root, but as another note.'
        : `with the root ${stored?.root.toString('base64') ?? '?'}, not ${root.toString('base64')}.`),
  );
}

/**
 * A witness that is asked twice signs twice, at two times: its first line is kept.
 * @param database as the sealer's role.
 * @throws {StoredOtherwise} where the line kept is of another key.
 */
export async function storeCosignature(
  database: Database,
  { origin, size }: Pick<SealedCheckpoint, 'origin' | 'size'>,
  { witness, line, signedAt }: StoredCosignature,
): Promise<void> {
  const { rowCount } = await database.pool.query(
    `insert into cosignature (origin, size, witness, line, signed_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [origin, size.toString(), witness, line, signedAt],
  );
  if (rowCount === 1) return;
  const { rows } = await database.pool.query<{ line: string }>(
    'select line from cosignature where origin = $1 and size = $2 and witness = $3',
    [origin, size.toString(), witness],
  );
  const [kept, mine] = [signerOf(rows[0]?.line ?? ''), signerOf(line)];
  if (kept === mine) return;
  throw new StoredOtherwise(
    `For the witness ${witness}, a line of ${kept} is stored at size ${size} of ${origin} already, so that of ${mine} is ` +
      'not: it counts from the next checkpoint on.',
  );
}

/** `<name>+<key id>` of a signature line, as its vkey begins. */
function signerOf(line: string): string {
  const [, name = '', base64 = ''] = line.trimEnd().split(' ');
  return `${name}+${Buffer.from(base64, 'base64').subarray(0, 4).toString('hex')}`;
}

/** Up to where the log goes. */
export async function headOf(on: Querying): Promise<bigint> {
  const { rows } = await on.query<{ position: string }>('select position from log_head');
  return BigInt(rows[0]?.position ?? 0);
}

export interface LeafRow {
  readonly position: bigint;
  readonly leaf: Buffer;
  /** SHA-256(0x00 ‖ entry), from the entry and not from the stored leaf. */
  readonly entry: string;
}

export async function leavesAfter(on: Querying, size: bigint, to: bigint): Promise<readonly LeafRow[]> {
  const { rows } = await on.query<{ position: string; leaf: Buffer; entry: string }>(
    'select position, leaf, entry from event where position > $1 and position <= $2 order by position',
    [size.toString(), to.toString()],
  );
  return rows.map(({ position, leaf, entry }) => ({ position: BigInt(position), leaf, entry }));
}
