// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ReviseIndicatorTarget = {
  name: 'ReviseIndicatorTarget',
  fields: {
    indicatorId: { type: 'id', required: true },
    'target.targetId': { type: 'text', required: false },
    'target.value': { type: 'decimal', required: true },
    'target.upper': { type: 'decimal', required: false },
    'target.from': { type: 'decimal', required: false },
    'target.dueOn': { type: 'date', required: false },
    'target.categories': { type: 'rows', most: 4, required: false },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation ReviseIndicatorTarget($input: ReviseIndicatorTargetInput!) {\n  answer: reviseIndicatorTarget(input: $input) {\n    __typename\n    ... on IndicatorRecorded {\n      receipt {\n        position\n      }\n      recorded: indicator {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
