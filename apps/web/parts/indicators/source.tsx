import { FormattedMessage } from 'react-intl';

/** Where an indicator's figures come from, or that it does not say. */
export function IndicatorSource({ source }: { readonly source: string | null }) {
  return (
    <p>
      {source === null ? (
        <FormattedMessage id="indicator.noSource" />
      ) : (
        <FormattedMessage id="indicator.source" values={{ source }} />
      )}
    </p>
  );
}
