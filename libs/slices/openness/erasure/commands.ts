import { z } from 'zod';
import { commands, uuid } from '@maillage/kernel';
import { erasureTerms } from './events.js';

export const erasureCommands = commands(
  {
    EraseValue: {
      seat: 'ADMIN',
      for:
        'For the organisation that recorded the value, an operator (scope "operator") or, of words, whoever their event ' +
        'names: erases a private value for good, on record. The log and every proof of it stay as they are.',
      // Addressed to the event that has the value.
      data: erasureTerms.extend({
        recorded: z
          .strictObject({ organisationId: uuid, committed: z.boolean(), names: z.array(uuid) })
          .optional()
          .describe(
            'What the log, which does not change, says of that event: who recorded it, whom words in it name, and ' +
              'whether a private value stands at the path. Looked up by whoever sends the command, never by the client; absent where there is no such event.',
          ),
      }),
      refusals: ['UNKNOWN_EVENT', 'NOT_YOURS_TO_ERASE', 'NOT_PRIVATE', 'ALREADY_ERASED'],
    },
  },
  {
    UNKNOWN_EVENT: 'The log has no such event.',
    NOT_YOURS_TO_ERASE:
      'A value is erased by the organisation that recorded it or by the operator, and words about others by whom they name.',
    NOT_PRIVATE: 'Nothing private stands there; what is public stays.',
    ALREADY_ERASED: 'This value is erased already.',
  },
);
export type ErasureCommands = typeof erasureCommands;
