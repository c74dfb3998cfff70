import { z } from 'zod';
import { evidenceItems } from '@maillage/evidence';
import {
  calendarDate,
  dateOf,
  enumeration,
  events,
  foldText,
  idOf,
  jurisdiction,
  link,
  privately,
  ref,
  same,
  shape,
  text,
  uuid,
  type EventOf,
  type Provenance,
} from '@maillage/kernel';

export const sector = enumeration('Sector', 'What kind of body an organisation is.', {
  PUBLIC: 'Part of a state or of a local authority, or owned by one.',
  PRIVATE: 'A business, or somebody who works for a living.',
  CIVIL_SOCIETY: 'An association, a foundation, a union, a group of residents.',
  UNDECLARED: 'Nobody has said.',
});
export type Sector = z.output<typeof sector>;
export const SECTORS: readonly Sector[] = sector.options;

const identifierFields = {
  scheme: z
    .string()
    .regex(/^[A-Z0-9][A-Z0-9-]{1,30}$/, {
      error:
        'is not a register’s code; write capitals, digits and hyphens, such as GB-COH, 360G, or FR-LOCAL for a local one',
    })
    .describe('The register, by its org-id.guide list code, GB-COH; a local one by its country, FR-LOCAL'),
  value: text(120).describe('As the register writes it'),
};

/** An identifier in somebody's register, by the org-id.guide list code: `{ scheme: 'GB-COH', value: '11379025' }`. */
export const identifier = shape(
  'Identifier',
  'An identifier in somebody’s register.',
  z.strictObject(identifierFields),
);
export type Identifier = z.output<typeof identifier>;

/** By what a number of a register is compared, however it is spaced and hyphenated. */
export function numberKey({ scheme, value }: Identifier): string {
  return `${scheme} ${value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')}`;
}

export function sameNumber(a: Identifier, b: Identifier): boolean {
  return numberKey(a) === numberKey(b);
}

/** By what names are compared: without case, accents, spaces and punctuation. Of a name of none but these, as it is. */
export function nameKey(name: string): string {
  const key = foldText(name).replace(/[^\p{L}\p{N}]/gu, '');
  return key === '' ? name : key;
}

export const organisationTerms = z.strictObject({
  name: text(400).describe('As it calls itself'),
  sector: sector.describe('What kind of body it is'),
  jurisdiction: jurisdiction.optional().describe('Where it is established: ISO 3166-1 or 3166-2'),
  website: link.optional().describe('An http or https address'),
  identifiers: z.array(identifier).max(20).default([]).describe('In somebody’s registers'),
});
export type OrganisationTerms = z.output<typeof organisationTerms>;

/** So many days either side may contest what the operator asserts; it counts from the day after. */
export const CONTEST_DAYS = 14;
/** So many days a proposed grouping waits for the other side; then it lapses. */
export const GROUPING_DAYS = 60;

const parentId = ref('Organisation').describe('The ultimate parent of the control group.');
/** It is said of another, or may be, and can be erased; in plain in older entries. */
const reason = privately(text(1000));
const on = calendarDate;

/** Before entries said on which day, it was the day they were recorded on. */
const dated = (old: object, { recordedAt }: Provenance) => ({ ...old, on: dateOf(recordedAt) });

