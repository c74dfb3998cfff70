import { useIntl } from 'react-intl';
import { Link } from 'wouter';
import { NameOf } from '../i18n/format.js';

export interface Named {
  readonly id: string;
  readonly name: string;
}

export function OrganisationLink({ organisation }: { readonly organisation: Named | null }) {
  if (organisation === null) return <NameOf organisation={null} />;
  return <Link href={`/organisations/${organisation.id}`}>{organisation.name}</Link>;
}

/** Several, as the language lists them. */
export function OrganisationLinks({ organisations }: { readonly organisations: readonly Named[] }) {
  const intl = useIntl();
  return (
    <>
      {intl.formatList(
        organisations.map((organisation) => <OrganisationLink key={organisation.id} organisation={organisation} />),
        { type: 'conjunction' },
      )}
    </>
  );
}
