// Written by `npm run generate` from the published schemas of commands and the SDL.
import { AcceptCommitment } from './AcceptCommitment.js';
import { AmendCommitment } from './AmendCommitment.js';
import { DeclineCommitment } from './DeclineCommitment.js';
import { DeclineReview } from './DeclineReview.js';
import { DropAmendment } from './DropAmendment.js';
import { NoteProgress } from './NoteProgress.js';
import { ReleaseParty } from './ReleaseParty.js';
import { WithdrawCommitment } from './WithdrawCommitment.js';

export const onCommitment = {
  AcceptCommitment,
  AmendCommitment,
  DeclineCommitment,
  DeclineReview,
  DropAmendment,
  NoteProgress,
  ReleaseParty,
  WithdrawCommitment,
};
