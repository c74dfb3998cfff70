// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ReviseOrganisation = {
  name: 'ReviseOrganisation',
  fields: {
    organisationId: { type: 'id', required: true },
    name: { type: 'text', most: 400, required: true },
    sector: { type: 'choice', values: ['PUBLIC', 'PRIVATE', 'CIVIL_SOCIETY', 'UNDECLARED'], required: true },
    jurisdiction: { type: 'text', required: false },
    website: { type: 'url', most: 2048, required: false },
    identifiers: { type: 'rows', most: 20, required: false },
  },
  document:
    'mutation ReviseOrganisation($input: ReviseOrganisationInput!) {\n  answer: reviseOrganisation(input: $input) {\n    __typename\n    ... on OrganisationRecorded {\n      receipt {\n        position\n      }\n      recorded: organisation {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
