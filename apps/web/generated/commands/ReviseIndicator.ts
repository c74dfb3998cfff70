// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ReviseIndicator = {
  name: 'ReviseIndicator',
  fields: {
    indicatorId: { type: 'id', required: true },
    name: { type: 'text', most: 400, required: false },
    description: { type: 'text', most: 4000, required: false, clears: true },
    unit: { type: 'text', required: false },
    mode: { type: 'choice', values: ['REACH', 'KEEP_AT_LEAST', 'KEEP_AT_MOST', 'KEEP_WITHIN'], required: false },
    direction: { type: 'choice', values: ['INCREASE', 'DECREASE'], required: false, clears: true },
    aggregation: { type: 'choice', values: ['LATEST', 'SUM', 'MEAN', 'RATIO'], required: false },
    dimensions: { type: 'rows', most: 4, required: false, clears: true },
    reporterIds: { type: 'ids', most: 20, required: false, clears: true },
    'baseline.value': { type: 'decimal', required: 'group', clears: true },
    'baseline.on': { type: 'date', required: false, clears: true },
    source: { type: 'text', most: 1000, required: false, clears: true },
    proxyFor: { type: 'text', most: 500, required: false, clears: true },
    sdgs: { type: 'rows', most: 30, required: false, clears: true },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation ReviseIndicator($input: ReviseIndicatorInput!) {\n  answer: reviseIndicator(input: $input) {\n    __typename\n    ... on IndicatorRecorded {\n      receipt {\n        position\n      }\n      recorded: indicator {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
