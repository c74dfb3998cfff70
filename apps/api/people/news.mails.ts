import type { Mail, PersonLanguage } from '@maillage/platform';
import { mail, named, type NamedOrganisation } from './mails.js';

type Words = readonly [subject: string, text: (organisation: string) => string, end: string];

/** What somebody is told who waits for an answer, or is asked for one. */
const NEWS = {
  en: {
    REGISTERED: [
      'Your organisation is registered',
      (organisation) =>
        `${organisation} is registered in Maillage, and you administer it. That is not a confirmation of who it is: “not confirmed” stands beside its name until the operator has looked at a register.`,
      'Its desk, and who may act for it, are on your page:',
    ],
    NOT_REGISTERED: [
      'Your application was not accepted',
      (organisation) =>
        `The operator did not register ${organisation}. It may be there already, under this name or another: look for it and ask for a seat, or ask the operator.`,
      'Your page:',
    ],
    RENAMED: [
      'Your organisation has its new name',
      (organisation) => `The operator recorded the name that you asked for: ${organisation}.`,
      'Its page:',
    ],
    NOT_RENAMED: [
      'A name was not accepted',
      (organisation) =>
        `The operator did not record the name ${organisation}; yours stays as it was. It may be another one’s, or a public body’s: ask the operator.`,
      'The page of your organisation:',
    ],
    ASKED: [
      'Somebody asks to act for your organisation',
      (organisation) =>
        `Somebody asks you for a seat in ${organisation}, which you administer. Who it is stands on the page where you admit or decline; if you do not know them, decline.`,
      'It waits for 30 days:',
    ],
    TO_REGISTER: [
      'An organisation waits to be registered',
      (organisation) =>
        `${organisation} would be registered, and waits for your word as the operator. Mails of this kind come once an hour at most: others may wait there, too.`,
      'All that waits for you:',
    ],
    TO_RENAME: [
      'The name of an organisation waits for you',
      (organisation) =>
        `An organisation would be called ${organisation}, and waits for your word as the operator. Mails of this kind come once an hour at most: others may wait there, too.`,
      'All that waits for you:',
    ],
    MORE_WAITS: [
      'More waits for the operator',
      () => 'Since we last wrote to you, organisations asked to be registered or renamed, and wait for your word.',
      'All that waits for you:',
    ],
  },
  fr: {
    REGISTERED: [
      'Votre organisation est inscrite',
      (organisation) =>
        `${organisation} est inscrite dans Maillage, et vous l’administrez. Cela ne confirme pas qui elle est : « non confirmée » reste à côté de son nom tant que l’exploitant n’a pas consulté un registre.`,
      'Son bureau, et qui peut agir pour elle, sont sur votre page :',
    ],
    NOT_REGISTERED: [
      'Votre demande n’a pas été acceptée',
      (organisation) =>
        `L’exploitant n’a pas inscrit ${organisation}. Elle y est peut-être déjà, sous ce nom ou un autre : cherchez-la et demandez une place, ou interrogez l’exploitant.`,
      'Votre page :',
    ],
    RENAMED: [
      'Votre organisation a son nouveau nom',
      (organisation) => `L’exploitant a inscrit le nom que vous avez demandé\u00a0: ${organisation}.`,
      'Sa page\u00a0:',
    ],
    NOT_RENAMED: [
      'Un nom n’a pas été accepté',
      (organisation) =>
        `L’exploitant n’a pas inscrit le nom ${organisation}\u202f; le vôtre reste comme il était. C’est peut-être celui d’une autre, ou d’un organisme public\u00a0: interrogez l’exploitant.`,
      'La page de votre organisation\u00a0:',
    ],
    ASKED: [
      'Quelqu’un demande à agir pour votre organisation',
      (organisation) =>
        `Quelqu’un vous demande une place dans ${organisation}, que vous administrez. La page où vous acceptez ou refusez dit de qui il s’agit ; si vous ne connaissez pas cette personne, refusez.`,
      'La demande attend 30 jours :',
    ],
    TO_REGISTER: [
      'Une organisation attend d’être inscrite',
      (organisation) =>
        `${organisation} demande à être inscrite et attend votre réponse d’exploitant. Ces messages viennent une fois par heure au plus\u00a0: d’autres demandes attendent peut-être aussi.`,
      'Tout ce qui vous attend\u00a0:',
    ],
    TO_RENAME: [
      'Le nom d’une organisation vous attend',
      (organisation) =>
        `Une organisation demande à s’appeler ${organisation} et attend votre réponse d’exploitant. Ces messages viennent une fois par heure au plus\u00a0: d’autres demandes attendent peut-être aussi.`,
      'Tout ce qui vous attend\u00a0:',
    ],
    MORE_WAITS: [
      'D’autres demandes attendent l’exploitant',
      () =>
        'Depuis notre dernier message, des organisations ont demandé à être inscrites ou à changer de nom et attendent votre réponse.',
      'Tout ce qui vous attend\u00a0:',
    ],
  },
} as const satisfies Readonly<Record<PersonLanguage, Readonly<Record<string, Words>>>>;

export function newsMail(
  to: string,
  language: PersonLanguage,
  news: {
    readonly of: keyof (typeof NEWS)['en'];
    readonly organisation: NamedOrganisation | undefined;
    readonly link: string;
  },
): Mail {
  const [subject, text, end] = NEWS[language][news.of];
  return mail(to, language, subject, [text(named(news.organisation, language)), end, { href: news.link }]);
}
