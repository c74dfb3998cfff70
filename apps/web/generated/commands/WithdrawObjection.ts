// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const WithdrawObjection = {
  name: 'WithdrawObjection',
  fields: { objectionId: { type: 'id', required: true }, reason: { type: 'text', most: 1000, required: false } },
  document:
    'mutation WithdrawObjection($input: WithdrawObjectionInput!) {\n  answer: withdrawObjection(input: $input) {\n    __typename\n    ... on ObjectionRecorded {\n      receipt {\n        position\n      }\n      recorded: objection {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
