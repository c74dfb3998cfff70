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

export async function all(client: ClientBase | Pool): Promise<readonly Checkpoint[]> {
  const { rows } = await client.query<CheckpointRow>(`select ${COLUMNS} from view_checkpoint order by name`);
  return rows.map(fromRow);
}

export async function find(client: ClientBase | Pool, name: string): Promise<Checkpoint | undefined> {
  const { rows } = await client.query<CheckpointRow>(`select ${COLUMNS} from view_checkpoint where name = $1`, [name]);
  return rows[0] && fromRow(rows[0]);
}

/**
 * Locks the view's checkpoint for the rest of the transaction: one runner moves a view at a time.
 * @param otherwise what to do while another holds it: wait, or answer `undefined` as if it were not there.
 */
export async function lock(
  client: ClientBase,
  name: string,
  otherwise: 'wait' | 'skip',
): Promise<Checkpoint | undefined> {
  const { rows } = await client.query<CheckpointRow>(
    `select ${COLUMNS} from view_checkpoint where name = $1 for update ${otherwise === 'skip' ? 'skip locked' : ''}`,
    [name],
  );
  return rows[0] && fromRow(rows[0]);
}

/**
 * Compare-and-swap of a running view from one position to the next: in the transaction that writes the rows, or by itself
 * where there are none to write.
 * @returns false when another has moved, halted or replaced it since, or is about to: what was to go with it must not be
 * committed.
 */
export async function move(
  client: ClientBase | Pool,
  { name, version }: Pick<Checkpoint, 'name' | 'version'>,
  from: bigint,
  to: bigint,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `with free as (
       select name from view_checkpoint
       where name = $1 and version = $2 and position = $3 and state = 'RUNNING' for update skip locked
     ), moved as (
       update view_checkpoint set position = $4 where name = (select name from free) returning name, position
     )
     select pg_notify(current_schema() || '_views', name || ' ' || position) from moved`,
    [name, version, from.toString(), to.toString()],
  );
  return rowCount === 1;
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
