// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const DeclareMission = {
  name: 'DeclareMission',
  fields: {
    title: { type: 'text', most: 300, required: true },
    challenge: { type: 'text', most: 500, required: true },
    hashtag: { type: 'text', most: 60, required: true },
    startsOn: { type: 'date', required: false },
    endsOn: { type: 'date', required: false },
    places: { type: 'rows', most: 100, required: false },
    sdgs: { type: 'rows', most: 30, required: false },
    openInvitation: { type: 'check', required: true },
    privateFields: { type: 'choices', values: ['REVIEW_COMMENTS', 'EVIDENCE_NOTES'], required: false },
  },
  document:
    'mutation DeclareMission($input: DeclareMissionInput!) {\n  answer: declareMission(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
