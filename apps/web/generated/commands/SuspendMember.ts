// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const SuspendMember = {
  name: 'SuspendMember',
  fields: {
    missionId: { type: 'id', required: true },
    organisationId: { type: 'id', required: true },
    until: { type: 'date', required: true },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation SuspendMember($input: SuspendMemberInput!) {\n  answer: suspendMember(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
