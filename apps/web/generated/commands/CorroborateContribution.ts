// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const CorroborateContribution = {
  name: 'CorroborateContribution',
  fields: {
    contributionId: { type: 'id', required: true },
    statement: { type: 'text', most: 2000, required: false },
    evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
    termsVersion: { type: 'integer', least: 1, most: 9007199254740991, required: false },
  },
  document:
    'mutation CorroborateContribution($input: CorroborateContributionInput!) {\n  answer: corroborateContribution(input: $input) {\n    __typename\n    ... on ContributionRecorded {\n      receipt {\n        position\n      }\n      recorded: contribution {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
