import { toGlobalId } from '@maillage/engine';
import type { Contact, ExpiringKey, KeyReminders, Mail, PersonLanguage } from '@maillage/platform';
import { mail, named, quoted, type NamedOrganisation } from './mails.js';
import type { PeopleRoutesOptions } from './options.js';

interface Words {
  readonly subject: string;
  readonly why: (organisation: string) => string;
  readonly nameless: string;
  readonly key: (label: string, day: string) => string;
  readonly unlabelled: string;
  readonly what: string;
  readonly how: string;
  readonly locale: string;
}

const WORDS: Readonly<Record<PersonLanguage, Words>> = {
  en: {
    subject: 'An access key is about to expire',
    why: (organisation) => `Programs that record or read for ${organisation} in Maillage do so by access keys.`,
    nameless: 'your organisation',
    key: (label, day) => `${label}: until ${day}.`,
    unlabelled: 'A key without a name',
    what: 'After that day what uses it stops working.',
    how: 'Have it replaced in time: the old one goes on for a while beside the new one.',
    locale: 'en-GB',
  },
  fr: {
    subject: 'Une clé d’accès va expirer',
    why: (organisation) =>
      `Des programmes saisissent ou lisent pour ${organisation} dans Maillage grâce à des clés d’accès.`,
    nameless: 'votre organisation',
    key: (label, day) => `${label}\u00a0: jusqu’au ${day}.`,
    unlabelled: 'Une clé sans nom',
    what: 'Passé ce jour, ce qui s’en sert ne fonctionne plus.',
    how: 'Faites-la remplacer à temps\u00a0: l’ancienne continue quelque temps à côté de la nouvelle.',
    locale: 'fr',
  },
};

export function keyReminderMail(
  { address, language }: Contact,
  {
    organisation,
    keys,
    href,
    timeZone = 'UTC',
  }: {
    readonly organisation: NamedOrganisation | undefined;
    readonly keys: readonly ExpiringKey[];
    readonly href: string;
    readonly timeZone?: string;
  },
): Mail {
  const words = WORDS[language];
  const name = organisation === undefined ? words.nameless : named(organisation, language);
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone });
  const lines = keys.map(({ label, expiresAt }) =>
    words.key(label === '' ? words.unlabelled : quoted(label), day.format(new Date(expiresAt))),
  );
  return mail(address, language, words.subject, [words.why(name), ...lines, words.what, words.how, { href }]);
}

/** Mails ADMINs whose organisation has keys that expire within 30 days; nobody is where no mail is sent. */
export async function remindOfKeys(options: PeopleRoutesOptions, reminders: KeyReminders): Promise<void> {
  const { outbox, publicUrl, inviting, timeZone } = options;
  if (outbox === undefined) return;
  const url = publicUrl();
  const isAny = await reminders.remind<NamedOrganisation>(
    (contact, { id, organisation, keys }) => {
      const href = `${url}/keys/${toGlobalId('Organisation', id)}`;
      return keyReminderMail(contact, { organisation, keys, href, timeZone });
    },
    (id) => inviting.organisation(id),
  );
  if (isAny) outbox.wake();
}
