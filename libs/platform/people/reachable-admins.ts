import type { Transaction } from 'kysely';
import { lapsedBefore } from './confirming.js';
import type { PeopleTables } from './tables.js';

/**
 * The organisations that somebody administers: by a seat that did not lapse, and who can sign in, by a device, an account elsewhere, or at an address of
 * which no server said that it is none. Whoever is an ADMIN only by a seat that nobody confirmed in time, or cannot be written to,
 * may be there again: until then her organisation counts as one without ADMIN.
 */
export function reachableAdmins(tables: Pick<Transaction<PeopleTables>, 'selectFrom'>, now: string) {
  return tables
    .selectFrom('seat as s')
    .select('s.organisation_id')
    .where('s.role', '=', 'ADMIN')
    .where('s.ended_at', 'is', null)
    .where((eb) => eb(eb.fn.coalesce('s.confirmed_at', 's.created_at'), '>', lapsedBefore(now)))
    .where((eb) =>
      eb.or([
        eb.exists(eb.selectFrom('passkey as k').select('k.id').whereRef('k.person_id', '=', 's.person_id')),
        eb.exists(eb.selectFrom('person_account as c').select('c.id').whereRef('c.person_id', '=', 's.person_id')),
        eb.exists(
          eb
            .selectFrom('person_address as a')
            .leftJoin('silent_mailbox as m', 'm.address', 'a.address')
            .select('a.address')
            .whereRef('a.person_id', '=', 's.person_id')
            .where('m.address', 'is', null),
        ),
      ]),
    );
}

export async function hasReachableAdmin(
  tables: Pick<Transaction<PeopleTables>, 'selectFrom'>,
  organisationId: string,
  now: string,
): Promise<boolean> {
  const row = await reachableAdmins(tables, now).where('s.organisation_id', '=', organisationId).executeTakeFirst();
  return row !== undefined;
}
