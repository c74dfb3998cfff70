import { createContext, use, useCallback, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Refusals } from './language-list.js';

/** What the server answered instead of what was asked for: its English sentence, and the code it goes by. */
export interface Said {
  readonly code: string | undefined;
  readonly message: string;
}

/** Nothing where the pages speak the server's own language. */
export const RefusalsContext = createContext<Refusals | undefined>(undefined);

/** Only there does the sentence of the server know more than its code: which of many rules was broken, and how, or how much is left. */
const SPECIFIC = new Set(['INVALID_INPUT', 'BAD_USER_INPUT', 'QUOTA_EXCEEDED']);

/** Says in the language of the pages what the server said in English. A code nobody knows here is told in English still. */
export function useSaid(at?: 'signIn'): (said: Said) => ReactNode {
  const translated = use(RefusalsContext);
  return useCallback(
    ({ code = '', message }) => {
      if (translated === undefined) return message;
      const { refusals, signInRefusals } = translated;
      const sentence = (at === undefined ? undefined : signInRefusals[code]) ?? refusals[code];
      const english = <span lang="en">{message}</span>;
      if (sentence === undefined) return english;
      if (!SPECIFIC.has(code) || message === '') return sentence;
      return (
        <>
          {sentence} <FormattedMessage id="failed.inEnglish" values={{ message: english }} />
        </>
      );
    },
    [translated, at],
  );
}

/** The same as an element, for where no hook can be. */
export function SaidByServer({ at, ...said }: Said & { readonly at?: 'signIn' | undefined }) {
  return useSaid(at)(said);
}
