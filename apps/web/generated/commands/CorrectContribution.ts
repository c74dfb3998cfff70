// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const CorrectContribution = {
  name: 'CorrectContribution',
  fields: {
    contributionId: { type: 'id', required: true },
    'quantity.amount': { type: 'decimal', required: 'group' },
    'quantity.unit': { type: 'text', required: 'group' },
    date: { type: 'date', required: false },
    'period.from': { type: 'date', required: 'group' },
    'period.to': { type: 'date', required: 'group' },
    description: { type: 'text', most: 2000, required: false },
    milestone: { type: 'text', required: false },
    completes: { type: 'check', required: false },
    reason: { type: 'text', most: 1000, required: false },
    termsVersion: { type: 'integer', least: 1, most: 9007199254740991, required: false },
  },
  document:
    'mutation CorrectContribution($input: CorrectContributionInput!) {\n  answer: correctContribution(input: $input) {\n    __typename\n    ... on ContributionRecorded {\n      receipt {\n        position\n      }\n      recorded: contribution {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
