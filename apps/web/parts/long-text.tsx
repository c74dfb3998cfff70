import { useState } from 'react';
import { FormattedMessage } from 'react-intl';

const SHOWN_AT_FIRST = 320;

/** The beginning of a text, up to a word's end. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Somebody's words, of whatever length: the beginning, and all of it on demand. */
export function LongText({ text, most = SHOWN_AT_FIRST }: { readonly text: string; readonly most?: number }) {
  const [all, setAll] = useState(false);
  // Two lines more are not worth a button.
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
