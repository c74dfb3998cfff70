// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ReviseMission = {
  name: 'ReviseMission',
  fields: {
    missionId: { type: 'id', required: true },
    title: { type: 'text', most: 300, required: false },
    challenge: { type: 'text', most: 500, required: false },
    hashtag: { type: 'text', most: 60, required: false },
    startsOn: { type: 'date', required: false, clears: true },
    endsOn: { type: 'date', required: false, clears: true },
    places: { type: 'rows', most: 100, required: false, clears: true },
    sdgs: { type: 'rows', most: 30, required: false, clears: true },
    openInvitation: { type: 'check', required: false },
    privateFields: { type: 'choices', values: ['REVIEW_COMMENTS', 'EVIDENCE_NOTES'], required: false, clears: true },
    reason: { type: 'text', most: 1000, required: true },
  },
  document:
    'mutation ReviseMission($input: ReviseMissionInput!) {\n  answer: reviseMission(input: $input) {\n    __typename\n    ... on MissionRecorded {\n      receipt {\n        position\n      }\n      recorded: mission {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
