import { z } from 'zod';
import { calendarDate, events, ref, type EventOf } from '@maillage/kernel';

/** A receiver accepts in bulk for so many days at most; it may do so again. */
export const RECEIVING_DAYS = 365;

const ofReceiver = { missionId: ref('Mission'), organisationId: ref('Organisation') };

/** Stream `receiving/<mission>`: who accepts, as a receiver, whatever is promised to it there. */
export const receivingEvents = events({
  ReceivingAccepted: {
    says: 'An organisation accepts, as counterparty, every promise to it in the mission as it is made, until a day. It owes nothing by that.',
    data: z.strictObject({
      ...ofReceiver,
      until: calendarDate.describe('The last day on which it does'),
      on: calendarDate.describe('The day it was done on, in UTC'),
    }),
    mission: 'missionId',
    timeline: false,
  },
  ReceivingEnded: {
    says: 'An organisation accepts each promise to it in the mission by itself again. What it accepted stays accepted.',
    data: z.strictObject({ ...ofReceiver, on: calendarDate.describe('The day it was done on, in UTC') }),
    mission: 'missionId',
    timeline: false,
  },
});
export type ReceivingEvent = EventOf<typeof receivingEvents>;
