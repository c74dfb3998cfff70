// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const DissolveOrganisation = {
  name: 'DissolveOrganisation',
  fields: {
    organisationId: { type: 'id', required: true },
    successorId: { type: 'id', required: false },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation DissolveOrganisation($input: DissolveOrganisationInput!) {\n  answer: dissolveOrganisation(input: $input) {\n    __typename\n    ... on OrganisationRecorded {\n      receipt {\n        position\n      }\n      recorded: organisation {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
