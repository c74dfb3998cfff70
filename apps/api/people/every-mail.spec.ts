import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PERSON_LANGUAGES, type Mail, type PersonLanguage } from '@maillage/platform';
import { accountMail, type AccountNews } from './account.mails.js';
import { addressMail, othersMail, proofMail, type AddressNews, type OthersNews } from './address.mails.js';
import { keyReminderMail } from './key-reminders.mails.js';
import { invitationMail, signInMail } from './mails.js';
import { newsMail } from './news.mails.js';
import { partnerMail } from './partners.mails.js';
import { passkeyMail, type PasskeyNews } from './passkey.mails.js';
import { recoveryMail, type RecoveryNews } from './recovery.mails.js';
import { reminderMail } from './reminders.mails.js';
import { seatMail, type SeatNews } from './seat.mails.js';

const SITE = 'https://ledger.example.org';
const HOSTILE = 'Ève <b>gras</b> https://evil.example\r\nBcc: all@example.org';

/** Each of them once; the type of the news says when one is missing. */
function each<Of extends string>(all: Readonly<Record<Of, true>>): readonly Of[] {
  return Object.keys(all) as Of[];
}

/** What each function of this folder writes that writes a mail: every kind of it, in a language. */
const MAILS = {
  signInMail: (language) => ['123456', undefined].map((code) => signInMail(TO, language, { link: `${SITE}/a`, code })),
  invitationMail: (language) =>
    each({ ADMIN: true, WRITER: true, READER: true }).flatMap((role) =>
      ['', HOSTILE].map((by) =>
        invitationMail(TO, language, { by, organisation: NAMED, role, link: `${SITE}/a`, stop: `${SITE}/b` }),
      ),
    ),
  newsMail: (language) =>
    each<Parameters<typeof newsMail>[2]['of']>({
      REGISTERED: true,
      NOT_REGISTERED: true,
      ASKED: true,
      RENAMED: true,
      NOT_RENAMED: true,
      TO_REGISTER: true,
      TO_RENAME: true,
      MORE_WAITS: true,
    }).map((of) => newsMail(TO, language, { of, organisation: NAMED, link: `${SITE}/a` })),
  partnerMail: (language) =>
    ['', HOSTILE].flatMap((by) =>
      [NAMED, { ...NAMED, confirmed: true }].map((inviter) =>
        partnerMail(
          { invitationId: ID, address: TO, language, proof: 'a', stop: 'b' },
          { by, inviter, mission: HOSTILE, link: `${SITE}/join` },
        ),
      ),
    ),
  keyReminderMail: (language) =>
    [NAMED, undefined].map((organisation) =>
      keyReminderMail(
        { address: TO, language },
        {
          organisation,
          keys: ['', HOSTILE].map((label) => ({ id: ID, label, expiresAt: '2026-03-05T09:00:00.000Z' })),
          href: `${SITE}/a`,
        },
      ),
    ),
  proofMail: (language) => [proofMail(TO, language, '123456')],
  addressMail: (language) =>
    each<AddressNews['of']>({ ADDED: true, REMOVED: true }).map((of) =>
      addressMail({ address: TO, language }, { of, masked: 'm…@e….org', undo: `${SITE}/a` }),
    ),
  othersMail: (language) =>
    each<OthersNews>({ back: true, disowned: true }).map((of) =>
      othersMail({ address: TO, language }, of, 'm…@e….org', `${SITE}/a`),
    ),
  accountMail: (language) =>
    each<AccountNews['of']>({ LINKED: true, UNLINKED: true }).flatMap((of) =>
      ['https://accounts.example.org/realm', HOSTILE].map((issuer) =>
        accountMail({ address: TO, language }, { of, issuer, href: `${SITE}/a` }),
      ),
    ),
  passkeyMail: (language) =>
    each<PasskeyNews['of']>({ ADDED: true, REMOVED: true }).flatMap((of) =>
      ['', HOSTILE].map((label) => passkeyMail({ address: TO, language }, { of, label, href: `${SITE}/a` })),
    ),
  recoveryMail: (language) =>
    each<RecoveryNews['of']>({ OPENED: true, YOURS: true, DONE: true }).map((of) =>
      recoveryMail({ address: TO, language }, { of, ...RECOVERING }, 'Europe/Paris'),
    ),
  reminderMail: (language) =>
    each<Parameters<typeof reminderMail>[1]>({ TO_CONFIRM: true, LAPSING: true }).flatMap((of) =>
      [NAMED, undefined].map((organisation) =>
        reminderMail({ address: TO, language }, of, { organisation, href: `${SITE}/a` }),
      ),
    ),
  seatMail: (language) =>
    each<SeatNews['of']>({
      GIVEN: true,
      ADMITTED: true,
      BY_LINK: true,
      RAISED: true,
      SILENT: true,
      CHANGED: true,
      TAKEN: true,
    }).flatMap((of) =>
      ['', HOSTILE].map((to) =>
        seatMail({ address: TO, language }, { of, organisation: NAMED, to, role: 'ADMIN' }, `${SITE}/a`),
      ),
    ),
} satisfies Readonly<Record<string, (language: PersonLanguage) => readonly Mail[]>>;

