import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { CombinedError } from 'urql';
import { codeOf } from '../shell/graphql/error-code.js';
import { SaidByServer } from '../i18n/refusal-text.js';
import { Button } from './button.js';

export type Tone = 'neutral' | 'good' | 'warning' | 'bad';

export function Notice({
  tone = 'neutral',
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`}>
      {title !== undefined && <strong>{title}</strong>} {children}
    </div>
  );
}

export function Loading() {
  return (
    <p className="quiet" role="status">
      <FormattedMessage id="loading" />
    </p>
  );
}

export function Failed({ error, retry }: { readonly error: CombinedError; readonly retry: () => void }) {
  const [first] = error.graphQLErrors;
  const requestId = first?.extensions['requestId'];
  return (
    <div role="alert">
      <Notice tone="bad" title={<FormattedMessage id="failed.title" />}>
        {first === undefined ? (
          <FormattedMessage id="lost.text" />
        ) : (
          <SaidByServer code={codeOf(first)} message={first.message} />
        )}{' '}
        {typeof requestId === 'string' && <FormattedMessage id="failed.requestId" values={{ id: requestId }} />}
      </Notice>
      <Button onPress={retry}>
        <FormattedMessage id="failed.retry" />
      </Button>
    </div>
  );
}
