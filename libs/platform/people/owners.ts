import { randomUUID } from 'node:crypto';
import type { SelectQueryBuilder, Transaction } from 'kysely';
import { dropAbout } from '../mail/queue.js';
import type { Proved } from './attempts.js';
import { unsilence } from './silent.js';
import type { PeopleTables, PersonLanguage } from './tables.js';

type Tables = Transaction<PeopleTables>;

export async function ownerOf(transaction: Tables, address: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('person_address')
    .select('person_id')
    .where('address', '=', address)
    .executeTakeFirst();
  return row?.person_id;
}

export async function attach(transaction: Tables, personId: string, address: string, now: string): Promise<void> {
  await transaction.insertInto('person_address').values({ address, person_id: personId, proved_at: now }).execute();
  await unsilence(transaction, address);
}

/** Somebody new, who has no way to sign in yet. @returns her id. */
export async function newcomer(transaction: Tables, language: PersonLanguage, now: string): Promise<string> {
  const id = randomUUID();
  await transaction.insertInto('person').values({ id, name: '', language, created_at: now }).execute();
  return id;
}

/** Somebody new, who reads the mails of an address that is nobody's. @returns her id. */
export async function begin(transaction: Tables, { address, language }: Proved, now: string): Promise<string> {
  const id = await newcomer(transaction, language, now);
  await attach(transaction, id, address, now);
  return id;
}

/**
 * What waits for whoever reads these mailboxes: invitations, an organisation she is to administer, and mails. One that is begun goes
 * on: its seat is hers by her id.
 */
export async function forgetAddresses(
  transaction: Tables,
  addresses: readonly string[] | SelectQueryBuilder<PeopleTables, 'person_address', { readonly address: string }>,
): Promise<void> {
  for (const table of ['seat_invitation', 'partner_invitation', 'mail'] as const) {
    await transaction.deleteFrom(table).where('address', 'in', addresses).execute();
  }
  const recoveries = await transaction
    .deleteFrom('access_recovery')
    .where('address', 'in', addresses)
    .where('begun_at', 'is', null)
    .returning('id')
    .execute();
  await dropAbout(
    transaction,
    recoveries.map(({ id }) => id),
  );
}

/**
 * Of her seats and of keys that she made stays that the organisation has them; of her, nothing, and none of her words: not in mails
 * that wait, either.
 */
export async function end(transaction: Tables, personId: string, now: string): Promise<void> {
  await transaction
    .updateTable('seat')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .execute();
  await transaction
    .updateTable('access_key')
    .set({ label: '', orphaned_at: now })
    .where('made_by', '=', personId)
    .execute();
  const hers = transaction.selectFrom('person_account').select('account_hash').where('person_id', '=', personId);
  await transaction.deleteFrom('claimed_member').where('account_hash', 'in', hers).execute();
  for (const table of ['seat_invitation', 'partner_invitation'] as const) {
    const sent = transaction.selectFrom(table).select('id').where('invited_by', '=', personId);
    await transaction.deleteFrom('mail').where('about', 'in', sent).execute();
  }
  await dropAbout(transaction, [personId]);
  await transaction.deleteFrom('person').where('id', '=', personId).execute();
}
