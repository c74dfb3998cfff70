import { hash } from 'node:crypto';
import { isSaltedHash, placesOf, type EventTypes } from '@maillage/kernel';
import type { Database } from '@maillage/platform';
import type { Entry } from './entry.js';
import type { PrivateValue } from './private.js';
import { commandById, events } from './read.sql.js';

// What tells a retry from another command under a used id is a hash of the whole command, and is kept for good. Of a
// command with a private text it would let anyone who can read it try out what the text was, even once that is erased: all
// the rest of the command is public. So the salts go into it, which are as secret as the values and erased with them.

const DOMAIN = Buffer.from('maillage/command/v1\n', 'utf8');

type Salted = Pick<PrivateValue, 'path' | 'salt'>;

/** The digest to keep of a command that yielded these entries: its own, or where they hold secrets, one that takes their salts to check. */
export function digestToKeep(digest: Buffer, entries: readonly Entry[]): Buffer {
  const salts = entries.flatMap(({ privates }) => inOrder(privates));
  return salts.length === 0 ? digest : salted(digest, salts);
}

/**
 * Whether a command known under this id is the one with this digest. Where a value of it was erased nobody can tell any
 * more, and it is taken to be: what comes back is the receipt of what is in the log, and nothing is recorded.
 */
export async function isRetry(
  database: Database,
  types: EventTypes,
  commandId: string,
  digest: Buffer,
): Promise<boolean> {
  const known = await commandById(database, commandId);
  if (known === undefined) return false;
  if (known.digest.equals(digest)) return true;
  const { first, count } = known;
  const recorded = await events(database, types, { after: BigInt(first) - 1n, limit: count });
  const saltedHashes = recorded.flatMap(({ type, data }) =>
    (types[type]?.privates ?? [])
      .flatMap(({ keys }) => placesOf(keys, data))
      .filter(({ value }) => isSaltedHash(value)),
  );
  if (saltedHashes.length === 0) return false;
  const kept = await saltsOf(
    database,
    recorded.map(({ id }) => id),
  );
  const salts = recorded.flatMap(({ id }) => inOrder(kept.filter(({ event_id }) => event_id === id)));
  return salts.length < saltedHashes.length || salted(digest, salts).equals(known.digest);
}

function salted(digest: Buffer, salts: readonly Salted[]): Buffer {
  return hash('sha256', Buffer.concat([DOMAIN, digest, ...salts.map(({ salt }) => salt)]), 'buffer');
}

function inOrder<Value extends Salted>(values: readonly Value[]): readonly Value[] {
  return [...values].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function saltsOf(
  database: Database,
  eventIds: readonly string[],
): Promise<readonly (Salted & { readonly event_id: string })[]> {
  const { rows } = await database.pool.query<Salted & { readonly event_id: string }>(
    'select event_id, path, salt from private_value where event_id = any($1::uuid[])',
    [eventIds],
  );
  return rows;
}
