import type { OrganisationPageQuery } from '../../../generated/graphql/pages/directory/organisation/organisation.js';

/** The organisation that the page is about. */
export type Found = NonNullable<OrganisationPageQuery['organisation']>;

/** Whom the reader acts for. */
export type Reader = OrganisationPageQuery['viewer'];

/** Whether the reader may do this to the organisation, as the ledger says. */
export function mayDo({ may }: Found, command: string): boolean {
  return may.some((each) => each.command === command && each.allowed);
}
