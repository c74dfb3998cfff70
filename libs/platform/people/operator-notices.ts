import type { Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { enqueue } from '../mail/queue.js';
import { contactsOf, type Contact } from './contacts.js';
import { alone, later, type PeopleTables } from './tables.js';

const TOLD_EVERY_MS = 3_600_000;

/** A mail to each of the ADMINs of the organisation that operates the ledger. */
export interface OperatorNotice {
  /** The organisation's id. */
  readonly operator: string;
  readonly write: (contact: Contact) => Mail;
}

/**
 * Has the mails wait to be sent, for each ADMIN who was not told of anything within the hour. That is kept with her seat: whoever
 * applies under many names, or applies and takes back again and again, has her sent one mail an hour, not one for each. They are
 * not counted against the mails of her addresses, so that nobody keeps her from being told, or from signing in.
 */
export async function tellOperator(
  transaction: Transaction<PeopleTables>,
  notice: OperatorNotice,
  now: string,
): Promise<void> {
  await tellOf(transaction, notice, now, false);
}

/** What came within the hour after the operator was told of something else. */
export class OperatorNotices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Tells those whose hour is over, where anything that came within it waits still. @returns whether anybody is told. */
  async tellOfMore(notice: OperatorNotice): Promise<boolean> {
    return this.database
      .as<PeopleTables>()
      .transaction()
      .execute((transaction) => tellOf(transaction, notice, this.clock.now(), true));
  }
}

/** @param ofMore whether those alone are told who have something waiting that came after they were. */
async function tellOf(
  transaction: Transaction<PeopleTables>,
  { operator, write }: OperatorNotice,
  now: string,
  ofMore: boolean,
): Promise<boolean> {
  await alone(transaction, `seats ${operator}`);
  const hourAgo = later(now, -TOLD_EVERY_MS);
  const told = await transaction
    .updateTable('seat')
    .set({ told_at: now })
    .where('organisation_id', '=', operator)
    .where('role', '=', 'ADMIN')
    .where('ended_at', 'is', null)
    .where((eb) => {
      if (!ofMore) return eb.or([eb('told_at', 'is', null), eb('told_at', '<=', hourAgo)]);
      const waits = (table: 'registration' | 'renaming') =>
        eb.exists(
          eb
            .selectFrom(table)
            .select('organisation_id')
            .whereRef('created_at', '>', 'seat.told_at')
            .where('expires_at', '>', now),
        );
      return eb.and([eb('told_at', '<=', hourAgo), eb.or([waits('registration'), waits('renaming')])]);
    })
    .returning('person_id')
    .execute();
  for (const { person_id: personId } of told) {
    const contacts = personId === null ? [] : await contactsOf(transaction, personId);
    for (const contact of contacts) await enqueue(transaction, write(contact), now);
  }
  return told.length > 0;
}
