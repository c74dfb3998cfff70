// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const DefineIndicator = {
  name: 'DefineIndicator',
  fields: {
    name: { type: 'text', most: 400, required: true },
    description: { type: 'text', most: 4000, required: false },
    unit: { type: 'text', required: true },
    mode: { type: 'choice', values: ['REACH', 'KEEP_AT_LEAST', 'KEEP_AT_MOST', 'KEEP_WITHIN'], required: false },
    direction: { type: 'choice', values: ['INCREASE', 'DECREASE'], required: false },
    aggregation: { type: 'choice', values: ['LATEST', 'SUM', 'MEAN', 'RATIO'], required: false },
    dimensions: { type: 'rows', most: 4, required: false },
    reporterIds: { type: 'ids', most: 20, required: false },
    'baseline.value': { type: 'decimal', required: 'group' },
    'baseline.on': { type: 'date', required: false },
    source: { type: 'text', most: 1000, required: false },
    proxyFor: { type: 'text', most: 500, required: false },
    sdgs: { type: 'rows', most: 30, required: false },
    missionId: { type: 'id', required: true },
    targets: { type: 'rows', most: 60, required: false },
  },
  document:
    'mutation DefineIndicator($input: DefineIndicatorInput!) {\n  answer: defineIndicator(input: $input) {\n    __typename\n    ... on IndicatorRecorded {\n      receipt {\n        position\n      }\n      recorded: indicator {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
