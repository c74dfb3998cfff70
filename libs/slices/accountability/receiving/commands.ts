import { z } from 'zod';
import { calendarDate, commands } from '@maillage/kernel';
import { RECEIVING_DAYS } from './events.js';

export const receivingCommands = commands(
  {
    AcceptReceiving: {
      seat: 'ADMIN',
      for: 'For an organisation to which others promise things: accepts, as counterparty, every promise to it in the mission as it is made. It owes nothing by that.',
      data: z.strictObject({
        until: calendarDate.describe(`The last day on which it does: at most ${RECEIVING_DAYS} days from now.`),
      }),
      refusals: ['UNKNOWN_ORGANISATION', 'UNKNOWN_MISSION', 'UNTIL_OUT_OF_RANGE'],
    },
    EndReceiving: {
      seat: 'ADMIN',
      for: 'For an organisation that accepts in bulk: from now on it accepts each promise by itself.',
      data: z.strictObject({}),
      refusals: ['UNKNOWN_ORGANISATION', 'UNKNOWN_MISSION', 'NOT_RECEIVING'],
    },
  },
  {
    UNTIL_OUT_OF_RANGE: 'The last day named is not within what is accepted at once.',
    NOT_RECEIVING: 'The organisation does not accept in bulk what is promised to it there.',
  },
);
export type ReceivingCommands = typeof receivingCommands;
