import { z } from 'zod';
import { enumeration, events, jurisdiction, link, shape, text, uuid, type EventOf } from '@maillage/kernel';

export const sector = enumeration('Sector', 'What kind of body an organisation is.', {
  PUBLIC: 'Part of a state or of a local authority, or owned by one.',
  PRIVATE: 'A business, or somebody who works for a living.',
  CIVIL_SOCIETY: 'An association, a foundation, a union, a group of residents.',
  UNDECLARED: 'Nobody has said.',
});
export type Sector = z.output<typeof sector>;
export const SECTORS: readonly Sector[] = sector.options;

/** An identifier in somebody's register, by the org-id.guide list code: `{ scheme: 'GB-COH', value: '11379025' }`. */
export const identifier = shape(
  'Identifier',
  'An identifier in somebody’s register.',
  z.strictObject({
    scheme: z
      .string()
      .regex(/^[A-Z][A-Z0-9-]{1,30}$/, { error: 'is not a register code such as GB-COH or FR-RNA' })
      .describe('The register, by its org-id.guide list code: GB-COH'),
    value: text(120).describe('As the register writes it'),
  }),
);

export const organisationTerms = z.strictObject({
  name: text(400).describe('As it calls itself'),
  sector: sector.describe('What kind of body it is'),
  jurisdiction: jurisdiction.optional().describe('Where it is established: ISO 3166-1 or 3166-2'),
  website: link.optional().describe('An http or https address'),
  identifiers: z.array(identifier).max(20).default([]).describe('In somebody’s registers'),
});
export type OrganisationTerms = z.output<typeof organisationTerms>;

/** Stream `organisation/<id>`. */
export const organisationEvents = events({
  OrganisationRegistered: {
    says: 'A legal or informal body took its place in the ledger, in a control group of its own.',
    data: organisationTerms.extend({ controlGroupId: uuid }),
  },
  OrganisationRevised: {
    says: 'What is said of the organisation was replaced as a whole.',
    data: organisationTerms,
  },
  OrganisationGrouped: {
    says: 'The organisation belongs, from here on, to the control group of its ultimate parent.',
    data: z.strictObject({ controlGroupId: uuid }),
  },
  OrganisationUngrouped: {
    says: 'The organisation left its control group; the one named is again its own.',
    data: z.strictObject({ controlGroupId: uuid, reason: text(1000) }),
  },
});
export type OrganisationEvent = EventOf<typeof organisationEvents>;
