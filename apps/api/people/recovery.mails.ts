import type { Contact, Mail, PersonLanguage } from '@maillage/platform';
import { mail, named, type NamedOrganisation } from './mails.js';

interface Words {
  readonly subject: (of: RecoveryNews['of']) => string;
  readonly OPENED: (organisation: string, masked: string) => string;
  readonly object: (day: string) => string;
  readonly YOURS: (organisation: string, day: string) => string;
  readonly yours: string;
  readonly DONE: (organisation: string, masked: string) => string;
  readonly page: string;
}

const WORDS: Readonly<Record<PersonLanguage, Words>> = {
  en: {
    subject: (of) => (of === 'YOURS' ? 'You are to administer an organisation' : 'Who administers an organisation'),
    OPENED: (organisation, masked) =>
      `The operator of Maillage was shown that nobody can act for ${organisation} any more, and would have whoever reads ${masked} administer it. You are told as you have a seat in it, or administer an organisation that steers a mission with it.`,
    object: (day) =>
      `Nothing happens before ${day}. If you do not agree, open this link and press the button there: one objection stops it.`,
    YOURS: (organisation, day) =>
      `The operator of Maillage would have you administer ${organisation}, as nobody can act for it any more. Those who know it may object until ${day}. From then on sign in with this very address: your page has a button to begin. If you do not know of this, leave the mail alone.`,
    yours: 'Your page:',
    DONE: (organisation, masked) =>
      `Nobody objected within three days: whoever reads ${masked} administers ${organisation} in Maillage now. That it was done is in the public register, without her name or address.`,
    page: 'If this surprises you, ask the operator. Your page:',
  },
  fr: {
    subject: (of) => (of === 'YOURS' ? 'Vous allez administrer une organisation' : 'Qui administre une organisation'),
    OPENED: (organisation, masked) =>
      `L’exploitant de Maillage a vu des preuves que plus personne ne peut agir pour ${organisation}, et veut en confier l’administration à qui lit ${masked}. Vous le savez parce que vous y avez une place, ou que vous administrez une organisation qui pilote une mission avec elle.`,
    object: (day) =>
      `Rien ne se passe avant le ${day}. Si vous n’êtes pas d’accord, ouvrez ce lien et appuyez sur le bouton\u00a0: une seule objection arrête tout.`,
    YOURS: (organisation, day) =>
      `L’exploitant de Maillage veut vous confier l’administration de ${organisation}, pour qui plus personne ne peut agir. Qui la connaît peut s’y opposer jusqu’au ${day}. Ensuite, connectez-vous avec cette adresse même\u00a0: votre page a un bouton pour commencer. Si vous n’en savez rien, laissez ce message.`,
    yours: 'Votre page\u00a0:',
    DONE: (organisation, masked) =>
      `Personne ne s’y est opposé en trois jours\u00a0: qui lit ${masked} administre désormais ${organisation} dans Maillage. Le registre public le dit, sans nom ni adresse.`,
    page: 'Si cela vous surprend, demandez à l’exploitant. Votre page\u00a0:',
  },
};

/** What becomes of an organisation that nobody can act for: told to those around it, and to whoever is to administer it. */
export type RecoveryNews = { readonly organisation: NamedOrganisation | undefined; readonly href: string } & (
  | { readonly of: 'OPENED'; readonly masked: string; readonly readyAt: string }
  | { readonly of: 'YOURS'; readonly readyAt: string }
  | { readonly of: 'DONE'; readonly masked: string }
);

/** @param timeZone in which the time of day is told. */
export function recoveryMail({ address, language }: Contact, news: RecoveryNews, timeZone: string): Mail {
  const words = WORDS[language];
  const { href } = news;
  const organisation = named(news.organisation, language);
  // Who may object is waited for; the others are told.
  const purpose = news.of === 'OPENED' ? 'WARNING' : 'NOTICE';
  return mail(address, language, words.subject(news.of), [...said(), { href }], purpose);

  function said(): readonly string[] {
    switch (news.of) {
      case 'OPENED':
        return [words.OPENED(organisation, news.masked), words.object(momentText(news.readyAt, language, timeZone))];
      case 'YOURS':
        return [words.YOURS(organisation, momentText(news.readyAt, language, timeZone)), words.yours];
      case 'DONE':
        return [words.DONE(organisation, news.masked), words.page];
    }
  }
}

/** To the minute, with the zone: whoever waits for it may be elsewhere. */
function momentText(instant: string, language: PersonLanguage, timeZone: string): string {
  const written = {
    ...({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const),
    ...({ timeZone, timeZoneName: 'short' } as const),
  };
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fr', written).format(new Date(instant));
}
