// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ConfirmMeasurement = {
  name: 'ConfirmMeasurement',
  fields: {
    measurementId: { type: 'id', required: true },
    evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
  },
  document:
    'mutation ConfirmMeasurement($input: ConfirmMeasurementInput!) {\n  answer: confirmMeasurement(input: $input) {\n    __typename\n    ... on MeasurementRecorded {\n      receipt {\n        position\n      }\n      recorded: measurement {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
