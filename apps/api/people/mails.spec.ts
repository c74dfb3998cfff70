import { describe, expect, it } from '@jest/globals';
import { invitationMail, signInMail } from './mails.js';
import { recoveryMail } from './recovery.mails.js';
import { accountMail } from './account.mails.js';
import { passkeyMail } from './passkey.mails.js';

const LINK = 'https://ledger.example.org/sign-in#token=abc_-';
const TO = 'marie@example.org';

describe('A mail', () => {
  it('to sign in says the same as text and as HTML, in the language of whoever asked', () => {
    const { to, subject, text, html } = signInMail(TO, 'fr', { link: LINK, code: '012345' });
    expect([to, subject]).toEqual([TO, 'Se connecter à Maillage']);
    expect(text).toContain(`\n${LINK}\n`);
    expect(text).toContain('là où vous l’avez demandé\u00a0: 012345\n');
    expect(html).toContain(`<html lang="fr">`);
    expect(html).toContain(`<a href="${LINK}">${LINK}</a>`);
    const paragraphs = [...html.matchAll(/<p>(?:<a [^>]*>)?(.*?)(?:<\/a>)?<\/p>/g)].map(([, words]) => words);
    expect(`${paragraphs.join('\n\n')}\n`).toBe(text);
    // Nothing to load, nothing to run.
    expect(html).not.toMatch(/<(img|script|style|link)|src=/);
  });

  it('says no code where an address had too many', () => {
    const { text } = signInMail(TO, 'en', { link: LINK, code: undefined });
    expect(text).not.toMatch(/Or type this code|\d{6}/);
  });

  it.each(['en', 'fr'] as const)('of an invitation quotes others without links, lines or markup (%s)', (language) => {
    const { subject, text, html } = invitationMail(TO, language, {
      by: 'Eve\r\nBcc: all@example.com',
      organisation: { name: 'Win at https://evil.example/now <b>today</b>', confirmed: false },
      role: 'ADMIN',
      link: 'https://ledger.example.org/me',
      stop: 'https://ledger.example.org/join#stop=x',
    });
    expect(subject).not.toMatch(/Eve|evil|\r|\n/);
    expect(text.match(/https?:\/\/\S+/g)).toEqual([
      'https://ledger.example.org/me',
      'https://ledger.example.org/join#stop=x',
    ]);
    expect(text).toContain('https:// evil. example/ now <b>today</ b>');
    expect(text).toContain('Eve Bcc: all@ example. com');
    expect(html).not.toContain('<b>');
    expect(html.match(/href=/g)).toHaveLength(2);
  });

  it('of an invitation names its sender, or whoever it is without a name', () => {
    const link = 'https://ledger.example.org/me';
    const sent = {
      organisation: { name: 'Ville de Rennes', confirmed: true },
      role: 'WRITER',
      link,
      stop: `${link}#stop=x`,
    } as const;
    expect(invitationMail(TO, 'en', { ...sent, by: 'Marie Dupont' }).text).toMatch(
      /^Marie Dupont gave us your address/,
    );
    expect(invitationMail(TO, 'fr', { ...sent, by: '' }).text).toMatch(/^Quelqu’un de cette organisation nous a donné/);
  });

  it('of an organisation to be administered again tells until when to object, of whom by a masked address alone', () => {
    const organisation = { name: 'Ligue https://evil.example', confirmed: false };
    const news = { organisation, masked: 'm…@e….org', href: LINK };
    const readyAt = '2026-03-05T09:00:00.000Z';
    const opened = recoveryMail({ address: TO, language: 'fr' }, { of: 'OPENED', ...news, readyAt }, 'Europe/Paris');
    expect(opened).toMatchObject({ subject: 'Qui administre une organisation', purpose: 'WARNING' });
    expect(opened.text).toContain('«\u00a0Ligue https:// evil. example\u00a0» (non confirmée)');
    expect(opened.text).toContain('qui lit m…@e….org');
    expect(opened.text).toMatch(/Rien ne se passe avant le 5 mars 2026.*10:00 UTC\+1/);
    expect(opened.text.match(/https?:\/\/\S+/g)).toEqual([LINK]);
    const yours = recoveryMail({ address: TO, language: 'en' }, { of: 'YOURS', ...news, readyAt }, 'UTC');
    expect([yours.subject, yours.text]).toEqual([
      'You are to administer an organisation',
      expect.stringMatching(/“Ligue [^”]*” \(not confirmed\).*object until 5 March 2026.*09:00 UTC/),
    ]);
    const done = recoveryMail({ address: TO, language: 'fr' }, { of: 'DONE', ...news }, 'UTC');
    expect(done.text).toContain('sans nom ni adresse');
  });

  it.each([
    ['en', true, 'to act for “Ville de Rennes” in Maillage.'],
    ['en', false, 'to act for “Ville de Rennes” (not confirmed) in Maillage.'],
    ['fr', false, 'pour «\u00a0Ville de Rennes\u00a0» (non confirmée) dans Maillage.'],
  ] as const)('says behind a name where nobody has confirmed whose it is (%s, %s)', (language, confirmed, said) => {
    const organisation = { name: 'Ville de Rennes', confirmed };
    const links = { link: 'https://ledger.example.org/me', stop: 'https://ledger.example.org/join#stop=x' };
    expect(invitationMail(TO, language, { by: 'Marie', organisation, role: 'READER', ...links }).text).toContain(said);
  });

  it('of a device that signs in tells which it is, as its owner calls it, and where to look', () => {
    const href = 'https://ledger.example.org/me';
    const words = (language: 'en' | 'fr', of: 'ADDED' | 'REMOVED', label: string) => {
      const { text, html, subject } = passkeyMail({ address: TO, language }, { of, label, href });
      expect(text).toContain(`\n${href}\n`);
      expect(`${subject}${text}${html}`).not.toMatch(/passkey|clé d’accès/i);
      return text.split('\n')[0];
    };
    expect([words('en', 'ADDED', 'Pixel'), words('en', 'REMOVED', '')]).toEqual([
      'From now on the fingerprint or phone code of “Pixel” signs in as you, too.',
      'From now on a fingerprint or phone code signs in as you no more.',
    ]);
    expect([words('fr', 'ADDED', ''), words('fr', 'REMOVED', 'Pixel')]).toEqual([
      'Désormais, une empreinte ou un code du téléphone vous connecte aussi.',
      'Désormais, l’empreinte ou le code du téléphone «\u00a0Pixel\u00a0» ne vous connecte plus.',
    ]);
  });

  it('of an account that signs in names its issuer, without a link there, and not the account', () => {
    const first = (language: 'en' | 'fr', of: 'LINKED' | 'UNLINKED') => {
      const news = { of, issuer: 'https://login.example.org/realm', href: 'https://ledger.example.org/me' };
      const { text, html } = accountMail({ address: TO, language }, news);
      expect(html).not.toContain('login.example.org');
      return text.split('\n')[0];
    };
    expect([first('en', 'LINKED'), first('fr', 'UNLINKED')]).toEqual([
      'From now on an account at “login. example. org” signs in as you, too.',
      'Désormais, un compte chez «\u00a0login. example. org\u00a0» ne vous connecte plus.',
    ]);
  });
});
