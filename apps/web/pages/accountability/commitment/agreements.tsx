import { FormattedMessage } from 'react-intl';
import type { AgreementLineFragment } from '../../../generated/graphql/pages/accountability/commitment/commitment.js';
import { Day } from '../../../i18n/format.js';
import { OrganisationLink, OrganisationLinks, type Named } from '../../../parts/named.js';

/** Who agreed, and when; and, while it is open, whose word is still awaited. */
export function Agreements({
  mustAccept,
  acceptedBy,
  open,
}: {
  readonly mustAccept: readonly Named[];
  readonly acceptedBy: readonly AgreementLineFragment[];
  readonly open: boolean;
}) {
  const agreed = new Set(acceptedBy.map(({ organisation }) => organisation.id));
  const awaited = mustAccept.filter(({ id }) => !agreed.has(id));
  return (
    <>
      {acceptedBy.map(({ organisation, on, asBackbone }) => (
        <p key={organisation.id} className="quiet">
          <FormattedMessage
            id={asBackbone ? 'agreement.asBackbone' : 'agreement.by'}
            values={{ organisation: <OrganisationLink organisation={organisation} />, day: <Day date={on} /> }}
          />
        </p>
      ))}
      {open && awaited.length > 0 && (
        <p>
          <FormattedMessage
            id="commitment.awaited"
            values={{ organisations: <OrganisationLinks organisations={awaited} /> }}
          />
        </p>
      )}
    </>
  );
}
