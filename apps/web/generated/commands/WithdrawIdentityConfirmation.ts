// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const WithdrawIdentityConfirmation = {
  name: 'WithdrawIdentityConfirmation',
  fields: {
    organisationId: { type: 'id', required: true },
    scheme: { type: 'text', required: true },
    value: { type: 'text', most: 120, required: true },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation WithdrawIdentityConfirmation($input: WithdrawIdentityConfirmationInput!) {\n  answer: withdrawIdentityConfirmation(input: $input) {\n    __typename\n    ... on OrganisationRecorded {\n      receipt {\n        position\n      }\n      recorded: organisation {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
