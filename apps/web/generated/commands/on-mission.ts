// Written by `npm run generate` from the published schemas of commands and the SDL.
import type { Command } from '../../parts/forms/command.js';

export const onMission: Readonly<Record<string, Command>> = {};
