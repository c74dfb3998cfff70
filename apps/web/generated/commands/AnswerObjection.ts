// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const AnswerObjection = {
  name: 'AnswerObjection',
  fields: { objectionId: { type: 'id', required: true }, answer: { type: 'text', most: 1000, required: true } },
  document:
    'mutation AnswerObjection($input: AnswerObjectionInput!) {\n  answer: answerObjection(input: $input) {\n    __typename\n    ... on ObjectionRecorded {\n      receipt {\n        position\n      }\n      recorded: objection {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