const TO = 'marie@example.org';
const ID = '6f1c1f0e-4c7e-4e55-9a58-3b8f2f0f9b11';
const NAMED = { name: HOSTILE, confirmed: false };
const RECOVERING = {
  organisation: NAMED,
  masked: 'm…@e….org',
  readyAt: '2026-03-05T09:00:00.000Z',
  href: `${SITE}/a`,
} as const;

/** As they are declared in the sources of the folder. */
function written(): readonly string[] {
  const sources = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  return sources
    .flatMap((name) => [
      ...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/^export (?:async )?function (\w+Mail)\b/gm),
    ])
    .map(([, name = '']) => name);
}

describe('Every mail', () => {
  it('is one of those that are looked at here', () => {
    expect(Object.keys(MAILS).toSorted()).toEqual(written().toSorted());
  });

  describe.each(PERSON_LANGUAGES)('in %s', (language) => {
    it.each(Object.entries(MAILS))(
      '%s says the same as text and as HTML, with no words that are not its own',
      (_, write) => {
        for (const { subject, text, html, to } of write(language)) {
          expect(to).toBe(TO);
          // Of others' words and line breaks there is nothing in a header.
          expect(subject).toMatch(/^[\p{L}\p{N}][\p{L}\p{N} ’-]{5,77}$/u);
          const paragraphs = [...html.matchAll(/<p>(?:<a [^>]*>)?(.*?)(?:<\/a>)?<\/p>/g)].map(
            ([, words = '']) => words,
          );
          expect(`${paragraphs.map(unescaped).join('\n\n')}\n`).toBe(text);
          expect(html).toContain(`<html lang="${language}">`);
          // Nothing to load, nothing to run, and no link but ours.
          expect(html).not.toMatch(/<(?:img|script|style|link|b)\b|src=/);
          const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
          expect(links.every((href) => href?.startsWith(`${SITE}/`))).toBe(true);
          expect(text.match(/https?:\/\/\S+/g) ?? []).toEqual(links);
          expect(`${subject}${text}`).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
        }
      },
    );
  });

  it.each(Object.entries(MAILS))('%s is not the same in both languages', (_, write) => {
    const [english, french] = PERSON_LANGUAGES.map((language) => write(language));
    for (const [index, mail] of (english ?? []).entries()) {
      expect(french?.[index]?.subject).not.toBe(mail.subject);
      const others = new Set(french?.[index]?.text.split('\n\n'));
      const same = mail.text.split('\n\n').filter((line) => others.has(line));
      expect(same.filter((line) => !line.trim().startsWith(SITE))).toEqual([]);
    }
  });

  it.each(Object.entries(MAILS))('%s keeps French marks on the line of their word', (_, write) => {
    for (const { subject, text } of write('fr')) {
      // Those that others wrote, and links, come as they are.
      const ours = `${subject}\n${text}`.replaceAll(/https?:\S+|Bcc: /g, '');
      expect(ours.match(/.{0,20}[^\u00a0\u202f](?:[;?!»]|:(?!\d\d)).{0,5}/g) ?? []).toEqual([]);
      expect(ours.match(/«[^\u00a0]/g) ?? []).toEqual([]);
    }
  });
});

function unescaped(html: string): string {
  return html.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
