// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ContestGrouping = {
  name: 'ContestGrouping',
  fields: {
    organisationId: { type: 'id', required: true },
    parentId: { type: 'id', required: true },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation ContestGrouping($input: ContestGroupingInput!) {\n  answer: contestGrouping(input: $input) {\n    __typename\n    ... on OrganisationRecorded {\n      receipt {\n        position\n      }\n      recorded: organisation {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
