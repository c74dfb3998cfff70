import { z } from 'zod';
import { events, jurisdiction, link, text, uuid, type EventOf } from '@maillage/kernel';

export const SECTORS = ['PUBLIC', 'PRIVATE', 'CIVIL_SOCIETY', 'UNDECLARED'] as const;
export type Sector = (typeof SECTORS)[number];

/** An identifier in somebody's register, by the org-id.guide list code: `{ scheme: 'GB-COH', value: '11379025' }`. */
export const identifier = z.strictObject({
  scheme: z.string().regex(/^[A-Z][A-Z0-9-]{1,30}$/, { error: 'is not a register code such as GB-COH or FR-RNA' }),
  value: text(120),
});

export const organisationTerms = z.strictObject({
  name: text(400),
  sector: z.enum(SECTORS),
  jurisdiction: jurisdiction.optional(),
  website: link.optional(),
  identifiers: z.array(identifier).max(20).default([]),
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
