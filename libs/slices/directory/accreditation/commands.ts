import { z } from 'zod';
import { calendarDate, commands, text } from '@maillage/kernel';
import { accreditationTerms } from './events.js';

export const accreditationCommands = commands(
  {
    AccreditEvaluator: {
      seat: 'ADMIN',
      for: 'For the operator, on behalf of the network: what this organisation verifies counts as an accredited evaluator’s word for a time.',
      data: z.strictObject(accreditationTerms).refine(({ from, until }) => from <= until, {
        error: 'is before it begins; it must be on or after `from`',
        path: ['until'],
      }),
      refusals: [
        'NOT_THE_OPERATOR',
        'UNKNOWN_ORGANISATION',
        'ORGANISATION_DISSOLVED',
        'IS_DUPLICATE',
        'OWN_ORGANISATION',
        'FROM_IN_PAST',
        'ALREADY_ACCREDITED',
        'EVIDENCE_MISSING',
      ],
    },
    EndAccreditation: {
      seat: 'ADMIN',
      for: 'For the operator, on behalf of the network: its accreditations end today, those to come included; with cause, since a day in the past.',
      data: z.strictObject({
        reason: text(1000).describe('Why it ends, in a few words; public.'),
        voidFrom: calendarDate
          .optional()
          .describe(
            'Since when what it verified does not count as an accredited evaluator’s word; leave it out where nothing was wrong.',
          ),
      }),
      refusals: ['NOT_THE_OPERATOR', 'UNKNOWN_ORGANISATION', 'NOT_ACCREDITED', 'VOID_OUTSIDE'],
    },
  },
  {
    FROM_IN_PAST: 'An accreditation begins on the day it is recorded, or later.',
    ALREADY_ACCREDITED: 'It is accredited for some of that time already; end that first, or begin the day after.',
    NOT_ACCREDITED: 'No accreditation of this organisation lasts; give `voidFrom` to void what is over.',
    VOID_OUTSIDE: 'What was verified is void since a day between the first accreditation and today.',
  },
);
export type AccreditationCommands = typeof accreditationCommands;
