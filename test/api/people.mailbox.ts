import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A mail as it came, and what a person finds in it. */
export interface ReceivedMail {
  readonly to: string;
  /** Headers and bodies as they were sent. */
  readonly raw: string;
  readonly text: string;
}

/** As much of a mail server as takes mails in the open and keeps them. Whoever is `nobody@…` it does not know. */
export class Mailbox {
  private readonly mails: ReceivedMail[] = [];
  private readonly refusals = new Map<string, string>();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    this.serve(socket);
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  /** Once it is open, for `SMTP_URL`. */
  get url(): string {
    const { port } = this.server.address() as { readonly port: number };
    return `smtp://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
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

  private serve(socket: Socket): void {
    let [pending, to, body] = ['', '', undefined as string[] | undefined];
    const answer = (line: string): string => {
      if (body !== undefined) {
        if (line !== '.') {
          body.push(line);
          return '';
        }
        const raw = body.join('\r\n');
        body = undefined;
        this.mails.push({ to, raw, text: textOf(raw) });
        return '250 kept\r\n';
      }
      if (line === 'DATA') {
        body = [];
        return '354 go on\r\n';
      }
      to = /^RCPT TO:<([^>]*)>/.exec(line)?.[1] ?? to;
      const refusal = line.startsWith('RCPT') ? this.refusals.get(to) : undefined;
      if (refusal !== undefined) return `${refusal}\r\n`;
      return line.startsWith('RCPT TO:<nobody@') ? `550 ${line} is unknown\r\n` : '250 ok\r\n';
    };
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      const lines = `${pending}${bytes.toString('utf8')}`.split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        const said = answer(line);
        if (said !== '') socket.write(said);
      }
    });
    socket.write('220 mailbox\r\n');
  }
}

/** The part in plain text, as its reader sees it. */
function textOf(raw: string): string {
  const [, part = ''] = /Content-Type: text\/plain.*?\r\n\r\n(.*?)\r\n--/s.exec(raw) ?? [];
  const encoded = /text\/plain[^]*?Content-Transfer-Encoding: (\S+)/.exec(raw)?.[1];
  if (encoded === 'base64') return Buffer.from(part, 'base64').toString('utf8');
  if (encoded !== 'quoted-printable') return part.replaceAll('\r\n', '\n');
  const bytes = part
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
