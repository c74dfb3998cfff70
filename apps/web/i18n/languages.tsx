import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import type { Language as ApiLanguage } from '../generated/graphql/schema.js';
import { LANGUAGES, languages, type Language, type Refusals } from './language-list.js';
import type { Messages } from '../generated/messages/en.js';
import { WithTerms } from '../parts/terms.js';
import { RefusalsContext } from './refusal-text.js';

const FIRST: Language = 'en';
const KEPT_AS = 'maillage.language';

interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
  readonly refusals: Refusals | undefined;
}

interface Choice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const LanguageContext = createContext<Choice>({ language: FIRST, choose: () => undefined });

/** The language the pages speak now, and how to change it. */
export function useLanguage(): Choice {
  return use(LanguageContext);
}

/** In which to ask the API for its own texts. */
export function useApiLanguage(): ApiLanguage {
  return LANGUAGES[useLanguage().language].api;
}

async function load(language: Language): Promise<Spoken> {
  const loaded: { readonly default: Messages; readonly refusals?: Refusals } = await LANGUAGES[language].load();
  return { language, messages: loaded.default, refusals: loaded.refusals };
}

function preferred(): Language {
  const kept = read();
  const wanted = kept === null ? navigator.languages : [kept];
  for (const each of wanted) {
    const found = languages.find((language) => each.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return FIRST;
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
  const [spoken, setSpoken] = useState<Spoken>();
  useEffect(() => {
    let current = true;
    void load(language).then((loaded) => {
      if (!current) return;
      document.documentElement.lang = language;
      setSpoken(loaded);
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
  const { locale } = LANGUAGES[spoken.language];
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={locale} messages={spoken.messages} textComponent={WithTerms}>
        <RefusalsContext value={spoken.refusals}>
          <I18nProvider locale={locale}>{children}</I18nProvider>
        </RefusalsContext>
      </IntlProvider>
    </LanguageContext>
  );
}
