// Written by `npm run generate` from the published schemas of commands and the SDL.
import { AmendCommitment } from './AmendCommitment.js';
import { DeclineReview } from './DeclineReview.js';
import { WithdrawCommitment } from './WithdrawCommitment.js';

export const onCommitment = { AmendCommitment, DeclineReview, WithdrawCommitment };
