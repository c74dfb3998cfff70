import { timingSafeEqual } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import { hashOf, newSecret } from '../secrets.js';
import { ATTEMPT_MS, CODES_A_DAY, hashOfCode, newCode, TRIES } from './codes.js';
import { alone, later, type PeopleTables, type PersonLanguage } from './tables.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MAILS_AN_HOUR = 5;

export interface Asked {
  readonly address: string;
  readonly language: PersonLanguage;
  /** What the browser that asked was given to keep. */
  readonly browser: string;
}

/** What a mail says, once: it cannot be looked up again. */
export interface Mailed {
  readonly token: string;
  /** Six digits, for the browser that asked alone. */
  readonly code: string | undefined;
}

/** Whose mailbox it was. */
export type Proved = Pick<Asked, 'address' | 'language'>;

/** Links and codes sent by mail, of which the database keeps hashes. One use ends both. */
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  private get tables() {
    return this.database.as<PeopleTables>();
  }

  /** @returns `undefined` where the address has had enough mails for this hour. */
  async begin({ address, language, browser }: Asked): Promise<Mailed | undefined> {
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
        })
        .execute();
      return { token, code };
    });
  }

  /** Counts a mail of another kind to the address. @returns whether it may be sent. */
  async spend(address: string, language: PersonLanguage): Promise<boolean> {
    const counted = await this.counted(address, async (transaction, now) => {
      const nobodys = { token_hash: hashOf(newSecret()), browser_hash: hashOf(newSecret()), code_hash: null, tries: 0 };
      await transaction
        .insertInto('sign_in_attempt')
        .values({ ...nobodys, address, language, created_at: now, expires_at: now, used_at: now })
        .execute();
      return true;
    });
    return counted ?? false;
  }

  /** @param record called where the address may be written to, with how many mails it had within a day. */
  private async counted<Result>(
    address: string,
    record: (transaction: Transaction<PeopleTables>, now: string, lately: number) => Promise<Result>,
  ): Promise<Result | undefined> {
    const now = this.clock.now();
    return this.tables.transaction().execute(async (transaction) => {
      await alone(transaction, `mails ${address}`);
      const before = await transaction
        .selectFrom('sign_in_attempt')
        .select('created_at')
        .where('address', '=', address)
        .where('created_at', '>', later(now, -DAY_MS))
        .execute();
      const lastHour = before.filter(({ created_at: at }) => Date.parse(at) > Date.parse(now) - HOUR_MS);
      return lastHour.length < MAILS_AN_HOUR ? record(transaction, now, before.length) : undefined;
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

  async byLink(token: string): Promise<Proved | undefined> {
    return this.use(hashOf(token));
  }

  /** @returns `undefined` for a wrong code too, of which {@link TRIES} are looked at. */
  async byCode(browser: string, code: string): Promise<Proved | undefined> {
    // Counted before it is compared: tries at the same time do not slip through.
    const tried = await this.tables
      .updateTable('sign_in_attempt')
      .set((eb) => ({ tries: eb('tries', '+', 1) }))
      .where('browser_hash', '=', hashOf(browser))
      .where('used_at', 'is', null)
      .where('expires_at', '>', this.clock.now())
      .where('tries', '<', TRIES)
      .returning(['token_hash', 'code_hash'])
      .executeTakeFirst();
    if (tried === undefined || tried.code_hash === null) return undefined;
    return timingSafeEqual(tried.code_hash, hashOfCode(browser, code)) ? this.use(tried.token_hash) : undefined;
  }

  private async use(tokenHash: Buffer): Promise<Proved | undefined> {
    const now = this.clock.now();
    return this.tables
      .updateTable('sign_in_attempt')
      .set({ used_at: now })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['address', 'language'])
      .executeTakeFirst();
  }
}
