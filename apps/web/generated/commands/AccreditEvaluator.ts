// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const AccreditEvaluator = {
  name: 'AccreditEvaluator',
  fields: {
    organisationId: { type: 'id', required: true },
    scope: { type: 'text', most: 500, required: true },
    from: { type: 'date', required: true },
    until: { type: 'date', required: true },
    evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
  },
  document:
    'mutation AccreditEvaluator($input: AccreditEvaluatorInput!) {\n  answer: accreditEvaluator(input: $input) {\n    __typename\n    ... on AccreditationRecorded {\n      receipt {\n        position\n      }\n      recorded: organisation {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
