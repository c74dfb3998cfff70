import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { DAY_MS } from '@maillage/kernel';
import type { Database } from '../database.js';
import { ATTEMPT_MS } from '../people/codes.js';
import { KEPT_OF_PEOPLE } from '../people/keeping.js';
import { reached } from '../people/recovery-notices.js';
import { isSilent, unsilence } from '../people/silent.js';
import { later, type PeopleTables } from '../people/tables.js';
import type { Mail } from './mailer.js';

/** So long a mail is tried where its server does not take it at first: a code as long as it holds. */
const WAITS_MS: Readonly<Record<Mail['purpose'], number>> = {
  ASKED: ATTEMPT_MS,
  WARNING: KEPT_OF_PEOPLE.mail.lastsMs,
  NOTICE: 3 * DAY_MS,
};
/** Longer than a mail server is waited for: after that, another process takes a mail that one had begun to send. */
const LEASE_MS = 120_000;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 4 * 3_600_000;

/** A mail as it waits. */
export interface WaitingMail {
  readonly id: string;
  readonly mail: Mail;
  /** How often it was tried, this time included. */
  readonly tries: number;
  readonly expiresAt: string;
  readonly about: string | null;
}

/** Of a mail that waits, the invitation that it brings, if it does. */
export const invitationOfMail = sql<string | null>`(mail.content ->> 'invitationId')::uuid`;

type Tables = Pick<Transaction<PeopleTables>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>;

/**
 * To be sent once the transaction ends, if it does. A mailbox that takes none is sent what its reader asks for, and warnings: she
 * may be there again.
 * @param about the id of what it is about: it goes with that.
 * @returns whether it will be.
 */
export async function enqueue(
  tables: Tables,
  { to: address, ...content }: Mail,
  now: string,
  about: string | null = null,
): Promise<boolean> {
  if (content.purpose === 'NOTICE' && (await isSilent(tables, address))) return false;
  await tables
    .insertInto('mail')
    .values({
      id: randomUUID(),
      address,
      content: JSON.stringify(content),
      about,
      tries: 0,
      created_at: now,
      due_at: now,
      expires_at: later(now, WAITS_MS[content.purpose]),
    })
    .execute();
  return true;
}

/** Mails about what is over by now are sent no more. */
export async function dropAbout(tables: Pick<Tables, 'deleteFrom'>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tables.deleteFrom('mail').where('about', 'in', ids).execute();
}

/** The one that is due and over soonest, for this process alone until it says what became of it, or for two minutes. */
export async function claim(tables: Tables, now: string): Promise<WaitingMail | undefined> {
  const row = await tables
    .updateTable('mail')
    .set((eb) => ({ tries: eb('tries', '+', 1), due_at: later(now, LEASE_MS) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('mail')
        .select('id')
        .where('due_at', '<=', now)
        .orderBy('expires_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'address', 'content', 'tries', 'expires_at', 'about'])
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const mail = { ...(row.content as Omit<Mail, 'to'>), to: row.address };
  return { id: row.id, mail, tries: row.tries, expiresAt: row.expires_at, about: row.about };
}

/** Given up; whoever sent an invitation by it sees so. */
export async function giveUp(transaction: Transaction<PeopleTables>, waiting: WaitingMail, now: string): Promise<void> {
  await forget(transaction, waiting);
  const { invitationId } = waiting.mail;
  if (invitationId === undefined) return;
  await transaction
    .updateTable('partner_invitation')
    .set({ undelivered_at: now })
    .where('id', '=', invitationId)
    .execute();
}

async function forget(tables: Tables, { id }: WaitingMail): Promise<void> {
  await tables.deleteFrom('mail').where('id', '=', id).execute();
}

/** Sent: its mailbox takes mails, whatever was said of it before. */
export async function sent(transaction: Transaction<PeopleTables>, waiting: WaitingMail, now: string): Promise<void> {
  const { about, mail } = waiting;
  if (mail.purpose === 'WARNING' && about !== null) await reached(transaction, about, mail.to, now);
  await forget(transaction, waiting);
  // Nothing else is sent to one of which that was said.
  if (mail.purpose !== 'NOTICE') await unsilence(transaction, mail.to);
}

/** Whatever else waits for a mailbox that is none goes, too. @returns whether that is news. */
export async function silence(
  transaction: Transaction<PeopleTables>,
  { mail: { to: address } }: WaitingMail,
  now: string,
): Promise<boolean> {
  await transaction
    .updateTable('partner_invitation')
    .set({ undelivered_at: now })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('mail')
        .select(invitationOfMail.as('id'))
        .where('address', '=', address)
        .where(invitationOfMail, 'is not', null),
    )
    .execute();
  await transaction.deleteFrom('mail').where('address', '=', address).execute();
  const news = await transaction
    .insertInto('silent_mailbox')
    .values({ address, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('address')
    .executeTakeFirst();
  return news !== undefined;
}

/** Tries again after a pause that doubles each time. @returns the pause in milliseconds; `undefined` where it would be over by then. */
export async function putOff(
  tables: Tables,
  { id, tries, expiresAt }: WaitingMail,
  now: string,
): Promise<number | undefined> {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS);
  const due = later(now, pause);
  if (due >= expiresAt) return undefined;
  await tables.updateTable('mail').set({ due_at: due }).where('id', '=', id).execute();
  return pause;
}

/** How many mails wait, since when the oldest does, and how many mailboxes take none: of nobody in particular. */
export async function waitingMails(
  database: Database,
): Promise<{ readonly waiting: number; readonly since: string | null; readonly silent: number }> {
  const tables = database.as<PeopleTables>();
  const { count, since } = await tables
    .selectFrom('mail')
    .select(({ fn }) => [fn.countAll<string>().as('count'), fn.min<string | null>('created_at').as('since')])
    .executeTakeFirstOrThrow();
  const silent = await tables
    .selectFrom('silent_mailbox')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return { waiting: Number(count), since, silent: Number(silent.count) };
}
