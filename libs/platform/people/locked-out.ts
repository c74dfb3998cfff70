import type { Transaction } from 'kysely';
import { end } from './owners.js';
import type { PeopleTables } from './tables.js';

type Tables = Pick<Transaction<PeopleTables>, 'selectFrom'>;

/**
 * People who have no way to sign in any more: no address, no device, no account elsewhere, nor an address that was removed and may come back by the link
 * that was mailed.
 */
function lockedOut(tables: Tables, now: string) {
  return tables
    .selectFrom('person as p')
    .select('p.id')
    .where((eb) =>
      eb.not(
        eb.or([
          eb.exists(eb.selectFrom('person_address as a').select('a.address').whereRef('a.person_id', '=', 'p.id')),
          eb.exists(eb.selectFrom('passkey as k').select('k.id').whereRef('k.person_id', '=', 'p.id')),
          eb.exists(eb.selectFrom('person_account as c').select('c.id').whereRef('c.person_id', '=', 'p.id')),
          eb.exists(
            eb
              .selectFrom('address_undo as u')
              .select('u.address')
              .whereRef('u.person_id', '=', 'p.id')
              .where('u.change', '=', 'REMOVED')
              .where('u.expires_at', '>', now),
          ),
        ]),
      ),
    );
}

export async function isLockedOut(tables: Tables, personId: string, now: string): Promise<boolean> {
  return (await lockedOut(tables, now).where('p.id', '=', personId).executeTakeFirst()) !== undefined;
}

/** Nobody could ever see or erase what is kept of them. */
export async function endLockedOut(transaction: Transaction<PeopleTables>, now: string): Promise<void> {
  for (const { id } of await lockedOut(transaction, now).execute()) await end(transaction, id, now);
}
