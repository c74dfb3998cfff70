import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { hashOf } from '../secrets.js';
import { alone, type PeopleTables } from './tables.js';

/** Who somebody is at an OIDC issuer: its subjects are its own. */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
}

/** One that a person signs in with, as she sees it. */
export interface KeptAccount extends Account {
  readonly id: string;
  /** RFC 3339. */
  readonly addedAt: string;
}

type Tables = Transaction<PeopleTables>;

/** What an account is found by: claims of those who never signed in here keep no more of it. */
export function hashOfAccount({ issuer, subject }: Account): Buffer {
  return hashOf(JSON.stringify([issuer, subject]));
}

/** Until the transaction ends, nobody else links it or signs in with it. */
export async function aloneWithAccount(transaction: Tables, account: Account): Promise<void> {
  await alone(transaction, `account ${hashOfAccount(account).toString('hex')}`);
}

export async function findAccount(
  transaction: Tables,
  account: Account,
): Promise<{ readonly id: string; readonly personId: string } | undefined> {
  const row = await transaction
    .selectFrom('person_account')
    .select(['id', 'person_id'])
    .where('account_hash', '=', hashOfAccount(account))
    .executeTakeFirst();
  return row && { id: row.id, personId: row.person_id };
}

/** @returns its id here. */
export async function linkAccount(
  transaction: Tables,
  personId: string,
  { issuer, subject }: Account,
  now: string,
): Promise<string> {
  const id = randomUUID();
  const account = { issuer, subject, account_hash: hashOfAccount({ issuer, subject }) };
  await transaction
    .insertInto('person_account')
    .values({ id, person_id: personId, ...account, added_at: now })
    .execute();
  return id;
}

/** In the order she linked them in. */
export async function accountsOf(
  tables: Pick<Tables, 'selectFrom'>,
  personId: string,
): Promise<readonly KeptAccount[]> {
  const rows = await tables
    .selectFrom('person_account')
    .select(['id', 'issuer', 'subject', 'added_at'])
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map(({ added_at: addedAt, ...account }) => ({ ...account, addedAt }));
}
