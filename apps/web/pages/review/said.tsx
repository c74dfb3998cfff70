import { FormattedMessage } from 'react-intl';
import type { Disclosure } from '../../generated/operations.js';

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
      return text === null ? null : <blockquote>{text}</blockquote>;
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
          <blockquote>{text}</blockquote>
          <p className="help">
            <FormattedMessage id="said.private" />
          </p>
        </>
      );
    case 'PUBLIC':
      return <blockquote>{text}</blockquote>;
  }
}
