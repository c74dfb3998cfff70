import type { ClientBase, Pool } from 'pg';

export interface Checkpoint {
  readonly name: string;
  readonly version: number;
  readonly position: bigint;
  readonly state: 'RUNNING' | 'HALTED';
  readonly error: string | undefined;
  /** The event a reducer threw on; the view stands just before it. */
  readonly errorPosition: bigint | undefined;
}

interface CheckpointRow {
  readonly name: string;
  readonly version: number;
  readonly position: string;
  readonly state: 'RUNNING' | 'HALTED';
  readonly error: string | null;
  readonly error_position: string | null;
}

const COLUMNS = 'name, version, position, state, error, error_position';

function fromRow(row: CheckpointRow): Checkpoint {
  return {
    name: row.name,
    version: row.version,
    position: BigInt(row.position),
    state: row.state,
    error: row.error ?? undefined,
    errorPosition: row.error_position === null ? undefined : BigInt(row.error_position),
  };
}

function byName(rows: readonly CheckpointRow[]): ReadonlyMap<string, Checkpoint> {
  return new Map(rows.map((row) => [row.name, fromRow(row)]));
}

export async function all(client: ClientBase | Pool): Promise<readonly Checkpoint[]> {
  const { rows } = await client.query<CheckpointRow>(`select ${COLUMNS} from view_checkpoint order by name`);
  return rows.map(fromRow);
}

/** Those of the views named that have one. */
export async function find(
  client: ClientBase | Pool,
  names: readonly string[],
): Promise<ReadonlyMap<string, Checkpoint>> {
  const { rows } = await client.query<CheckpointRow>(`select ${COLUMNS} from view_checkpoint where name = any($1)`, [
    names,
  ]);
  return byName(rows);
}

/** Locks the view's checkpoint for the rest of the transaction, once whoever holds it has let it go. */
export async function lock(client: ClientBase, name: string): Promise<Checkpoint | undefined> {
  const { rows } = await client.query<CheckpointRow>(
    `select ${COLUMNS} from view_checkpoint where name = $1 for update`,
    [name],
  );
  return rows[0] && fromRow(rows[0]);
}

/** Locks the checkpoints of these views for the rest of the transaction, apart from those another holds: one runner moves a view at a time. */
export async function lockFree(client: ClientBase, names: readonly string[]): Promise<ReadonlyMap<string, Checkpoint>> {
  const { rows } = await client.query<CheckpointRow>(
    `select ${COLUMNS} from view_checkpoint where name = any($1) for update skip locked`,
    [names],
  );
  return byName(rows);
}

/**
 * Compare-and-swap of running views from one position to the next: in the transaction that writes the rows, or by itself
 * where there are none to write. Its commit does not wait for the disk: should the server lose it in a crash, rows and
 * position are lost together, and are made again from the log, which is not lost.
 * @returns the names of those moved. Another has moved, halted or replaced the rest since, or is about to: what was to go
 * with them must not be committed.
 */
export async function move(
  client: ClientBase | Pool,
  views: readonly Pick<Checkpoint, 'name' | 'version'>[],
  from: bigint,
  to: bigint,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ readonly name: string }>(
    `with free as (
       select name from view_checkpoint v join unnest($1::text[], $2::integer[]) as given (name, version) using (name, version)
       where v.position = $3 and v.state = 'RUNNING' for update of v skip locked
     ), moved as (
       update view_checkpoint set position = $4 where name in (select name from free) returning name, position
     )
     select name, pg_notify(current_schema() || '_views', name || ' ' || position),
            set_config('synchronous_commit', 'off', true)
     from moved`,
    [views.map(({ name }) => name), views.map(({ version }) => version), from.toString(), to.toString()],
  );
  return new Set(rows.map(({ name }) => name));
}

export async function halt(client: ClientBase, name: string, error: string, at: bigint): Promise<void> {
  await client.query(
    `update view_checkpoint set state = 'HALTED', error = $2, error_position = $3, halted_at = now() where name = $1`,
    [name, error, at.toString()],
  );
  await announce(client, name, undefined);
}

/** Lets a halted view try again from where it stands. */
export async function resume(client: ClientBase | Pool, name: string): Promise<void> {
  await client.query(
    `update view_checkpoint set state = 'RUNNING', error = null, error_position = null, halted_at = null
     where name = $1 and state = 'HALTED'`,
    [name],
  );
}

/** Puts the view at a position with fresh tables of this version. */
export async function replace(client: ClientBase, name: string, version: number, position: bigint): Promise<void> {
  await client.query(
    `insert into view_checkpoint (name, version, position) values ($1, $2, $3)
     on conflict (name) do update
     set version = $2, position = $3, state = 'RUNNING', error = null, error_position = null, halted_at = null`,
    [name, version, position.toString()],
  );
  await announce(client, name, position);
}

/** Tells whoever waits, at commit: `<view> <position>`, or `<view>` alone when its state changed. */
async function announce(client: ClientBase, name: string, position: bigint | undefined): Promise<void> {
  await client.query(`select pg_notify(current_schema() || '_views', $1)`, [
    position === undefined ? name : `${name} ${position}`,
  ]);
}
