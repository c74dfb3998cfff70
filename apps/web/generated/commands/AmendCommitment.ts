// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const AmendCommitment = {
  name: 'AmendCommitment',
  fields: {
    commitmentId: { type: 'id', required: true },
    kind: {
      type: 'choice',
      values: ['MONEY', 'TIME', 'DATA', 'EXPERTISE', 'INFRASTRUCTURE', 'VOLUNTEERS', 'SERVICE'],
      required: true,
    },
    'quantity.amount': { type: 'decimal', required: 'group' },
    'quantity.unit': { type: 'text', required: 'group' },
    description: { type: 'text', most: 2000, required: true },
    dueOn: { type: 'date', required: false },
    milestones: { type: 'rows', most: 12, required: false },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation AmendCommitment($input: AmendCommitmentInput!) {\n  answer: amendCommitment(input: $input) {\n    __typename\n    ... on CommitmentRecorded {\n      receipt {\n        position\n      }\n      recorded: commitment {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
