// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const AcceptSettlement = {
  name: 'AcceptSettlement',
  fields: { settlementId: { type: 'id', required: true } },
  document:
    'mutation AcceptSettlement($input: AcceptSettlementInput!) {\n  answer: acceptSettlement(input: $input) {\n    __typename\n    ... on SettlementRecorded {\n      receipt {\n        position\n      }\n      recorded: settlement {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
