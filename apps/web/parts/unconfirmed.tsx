import { useIntl } from 'react-intl';

/** A small mark behind an organisation's name while nobody has confirmed who it is: until then it is who it says. */
export function Unconfirmed({ confirmed }: { readonly confirmed: boolean }) {
  const said = useIntl().formatMessage({ id: 'organisation.identity.mark' });
  return confirmed ? null : <span className="unconfirmed" role="img" aria-label={said} title={said} />;
}
