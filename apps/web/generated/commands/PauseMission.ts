// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const PauseMission = {
  name: 'PauseMission',
  fields: {
    missionId: { type: 'id', required: true },
    reason: { type: 'text', most: 1000, required: true },
    reassessBy: { type: 'date', required: true },
  },
  document:
    'mutation PauseMission($input: PauseMissionInput!) {\n  answer: pauseMission(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
