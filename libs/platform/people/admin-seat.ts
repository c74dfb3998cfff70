import type { Transaction } from 'kysely';
import type { PeopleTables } from './tables.js';

/** Whoever has a seat already administers by that one, with the member id that the log knows her by. */
export async function giveAdminSeat(
  transaction: Transaction<PeopleTables>,
  seat: { readonly memberId: string; readonly personId: string; readonly organisationId: string },
  now: string,
): Promise<void> {
  const held = { person_id: seat.personId, organisation_id: seat.organisationId };
  await transaction
    .insertInto('seat')
    .values({ ...held, member_id: seat.memberId, role: 'ADMIN', created_at: now, ended_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'organisation_id'])
        .where('ended_at', 'is', null)
        .doUpdateSet({ role: 'ADMIN', confirmed_at: now, reminders: 0 }),
    )
    .execute();
}
