import { FormattedMessage } from 'react-intl';
import type { TermsLineFragment } from '../generated/graphql/parts/terms-line.js';
import { Day, Quantity } from '../i18n/format.js';

/** In one line: what is promised, how much of it was delivered, and when it is due. */
export function TermsLine({
  commitment: { kind, quantity, delivered, dueOn },
}: {
  readonly commitment: TermsLineFragment;
}) {
  return (
    <>
      <FormattedMessage id={`kind.${kind}`} />
      {' · '}
      {quantity === null ? (
        <FormattedMessage id="promise.unquantified" />
      ) : (
        <FormattedMessage
          id="promise.delivered"
          values={{
            promised: <Quantity {...quantity} />,
            delivered: <Quantity amount={delivered?.amount ?? '0'} unit={quantity.unit} />,
          }}
        />
      )}
      {' · '}
      {dueOn === null ? (
        <FormattedMessage id="promise.noDueDate" />
      ) : (
        <FormattedMessage id="promise.dueOn" values={{ on: <Day date={dueOn} /> }} />
      )}
    </>
  );
}
