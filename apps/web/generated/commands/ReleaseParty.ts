// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ReleaseParty = {
  name: 'ReleaseParty',
  fields: { commitmentId: { type: 'id', required: true }, reason: { type: 'text', most: 1000, required: true } },
  document:
    'mutation ReleaseParty($input: ReleasePartyInput!) {\n  answer: releaseParty(input: $input) {\n    __typename\n    ... on CommitmentRecorded {\n      receipt {\n        position\n      }\n      recorded: commitment {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
