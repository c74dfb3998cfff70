// Written by `npm run generate` from the published schemas of commands and the SDL.
import { AnswerObjection } from './AnswerObjection.js';
import { WithdrawObjection } from './WithdrawObjection.js';

export const onObjection = { AnswerObjection, WithdrawObjection };
