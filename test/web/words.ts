import { createIntl, type IntlShape } from 'react-intl';
import english from '../../apps/web/i18n/messages/en/index.js';
import french from '../../apps/web/i18n/messages/fr/index.js';

export type Language = 'en' | 'fr';
export type Message = keyof typeof english;

const spoken: Readonly<Record<Language, IntlShape>> = {
  en: createIntl({ locale: 'en-GB', messages: english }),
  fr: createIntl({ locale: 'fr-FR', messages: french }),
};

/** What the pages say, in a language: a test finds a button by the words people find it by. */
export function words(language: Language) {
  return (id: Message, values: Readonly<Record<string, string | number>> = {}): string =>
    spoken[language].formatMessage({ id }, values);
}
