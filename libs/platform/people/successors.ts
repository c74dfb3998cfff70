import type { Transaction } from 'kysely';
import { isAdmin } from './seats.js';
import { alone, type PeopleTables } from './tables.js';

/** Who administers an organisation once somebody has erased herself, by the seat that she has in it already. */
export interface Successor {
  readonly organisationId: string;
  readonly memberId: string;
}

/**
 * They administer by their seats from now on, which is confirmed by that.
 * @returns whether all of them can: else nothing was changed.
 */
export async function succeed(
  transaction: Transaction<PeopleTables>,
  adminId: string,
  successors: readonly Successor[],
  now: string,
): Promise<boolean> {
  // In the order that others take them in, too, so that nobody waits for each other.
  const inOrder = successors.toSorted((one, other) => (one.organisationId < other.organisationId ? -1 : 1));
  for (const successor of inOrder) {
    await alone(transaction, `seats ${successor.organisationId}`);
    if (!(await canSucceed(transaction, adminId, successor))) return false;
  }
  for (const { memberId } of inOrder) {
    const administering = { role: 'ADMIN', confirmed_at: now, reminders: 0 } as const;
    await transaction.updateTable('seat').set(administering).where('member_id', '=', memberId).execute();
  }
  return true;
}

async function canSucceed(
  transaction: Transaction<PeopleTables>,
  adminId: string,
  { organisationId, memberId }: Successor,
): Promise<boolean> {
  if (!(await isAdmin(transaction, organisationId, adminId))) return false;
  const seat = await transaction
    .selectFrom('seat')
    .select('member_id')
    .where('member_id', '=', memberId)
    .where('organisation_id', '=', organisationId)
    .where('person_id', '<>', adminId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return seat !== undefined;
}
