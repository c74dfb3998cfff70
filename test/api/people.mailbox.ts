import { setTimeout as sleep } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server';

/** A mail as it came, and what a person finds in it. */
export interface ReceivedMail {
  readonly to: string;
  /** Headers and bodies as they were sent. */
  readonly raw: string;
  readonly text: string;
}

const CLOSE_WITHIN_MS = 100;

/** A mail server that takes mails in the open and keeps them. Whoever is `nobody@…` it does not know. */
export class Mailbox {
  private readonly mails: ReceivedMail[] = [];
  private readonly refusals = new Map<string, string>();
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: CLOSE_WITHIN_MS,
    onRcptTo: ({ address }, _, answer) => {
      answer(this.refusalOf(address));
    },
    onData: (stream, { envelope }, answer) => {
      void this.keep(stream, envelope.rcptTo).then(() => {
        answer();
      }, answer);
    },
  });

  async open(): Promise<void> {
    this.server.on('error', () => undefined);
    await new Promise<void>((resolve) => void this.server.listen(0, '127.0.0.1', resolve));
  }

  /** Once it is open, for `SMTP_URL`. */
  get url(): string {
    const { port } = this.server.server.address() as { readonly port: number };
    return `smtp://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }

  /** What it says to whoever writes there; until it is told so again without an answer, when it takes mails. */
  refuse(address: string, answer?: string): void {
    if (answer === undefined) this.refusals.delete(address);
    else this.refusals.set(address, answer);
  }

  to(address: string): readonly ReceivedMail[] {
    return this.mails.filter(({ to }) => to === address);
  }

  /** Waits until so many mails have come. @returns the last of them. */
  async wait(address: string, count: number): Promise<ReceivedMail> {
    for (;;) {
      const found = this.to(address)[count - 1];
      if (found !== undefined) return found;
      await sleep(10);
    }
  }

  /** Waits for the first that says so, of those that come after so many; mails of other matters may come between. */
  async next(address: string, after: number, says: RegExp): Promise<ReceivedMail> {
    for (;;) {
      const found = this.to(address)
        .slice(after)
        .find(({ text }) => says.test(text));
      if (found !== undefined) return found;
      await sleep(10);
    }
  }

  private refusalOf(address: string): Error | null {
    const unknown = address.startsWith('nobody@') ? `550 ${address} is unknown` : undefined;
    const said = this.refusals.get(address) ?? unknown;
    if (said === undefined) return null;
    const [code = '', ...rest] = said.split(' ');
    return Object.assign(new Error(rest.join(' ')), { responseCode: Number(code) });
  }

  private async keep(stream: SMTPServerDataStream, to: readonly SMTPServerAddress[]): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    const bytes = Buffer.concat(parts);
    const { text = '' } = await simpleParser(bytes);
    this.mails.push(...to.map(({ address }) => ({ to: address, raw: bytes.toString('utf8'), text })));
  }
}
