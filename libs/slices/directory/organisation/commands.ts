import { z } from 'zod';
import { commands, ref, text } from '@maillage/kernel';
import { organisationTerms } from './events.js';

export const organisationCommands = commands(
  {
    RegisterOrganisation: {
      for: 'For the operator, whose key has the scope "admin": a body takes its place in the ledger.',
      creates: true,
      data: organisationTerms,
      refusals: ['NOT_YOUR_ORGANISATION', 'ORGANISATION_EXISTS'],
    },
    ReviseOrganisation: {
      for: 'For the organisation itself, or the operator: replaces what is said of it as a whole.',
      data: organisationTerms,
      refusals: ['NOT_YOUR_ORGANISATION', 'UNKNOWN_ORGANISATION'],
    },
    GroupOrganisation: {
      for: 'For the organisation itself, or the operator: places it in the control group of its ultimate parent.',
      data: z.strictObject({ parentId: ref('Organisation').describe('The ultimate parent of the control group.') }),
      refusals: [
        'NOT_YOUR_ORGANISATION',
        'UNKNOWN_ORGANISATION',
        'OWN_PARENT',
        'PARENT_IN_ANOTHER_GROUP',
        'ALREADY_IN_GROUP',
      ],
    },
    UngroupOrganisation: {
      for: 'For the organisation itself, or the operator: it stands by itself again.',
      data: z.strictObject({ reason: text(1000).describe('Why it left the group, in a few words; public.') }),
      refusals: ['NOT_YOUR_ORGANISATION', 'UNKNOWN_ORGANISATION', 'NOT_IN_A_GROUP'],
    },
  },
  {
    NOT_YOUR_ORGANISATION: 'Only the organisation itself, or the operator, may say this of it.',
    ORGANISATION_EXISTS: 'This organisation is registered already.',
    UNKNOWN_ORGANISATION: 'No such organisation is registered.',
    OWN_PARENT: 'An organisation is not its own parent.',
    PARENT_IN_ANOTHER_GROUP: 'The parent belongs to a control group itself; name the one at its head.',
    ALREADY_IN_GROUP: 'The organisation is in this control group already.',
    NOT_IN_A_GROUP: 'The organisation stands by itself already.',
  },
);
export type OrganisationCommands = typeof organisationCommands;
