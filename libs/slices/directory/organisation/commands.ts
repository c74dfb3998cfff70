import { z } from 'zod';
import { evidenceItems } from '@maillage/evidence';
import { commands, link, ref, text, uuid } from '@maillage/kernel';
import { CONTEST_DAYS, identifier, organisationTerms } from './events.js';

const parentId = ref('Organisation').describe('The ultimate parent of the control group.');
const why = (what: string) => text(1000).describe(`${what}; public.`);
const registerNumber = {
  scheme: identifier.shape.scheme,
  value: identifier.shape.value,
};

export const organisationCommands = commands(
  {
    RegisterOrganisation: {
      seat: 'ADMIN',
      for: 'For the operator: a body takes its place in the ledger.',
      creates: true,
      data: organisationTerms,
      refusals: ['NOT_YOUR_ORGANISATION', 'ORGANISATION_EXISTS', 'IDENTIFIER_TAKEN'],
    },
    ReviseOrganisation: {
      seat: 'ADMIN',
      for: 'For the organisation itself, or the operator: replaces what is said of it as a whole. Where it takes another name, its identity is to be confirmed anew; one of a public body, or like another’s, the operator looks at first, and that it is a public body as well.',
      data: organisationTerms,
      refusals: ['NOT_YOUR_ORGANISATION', 'UNKNOWN_ORGANISATION', 'IDENTIFIER_TAKEN', 'NAME_WAITS', 'SECTOR_WAITS'],
    },
    ProposeGrouping: {
      seat: 'ADMIN',
      for: 'For the organisation itself, or for the parent: proposes to the other that it belongs to the parent’s control group.',
      data: z.strictObject({ parentId, reason: why('Why they belong together, in a few words').optional() }),
      refusals: [
        'NOT_YOUR_ORGANISATION',
        'UNKNOWN_ORGANISATION',
        'ORGANISATION_DISSOLVED',
        'IS_DUPLICATE',
        'OWN_PARENT',
        'PARENT_IN_ANOTHER_GROUP',
        'ALREADY_IN_GROUP',
        'ASSERTED_GROUP',
        'GROUPING_PROPOSED',
        'GROUPING_DECLINED',
        'HAS_SUBSIDIARIES',
      ],
    },
    AcceptGrouping: {
      seat: 'ADMIN',
      for: 'For the side that is asked: the organisation belongs to the parent’s control group from that day on.',
      data: z.strictObject({ parentId }),
      about: 'parentId',
      refusals: [
        'UNKNOWN_ORGANISATION',
        'ORGANISATION_DISSOLVED',
        'IS_DUPLICATE',
        'NO_PROPOSAL',
        'NOT_ASKED',
        'PARENT_IN_ANOTHER_GROUP',
        'ASSERTED_GROUP',
        'HAS_SUBSIDIARIES',
      ],
    },
    DeclineGrouping: {
      seat: 'ADMIN',
      for: 'For the side that is asked: nothing changes.',
      data: z.strictObject({ parentId, reason: why('Why not, in a few words').optional() }),
      about: 'parentId',
      refusals: ['UNKNOWN_ORGANISATION', 'NO_PROPOSAL', 'NOT_ASKED'],
    },
    DropGrouping: {
      seat: 'ADMIN',
      for: 'For the side that proposed the grouping: takes the proposal back.',
      data: z.strictObject({ parentId, reason: why('Why, in a few words').optional() }),
      about: 'parentId',
      refusals: ['UNKNOWN_ORGANISATION', 'NO_PROPOSAL', 'NOT_YOUR_PROPOSAL'],
    },
    AssertGrouping: {
      seat: 'ADMIN',
      for: `For the operator: what a public register says of who owns whom. It counts after ${CONTEST_DAYS} days in which neither side contests it.`,
      data: z.strictObject({ parentId, register: link.describe('Where the register says so.') }),
      refusals: [
        'NOT_THE_OPERATOR',
        'UNKNOWN_ORGANISATION',
        'ORGANISATION_DISSOLVED',
        'IS_DUPLICATE',
        'OWN_PARENT',
        'PARENT_IN_ANOTHER_GROUP',
        'ALREADY_IN_GROUP',
        'ASSERTION_OPEN',
        'HAS_SUBSIDIARIES',
      ],
    },
    ContestGrouping: {
      seat: 'ADMIN',
      for: `For either side, within ${CONTEST_DAYS} days: what the operator asserted does not count unless a case upholds it.`,
      data: z.strictObject({ parentId, reason: why('Why it is not so') }),
      about: 'parentId',
      refusals: ['NOT_YOUR_ORGANISATION', 'UNKNOWN_ORGANISATION', 'NO_ASSERTION', 'ALREADY_CONTESTED', 'CONTEST_OVER'],
    },
    DropGroupingAssertion: {
      seat: 'ADMIN',
      for: 'For the operator: takes back what it asserted, as long as it does not count.',
      data: z.strictObject({ parentId, reason: why('Why it is taken back') }),
      about: 'parentId',
      refusals: ['NOT_THE_OPERATOR', 'UNKNOWN_ORGANISATION', 'NO_ASSERTION', 'CONTEST_OVER'],
    },
    UngroupOrganisation: {
      seat: 'ADMIN',
      for: 'For the organisation itself, its parent, or the operator: it stands by itself again. It counts as one with the group for 365 days more.',
      data: z.strictObject({ reason: text(1000).describe('Why it left the group, in a few words; public.') }),
      refusals: ['NOT_YOUR_ORGANISATION', 'UNKNOWN_ORGANISATION', 'NOT_IN_A_GROUP', 'ASSERTED_GROUP'],
    },
    ConfirmIdentity: {
      seat: 'ADMIN',
      for: 'For the operator, of organisations other than its own: this number of a register is the organisation’s.',
      data: z.strictObject({
        ...registerNumber,
        evidence: evidenceItems.describe('What the operator went by.'),
      }),
      refusals: [
        'NOT_THE_OPERATOR',
        'OWN_ORGANISATION',
        'UNKNOWN_ORGANISATION',
        'IS_DUPLICATE',
        'ALREADY_CONFIRMED',
        'IDENTIFIER_TAKEN',
        'EVIDENCE_MISSING',
      ],
    },
    WithdrawIdentityConfirmation: {
      seat: 'ADMIN',
      for: 'For the operator: it had confirmed this number in error, or the register gave it to another.',
      data: z.strictObject({ ...registerNumber, reason: why('Why it is taken back') }),
      refusals: ['NOT_THE_OPERATOR', 'UNKNOWN_ORGANISATION', 'NOT_CONFIRMED'],
    },
    MarkDuplicate: {
      seat: 'ADMIN',
      for: 'For the operator: this record is of a body that has another one. Pages and searches lead to the one kept, and both count as one group.',
      data: z.strictObject({
        keptId: ref('Organisation').describe('The record that is kept.'),
        reason: why('How it is known'),
      }),
      refusals: ['NOT_THE_OPERATOR', 'UNKNOWN_ORGANISATION', 'OWN_DUPLICATE', 'IS_DUPLICATE', 'HAS_DUPLICATES'],
    },
    ClearDuplicate: {
      seat: 'ADMIN',
      for: 'For the operator: the two records are of two bodies after all. They count as one group for 365 days more.',
      data: z.strictObject({ reason: why('How it is known') }),
      refusals: ['NOT_THE_OPERATOR', 'UNKNOWN_ORGANISATION', 'NOT_A_DUPLICATE'],
    },
    DissolveOrganisation: {
      seat: 'ADMIN',
      for: 'For the organisation itself, or the operator: it exists no more. It cannot be undone.',
      data: z.strictObject({
        successorId: ref('Organisation')
          .optional()
          .describe('Who takes over what it promised; each promise passes once the successor accepts it.'),
        reason: why('Why it ends, in a few words'),
      }),
      refusals: ['NOT_YOUR_ORGANISATION', 'UNKNOWN_ORGANISATION', 'ORGANISATION_DISSOLVED', 'OWN_SUCCESSOR'],
    },
    RecoverAccess: {
      seat: 'ADMIN',
      for: 'For the operator, of organisations other than its own: somebody administers it again. The server sends it once three days have passed without an objection.',
      internal: true,
      data: z.strictObject({ memberId: uuid.describe('The random id of the seat that is given.') }),
      refusals: ['NOT_THE_OPERATOR', 'OWN_ORGANISATION', 'UNKNOWN_ORGANISATION', 'IS_DUPLICATE'],
    },
  },
  {
    NOT_YOUR_ORGANISATION: 'Only the organisation itself, or the operator, may say this of it.',
    ORGANISATION_EXISTS: 'This organisation is registered already.',
    UNKNOWN_ORGANISATION: 'No such organisation is registered.',
    ORGANISATION_DISSOLVED: 'The organisation exists no more; its successor may act instead, where it has one.',
    IS_DUPLICATE: 'This record is of a body that has another one; act on the one that is kept.',
    IDENTIFIER_TAKEN:
      'This number of a register is confirmed to be another organisation’s; correct it, or show the operator that it is yours.',
    NAME_WAITS:
      'The operator looks at a name of a public body, or one like another’s, before it is taken; an administrator puts it to the operator on the organisation’s page.',
    SECTOR_WAITS:
      'The operator looks at whether an organisation is a public body, and records it; the rest is sent with the sector as it is.',
    OWN_PARENT: 'An organisation is not its own parent.',
    PARENT_IN_ANOTHER_GROUP: 'The parent belongs to a control group itself; name the one at its head.',
    ALREADY_IN_GROUP: 'The organisation is in this control group already.',
    NOT_IN_A_GROUP: 'The organisation stands by itself already.',
    HAS_SUBSIDIARIES: 'The organisation is a parent itself; its subsidiaries are grouped under the new parent first.',
    GROUPING_PROPOSED: 'This grouping is proposed already, and waits for the other side’s answer.',
    GROUPING_DECLINED:
      'The other side declined this grouping in the last 30 days; it may propose it itself at any time.',
    NO_PROPOSAL: 'No such grouping is proposed, or the proposal has lapsed; either side may propose it.',
    NOT_ASKED: 'A proposed grouping is answered by the other side.',
    NOT_YOUR_PROPOSAL: 'A proposal is taken back by whoever made it; the other side may decline it.',
    NOT_THE_OPERATOR:
      'Only the operator of the ledger may do this: by a key with the scope "operator", or as an administrator of its organisation who signed in within ten minutes.',
    OWN_ORGANISATION: 'The operator says this of others; of its own organisation another operator does.',
    ASSERTION_OPEN: 'The operator has asserted a grouping of this organisation already, which is taken back first.',
    ASSERTED_GROUP: 'This grouping rests on a public register; the operator ends it once the register says otherwise.',
    NO_ASSERTION: 'The operator has asserted no such grouping.',
    ALREADY_CONTESTED: 'It is contested already, and does not count unless a case upholds it.',
    CONTEST_OVER: 'The days to contest it have passed; the operator ends it once the register says otherwise.',
    ALREADY_CONFIRMED: 'This number is confirmed already.',
    NOT_CONFIRMED: 'This number is not confirmed.',
    EVIDENCE_MISSING: 'An identity is confirmed by something that others can look up; give at least one link or file.',
    OWN_DUPLICATE: 'A record is not its own duplicate.',
    HAS_DUPLICATES: 'Other records lead to this one; they are led to the one that is kept first.',
    NOT_A_DUPLICATE: 'This record is not marked as a duplicate.',
    OWN_SUCCESSOR: 'An organisation is not its own successor.',
  },
);
export type OrganisationCommands = typeof organisationCommands;
