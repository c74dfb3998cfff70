import type { Transaction } from 'kysely';
import type { PeopleTables } from './tables.js';

/** Whether the server of a mailbox said that there is none. */
export async function isSilent(
  tables: Pick<Transaction<PeopleTables>, 'selectFrom'>,
  address: string,
): Promise<boolean> {
  const row = await tables
    .selectFrom('silent_mailbox')
    .select('since')
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined;
}

/** It took a mail, or somebody proved that she reads it. */
export async function unsilence(tables: Pick<Transaction<PeopleTables>, 'deleteFrom'>, address: string): Promise<void> {
  await tables.deleteFrom('silent_mailbox').where('address', '=', address).execute();
}
