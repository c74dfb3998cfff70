// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ProposeSettlement = {
  name: 'ProposeSettlement',
  fields: {
    commitmentId: { type: 'id', required: true },
    outcome: { type: 'choice', values: ['EXTENDED', 'CLOSED_AS_IS'], required: true },
    dueOn: { type: 'date', required: false },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation ProposeSettlement($input: ProposeSettlementInput!) {\n  answer: proposeSettlement(input: $input) {\n    __typename\n    ... on SettlementRecorded {\n      receipt {\n        position\n      }\n      recorded: settlement {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
