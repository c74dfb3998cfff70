import { FormattedMessage } from 'react-intl';
import type { Evidence } from '../generated/graphql/schema.js';
import { Day } from '../i18n/format.js';
import { Badge } from './badge.js';
import { EvidenceBadge } from './state-badge.js';

interface Attested {
  readonly evidence: Evidence;
  readonly disputed: boolean;
  readonly period: { readonly from: string; readonly to: string };
}

/** How well a contribution is attested, whether somebody disputes it, and when it was given. */
export function AttestedLine({ evidence, disputed, period }: Attested) {
  return (
    <>
      <EvidenceBadge evidence={evidence} />
      {disputed && (
        <Badge tone="warning">
          <FormattedMessage id="reviewForm.disputed" />
        </Badge>
      )}
      <span className="quiet">
        <Day date={period.from} />
        {period.to !== period.from && (
          <>
            {' – '}
            <Day date={period.to} />
          </>
        )}
      </span>
    </>
  );
}
