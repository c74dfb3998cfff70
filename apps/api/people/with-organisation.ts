import { toGlobalId } from '@maillage/engine';
import type { PeopleRoutesOptions } from './options.js';

/** As pages show one: by its id in GraphQL, its name where it is registered, and whether that was confirmed. */
export async function organisationShown({ inviting }: PeopleRoutesOptions, organisationId: string) {
  const found = await inviting.organisation(organisationId);
  const id = toGlobalId('Organisation', organisationId);
  return { id, name: found?.name ?? null, confirmed: found?.confirmed ?? false };
}

/** The organisation that it names in place of its id. */
export async function withOrganisation<Of extends { readonly organisationId: string }>(
  options: PeopleRoutesOptions,
  { organisationId, ...rest }: Of,
) {
  return { ...rest, organisation: await organisationShown(options, organisationId) };
}
