// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const RecordMeasurement = {
  name: 'RecordMeasurement',
  fields: {
    indicatorId: { type: 'id', required: true },
    value: { type: 'decimal', required: false },
    numerator: { type: 'decimal', required: false },
    denominator: { type: 'decimal', required: false },
    date: { type: 'date', required: false },
    'period.from': { type: 'date', required: 'group' },
    'period.to': { type: 'date', required: 'group' },
    'place.name': { type: 'text', most: 300, required: 'group' },
    'place.country': { type: 'text', required: false },
    'place.code': { type: 'text', most: 40, required: false },
    categories: { type: 'rows', most: 4, required: false },
    evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
    note: { type: 'text', most: 2000, required: false },
    measurementId: { type: 'id', required: false },
  },
  document:
    'mutation RecordMeasurement($input: RecordMeasurementInput!) {\n  answer: recordMeasurement(input: $input) {\n    __typename\n    ... on MeasurementRecorded {\n      receipt {\n        position\n      }\n      recorded: measurement {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
