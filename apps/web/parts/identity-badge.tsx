import { FormattedMessage } from 'react-intl';
import { Badge } from './badge.js';

/** Whether the operator compared an organisation with a public register. */
export function IdentityBadge({ confirmed }: { readonly confirmed: boolean }) {
  return (
    <Badge tone={confirmed ? 'good' : 'warning'}>
      <FormattedMessage id={`organisation.identity.${confirmed ? 'confirmed' : 'unconfirmed'}`} />
    </Badge>
  );
}
