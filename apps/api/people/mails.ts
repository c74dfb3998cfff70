import type { SeatRole } from '@maillage/kernel';
import type { Mail, PersonLanguage } from '@maillage/platform';

interface SignInWords {
  readonly subject: string;
  readonly why: string;
  readonly how: string;
  readonly code: (code: string) => string;
  readonly ends: string;
  readonly ignore: string;
}

const SIGN_IN: Readonly<Record<PersonLanguage, SignInWords>> = {
  en: {
    subject: 'Sign in to Maillage',
    why: 'Somebody, you most likely, asked to sign in to Maillage with this address.',
    how: 'To sign in, open this link and press the button there:',
    code: (code) => `Or type this code where you asked for it: ${code}`,
    ends: 'Link and code work once, within 15 minutes.',
    ignore: 'If you did not ask, leave this mail alone, and tell nobody the code: nothing happens then.',
  },
  fr: {
    subject: 'Se connecter à Maillage',
    why: 'Quelqu’un, sans doute vous, a demandé à se connecter à Maillage avec cette adresse.',
    how: 'Pour vous connecter, ouvrez ce lien et appuyez sur le bouton qui s’y trouve :',
    code: (code) => `Ou saisissez ce code là où vous l’avez demandé : ${code}`,
    ends: 'Le lien et le code servent une seule fois, dans les 15 minutes.',
    ignore: 'Si vous n’avez rien demandé, laissez ce message et ne donnez le code à personne : rien ne se passera.',
  },
};

/** @param code absent where an address had too many of them for today. */
export function signInMail(
  to: string,
  language: PersonLanguage,
  { link, code }: { readonly link: string; readonly code: string | undefined },
): Mail {
  const words = SIGN_IN[language];
  const lines = [words.why, words.how, { href: link }, ...(code === undefined ? [] : [words.code(code)])];
  return mail(to, language, words.subject, [...lines, words.ends, words.ignore], 'ASKED');
}

interface InvitationWords {
  readonly subject: string;
  readonly who: (by: string, organisation: string) => string;
  readonly nameless: string;
  readonly role: Readonly<Record<SeatRole, string>>;
  readonly how: string;
  readonly ends: string;
  readonly stop: string;
}

const INVITATION: Readonly<Record<PersonLanguage, InvitationWords>> = {
  en: {
    subject: 'An invitation to Maillage',
    who: (by, organisation) => `${by} gave us your address, to invite you to act for ${organisation} in Maillage.`,
    nameless: 'Somebody there',
    role: {
      ADMIN: 'You could record for it, and say who else may.',
      WRITER: 'You could record for it.',
      READER: 'You could see what it sees.',
    },
    how: 'Sign in with this very address; the invitation waits on your page:',
    ends: 'It waits for 14 days. If you do not know them, leave this mail alone: nothing happens then.',
    stop: 'If you never want to be invited by anybody here again, say so here:',
  },
  fr: {
    subject: 'Une invitation à Maillage',
    who: (by, organisation) =>
      `${by} nous a donné votre adresse, pour vous inviter à agir pour ${organisation} dans Maillage.`,
    nameless: 'Quelqu’un de cette organisation',
    role: {
      ADMIN: 'Vous pourriez saisir pour elle, et dire qui d’autre le peut.',
      WRITER: 'Vous pourriez saisir pour elle.',
      READER: 'Vous pourriez voir ce qu’elle voit.',
    },
    how: 'Connectez-vous avec cette adresse même ; l’invitation attend sur votre page :',
    ends: 'Elle attend 14 jours. Si vous ne les connaissez pas, laissez ce message : rien ne se passera.',
    stop: 'Si vous ne voulez plus jamais être invité ici par personne, dites-le ici\u00a0:',
  },
};

export function invitationMail(
  to: string,
  language: PersonLanguage,
  invitation: {
    readonly by: string;
    readonly organisation: NamedOrganisation | undefined;
    readonly role: SeatRole;
    readonly link: string;
    readonly stop: string;
  },
): Mail {
  const words = INVITATION[language];
  const { by, organisation, role, link, stop } = invitation;
  const who = words.who(by === '' ? words.nameless : quoted(by), named(organisation, language));
  return mail(to, language, words.subject, [
    who,
    words.role[role],
    words.how,
    { href: link },
    words.ends,
    words.stop,
    { href: stop },
  ]);
}

/** As pages know it: who it is stays its own word until the operator has looked at a register. */
export interface NamedOrganisation {
  readonly name: string;
  readonly confirmed: boolean;
}

const NAMED: Readonly<Record<PersonLanguage, (name: string) => string>> = {
  en: (name) => `“${name}”`,
  fr: (name) => `«\u00a0${name}\u00a0»`,
};
const UNCONFIRMED: Readonly<Record<PersonLanguage, string>> = { en: 'not confirmed', fr: 'non confirmée' };

/** An organisation's name in a mail, behind which it stands where nobody has confirmed who that is. */
export function named(organisation: NamedOrganisation | undefined, language: PersonLanguage): string {
  const name = NAMED[language](quoted(organisation?.name ?? ''));
  return organisation?.confirmed === true ? name : `${name} (${UNCONFIRMED[language]})`;
}

/** Others' words in a mail of ours: in one line, and so that no program makes a link of them. */
export function quoted(words: string): string {
  return words
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/[:./@]+(?=\S)/g, (marks) => `${marks} `)
    .trim()
    .slice(0, 100);
}

type Line = string | { readonly href: string };

export function mail(
  to: string,
  language: PersonLanguage,
  subject: string,
  lines: readonly Line[],
  purpose: Mail['purpose'] = 'NOTICE',
): Mail {
  const paragraphs = lines.map((line) => {
    if (typeof line === 'string') return `<p>${escaped(line)}</p>`;
    const address = escaped(line.href);
    return `<p><a href="${address}">${address}</a></p>`;
  });
  return {
    to,
    subject,
    text: `${lines.map((line) => (typeof line === 'string' ? line : line.href)).join('\n\n')}\n`,
    html: document(language, subject, paragraphs.join('\n')),
    purpose,
  };
}

/** @param title as text. @param body as HTML. */
export function document(language: PersonLanguage, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title></head>
<body><main>
${body}
</main></body>
</html>
`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
