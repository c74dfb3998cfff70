// Written by `npm run generate` from the published schemas of commands and the SDL.
import { CorrectContribution } from './CorrectContribution.js';
import { CorroborateContribution } from './CorroborateContribution.js';
import { DeclareContribution } from './DeclareContribution.js';
import { DisputeContribution } from './DisputeContribution.js';
import { NoteObjection } from './NoteObjection.js';
import { RetractContribution } from './RetractContribution.js';
import { VerifyContribution } from './VerifyContribution.js';
import { WithdrawDispute } from './WithdrawDispute.js';

export const onContribution = {
  CorrectContribution,
  CorroborateContribution,
  DeclareContribution,
  DisputeContribution,
  NoteObjection,
  RetractContribution,
  VerifyContribution,
  WithdrawDispute,
};
