// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const NoteObjection = {
  name: 'NoteObjection',
  fields: { contributionId: { type: 'id', required: true }, reason: { type: 'text', most: 1000, required: true } },
  document:
    'mutation NoteObjection($input: NoteObjectionInput!) {\n  answer: noteObjection(input: $input) {\n    __typename\n    ... on ContributionRecorded {\n      receipt {\n        position\n      }\n      recorded: contribution {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
