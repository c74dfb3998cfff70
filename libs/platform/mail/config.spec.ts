import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, loadConfig } from '../config.js';

const mailOf = (env: Readonly<Record<string, string>>) => loadConfig(env).mail;
const FROM = { MAIL_FROM: 'Ledger@Example.org' };

describe('The mail server', () => {
  it('is spoken to in secret from the first byte, or by STARTTLS; on this machine in the open', () => {
    const url = 'smtps://mailer%40example.org:pass%3Aword@mail.example.org';
    expect(mailOf({ ...FROM, SMTP_URL: url })).toEqual({
      from: 'ledger@example.org',
      host: 'mail.example.org',
      port: 465,
      tls: 'always',
      auth: { user: 'mailer@example.org', pass: 'pass:word' },
    });
    const plain = { port: 587, tls: 'required', auth: undefined };
    expect(mailOf({ ...FROM, SMTP_URL: 'smtp://mail.example.org' })).toMatchObject(plain);
    const here = { host: '127.0.0.1', port: 2525, tls: 'offered' };
    expect(mailOf({ ...FROM, SMTP_URL: 'smtp://127.0.0.1:2525' })).toMatchObject(here);
  });

  it('is none where mails are kept for whoever is at this machine, or nobody is', () => {
    const production = { MAILLAGE_PROFILE: 'production' };
    const cases = [{}, { HOST: '0.0.0.0' }, { TRUST_PROXY: '10.0.0.1' }, production];
    expect(cases.map(mailOf)).toEqual(['kept', undefined, undefined, undefined]);
  });

  it.each([
    [{ SMTP_URL: 'smtp://mail.example.org' }, /MAIL_FROM: is missing/],
    [FROM, /SMTP_URL: is missing/],
    [{ SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'Ledger <ledger@example.org>' }, /MAIL_FROM: is not a mail/],
    [{ SMTP_URL: 'https://mail.example.org', ...FROM }, /SMTP_URL/],
    [{ SMTP_URL: 'smtp://mail.example.org', ...FROM, MAILLAGE_PROFILE: 'production' }, /PUBLIC_URL: is missing/],
  ])('is not taken from %j', (env, why) => {
    expect(() => mailOf(env)).toThrow(ConfigurationError);
    expect(() => mailOf(env)).toThrow(why);
  });
});
