// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const AnswerReview = {
  name: 'AnswerReview',
  fields: { reviewId: { type: 'id', required: true }, answer: { type: 'text', most: 4000, required: true } },
  document:
    'mutation AnswerReview($input: AnswerReviewInput!) {\n  answer: answerReview(input: $input) {\n    __typename\n    ... on ReviewRecorded {\n      receipt {\n        position\n      }\n      recorded: review {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
