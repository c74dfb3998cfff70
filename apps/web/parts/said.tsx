import { FormattedMessage } from 'react-intl';
import type { Disclosure } from '../generated/graphql/schema.js';
import { LongText } from './long-text.js';

/** What somebody wrote, or why it is not shown. */
export function Said({
  said,
}: {
  /** Null where nothing was written. */
  readonly said: { readonly text: string | null; readonly disclosure: Disclosure } | null;
}) {
  if (said === null) return null;
  const { text, disclosure } = said;
  switch (disclosure) {
    case 'WITHHELD':
    case 'ERASED':
    case 'MISSING':
      return (
        <p className="quiet withheld">
          <FormattedMessage id={`disclosure.${disclosure}`} />
        </p>
      );
    case 'PRIVATE':
      return (
        <>
          <Quoted text={text} />
          <p className="help">
            <FormattedMessage id="said.private" />
          </p>
        </>
      );
    case 'PUBLIC':
      return <Quoted text={text} />;
  }
}

function Quoted({ text }: { readonly text: string | null }) {
  return (
    <blockquote>
      <LongText text={text ?? ''} />
    </blockquote>
  );
}
