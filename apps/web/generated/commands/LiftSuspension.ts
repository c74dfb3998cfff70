// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const LiftSuspension = {
  name: 'LiftSuspension',
  fields: { missionId: { type: 'id', required: true }, organisationId: { type: 'id', required: true } },
  document:
    'mutation LiftSuspension($input: LiftSuspensionInput!) {\n  answer: liftSuspension(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
