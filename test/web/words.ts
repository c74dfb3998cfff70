import { createIntl, type IntlShape } from 'react-intl';
import { LANGUAGES, languages, type Language } from '../../apps/web/i18n/language-list.js';
import type { Messages } from '../../apps/web/generated/messages/en.js';

export type { Language };
export type Message = keyof Messages;

const spoken = new Map<Language, IntlShape>();
for (const language of languages) {
  const { locale, load } = LANGUAGES[language];
  spoken.set(language, createIntl({ locale, messages: (await load()).default }));
}

/** For what the pages write by functions of their own: days, amounts. */
export function intlOf(language: Language): IntlShape {
  return spoken.get(language)!;
}

/** What the pages say, in a language: a test finds a button by the words people find it by. */
export function words(language: Language) {
  return (id: Message, values: Readonly<Record<string, string | number>> = {}): string =>
    intlOf(language).formatMessage({ id }, values);
}
