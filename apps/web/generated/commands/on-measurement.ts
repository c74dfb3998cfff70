// Written by `npm run generate` from the published schemas of commands and the SDL.
import { ConfirmMeasurement } from './ConfirmMeasurement.js';
import { CorrectMeasurement } from './CorrectMeasurement.js';

export const onMeasurement = { ConfirmMeasurement, CorrectMeasurement };
