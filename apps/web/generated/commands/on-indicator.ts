// Written by `npm run generate` from the published schemas of commands and the SDL.
import { AgreeIndicator } from './AgreeIndicator.js';
import { RetireIndicator } from './RetireIndicator.js';
import { ReviseIndicator } from './ReviseIndicator.js';
import { ReviseIndicatorTarget } from './ReviseIndicatorTarget.js';

export const onIndicator = { AgreeIndicator, RetireIndicator, ReviseIndicator, ReviseIndicatorTarget };
