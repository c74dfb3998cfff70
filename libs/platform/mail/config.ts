import { isLoopback } from '../loopback.js';
import { mailAddress } from '../people/addresses.js';
import type { MailConfig } from './smtp.js';

const SMTPS_PORT = 465;
const SUBMISSION_PORT = 587;

/** @returns a sentence that begins with the variable where what is given cannot be; `undefined` where nothing is. */
export function mailConfigOf(url: string | undefined, from: string | undefined): MailConfig | string | undefined {
  if (url === undefined) {
    return from === undefined ? undefined : 'SMTP_URL: is missing; set it, or leave out MAIL_FROM.';
  }
  if (from === undefined) {
    return 'MAIL_FROM: is missing; with SMTP_URL set, it says from which address people are written to.';
  }
  const sender = mailAddress(from);
  if (sender === undefined)
    return 'MAIL_FROM: is not a mail address; write it as in ledger@example.org, without a name.';
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === '') return 'SMTP_URL: names no host; write it as in smtps://user:password@mail.example.org.';
  const isSecure = protocol === 'smtps:';
  const auth = username === '' ? undefined : { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  return {
    from: sender,
    host,
    port: port === '' ? (isSecure ? SMTPS_PORT : SUBMISSION_PORT) : Number(port),
    tls: isSecure ? 'always' : isLoopback(host) ? 'offered' : 'required',
    auth,
  };
}
