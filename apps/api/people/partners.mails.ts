import type { Mail, MailedInvitation, PersonLanguage } from '@maillage/platform';
import { mail, named, quoted, type NamedOrganisation } from './mails.js';

interface Words {
  readonly subject: string;
  readonly who: (by: string, organisation: string, mission: string) => string;
  readonly nameless: string;
  readonly unconfirmed: string;
  readonly how: string;
  readonly ends: string;
  readonly stop: string;
}

const WORDS: Readonly<Record<PersonLanguage, Words>> = {
  en: {
    subject: 'An invitation to a mission on Maillage',
    who: (by, organisation, mission) =>
      `${by} of ${organisation} gave us your address, to invite your organisation to take part in “${mission}”.`,
    nameless: 'Somebody',
    unconfirmed: 'Who that organisation is has not been confirmed by the operator of this ledger.',
    how: 'Open this link, choose your organisation or register it, and accept there. It is for this very address:',
    ends: 'The invitation waits for 30 days; then your address is erased here. Nothing happens unless you accept.',
    stop: 'If you never want to be invited by anybody here again, say so here:',
  },
  fr: {
    subject: 'Une invitation à une mission sur Maillage',
    who: (by, organisation, mission) =>
      `${by}, de ${organisation}, nous a donné votre adresse pour inviter votre organisation à prendre part à «\u00a0${mission}\u00a0».`,
    nameless: 'Quelqu’un',
    unconfirmed: 'L’identité de cette organisation n’a pas été confirmée par l’exploitant de ce registre.',
    how: 'Ouvrez ce lien, choisissez votre organisation ou inscrivez-la, et acceptez là. Il vaut pour cette adresse même\u00a0:',
    ends: 'L’invitation attend 30 jours, puis votre adresse est effacée ici. Rien ne se passe si vous n’acceptez pas.',
    stop: 'Si vous ne voulez plus jamais être invité ici par personne, dites-le ici\u00a0:',
  },
};

export interface PartnerInvitation {
  /** Whoever sent it, by name; empty where she said none. */
  readonly by: string;
  readonly inviter: NamedOrganisation | undefined;
  readonly mission: string;
  /** The page where invitations are answered. */
  readonly link: string;
}

export function partnerMail(
  { invitationId, address, language, proof, stop }: MailedInvitation,
  invitation: PartnerInvitation,
): Mail {
  const words = WORDS[language];
  const { by, inviter, mission, link } = invitation;
  const sender = by === '' ? words.nameless : quoted(by);
  const lines = [
    words.who(sender, named(inviter, language), quoted(mission)),
    ...(inviter?.confirmed === true ? [] : [words.unconfirmed]),
    words.how,
    { href: `${link}#invitation=${proof}` },
    words.ends,
    words.stop,
    { href: `${link}#stop=${stop}` },
  ];
  return { ...mail(address, language, words.subject, lines), invitationId };
}
