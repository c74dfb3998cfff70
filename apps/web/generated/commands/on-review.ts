// Written by `npm run generate` from the published schemas of commands and the SDL.
import { AnswerReview } from './AnswerReview.js';
import { ReviseReview } from './ReviseReview.js';

export const onReview = { AnswerReview, ReviseReview };
