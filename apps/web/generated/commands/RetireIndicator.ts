// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const RetireIndicator = {
  name: 'RetireIndicator',
  fields: { indicatorId: { type: 'id', required: true }, reason: { type: 'text', most: 1000, required: true } },
  document:
    'mutation RetireIndicator($input: RetireIndicatorInput!) {\n  answer: retireIndicator(input: $input) {\n    __typename\n    ... on IndicatorRecorded {\n      receipt {\n        position\n      }\n      recorded: indicator {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
