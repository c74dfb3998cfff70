import { createTransport } from 'nodemailer';
import { isOfMail, saysNoMailbox, type SmtpError } from './bounces.js';
import type { Mail, Mailer } from './mailer.js';

const ANSWER_WITHIN_MS = 10_000;

/** A mail server that takes what we send. */
export interface MailConfig {
  /** The sender's address. */
  readonly from: string;
  readonly host: string;
  readonly port: number;
  /** `always` from the first byte, or else by STARTTLS: `required`, or on this very machine where it is `offered`. */
  readonly tls: 'always' | 'required' | 'offered';
  readonly auth: { readonly user: string; readonly pass: string } | undefined;
}

/** A mail was not taken. What the server said quotes addresses: of it only a code is kept. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';

  constructor(
    /** As nodemailer has it, `ECONNECTION` or `EENVELOPE` say. */
    readonly code: string,
    /** The server's, as 550; 0 where it said none. */
    readonly responseCode: number,
    /** Whether it was this mail, and no other: else the server is away or busy, or does not take us for its sender. */
    private readonly isOfMail: boolean,
    /** Whether that said for good that there is no such mailbox. */
    readonly isNoMailbox = false,
  ) {
    super('The mail server did not take a mail.');
  }

  /** Whether it may be taken later. */
  get isPassing(): boolean {
    return !this.isOfMail || (this.responseCode >= 400 && this.responseCode < 500);
  }
}

/** Sends at once; addresses go as objects, so that nothing in one is read as another. */
export class SmtpMailer implements Mailer {
  private readonly transport;

  constructor(private readonly config: MailConfig) {
    const { host, port, tls, auth } = config;
    this.transport = createTransport({
      host,
      port,
      secure: tls === 'always',
      requireTLS: tls === 'required',
      ...(auth && { auth }),
      connectionTimeout: ANSWER_WITHIN_MS,
      greetingTimeout: ANSWER_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** @throws {MailRefused} */
  async send({ to, subject, text, html }: Mail): Promise<void> {
    try {
      await this.transport.sendMail({
        from: { name: 'Maillage', address: this.config.from },
        to: { name: '', address: to },
        subject,
        text,
        html,
        // Nobody's answer machine is to write back.
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw refusedBy(error as SmtpError);
    }
  }

  /** Signs in at the server, and sends nothing. @returns why it cannot. */
  async check(): Promise<MailRefused | undefined> {
    try {
      await this.transport.verify();
      return undefined;
    } catch (error) {
      return refusedBy(error as SmtpError);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** Without a cause: its message and its stack quote who was written to. */
function refusedBy(error: SmtpError): MailRefused {
  const { code, responseCode } = error;
  return new MailRefused(
    typeof code === 'string' ? code : 'UNKNOWN',
    typeof responseCode === 'number' ? responseCode : 0,
    isOfMail(error),
    saysNoMailbox(error),
  );
}
