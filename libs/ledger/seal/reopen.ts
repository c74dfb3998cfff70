import type { Database } from '@maillage/platform';
import { openCheckpoint, parseVerifierKey } from '@maillage/verifier';
import { sealRow } from './checkpoint.sql.js';
import { SealMisconfigured } from './compare.js';
import { LastSigned } from './last-signed.js';
import type { SigningKey } from './signing-key.js';

/** The last promise made under the old name, and where the log goes on from. */
export interface Reopened {
  readonly previousOrigin: string;
  readonly previousSize: bigint;
  readonly previousRoot: Buffer;
  readonly keptPosition: bigint;
}

/**
 * Lets the log go on under another name and key, from what the database holds: the old name stays with what it signed.
 * The tree is made anew from the events. Whoever calls this records it in the log.
 * @throws {SealMisconfigured} where the log has signed nothing, or under this very name.
 */
export async function reopenLog(database: Database, key: SigningKey, stateDir: string): Promise<Reopened> {
  const { origin, vkey } = await sealRow(database.pool);
  if (origin === undefined || vkey === undefined || origin === key.name) {
    throw new SealMisconfigured('A log is reopened under a name that it has not signed as before.');
  }
  const last = await lastOf(database, origin, vkey, stateDir);
  const owner = database.withRole('owner');
  try {
    const keptPosition = await owner.transaction(async (client) => {
      // Derived from the events, and of no use where they were damaged; nobody but the owner can do this.
      await client.query('alter table log_tile disable trigger tile_stays');
      await client.query('delete from log_tile');
      await client.query('alter table log_tile enable trigger tile_stays');
      await client.query('update log_seal set origin = $1, vkey = $2, refusal = null, refused_at = null', [
        ...[key.name, key.vkey],
      ]);
      await client.query('select open_log()');
      const { rows } = await client.query<{ position: string }>('select position from log_head');
      return BigInt(rows[0]?.position ?? 0);
    });
    return { previousOrigin: origin, ...last, keptPosition };
  } finally {
    await owner.close();
  }
}

/** The larger of what the file and the table say was signed last. */
async function lastOf(
  database: Database,
  origin: string,
  vkey: string,
  stateDir: string,
): Promise<{ readonly previousSize: bigint; readonly previousRoot: Buffer }> {
  const { rows } = await database.pool.query<{ note: string }>(
    'select note from checkpoint where origin = $1 order by size desc limit 1',
    [origin],
  );
  const outside = await new LastSigned(stateDir, { name: origin, vkey }).read();
  const notes = [...rows, ...(outside === undefined ? [] : [outside])];
  const signed = notes.map(({ note }) => openCheckpoint(note, parseVerifierKey(vkey)));
  const last = signed.reduce<(typeof signed)[number] | undefined>(
    (largest, each) => (largest === undefined || each.size > largest.size ? each : largest),
    undefined,
  );
  if (last === undefined) throw new SealMisconfigured(`No checkpoint of ${origin} is at hand.`);
  return { previousSize: last.size, previousRoot: last.root };
}
