// Written by `npm run generate` from the published schemas of commands and the SDL.
import { CorroborateContribution } from './CorroborateContribution.js';
import { DeclareContribution } from './DeclareContribution.js';
import { DisputeContribution } from './DisputeContribution.js';
import { VerifyContribution } from './VerifyContribution.js';

export const onContribution = { CorroborateContribution, DeclareContribution, DisputeContribution, VerifyContribution };
