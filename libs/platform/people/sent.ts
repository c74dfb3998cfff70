import type { Transaction } from 'kysely';
import { DAY_MS } from '@maillage/kernel';
import { alone, later, type PeopleTables } from './tables.js';

/** Of one organisation within a day, to seats and missions together: as long as nobody has confirmed who it is, and after. */
const A_DAY = 50;
const A_DAY_CONFIRMED = 500;

/** How many more an organisation may invite today, whatever became of those it invited. Nobody else counts until the transaction ends. */
export async function invitationsLeft(
  transaction: Transaction<PeopleTables>,
  { organisationId, isConfirmed }: { readonly organisationId: string; readonly isConfirmed: boolean },
  now: string,
): Promise<number> {
  await alone(transaction, `invitations ${organisationId}`);
  const { count } = await transaction
    .selectFrom('seat_invitation_sent')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('sent_at', '>', later(now, -DAY_MS))
    .executeTakeFirstOrThrow();
  return (isConfirmed ? A_DAY_CONFIRMED : A_DAY) - Number(count);
}

/** That so many were sent, and not to whom. */
export async function countSent(
  transaction: Transaction<PeopleTables>,
  organisationId: string,
  now: string,
  count: number,
): Promise<void> {
  if (count === 0) return;
  const sent = Array.from({ length: count }, () => ({ organisation_id: organisationId, sent_at: now }));
  await transaction.insertInto('seat_invitation_sent').values(sent).execute();
}
