import { FormattedMessage } from 'react-intl';
import { shortened } from './shortened.js';

/** What is promised, in the words of those who promise it; a proposal's words are its parties' alone until one accepts. */
export function PromiseText({ text, most }: { readonly text: string | null; readonly most: number }) {
  return text === null ? <FormattedMessage id="promise.hidden" /> : shortened(text, most);
}
