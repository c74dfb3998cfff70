import { FormattedMessage } from 'react-intl';
import type { KeptOfMe } from './types.js';

/** With which accounts of an issuer she signs in. */
export function Accounts({ kept: { accounts } }: { readonly kept: KeptOfMe }) {
  if (accounts.length === 0) return null;
  return (
    <section>
      <h2>
        <FormattedMessage id="me.accounts" />
      </h2>
      <ul className="rows">
        {accounts.map(({ id, issuer, subject }) => (
          <li key={id}>
            <p>
              <FormattedMessage id="me.account" values={{ issuer: hostOf(issuer), subject }} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host : issuer;
}
