import { sql, type Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { dropAbout } from '../mail/queue.js';
import { hashOf } from '../secrets.js';
import { KEPT_OF_PEOPLE } from './keeping.js';
import { later, type PeopleTables } from './tables.js';

const INVITATIONS = ['partner_invitation', 'seat_invitation'] as const;

/** Who asked never to be invited again, by whomever, to a seat or a mission: a hash of the address. */
export class MailStops {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * By the token of an invitation's mail, whatever became of that invitation; done again, it is done. What else invites the
   * address goes, with its mails. @returns whether there was such a mail.
   */
  async stop(token: string): Promise<boolean> {
    const now = this.clock.now();
    return this.database
      .as<PeopleTables>()
      .transaction()
      .execute(async (transaction) => {
        const link = await transaction
          .selectFrom('stop_link')
          .select('address_hash')
          .where('token_hash', '=', hashOf(token))
          .where('expires_at', '>', now)
          .executeTakeFirst();
        if (link === undefined) return false;
        await transaction
          .insertInto('mail_stop')
          .values({ ...link, created_at: now })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        for (const table of INVITATIONS) {
          const ended = await transaction
            .deleteFrom(table)
            .where(sql`sha256(convert_to(address, 'UTF8'))`, '=', link.address_hash)
            .returning('id')
            .execute();
          await dropAbout(
            transaction,
            ended.map(({ id }) => id),
          );
        }
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

/** Has the token of an invitation's mail refuse further ones, for as long as what leads to whoever is invited may be kept. */
export async function addStopLink(
  transaction: Transaction<PeopleTables>,
  { token, address }: { readonly token: string; readonly address: string },
  now: string,
): Promise<void> {
  const hashes = { token_hash: hashOf(token), address_hash: hashOf(address) };
  await transaction
    .insertInto('stop_link')
    .values({ ...hashes, expires_at: later(now, KEPT_OF_PEOPLE.stop_link.lastsMs) })
    .execute();
}
