// Written by `npm run generate` from the published schemas of commands and the SDL.
import { AcceptSettlement } from './AcceptSettlement.js';
import { DeclineSettlement } from './DeclineSettlement.js';
import { DropSettlement } from './DropSettlement.js';

export const onSettlement = { AcceptSettlement, DeclineSettlement, DropSettlement };