/** Stream `organisation/<id>`; of a grouping, that of the organisation which is to belong to the group. */
export const organisationEvents = events({
  OrganisationRegistered: {
    says: 'A legal or informal body took its place in the ledger, in a control group of its own.',
    data: organisationTerms.extend({ controlGroupId: uuid }),
  },
  OrganisationRevised: {
    says: 'What is said of the organisation was replaced as a whole.',
    data: organisationTerms,
  },
  GroupingProposed: {
    says: 'One of the two sides proposed that the organisation belongs to the control group of that parent.',
    data: z.strictObject({ parentId, by: ref('Organisation'), reason: reason.optional(), on }),
    schema: 2,
    upcast: { 1: same },
    asks: {
      kind: 'GROUPING',
      ref: 'parentId',
      of: ({ parentId: parent, by }, { stream }) => (by === parent ? idOf(stream) : parent),
      days: GROUPING_DAYS,
      lapses: true,
      ends: ['GroupingAccepted', 'GroupingDeclined'],
      drops: ['GroupingDropped'],
    },
  },
  GroupingAccepted: {
    says: 'The other side accepted that the organisation belongs to the control group of that parent.',
    data: z.strictObject({ parentId, on }),
  },
  GroupingDeclined: {
    says: 'The other side declined that the organisation belongs to the control group of that parent.',
    data: z.strictObject({ parentId, reason: reason.optional(), on }),
    schema: 2,
    upcast: { 1: same },
  },
  GroupingDropped: {
    says: 'Whoever proposed the grouping took the proposal back.',
    data: z.strictObject({ parentId, reason: reason.optional(), on }),
    schema: 2,
    upcast: { 1: same },
  },
  GroupingAsserted: {
    says: `The operator asserted from a public register that the organisation belongs to the control group of that parent. It counts once ${CONTEST_DAYS} days have passed without either side contesting it.`,
    data: z.strictObject({ parentId, register: link, on }),
    asks: {
      kind: 'GROUPING_ASSERTED',
      ref: 'parentId',
      of: ({ parentId: parent }, { stream }) => [idOf(stream), parent],
      days: CONTEST_DAYS,
      lapses: true,
      ends: [],
      drops: ['GroupingContested', 'GroupingAssertionDropped'],
    },
  },
  GroupingContested: {
    says: 'The organisation or the parent contested what the operator asserted: it does not count unless a case upholds it.',
    data: z.strictObject({ parentId, reason, on }),
    schema: 2,
    upcast: { 1: same },
  },
  GroupingAssertionDropped: {
    says: 'The operator took back what it had asserted, which did not count yet.',
    data: z.strictObject({ parentId, reason, on }),
    schema: 2,
    upcast: { 1: same },
  },
  OrganisationGrouped: {
    says: 'The organisation belongs, from here on, to the control group of its ultimate parent.',
    data: z.strictObject({ controlGroupId: uuid, on }),
    schema: 2,
    upcast: { 1: dated },
  },
  OrganisationUngrouped: {
    says: 'The organisation left its control group; the one named is again its own.',
    data: z.strictObject({
      controlGroupId: uuid,
      parentId: parentId.optional().describe('Whose group it left; older entries do not say'),
      reason,
      on,
    }),
    schema: 3,
    upcast: { 1: dated, 2: same },
  },
  IdentityConfirmed: {
    says: 'The operator confirmed, by evidence, that this number of a register is the organisation’s.',
    data: z.strictObject({ ...identifierFields, evidence: evidenceItems, by: ref('Organisation'), on }),
  },
  IdentityConfirmationWithdrawn: {
    says: 'It is confirmed no more that this number of a register is the organisation’s: the operator took that back, or the organisation took another name.',
    data: z.strictObject({ ...identifierFields, reason, on }),
    schema: 2,
    upcast: { 1: same },
  },
  DuplicateOf: {
    says: 'The operator found that this organisation is registered twice: the other record is the one kept.',
    data: z.strictObject({ keptId: ref('Organisation'), reason, on }),
    schema: 2,
    upcast: { 1: same },
  },
  DuplicateCleared: {
    says: 'The operator found that the two records are of two bodies after all.',
    data: z.strictObject({
      keptId: ref('Organisation').optional().describe('The other record; older entries do not say'),
      reason,
      on,
    }),
    schema: 2,
    upcast: { 1: same },
  },
  OrganisationDissolved: {
    says: 'The organisation exists no more. What it had promised passes to a successor, where that accepts it.',
    data: z.strictObject({ successorId: ref('Organisation').optional(), reason, on }),
    schema: 2,
    upcast: { 1: same },
  },
  AccessRecovered: {
    says: 'Nobody could act for the organisation any more. After three days in which nobody who was told objected, the operator had somebody administer it again.',
    data: z.strictObject({
      memberId: uuid.describe('The random id of the seat that was given: who has it is in no log'),
      on,
    }),
  },
});
export type OrganisationEvent = EventOf<typeof organisationEvents>;
