// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const AgreeIndicator = {
  name: 'AgreeIndicator',
  fields: {
    indicatorId: { type: 'id', required: true },
    definitionVersion: { type: 'integer', least: 1, most: 10000, required: true },
  },
  document:
    'mutation AgreeIndicator($input: AgreeIndicatorInput!) {\n  answer: agreeIndicator(input: $input) {\n    __typename\n    ... on IndicatorRecorded {\n      receipt {\n        position\n      }\n      recorded: indicator {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
