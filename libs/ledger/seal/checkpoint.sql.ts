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
  readonly open: boolean;
}

export async function sealRow(on: Querying): Promise<SealRow> {
  const { rows } = await on.query<Record<'origin' | 'vkey' | 'policy' | 'refusal', string | null> & { open: boolean }>(
    'select origin, vkey, policy, refusal, log_is_open() as open from log_seal',
  );
  const row = rows[0];
  return {
    origin: row?.origin ?? undefined,
    vkey: row?.vkey ?? undefined,
    policy: row?.policy ?? undefined,
    refusal: row?.refusal ?? undefined,
    open: row?.open ?? false,
  };
}

interface CheckpointRow {
  readonly origin: string;
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
  readonly signed_at: string;
  readonly cosignatures: { witness: string; line: string; signed_at: string }[];
}

/** Of the log's current origin. `condition` and `order` are ours, never a client's. */
export async function checkpoints(
  on: Querying,
  condition: string,
  values: readonly string[],
  order: 'asc' | 'desc',
  limit = 1,
): Promise<readonly SealedCheckpoint[]> {
  const { rows } = await on.query<CheckpointRow>(
    `select c.origin, c.size, c.root, c.note, c.signed_at, coalesce((
       select json_agg(json_build_object('witness', s.witness, 'line', s.line, 'signed_at', s.signed_at) order by s.witness)
       from cosignature s where s.origin = c.origin and s.size = c.size
     ), '[]') as cosignatures
     from checkpoint c join log_seal l on l.origin = c.origin
     where ${condition} order by c.size ${order} limit ${limit}`,
    [...values],
  );
  return rows.map(({ origin, size, root, note, signed_at, cosignatures }) => ({
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
     select level, index, decode(hashes, 'hex') from json_to_recordset($1) as t(level smallint, index bigint, hashes text)
     on conflict (level, index) do update set hashes = excluded.hashes
     where octet_length(log_tile.hashes) < octet_length(excluded.hashes)`,
    [
      JSON.stringify(
        tiles.map(({ level, index, hashes }) => ({ level, index: index.toString(), hashes: hashes.toString('hex') })),
      ),
    ],
  );
}

export async function storeCheckpoint(
  client: ClientBase,
  { origin, size, root, note, signedAt }: Omit<SealedCheckpoint, 'cosignatures'>,
): Promise<void> {
  await client.query(
    'insert into checkpoint (origin, size, root, note, signed_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [origin, size.toString(), root, note, signedAt],
  );
}

export async function storeCosignature(
  database: Database,
  { origin, size }: Pick<SealedCheckpoint, 'origin' | 'size'>,
  { witness, line, signedAt }: StoredCosignature,
): Promise<void> {
  await database.pool.query(
    `insert into cosignature (origin, size, witness, line, signed_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [origin, size.toString(), witness, line, signedAt],
  );
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
