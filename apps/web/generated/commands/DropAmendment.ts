// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const DropAmendment = {
  name: 'DropAmendment',
  fields: {
    commitmentId: { type: 'id', required: true },
    termsVersion: { type: 'integer', least: 1, most: 9007199254740991, required: true },
  },
  document:
    'mutation DropAmendment($input: DropAmendmentInput!) {\n  answer: dropAmendment(input: $input) {\n    __typename\n    ... on CommitmentRecorded {\n      receipt {\n        position\n      }\n      recorded: commitment {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
