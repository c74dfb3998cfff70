import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import type { Messages } from './messages/en/index.js';
import { RefusalsContext, type Refusals } from './refusal-text.js';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The locale of dates, numbers and money in each language. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };
const KEPT_AS = 'maillage.language';

interface Spoken {
  readonly default: Messages;
  /** For what the server says in English. */
  readonly refusals?: Refusals;
}

const loading: Readonly<Record<Language, () => Promise<Spoken>>> = {
  en: () => import('./messages/en/index.js'),
  fr: () => import('./messages/fr/index.js'),
};

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Choice>({ language: 'en', choose: () => undefined });

/** The language the pages speak now, and how to change it. */
export function useLanguage(): Choice {
  return use(LanguageContext);
}

/** As GraphQL names it. */
export function useApiLanguage(): 'EN' | 'FR' {
  return useLanguage().language === 'fr' ? 'FR' : 'EN';
}

function preferred(): Language {
  const kept = read();
  const wanted = kept === null ? navigator.languages : [kept];
  for (const each of wanted) {
    const found = LANGUAGES.find((language) => each.toLowerCase().startsWith(language));
    if (found !== undefined) return found;
  }
  return 'en';
}

/** A browser may forbid storage; the choice then lasts as long as the page. */
function read(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language);
  } catch {
    // Nothing to be done, and nothing lost but the choice.
  }
}

export function Languages({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(preferred);
  const [spoken, setSpoken] = useState<Spoken & { readonly language: Language }>();
  useEffect(() => {
    let current = true;
    void loading[language]().then((messages) => {
      if (!current) return;
      document.documentElement.lang = language;
      setSpoken({ language, ...messages });
    });
    return () => {
      current = false;
    };
  }, [language]);
  const choose = useCallback((wanted: Language) => {
    keep(wanted);
    setLanguage(wanted);
  }, []);
  const choice = useMemo(() => ({ language, choose }), [language, choose]);
  if (spoken === undefined) return null;
  const locale = LOCALES[spoken.language];
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={locale} messages={spoken.default}>
        <RefusalsContext value={spoken.refusals}>
          <I18nProvider locale={locale}>{children}</I18nProvider>
        </RefusalsContext>
      </IntlProvider>
    </LanguageContext>
  );
}
