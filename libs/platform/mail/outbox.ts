import type { Transaction } from 'kysely';
import type { Clock } from '@maillage/kernel';
import type { Database } from '../database.js';
import type { Logger } from '../logging.js';
import type { PeopleTables } from '../people/tables.js';
import type { Mail, Mailer } from './mailer.js';
import { claim, enqueue, giveUp, putOff, sent, silence, type WaitingMail } from './queue.js';
import { MailRefused } from './smtp.js';

/** At the same time, so that who waits for a code does not wait for twenty invitations. */
const MOST_AT_ONCE = 5;
/** Nothing is looked for more often, but for what this process wrote or put off itself: it is for mails that others left behind. */
const LOOKS_EVERY_MS = 60_000;

type BecameOf<Result> = (transaction: Transaction<PeopleTables>, waiting: WaitingMail, now: string) => Promise<Result>;

interface OutboxOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly transport: Mailer;
  /** Told of a mailbox whose server says that there is none, once. */
  readonly onSilent?: (address: string) => void;
}

/**
 * Sends what waits in the queue of mails, whichever process wrote it. A mail is sent twice at worst, where a process ends between
 * sending it and saying so; never not at all, until it is over.
 */
export class Outbox {
  private readonly underWay = new Set<Promise<void>>();
  private isCalled = false;
  private isClosed = false;
  private timer: NodeJS.Timeout | undefined;
  private wakesAt = Infinity;

  constructor(private readonly options: OutboxOptions) {}

  private get tables() {
    return this.options.database.as<PeopleTables>();
  }

  /**
   * Puts a mail in the queue by itself. What has a transaction puts its mail in with that, and wakes the outbox after it.
   * @param about the id of what it is about: it goes with that.
   */
  async send(mail: Mail, about?: string): Promise<void> {
    await enqueue(this.tables, mail, this.options.clock.now(), about);
    this.wake();
  }

  /** Sends what is due, now. */
  wake(): void {
    if (this.isClosed) return;
    this.wakeIn(LOOKS_EVERY_MS);
    if (this.underWay.size >= MOST_AT_ONCE) {
      this.isCalled = true;
      return;
    }
    const sending = this.sendDue()
      // Of the database: what waits is looked for again in a minute.
      .catch((error: unknown) => this.tell(error, 'mails could not be looked for'))
      .finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }

  /** What is being sent is waited for; what waits is for the next process, or the next start. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await Promise.all(this.underWay);
    this.options.transport.close();
  }

  private async sendDue(): Promise<void> {
    while (!this.isClosed) {
      const waiting = await claim(this.tables, this.options.clock.now());
      if (waiting !== undefined) await this.deliver(waiting);
      // Somebody may have written one after it was looked for.
      else if (!this.wasCalled()) return;
    }
  }

  private wasCalled(): boolean {
    const was = this.isCalled;
    this.isCalled = false;
    return was;
  }

  private async deliver(waiting: WaitingMail): Promise<void> {
    const { clock, transport } = this.options;
    if (waiting.expiresAt <= clock.now()) {
      await this.settle(giveUp, waiting);
      return;
    }
    try {
      await transport.send(waiting.mail);
    } catch (error) {
      await this.failed(waiting, error);
      return;
    }
    await this.settle(sent, waiting);
  }

  private async failed(waiting: WaitingMail, error: unknown): Promise<void> {
    const isPassing = error instanceof MailRefused && error.isPassing;
    const pause = isPassing ? await putOff(this.tables, waiting, this.options.clock.now()) : undefined;
    this.tell(error, 'a mail could not be sent', { isTriedAgain: pause !== undefined });
    if (pause !== undefined) this.wakeIn(pause);
    else if (error instanceof MailRefused && error.isNoMailbox) await this.silence(waiting);
    else await this.settle(giveUp, waiting);
  }

  private async silence(waiting: WaitingMail): Promise<void> {
    if (await this.settle(silence, waiting)) this.options.onSilent?.(waiting.mail.to);
  }

  /** All of what became of it, or nothing: then it waits on. */
  private settle<Result>(became: BecameOf<Result>, waiting: WaitingMail): Promise<Result> {
    const now = this.options.clock.now();
    return this.tables.transaction().execute((transaction) => became(transaction, waiting, now));
  }

  private wakeIn(ms: number): void {
    const at = performance.now() + ms;
    if (this.isClosed || (this.wakesAt > performance.now() && this.wakesAt <= at)) return;
    clearTimeout(this.timer);
    this.wakesAt = at;
    this.timer = setTimeout(() => {
      // Timers may come a moment early: what has rung is no reason not to be woken again.
      this.wakesAt = 0;
      this.wake();
    }, ms).unref();
  }

  /** By code alone: mail servers and databases quote addresses. */
  private tell(error: unknown, what: string, more: object = {}): void {
    const { code } = error as { readonly code?: unknown };
    const said = error instanceof MailRefused ? { code, responseCode: error.responseCode } : { code };
    this.options.logger.error({ ...said, ...more }, what);
  }
}
