// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const EraseValue = {
  name: 'EraseValue',
  fields: {
    eventId: { type: 'id', required: true },
    path: { type: 'text', most: 300, required: true },
    ground: {
      type: 'choice',
      values: ['REQUEST_OF_THE_PERSON', 'CONSENT_WITHDRAWN', 'LEGAL_OBLIGATION', 'RECORDED_IN_ERROR'],
      required: true,
    },
    note: { type: 'text', most: 1000, required: false },
  },
  document:
    'mutation EraseValue($input: EraseValueInput!) {\n  answer: eraseValue(input: $input) {\n    __typename\n    ... on ErasureRecorded {\n      receipt {\n        position\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
