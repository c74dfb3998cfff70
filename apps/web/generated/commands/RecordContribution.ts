// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const RecordContribution = {
  name: 'RecordContribution',
  fields: {
    commitmentId: { type: 'id', required: false },
    contributorId: { type: 'id', required: false },
    'quantity.amount': { type: 'decimal', required: 'group' },
    'quantity.unit': { type: 'text', required: 'group' },
    date: { type: 'date', required: false },
    'period.from': { type: 'date', required: 'group' },
    'period.to': { type: 'date', required: 'group' },
    description: { type: 'text', most: 2000, required: false },
    milestone: { type: 'text', required: false },
    completes: { type: 'check', required: false },
    evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
    note: { type: 'text', most: 2000, required: false },
    'passesOn.commitmentId': { type: 'id', required: 'group' },
    'passesOn.contributionId': { type: 'id', required: 'group' },
    'source.dataset': { type: 'text', most: 120, required: 'group' },
    'source.record': { type: 'text', most: 300, required: 'group' },
    missionId: { type: 'id', required: false },
    kind: {
      type: 'choice',
      values: ['MONEY', 'TIME', 'DATA', 'EXPERTISE', 'INFRASTRUCTURE', 'VOLUNTEERS', 'SERVICE'],
      required: false,
    },
    counterpartyIds: { type: 'ids', most: 20, required: false },
    termsVersion: { type: 'integer', least: 1, most: 9007199254740991, required: false },
  },
  document:
    'mutation RecordContribution($input: RecordContributionInput!) {\n  answer: recordContribution(input: $input) {\n    __typename\n    ... on ContributionRecorded {\n      receipt {\n        position\n      }\n      recorded: contribution {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
