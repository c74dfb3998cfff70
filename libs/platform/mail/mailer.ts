/** One mail to one mailbox. */
export interface Mail {
  readonly to: string;
  /** Never of others' words. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /**
   * `ASKED` for by whoever reads it, who waits for it and uses it at once; a `WARNING` of what she may stop, which waits for her;
   * else it tells her of something.
   */
  readonly purpose: 'ASKED' | 'WARNING' | 'NOTICE';
  /** The invitation to a mission that it brings, whose senders see whether it was sent. */
  readonly invitationId?: string;
}

/** What takes a mail to its mailbox. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

const KEPT = 50;

/** Keeps the last mails in memory in place of sending them, for whoever tries things out at this machine. */
export class KeptMails implements Mailer {
  private readonly mails: Mail[] = [];

  /** The latest first. */
  get latest(): readonly Mail[] {
    return [...this.mails].reverse();
  }

  async send(mail: Mail): Promise<void> {
    this.mails.push(mail);
    if (this.mails.length > KEPT) this.mails.shift();
  }

  close(): void {
    this.mails.length = 0;
  }
}
