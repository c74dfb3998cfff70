// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const AcceptReceiving = {
  name: 'AcceptReceiving',
  fields: { missionId: { type: 'id', required: true }, until: { type: 'date', required: true } },
  document:
    'mutation AcceptReceiving($input: AcceptReceivingInput!) {\n  answer: acceptReceiving(input: $input) {\n    __typename\n    ... on ReceivingRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
