import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
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

/** Of her seats and of keys that she made stays that the organisation has them; of her, nothing, and none of her words. */
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
  await transaction.deleteFrom('person').where('id', '=', personId).execute();
}
