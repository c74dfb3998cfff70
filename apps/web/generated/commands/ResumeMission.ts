// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ResumeMission = {
  name: 'ResumeMission',
  fields: {
    missionId: { type: 'id', required: true },
    outcome: { type: 'choice', values: ['CONTINUED', 'REDEFINED'], required: true },
    learned: { type: 'text', most: 2000, required: true },
  },
  document:
    'mutation ResumeMission($input: ResumeMissionInput!) {\n  answer: resumeMission(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
