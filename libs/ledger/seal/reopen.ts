import type { Database } from '@maillage/platform';
import { openCheckpoint, parseVerifierKey, VerificationError } from '@maillage/verifier';
import { sealRow } from './checkpoint.sql.js';
import { refuseOtherKey } from './compare.js';
import { LastSigned, LastSignedUnreadable } from './last-signed.js';
import { TAKE_LOCK } from './sealer.js';
import type { SigningKey } from './signing-key.js';

/** The last promise made under the old name, as far as it can still be read, and where the log goes on from. */
export interface Reopening {
  readonly previousOrigin: string;
  readonly previousSize: string;
  /** In base64. */
  readonly previousRoot: string;
  readonly keptPosition: string;
}

/** The log cannot be reopened as asked; the message says why, and what would be accepted. */
export class ReopenRefused extends Error {
  override readonly name = 'ReopenRefused';
}

const ZEROES = Buffer.alloc(32).toString('base64');

/**
 * Lets the log go on under another name and key, from what the database holds: the old name stays with what it signed.
 * The tree is made anew from the events. Nobody seals meanwhile, nor afterwards until it is on record.
 * @param record puts it into the log, which is open by then; asked again after a crash, it must not do so twice.
 * @throws {ReopenRefused}
 */
export async function reopenLog(
  database: Database,
  key: SigningKey,
  stateDir: string,
  record: (reopening: Reopening) => Promise<void>,
): Promise<Reopening> {
  const owner = database.withRole('owner');
  try {
    return await alone(owner, async () => {
      const reopening = await begin(owner, key, stateDir);
      await record(reopening);
      await owner.pool.query('update log_seal set reopening = null');
      return reopening;
    });
  } finally {
    await owner.close();
  }
}

/**
 * Takes the database at its word where the record of what was signed last is lost, or older than the database.
 * @throws {ReopenRefused} where the record knows more than the database, or the log is another key's.
 */
export async function trustDatabase(database: Database, key: SigningKey, stateDir: string): Promise<void> {
  const row = await sealRow(database.pool);
  refuseOtherKey(row, key);
  const lastSigned = new LastSigned(stateDir, key);
  const { rows } = await database.pool.query<{ size: string }>(
    'select coalesce(max(size), 0) as size from checkpoint where origin = $1',
    [key.name],
  );
  const outside = await lastSigned.read();
  if (outside !== undefined && outside.size >= BigInt(rows[0]?.size ?? 0)) {
    throw new ReopenRefused(
      `${lastSigned.path} says what was signed last, so the database need not be trusted; start, and it is compared.`,
    );
  }
  await lastSigned.remove();
  const sealing = database.withRole('sealer');
  await sealing.pool.query('select open_log()').finally(() => sealing.close());
}

/** No sealer may run: it would sign under the old name, or close the log again. */
async function alone<T>(owner: Database, work: () => Promise<T>): Promise<T> {
  const client = await owner.pool.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>(`select ${TAKE_LOCK} as taken`);
    if (rows[0]?.taken !== true) {
      throw new ReopenRefused('A sealer runs on this log; stop every worker, and `npm start`, and ask again.');
    }
    return await work();
  } finally {
    // Ends the session, and with it the lock.
    client.release(true);
  }
}

/** Or what was begun before, and not put on record. */
async function begin(owner: Database, key: SigningKey, stateDir: string): Promise<Reopening> {
  const row = await sealRow(owner.pool);
  if (row.reopening !== undefined && row.vkey === key.vkey) {
    await owner.pool.query('select open_log()');
    return row.reopening as Reopening;
  }
  const { origin, vkey } = row;
  if (!row.signed || origin === undefined || vkey === undefined) {
    throw new ReopenRefused(
      'This log has signed nothing yet, so there is nothing it could contradict. If it is closed: --trust-database.',
    );
  }
  if (origin === key.name) {
    throw new ReopenRefused(
      row.open
        ? `The log is open, and signed as ${key.name}; there is nothing to reopen.`
        : `The log cannot go on as ${key.name}: it would contradict what it has signed under that name. Put the right ` +
            'backup in place, or set LOG_ORIGIN to a name that was never used and run this again.',
    );
  }
  const used = await owner.pool.query('select from checkpoint where origin = $1 limit 1', [key.name]);
  if ((used.rowCount ?? 0) > 0 || (await new LastSigned(stateDir, key).read()) !== undefined) {
    throw new ReopenRefused(`${key.name} was used before; set LOG_ORIGIN to a name that was never used.`);
  }
  const last = await lastOf(owner, origin, vkey, stateDir);
  return owner.transaction(async (client) => {
    const { rows } = await client.query<{ position: string }>('select position from log_head for update');
    const reopening: Reopening = { previousOrigin: origin, ...last, keptPosition: rows[0]?.position ?? '0' };
    // Derived from the events, and of no use where they were damaged; nobody but the owner can do this.
    await client.query('alter table log_tile disable trigger tile_stays');
    await client.query('delete from log_tile');
    await client.query('alter table log_tile enable trigger tile_stays');
    await client.query(
      'update log_seal set origin = $1, vkey = $2, refusal = null, refused_at = null, reopening = $3',
      [key.name, key.vkey, reopening],
    );
    await client.query('select open_log()');
    return reopening;
  });
}

/** The larger of what the file and the table say was signed last; what is damaged, perhaps the very reason, says nothing. */
async function lastOf(
  owner: Database,
  origin: string,
  vkey: string,
  stateDir: string,
): Promise<{ readonly previousSize: string; readonly previousRoot: string }> {
  const { rows } = await owner.pool.query<{ note: string }>(
    'select note from checkpoint where origin = $1 order by size desc limit 1',
    [origin],
  );
  let last = { size: 0n, root: ZEROES };
  for (const note of [...rows.map((row) => row.note), await outsideNote(stateDir, origin, vkey)]) {
    if (note === undefined) continue;
    try {
      const { size, root } = openCheckpoint(note, parseVerifierKey(vkey));
      if (size > last.size) last = { size, root: root.toString('base64') };
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
    }
  }
  return { previousSize: last.size.toString(), previousRoot: last.root };
}

async function outsideNote(stateDir: string, name: string, vkey: string): Promise<string | undefined> {
  try {
    return (await new LastSigned(stateDir, { name, vkey }).read())?.note;
  } catch (error) {
    if (error instanceof LastSignedUnreadable) return undefined;
    throw error;
  }
}
