import { z } from 'zod';
import { commands } from '@maillage/kernel';
import { adoption } from './events.js';

/** Sent by the ledger's own processes and by its operator; there is no mutation for them. */
export const parametersCommands = commands({
  BeginReputation: {
    seat: 'ADMIN',
    for: 'For the ledger itself, when it first starts with a version that keeps its parameters in the log.',
    data: z.strictObject({ sets: z.array(adoption).min(1).max(10) }),
    refusals: ['UNKNOWN_PARAMETERS', 'NOT_THE_OPERATOR', 'ALREADY_ADOPTED'],
  },
  AdoptReputationParameters: {
    seat: 'ADMIN',
    for: 'For the operator: from a day on, reputation is computed with other constants. What was answered before stays.',
    data: adoption,
    refusals: ['UNKNOWN_PARAMETERS', 'NOT_THE_OPERATOR', 'NOTICE_TOO_SHORT', 'PARAMETERS_UNCHANGED'],
  },
});
export type ParametersCommands = typeof parametersCommands;
