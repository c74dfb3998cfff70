import { timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'kysely';
import { DAY_MS, type Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Mail } from '../mail/mailer.js';
import { enqueue } from '../mail/queue.js';
import { hashOf, newSecret } from '../secrets.js';
import { ATTEMPT_MS, CODES_A_DAY, hashOfCode, newCode, TRIES } from './codes.js';
import { openPath, sealPath } from './sealed-path.js';
import { alone, later, type PeopleTables, type PersonLanguage } from './tables.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MAILS_AN_HOUR = 5;

export interface Asked {
  readonly address: string;
  readonly language: PersonLanguage;
  /** What the browser that asked was given to keep. */
  readonly browser: string;
  /** A path of this server to go on to from the link; the browser that asked knows by itself. */
  readonly to?: string | undefined;
}

/** What a mail says, once: it cannot be looked up again. */
export interface Mailed {
  readonly token: string;
  /** Six digits, for the browser that asked alone. */
  readonly code: string | undefined;
}

/** Whose mailbox it was. */
export type Proved = Pick<Asked, 'address' | 'language'>;

type Row = PeopleTables['sign_in_attempt'];

/** Links and codes sent by mail, of which the database keeps hashes. One use ends both. */
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /**
   * @param write the mail, which waits to be sent from then on.
   * @returns whether there is one: an address has but so many within an hour.
   */
  async begin({ address, language, browser, to }: Asked, write: (mailed: Mailed) => Mail): Promise<boolean> {
    const token = newSecret();
    return this.counted(address, async (transaction, now, lately) => {
      // After that only links, which cannot be guessed.
      const code = lately < CODES_A_DAY ? newCode() : undefined;
      await transaction
        .insertInto('sign_in_attempt')
        .values({
          token_hash: hashOf(token),
          browser_hash: hashOf(browser),
          code_hash: code === undefined ? null : hashOfCode(browser, code),
          address,
          language,
          tries: 0,
          created_at: now,
          expires_at: later(now, ATTEMPT_MS),
          used_at: null,
          sealed_to: to === undefined ? null : sealPath(to, token),
        })
        .execute();
      await enqueue(transaction, write({ token, code }), now);
    });
  }

  /** Counts a mail of another kind to the address. @returns whether it may be sent. */
  async spend(address: string): Promise<boolean> {
    return this.counted(address, (transaction, now) => countMail(transaction, address, now));
  }

  /** Has a mail of another kind wait to be sent, unless the address has had enough for the hour. */
  async mail(mail: Mail): Promise<void> {
    await this.tables.transaction().execute((transaction) => mailOnce(transaction, mail, this.clock.now()));
  }

  /**
   * @param record called where the address may be written to, with how many mails it had within a day.
   * @returns whether it was.
   */
  private async counted(
    address: string,
    record: (transaction: Transaction<PeopleTables>, now: string, lately: number) => Promise<void>,
  ): Promise<boolean> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      const { hasEnough, lately } = await mailsOf(transaction, address, now);
      if (hasEnough) return false;
      await record(transaction, now, lately);
      return true;
    });
  }

  /** Whose the link is; looking does not use it. */
  async look(token: string): Promise<Proved | undefined> {
    return this.tables
      .selectFrom('sign_in_attempt')
      .select(['address', 'language'])
      .where('token_hash', '=', hashOf(token))
      .where('used_at', 'is', null)
      .where('expires_at', '>', this.clock.now())
      .executeTakeFirst();
  }

  /** @returns with where she wanted to go, if she said so. */
  async byLink(token: string): Promise<(Proved & { readonly to: string | undefined }) | undefined> {
    const used = await this.use(hashOf(token));
    if (used === undefined) return undefined;
    const { sealed_to: sealed, ...proved } = used;
    return { ...proved, to: sealed === null ? undefined : openPath(sealed, token) };
  }

  /**
   * Of one mail {@link TRIES} codes are looked at.
   * @returns `MISTYPED` where the first of them is wrong; `undefined` for any other that is not the one.
   */
  async byCode(browser: string, code: string): Promise<Proved | 'MISTYPED' | undefined> {
    // Counted before it is compared: tries at the same time do not slip through.
    const tried = await this.tables
      .updateTable('sign_in_attempt')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('browser_hash', '=', hashOf(browser))
      .where('used_at', 'is', null)
      .where('expires_at', '>', this.clock.now())
      .where('tries', '<', TRIES)
      .returning(['token_hash', 'code_hash', 'tries'])
      .executeTakeFirst();
    if (tried === undefined || tried.code_hash === null) return undefined;
    if (timingSafeEqual(tried.code_hash, hashOfCode(browser, code))) return this.use(tried.token_hash);
    return tried.tries === 1 ? 'MISTYPED' : undefined;
  }

  private async use(tokenHash: Buffer): Promise<(Proved & Pick<Row, 'sealed_to'>) | undefined> {
    const now = this.clock.now();
    return this.tables
      .updateTable('sign_in_attempt')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['address', 'language', 'sealed_to'])
      .executeTakeFirst();
  }
}

/** How many an address had within a day, and whether it has no more this hour. Nobody else counts until the transaction ends. */
async function mailsOf(
  transaction: Transaction<PeopleTables>,
  address: string,
  now: string,
): Promise<{ readonly lately: number; readonly hasEnough: boolean }> {
  await alone(transaction, `mails ${address}`);
  const before = await transaction
    .selectFrom('sign_in_attempt')
    .select('created_at')
    .where('address', '=', address)
    .where('created_at', '>', later(now, -DAY_MS))
    .execute();
  const lastHour = before.filter(({ created_at: at }) => Date.parse(at) > Date.parse(now) - HOUR_MS);
  return { lately: before.length, hasEnough: lastHour.length >= MAILS_AN_HOUR };
}

/** For several mails in one transaction: in the order that others take them in, too, so that nobody waits for each other. */
export async function aloneWithMails(
  transaction: Transaction<PeopleTables>,
  addresses: readonly string[],
): Promise<void> {
  for (const address of addresses.toSorted()) await alone(transaction, `mails ${address}`);
}

/** Why there is no mail: its address had enough of them for the hour, or the server of its mailbox says that there is none. */
export type NotMailed = 'MAILED_ENOUGH' | 'TAKES_NO_MAIL';

/** Counts a mail that nobody signs in by, and has it wait to be sent. @param about its id. @returns why it does not. */
export async function mailOnce(
  transaction: Transaction<PeopleTables>,
  mail: Mail,
  now: string,
  about?: string,
): Promise<NotMailed | undefined> {
  const { hasEnough } = await mailsOf(transaction, mail.to, now);
  if (hasEnough) return 'MAILED_ENOUGH';
  if (!(await enqueue(transaction, mail, now, about))) return 'TAKES_NO_MAIL';
  await countMail(transaction, mail.to, now);
  return undefined;
}

async function countMail(transaction: Transaction<PeopleTables>, address: string, now: string): Promise<void> {
  const nobodys = { token_hash: hashOf(newSecret()), browser_hash: hashOf(newSecret()), code_hash: null, tries: 0 };
  await transaction
    .insertInto('sign_in_attempt')
    // Nobody signs in by it, in whichever language.
    .values({ ...nobodys, address, language: 'en', created_at: now, expires_at: now, used_at: now, sealed_to: null })
    .execute();
}
