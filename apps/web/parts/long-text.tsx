import { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { shortened } from './shortened.js';

const SHOWN_AT_FIRST = 320;

/** Somebody's words, of whatever length: the beginning, and all of it on demand. */
export function LongText({ text, most = SHOWN_AT_FIRST }: { readonly text: string; readonly most?: number }) {
  const [all, setAll] = useState(false);
  // A text that is only slightly longer is shown whole.
  if (text.length <= most * 1.3) return <p className="words">{text}</p>;
  return (
    <p className="words">
      {all ? text : shortened(text, most)}{' '}
      <button
        type="button"
        className="plain"
        aria-expanded={all}
        onClick={() => {
          setAll(!all);
        }}
      >
        <FormattedMessage id={all ? 'less.text' : 'more.text'} />
      </button>
    </p>
  );
}
