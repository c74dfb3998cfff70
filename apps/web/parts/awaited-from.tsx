import { FormattedMessage } from 'react-intl';
import { OrganisationLinks, type Named } from './named.js';

/** Whose answer to a promise is waited for; nothing where nobody's is. */
export function AwaitedFrom({ organisations }: { readonly organisations: readonly Named[] }) {
  if (organisations.length === 0) return null;
  return (
    <p>
      <FormattedMessage
        id="commitment.awaited"
        values={{ organisations: <OrganisationLinks organisations={organisations} /> }}
      />
    </p>
  );
}
