// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const ReviseReview = {
  name: 'ReviseReview',
  fields: {
    reviewId: { type: 'id', required: true },
    'scores.results': { type: 'integer', least: 0, most: 4, required: true },
    'scores.reliability': { type: 'integer', least: 0, most: 4, required: true },
    'scores.openness': { type: 'integer', least: 0, most: 4, required: true },
    'scores.learning': { type: 'integer', least: 0, most: 4, required: true },
    whatWorked: { type: 'text', most: 4000, required: true },
    whatToTry: { type: 'text', most: 4000, required: true },
  },
  document:
    'mutation ReviseReview($input: ReviseReviewInput!) {\n  answer: reviseReview(input: $input) {\n    __typename\n    ... on ReviewRecorded {\n      receipt {\n        position\n      }\n      recorded: review {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  code: reason\n  message\n  path\n}',
} as const satisfies Command;
