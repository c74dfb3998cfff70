import type { Language as ApiLanguage } from '../generated/graphql/schema.js';
import type { Messages } from '../generated/messages/en.js';

type SentenceByCode = Readonly<Record<string, string>>;

/** What the server says, by the occasion and then by the code. */
export interface Refusals {
  readonly refusals: SentenceByCode;
  readonly signInRefusals: SentenceByCode;
}

/** What a language's folder of messages says. */
interface Spoken {
  readonly default: Messages;
  /** For what the server says in English. */
  readonly refusals?: Refusals;
}

interface LanguageEntry {
  /** As it calls itself. */
  readonly name: string;
  /** Of dates, numbers and money. */
  readonly locale: string;
  /** In which the API is asked for its own texts: the same, or the nearest that it has. */
  readonly api: ApiLanguage;
  readonly load: () => Promise<Spoken>;
}

/** By tag, which browsers know them by. A new language is a line here and a folder of messages. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB', api: 'EN', load: () => import('../generated/messages/en.js') },
  fr: { name: 'Français', locale: 'fr-FR', api: 'FR', load: () => import('../generated/messages/fr.js') },
} as const satisfies Readonly<Record<string, LanguageEntry>>;

export type Language = keyof typeof LANGUAGES;

export const languages = Object.keys(LANGUAGES) as readonly Language[];
