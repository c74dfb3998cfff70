import type { Account, Contact, Mail, PersonLanguage } from '@maillage/platform';
import { mail, quoted } from './mails.js';

/** What became of an account that she signs in with. */
export interface AccountNews extends Pick<Account, 'issuer'> {
  readonly of: 'LINKED' | 'UNLINKED';
  /** Of her page. */
  readonly href: string;
}

interface Words {
  readonly subject: string;
  readonly LINKED: (issuer: string) => string;
  readonly UNLINKED: (issuer: string) => string;
  readonly notYou: string;
  readonly yours: string;
}

const WORDS: Readonly<Record<PersonLanguage, Words>> = {
  en: {
    subject: 'How you sign in to Maillage',
    LINKED: (issuer) => `From now on an account at “${issuer}” signs in as you, too.`,
    UNLINKED: (issuer) => `From now on an account at “${issuer}” signs in as you no more.`,
    notYou:
      'If that was not you, somebody else was signed in as you: end all sessions on your page, then sign in again, and look at your addresses and at the accounts that are listed there.',
    yours: 'Your page:',
  },
  fr: {
    subject: 'Comment vous vous connectez à Maillage',
    LINKED: (issuer) => `Désormais, un compte chez «\u00a0${issuer}\u00a0» vous connecte aussi.`,
    UNLINKED: (issuer) => `Désormais, un compte chez «\u00a0${issuer}\u00a0» ne vous connecte plus.`,
    notYou:
      'Si ce n’était pas vous, quelqu’un d’autre était connecté à votre place\u00a0: déconnectez-vous partout sur votre page, puis reconnectez-vous, et regardez vos adresses et les comptes qui y figurent.',
    yours: 'Votre page\u00a0:',
  },
};

export function accountMail({ address, language }: Contact, { of, issuer, href }: AccountNews): Mail {
  const words = WORDS[language];
  const host = URL.canParse(issuer) ? new URL(issuer).host : issuer;
  return mail(address, language, words.subject, [words[of](quoted(host)), words.notYou, words.yours, { href }]);
}
