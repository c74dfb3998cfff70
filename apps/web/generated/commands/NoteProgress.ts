// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const NoteProgress = {
  name: 'NoteProgress',
  fields: {
    commitmentId: { type: 'id', required: true },
    text: { type: 'text', most: 2000, required: true },
    evidence: { type: 'evidence', most: 20, url: 2048, title: 300, required: false },
  },
  document:
    'mutation NoteProgress($input: NoteProgressInput!) {\n  answer: noteProgress(input: $input) {\n    __typename\n    ... on CommitmentRecorded {\n      receipt {\n        position\n      }\n      recorded: commitment {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
