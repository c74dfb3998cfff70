import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { Link } from 'wouter';
import { Unconfirmed } from './unconfirmed.js';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly identityConfirmed: boolean;
}

/** The name where nothing can be drawn, as in a list to choose from. */
export function nameIn(intl: IntlShape, { name, identityConfirmed }: Omit<Named, 'id'>): string {
  return identityConfirmed ? name : intl.formatMessage({ id: 'organisation.identity.inText' }, { name });
}

/** Some to choose from. */
export function choicesIn(intl: IntlShape, organisations: readonly Named[]) {
  return organisations.map((organisation) => ({ value: organisation.id, label: nameIn(intl, organisation) }));
}

/** Its name alone, for a sentence or a heading. */
export function NameOf({ organisation }: { readonly organisation: Omit<Named, 'id'> }) {
  return (
    <>
      {organisation.name}
      <Unconfirmed confirmed={organisation.identityConfirmed} />
    </>
  );
}

/** Its name as a way to its page, or a word for one the views have not reached yet. */
export function OrganisationLink({ organisation }: { readonly organisation: Named | null }) {
  if (organisation === null) return <FormattedMessage id="unnamed" />;
  // One thing where things stand in a row: the mark stays with its name.
  return (
    <span>
      <Link href={`/organisations/${organisation.id}`}>{organisation.name}</Link>
      <Unconfirmed confirmed={organisation.identityConfirmed} />
    </span>
  );
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
