import type { Contact, Mail, PersonLanguage } from '@maillage/platform';
import { mail } from './mails.js';

interface Words {
  readonly prove: { readonly subject: string; readonly text: string; readonly code: (code: string) => string };
  readonly proveEnd: string;
  readonly subject: string;
  readonly ADDED: (address: string) => string;
  readonly REMOVED: (address: string) => string;
  readonly back: (address: string) => string;
  readonly disowned: (address: string) => string;
  readonly undo: string;
  readonly undoEnd: string;
  readonly yours: string;
}

const WORDS: Readonly<Record<PersonLanguage, Words>> = {
  en: {
    prove: {
      subject: 'A further address for Maillage',
      text: 'Somebody, you most likely, wants to sign in to Maillage with this address, too.',
      code: (code) => `Type this code where you asked for it: ${code}`,
    },
    proveEnd: 'It works once, within 15 minutes. If you did not ask, leave this mail alone, and tell nobody the code.',
    subject: 'The addresses that you sign in to Maillage with',
    ADDED: (address) => `From now on ${address} signs in as you, too.`,
    REMOVED: (address) => `From now on ${address} signs in as you no more.`,
    back: (address) =>
      `Somebody who had the link that we mailed took back that ${address} was removed: it signs in as you again. All sessions ended. If that was not you, sign in and look at your addresses.`,
    disowned: (address) =>
      `Somebody who reads the mails to ${address} said that she is not you. That address signs in as you no more; your others do.`,
    undo: 'If that was not you, open this link within three days and press the button there:',
    undoEnd: 'It takes the change back, ends all your sessions, and removes fingerprints and phone codes added since.',
    yours: 'Your page:',
  },
  fr: {
    prove: {
      subject: 'Une adresse de plus pour Maillage',
      text: 'Quelqu’un, sans doute vous, veut aussi se connecter à Maillage avec cette adresse.',
      code: (code) => `Saisissez ce code là où vous l’avez demandé\u00a0: ${code}`,
    },
    proveEnd:
      'Il sert une seule fois, dans les 15 minutes. Si vous n’avez rien demandé, laissez ce message et ne donnez le code à personne.',
    subject: 'Les adresses qui vous connectent à Maillage',
    ADDED: (address) => `Désormais, ${address} vous connecte aussi.`,
    REMOVED: (address) => `Désormais, ${address} ne vous connecte plus.`,
    back: (address) =>
      `Quelqu’un qui avait le lien que nous avons envoyé a annulé le retrait de ${address}\u00a0: cette adresse vous connecte de nouveau. Toutes les sessions sont terminées. Si ce n’était pas vous, connectez-vous et regardez vos adresses.`,
    disowned: (address) =>
      `Quelqu’un qui lit les messages envoyés à ${address} a dit ne pas être vous. Cette adresse ne vous connecte plus\u202f; vos autres adresses, si.`,
    undo: 'Si ce n’était pas vous, ouvrez ce lien dans les trois jours et appuyez sur le bouton\u00a0:',
    undoEnd:
      'Il annule ce changement, termine toutes vos sessions et retire les empreintes et codes de téléphone ajoutés depuis.',
    yours: 'Votre page\u00a0:',
  },
};

export function proofMail(to: string, language: PersonLanguage, code: string): Mail {
  const { prove, proveEnd } = WORDS[language];
  return mail(to, language, prove.subject, [prove.text, prove.code(code), proveEnd], 'ASKED');
}

/** What became of an address, and how whoever did not want it takes it back. */
export interface AddressNews {
  readonly of: 'ADDED' | 'REMOVED';
  /** So that whoever reads it over a shoulder learns little: `m…@e….org`. */
  readonly masked: string;
  readonly undo: string;
}

export function addressMail({ address, language }: Contact, { of, masked, undo }: AddressNews): Mail {
  const words = WORDS[language];
  return mail(address, language, words.subject, [words[of](masked), words.undo, { href: undo }, words.undoEnd]);
}

/** What was done to an address without her: it is hers again, or was taken from her. */
export type OthersNews = 'back' | 'disowned';

/** @param href of her page. */
export function othersMail({ address, language }: Contact, of: OthersNews, masked: string, href: string): Mail {
  const words = WORDS[language];
  return mail(address, language, words.subject, [words[of](masked), words.yours, { href }]);
}
