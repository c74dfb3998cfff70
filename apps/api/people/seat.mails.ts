import type { SeatRole } from '@maillage/kernel';
import type { Contact, Mail, PersonLanguage } from '@maillage/platform';
import { mail, named, quoted, type NamedOrganisation } from './mails.js';

/**
 * What its other ADMINs are told of: she accepted an invitation, was admitted as she had asked, took a seat by a link that was made
 * on the server, or may do more than before; or no mail reaches her.
 */
export type ForAdmins = 'GIVEN' | 'ADMITTED' | 'BY_LINK' | 'RAISED' | 'SILENT';

/** What became of a seat. */
export type SeatNews =
  | { readonly of: ForAdmins; readonly organisation: NamedOrganisation | undefined; readonly to: string }
  | { readonly of: 'CHANGED'; readonly organisation: NamedOrganisation | undefined; readonly role: SeatRole }
  | { readonly of: 'TAKEN'; readonly organisation: NamedOrganisation | undefined };

interface Words {
  readonly subject: Readonly<Record<SeatNews['of'], string>>;
  readonly given: Readonly<Record<ForAdmins, (to: string, organisation: string) => string>>;
  readonly nameless: string;
  readonly changed: (organisation: string) => string;
  readonly role: Readonly<Record<SeatRole, string>>;
  readonly taken: (organisation: string) => string;
  readonly surprised: string;
  readonly surprisedAdmin: string;
}

const WORDS: Readonly<Record<PersonLanguage, Words>> = {
  en: {
    subject: {
      GIVEN: 'Somebody may act for your organisation now',
      ADMITTED: 'Somebody may act for your organisation now',
      BY_LINK: 'Somebody may act for your organisation now',
      RAISED: 'Somebody may do more for your organisation now',
      SILENT: 'A mailbox of your organisation takes no mail',
      CHANGED: 'What you may do for an organisation has changed',
      TAKEN: 'You act for an organisation no more',
    },
    given: {
      GIVEN: (to, organisation) => `${to} accepted an invitation, and may act for ${organisation} in Maillage now.`,
      ADMITTED: (to, organisation) =>
        `${to} asked for a seat and was admitted by another administrator: they may act for ${organisation} in Maillage now.`,
      BY_LINK: (to, organisation) =>
        `${to} opened a link that was made on the server, and may administer ${organisation} in Maillage now.`,
      RAISED: (to, organisation) =>
        `Another administrator of ${organisation} lets ${to} do more for it in Maillage than before.`,
      SILENT: (to, organisation) =>
        `No mail reaches ${to}, who may act for ${organisation} in Maillage: the server of the mailbox says that there is none. Nothing more is sent there but what is asked for to sign in. Whoever has left should have no seat.`,
    },
    nameless: 'Somebody',
    changed: (organisation) => `An administrator of ${organisation} changed what you may do for it in Maillage.`,
    role: {
      ADMIN: 'You may record and decide for it, and say who else may.',
      WRITER: 'You may record for it.',
      READER: 'You may see what it sees.',
    },
    taken: (organisation) =>
      `An administrator of ${organisation} took back your seat: you act for it in Maillage no more. What you recorded stays.`,
    surprised: 'If this surprises you, ask those who administer it. Your page:',
    surprisedAdmin: 'If this surprises you, look at who may act for it:',
  },
  fr: {
    subject: {
      GIVEN: 'Quelqu’un peut désormais agir pour votre organisation',
      ADMITTED: 'Quelqu’un peut désormais agir pour votre organisation',
      BY_LINK: 'Quelqu’un peut désormais agir pour votre organisation',
      RAISED: 'Quelqu’un peut désormais faire davantage pour votre organisation',
      SILENT: 'Une boîte aux lettres de votre organisation ne reçoit pas de messages',
      CHANGED: 'Ce que vous pouvez faire pour une organisation a changé',
      TAKEN: 'Vous n’agissez plus pour une organisation',
    },
    given: {
      GIVEN: (to, organisation) =>
        `${to} a accepté une invitation et peut désormais agir pour ${organisation} dans Maillage.`,
      ADMITTED: (to, organisation) =>
        `${to} a demandé une place, et quelqu’un qui administre ${organisation} avec vous la lui a donnée dans Maillage.`,
      BY_LINK: (to, organisation) =>
        `${to} a ouvert un lien fait sur le serveur et peut désormais administrer ${organisation} dans Maillage.`,
      RAISED: (to, organisation) =>
        `Quelqu’un qui administre ${organisation} avec vous a permis davantage dans Maillage à la personne suivante\u00a0: ${to}.`,
      SILENT: (to, organisation) =>
        `Aucun message n’arrive à une personne qui peut agir pour ${organisation} dans Maillage (${to})\u00a0: le serveur dit que sa boîte aux lettres n’existe pas. Nous n’y envoyons plus que ce qu’on demande pour se connecter. Qui est parti ne devrait plus avoir de place.`,
    },
    nameless: 'Quelqu’un',
    changed: (organisation) =>
      `Qui administre ${organisation} a changé ce que vous pouvez faire pour elle dans Maillage.`,
    role: {
      ADMIN: 'Vous pouvez saisir et décider pour elle, et dire qui d’autre le peut.',
      WRITER: 'Vous pouvez saisir pour elle.',
      READER: 'Vous pouvez voir ce qu’elle voit.',
    },
    taken: (organisation) =>
      `Qui administre ${organisation} a repris votre place\u00a0: vous n’agissez plus pour elle dans Maillage. Ce que vous avez saisi reste.`,
    surprised: 'Si cela vous surprend, demandez à qui l’administre. Votre page\u00a0:',
    surprisedAdmin: 'Si cela vous surprend, regardez qui peut agir pour elle\u00a0:',
  },
};

export function seatMail({ address, language }: Contact, news: SeatNews, href: string): Mail {
  const words = WORDS[language];
  const organisation = named(news.organisation, language);
  return mail(address, language, words.subject[news.of], [...said(), { href }]);

  function said(): readonly string[] {
    switch (news.of) {
      case 'GIVEN':
      case 'ADMITTED':
      case 'BY_LINK':
      case 'RAISED':
      case 'SILENT': {
        const to = news.to === '' ? words.nameless : quoted(news.to);
        return [words.given[news.of](to, organisation), words.surprisedAdmin];
      }
      case 'CHANGED':
        return [words.changed(organisation), words.role[news.role], words.surprised];
      case 'TAKEN':
        return [words.taken(organisation), words.surprised];
    }
  }
}
