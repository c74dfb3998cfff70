import type { Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { hashOf } from '../secrets.js';
import type { PeopleTables } from './tables.js';

const INVITATIONS = ['partner_invitation', 'seat_invitation'] as const;

/** Who asked never to be invited again, by whomever, to a seat or a mission: a hash of the address. */
export class MailStops {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By the token of an invitation's mail. What else invites the address goes. @returns whether there was such a mail. */
  async stop(token: string): Promise<boolean> {
    return this.database
      .as<PeopleTables>()
      .transaction()
      .execute(async (transaction) => {
        const address = await addressOf(transaction, token);
        if (address === undefined) return false;
        await transaction
          .insertInto('mail_stop')
          .values({ address_hash: hashOf(address), created_at: this.clock.now() })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        for (const table of INVITATIONS) await transaction.deleteFrom(table).where('address', '=', address).execute();
        return true;
      });
  }
}

export async function isStopped(transaction: Transaction<PeopleTables>, address: string): Promise<boolean> {
  const row = await transaction
    .selectFrom('mail_stop')
    .select('created_at')
    .where('address_hash', '=', hashOf(address))
    .executeTakeFirst();
  return row !== undefined;
}

async function addressOf(transaction: Transaction<PeopleTables>, token: string): Promise<string | undefined> {
  for (const table of INVITATIONS) {
    const row = await transaction
      .selectFrom(table)
      .select('address')
      .where('stop_hash', '=', hashOf(token))
      .executeTakeFirst();
    if (row !== undefined && row.address !== null) return row.address;
  }
  return undefined;
}
