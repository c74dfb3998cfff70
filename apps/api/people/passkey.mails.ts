import type { Contact, Mail, PersonLanguage } from '@maillage/platform';
import { mail, quoted } from './mails.js';

/** What became of a passkey. */
export interface PasskeyNews {
  readonly of: 'ADDED' | 'REMOVED';
  /** As she calls it; empty where she does not. */
  readonly label: string;
  /** Of her page. */
  readonly href: string;
}

interface Words {
  readonly subject: string;
  /** In front of a sentence. */
  readonly what: (label: string) => string;
  readonly ADDED: (what: string) => string;
  readonly REMOVED: (what: string) => string;
  readonly notYou: string;
  readonly yours: string;
}

const WORDS: Readonly<Record<PersonLanguage, Words>> = {
  en: {
    subject: 'How you sign in to Maillage',
    what: (label) => (label === '' ? 'a fingerprint or phone code' : `the fingerprint or phone code of “${label}”`),
    ADDED: (what) => `From now on ${what} signs in as you, too.`,
    REMOVED: (what) => `From now on ${what} signs in as you no more.`,
    notYou:
      'If that was not you, somebody else was signed in as you: end all sessions on your page, then sign in again, and look at your addresses and at what is listed there as fingerprint or phone code.',
    yours: 'Your page:',
  },
  fr: {
    subject: 'Comment vous vous connectez à Maillage',
    what: (label) =>
      label === ''
        ? 'une empreinte ou un code du téléphone'
        : `l’empreinte ou le code du téléphone «\u00a0${label}\u00a0»`,
    ADDED: (what) => `Désormais, ${what} vous connecte aussi.`,
    REMOVED: (what) => `Désormais, ${what} ne vous connecte plus.`,
    notYou:
      'Si ce n’était pas vous, quelqu’un d’autre était connecté à votre place\u00a0: déconnectez-vous partout sur votre page, puis reconnectez-vous, et regardez vos adresses et ce qui y figure comme empreinte ou code du téléphone.',
    yours: 'Votre page\u00a0:',
  },
};

export function passkeyMail({ address, language }: Contact, { of, label, href }: PasskeyNews): Mail {
  const words = WORDS[language];
  return mail(address, language, words.subject, [
    words[of](words.what(quoted(label))),
    words.notYou,
    words.yours,
    { href },
  ]);
}
