import type { Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { enqueue } from '../mail/queue.js';
import { hashOf, newSecret } from '../secrets.js';
import { accountsOf, aloneWithAccount, findAccount, hashOfAccount, linkAccount, type Account } from './accounts.js';
import { contactsOf, type Contact } from './contacts.js';
import type { Person } from './people.js';
import { alone, later, type PeopleTables } from './tables.js';

/** So long she may take at the issuer. */
export const LINK_MS = 10 * 60_000;
const MOST_ACCOUNTS = 5;

/** Why an account was not linked or unlinked. */
export type AccountRefusal =
  /** It was begun in another session or browser, too long ago, or is done already. */
  | 'LINK_INTERRUPTED'
  /** Somebody else signs in with it. */
  | 'ACCOUNT_TAKEN'
  | 'TOO_MANY_ACCOUNTS'
  /** It is not hers, or not any more. */
  | 'UNKNOWN_ACCOUNT'
  /** She would have neither an address nor an account to sign in with: a device is soon lost. */
  | 'LAST_WAY_IN';

/** To each of her addresses, in one transaction with what it tells of. */
type Write = (contact: Contact, account: Account) => Mail;

/** Accounts of an issuer that somebody who is signed in says are hers, too: she has proved both. */
export class AccountLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /** @param state what the issuer will bring back. */
  async begin({ sessionId }: Person, state: string): Promise<void> {
    await this.tables
      .insertInto('account_link')
      .values({
        state_hash: hashOf(state),
        session_id: sessionId,
        expires_at: later(this.clock.now(), LINK_MS),
        issuer: null,
        subject: null,
        browser_hash: null,
      })
      .execute();
  }

  /**
   * The issuer's answer, which comes without the session's cookie: nothing is linked until the session asks for it, from the very
   * browser that the answer came to.
   * @returns what that browser keeps; `undefined` where the state began no link, or is used.
   */
  async answer(state: string, { issuer, subject }: Account): Promise<string | undefined> {
    const browser = newSecret();
    const answered = await this.tables
      .updateTable('account_link')
      .set({ issuer, subject, browser_hash: hashOf(browser) })
      .where('state_hash', '=', hashOf(state))
      .where('expires_at', '>', this.clock.now())
      .where('browser_hash', 'is', null)
      .returning('session_id')
      .executeTakeFirst();
    return answered && browser;
  }

  /** Links what the issuer answered to whoever began it. */
  async finish({ id, sessionId }: Person, browser: string, write: Write): Promise<AccountRefusal | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `person ${id}`);
      const row = await transaction
        .deleteFrom('account_link')
        .where('browser_hash', '=', hashOf(browser))
        .where('session_id', '=', sessionId)
        .where('expires_at', '>', now)
        .returning(['issuer', 'subject'])
        .executeTakeFirst();
      if (row === undefined || row.issuer === null || row.subject === null) return 'LINK_INTERRUPTED';
      const account = { issuer: row.issuer, subject: row.subject };
      await aloneWithAccount(transaction, account);
      const known = await findAccount(transaction, account);
      if (known !== undefined) return known.personId === id ? undefined : 'ACCOUNT_TAKEN';
      if ((await accountsOf(transaction, id)).length >= MOST_ACCOUNTS) return 'TOO_MANY_ACCOUNTS';
      await linkAccount(transaction, id, account, now);
      await tell(transaction, id, account, write, now);
      return undefined;
    });
  }

  /** Sessions that were opened with it end, but for the one it is done in, and with it goes what the issuer claimed of it. */
  async unlink({ id, sessionId }: Person, accountId: string, write: Write): Promise<AccountRefusal | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `person ${id}`);
      const accounts = await accountsOf(transaction, id);
      const account = accounts.find((each) => each.id === accountId);
      if (account === undefined) return 'UNKNOWN_ACCOUNT';
      // Whoever is signing in with it is waited for: that session ends with the others.
      await aloneWithAccount(transaction, account);
      const addresses = await contactsOf(transaction, id);
      if (accounts.length + addresses.length === 1) return 'LAST_WAY_IN';
      await transaction
        .deleteFrom('person_session')
        .where('account_id', '=', accountId)
        .where('id', '<>', sessionId)
        .execute();
      await transaction.deleteFrom('claimed_member').where('account_hash', '=', hashOfAccount(account)).execute();
      await transaction.deleteFrom('person_account').where('id', '=', accountId).execute();
      await tell(transaction, id, account, write, now);
      return undefined;
    });
  }
}

async function tell(
  transaction: Transaction<PeopleTables>,
  personId: string,
  account: Account,
  write: Write,
  now: string,
): Promise<void> {
  for (const contact of await contactsOf(transaction, personId)) {
    await enqueue(transaction, write(contact, account), now);
  }
}
