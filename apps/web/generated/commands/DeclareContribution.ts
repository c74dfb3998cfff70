// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const DeclareContribution = {
  name: 'DeclareContribution',
  fields: {
    contributionId: { type: 'id', required: true },
    evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
    note: { type: 'text', most: 2000, required: false },
    termsVersion: { type: 'integer', least: 1, most: 9007199254740991, required: false },
  },
  document:
    'mutation DeclareContribution($input: DeclareContributionInput!) {\n  answer: declareContribution(input: $input) {\n    __typename\n    ... on ContributionRecorded {\n      receipt {\n        position\n      }\n      recorded: contribution {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
