// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const MakeCommitment = {
  name: 'MakeCommitment',
  fields: {
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
    missionId: { type: 'id', required: true },
    promisorIds: { type: 'ids', most: 20, required: false },
    counterpartyIds: { type: 'ids', most: 20, required: false },
    aims: { type: 'ids', most: 5, required: false },
    actionId: { type: 'id', required: false },
    'source.dataset': { type: 'text', most: 120, required: 'group' },
    'source.record': { type: 'text', most: 300, required: 'group' },
  },
  document:
    'mutation MakeCommitment($input: MakeCommitmentInput!) {\n  answer: makeCommitment(input: $input) {\n    __typename\n    ... on CommitmentRecorded {\n      receipt {\n        position\n      }\n      recorded: commitment {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
