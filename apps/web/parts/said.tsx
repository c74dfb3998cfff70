import { FormattedMessage } from 'react-intl';
import type { Disclosure } from '../generated/graphql/schema.js';
import { LongText } from './long-text.js';

/** What somebody wrote, or why it is not shown. */
export function Said({
  text,
  disclosure,
}: {
  readonly text: string | null;
  /** Null where nothing was written. */
  readonly disclosure: Disclosure | null;
}) {
  switch (disclosure) {
    case null:
      return text === null ? null : <Quoted text={text} />;
    case 'WITHHELD':
    case 'ERASED':
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
