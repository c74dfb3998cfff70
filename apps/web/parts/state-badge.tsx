import { FormattedMessage } from 'react-intl';
import type { CommitmentState, Evidence } from '../generated/graphql/schema.js';
import { Badge } from './badge.js';

/** How a promise stands. Overdue and withdrawn are facts to learn from, so that neither is shown as a fault. */
export function StateBadge({ state }: { readonly state: CommitmentState }) {
  return (
    <Badge tone={state === 'KEPT' ? 'good' : 'neutral'}>
      <FormattedMessage id={`state.${state}`} />
    </Badge>
  );
}

export function EvidenceBadge({ evidence }: { readonly evidence: Evidence }) {
  return (
    <Badge tone={evidence === 'VERIFIED' ? 'good' : 'neutral'}>
      <FormattedMessage id={`evidence.${evidence}`} />
    </Badge>
  );
}
