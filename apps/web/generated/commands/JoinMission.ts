// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const JoinMission = {
  name: 'JoinMission',
  fields: {
    missionId: { type: 'id', required: true },
    role: { type: 'choice', values: ['BACKBONE', 'MEMBER', 'EVALUATOR', 'FUNDER'], required: true },
    noTies: { type: 'check', required: false },
    qualification: { type: 'text', most: 500, required: false },
    evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
  },
  document:
    'mutation JoinMission($input: JoinMissionInput!) {\n  answer: joinMission(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
