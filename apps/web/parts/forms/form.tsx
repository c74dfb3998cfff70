import { useEffect, useRef, type SubmitEvent, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { Failure } from '../../shell/graphql/use-recording.js';
import { SaidByServer } from '../../i18n/refusal-text.js';
import { Button } from '../button.js';
import { Notice } from '../notice.js';

/** A form with one thing to send. The browser checks nothing: the fields and the server say what is missing, in the page's language. */
export function RecordForm({
  label,
  sending,
  failure,
  failureText,
  onSubmit,
  send,
  sendingText,
  children,
}: {
  readonly label: string;
  readonly sending: boolean;
  readonly failure: Failure | undefined;
  /** In place of the server's sentence. */
  readonly failureText?: ReactNode;
  readonly onSubmit: () => void;
  readonly send?: ReactNode;
  readonly sendingText?: ReactNode;
  readonly children: ReactNode;
}) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate className="form" aria-label={label} onSubmit={submit}>
      {children}
      {/* Not disabled while sending: focus would be lost. A second press does nothing. */}
      <Button type="submit" look="primary" isPending={sending}>
        {sending
          ? (sendingText ?? <FormattedMessage id="form.sending" />)
          : (send ?? <FormattedMessage id="form.send" />)}
      </Button>
      {/* Below the button, which must not move when the notice goes: a double click would hit something else. */}
      {failure !== undefined && <FailureNotice failure={failure} text={failureText} />}
    </form>
  );
}

/** Takes the focus, so that it is read out and seen wherever the page was scrolled to. */
export function FailureNotice({
  failure,
  title = <FormattedMessage id="form.refused" />,
  text,
  at,
}: {
  readonly failure: Failure;
  readonly title?: ReactNode;
  /** In place of the server's sentence. */
  readonly text?: ReactNode;
  /** Where a code means something else than elsewhere. */
  readonly at?: 'signIn';
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, [failure]);
  return (
    <div ref={place} tabIndex={-1} role="alert" className="failure">
      {(failure.kind === 'refused' || failure.kind === 'failed') && (
        <Notice tone="bad" title={title}>
          {text ?? <SaidByServer {...failure} at={at} />}
        </Notice>
      )}
      {failure.kind === 'lost' && (
        <Notice tone="warning" title={<FormattedMessage id="lost.title" />}>
          <FormattedMessage id="lost.text" />
        </Notice>
      )}
      {failure.kind === 'signedOut' && (
        <Notice tone="warning" title={title}>
          <FormattedMessage id="session.over" />{' '}
          <a href="/sign-in" target="_blank" rel="noopener">
            <FormattedMessage id="session.signInAgain" />
          </a>
        </Notice>
      )}
    </div>
  );
}
