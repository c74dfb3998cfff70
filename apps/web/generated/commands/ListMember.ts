// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ListMember = {
  name: 'ListMember',
  fields: {
    missionId: { type: 'id', required: true },
    organisationId: { type: 'id', required: true },
    role: { type: 'choice', values: ['BACKBONE', 'MEMBER', 'EVALUATOR', 'FUNDER'], required: true },
    'source.dataset': { type: 'text', most: 120, required: true },
    'source.record': { type: 'text', most: 300, required: true },
  },
  document:
    'mutation ListMember($input: ListMemberInput!) {\n  answer: listMember(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
