import type { Transaction } from 'kysely';
import { hasReachableAdmin } from './reachable-admins.js';
import { toldOf } from './recovery-notices.js';
import type { RecoveryRefusal } from './recovery-types.js';
import { isServingAdmin } from './seats.js';
import { later, type PeopleTables } from './tables.js';

/** So long nobody else completes one that somebody has begun to: after that, her process is taken to have ended. */
const LEASE_MS = 60_000;

type Row = PeopleTables['access_recovery'];

/** Why one is not completed now, by whomever. */
export async function notToBegin(
  transaction: Transaction<PeopleTables>,
  row: Row,
  owner: string | undefined,
  now: string,
): Promise<RecoveryRefusal | undefined> {
  if (row.begun_at !== null) return later(row.begun_at, LEASE_MS) > now ? 'RECOVERY_UNDER_WAY' : undefined;
  if (row.expires_at <= now) return 'UNKNOWN';
  if (row.objected_at !== null) return 'OBJECTED';
  if (row.moot_at !== null || (await hasReachableAdmin(transaction, row.organisation_id, now))) return 'HAS_ADMIN';
  const told = await toldOf(transaction, [row.id]);
  if (row.ready_at > now || (told.get(row.id)?.waiting ?? 0) > 0) return 'RECOVERY_WAITS';
  // Whose seat the log may have been told of already is the one who has it.
  return owner === undefined || (row.person_id !== null && row.person_id !== owner) ? 'NOT_PROVED' : undefined;
}

/** The seat of the operator's that opened it, if it may still act. */
export async function openerOf(
  transaction: Transaction<PeopleTables>,
  { opened_by: memberId }: Row,
  operatorId: string,
  now: string,
): Promise<string | undefined> {
  const seat = await transaction
    .selectFrom('seat')
    .select('person_id')
    .where('member_id', '=', memberId)
    .where('organisation_id', '=', operatorId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (seat === undefined || seat.person_id === null) return undefined;
  return (await isServingAdmin(transaction, operatorId, seat.person_id, now)) ? memberId : undefined;
}

export async function seatOf(
  transaction: Transaction<PeopleTables>,
  personId: string,
  organisationId: string,
): Promise<string | undefined> {
  const seat = await transaction
    .selectFrom('seat')
    .select('member_id')
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return seat?.member_id;
}
