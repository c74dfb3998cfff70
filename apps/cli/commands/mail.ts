import { Resolver } from 'node:dns/promises';
import {
  checkDkim,
  checkDmarc,
  checkSpf,
  SmtpMailer,
  type Config,
  type MailConfig,
  type MailFinding,
  type TxtResolver,
} from '@maillage/platform';
import { UsageError } from '../usage.js';

export interface CheckMailOptions {
  /** Of the key that the mail server signs with, as whoever runs it gives it. */
  readonly selector?: string;
}

const WORDS: Readonly<Record<MailFinding['outcome'], string>> = {
  PASSES: 'good',
  WARNS: 'weak',
  FAILS: 'AMISS',
  SKIPPED: 'left out',
};

/** Whether mails leave here, and are taken for ours. Exit code 1 where they do not, or anybody may send as the ledger. */
export async function checkMailCommand(
  { mail }: Pick<Config, 'mail'>,
  { selector = process.env['DKIM_SELECTOR'] }: CheckMailOptions,
  resolver: TxtResolver = new Resolver({ timeout: 5_000, tries: 2 }),
): Promise<number> {
  if (mail === undefined || mail === 'kept') {
    throw new UsageError('No mail is sent here: set SMTP_URL and MAIL_FROM, as for the API.');
  }
  const domain = mail.from.slice(mail.from.lastIndexOf('@') + 1);
  const findings = await Promise.all([
    checkSpf(resolver, domain),
    checkDkim(resolver, domain, selector),
    checkDmarc(resolver, domain),
    checkServer(mail),
  ]);
  for (const { check, outcome, said } of findings) {
    process.stdout.write(`${check.padEnd(5)} ${WORDS[outcome].padEnd(8)} ${said}\n`);
  }
  return findings.some(({ outcome }) => outcome === 'FAILS') ? 1 : 0;
}

/** Signs in at the mail server, and sends nothing. */
async function checkServer(mail: MailConfig): Promise<MailFinding> {
  const mailer = new SmtpMailer(mail);
  const server = `${mail.host}:${mail.port}`;
  try {
    const refused = await mailer.check();
    if (refused === undefined) return { check: 'SMTP', outcome: 'PASSES', said: `${server} lets us in.` };
    const why = refused.responseCode === 0 ? refused.code : `${refused.code}, ${refused.responseCode}`;
    return { check: 'SMTP', outcome: 'FAILS', said: `${server} does not let us in (${why}).` };
  } finally {
    mailer.close();
  }
}
