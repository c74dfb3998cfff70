import { toGlobalId } from '@maillage/engine';
import type { Contact, Mail, PersonLanguage, Reminder, Reminders } from '@maillage/platform';
import { mail, named, type NamedOrganisation } from './mails.js';
import type { PeopleRoutesOptions } from './options.js';

interface Words {
  readonly subject: string;
  readonly why: (organisation: string) => string;
  readonly nameless: string;
  readonly until: Readonly<Record<Reminder, string>>;
  readonly how: string;
}

const WORDS: Readonly<Record<PersonLanguage, Words>> = {
  en: {
    subject: 'Who acts for your organisation is to be confirmed',
    why: (organisation) =>
      `Once a year an administrator says who still acts for ${organisation} in Maillage, as mailboxes are passed on. Some seats have not been confirmed for a year.`,
    nameless: 'your organisation',
    until: {
      TO_CONFIRM:
        'They serve for 30 more days. After that whoever has them acts for it no more, until you confirm them.',
      LAPSING:
        'In a week at most they serve no more: whoever has them then acts for it no longer, until you confirm them.',
    },
    how: 'Look at the list, and confirm those that are right:',
  },
  fr: {
    subject: 'Confirmez qui agit pour votre organisation',
    why: (organisation) =>
      `Une fois par an, qui administre ${organisation} dans Maillage dit qui agit encore pour elle, car les boîtes aux lettres changent de mains. Des places n’ont pas été confirmées depuis un an.`,
    nameless: 'votre organisation',
    until: {
      TO_CONFIRM:
        'Elles servent encore 30 jours. Ensuite, les personnes qui les ont n’agissent plus pour elle, jusqu’à ce que vous les confirmiez.',
      LAPSING:
        'Dans une semaine au plus, elles ne servent plus\u00a0: les personnes qui les ont n’agiront plus pour elle, jusqu’à ce que vous les confirmiez.',
    },
    how: 'Regardez la liste et confirmez celles qui sont justes\u00a0:',
  },
};

export function reminderMail(
  { address, language }: Contact,
  of: Reminder,
  { organisation, href }: { readonly organisation: NamedOrganisation | undefined; readonly href: string },
): Mail {
  const words = WORDS[language];
  const name = organisation === undefined ? words.nameless : named(organisation, language);
  return mail(address, language, words.subject, [words.why(name), words.until[of], words.how, { href }]);
}

/** Mails ADMINs whose organisation has seats to be confirmed; nobody is where no mail is sent. */
export async function remind(options: PeopleRoutesOptions, reminders: Reminders): Promise<void> {
  const { outbox, publicUrl, inviting } = options;
  if (outbox === undefined) return;
  const url = publicUrl();
  const isAny = await reminders.remind<NamedOrganisation>(
    (contact, of, { id, organisation }) =>
      reminderMail(contact, of, { organisation, href: `${url}/seats/${toGlobalId('Organisation', id)}` }),
    (id) => inviting.organisation(id),
  );
  if (isAny) outbox.wake();
}
