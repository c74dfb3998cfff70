import { z } from 'zod';
import { enumeration, events, text, uuid, type EventOf } from '@maillage/kernel';

/** A closed list, so that erasures can be accounted for. */
export const ground = enumeration('ErasureGround', 'Why a private value is erased.', {
  REQUEST_OF_THE_PERSON: 'Somebody the value is about asked for it.',
  CONSENT_WITHDRAWN: 'Who had agreed to its being kept agrees no more.',
  LEGAL_OBLIGATION: 'A law, a court or an authority demands it.',
  RECORDED_IN_ERROR: 'It should not have been recorded.',
});

/** Where in an event's data: RFC 6901 JSON Pointer. */
export const pointer = z
  .string()
  .max(300)
  .regex(/^(\/([^~/]|~[01])*)+$/, { error: 'is not a JSON Pointer into the event’s data, such as /whatWorked' });

export const erasureTerms = z.strictObject({
  path: pointer.describe(
    'Where in that event’s data the value is, or was: a JSON Pointer (RFC 6901) such as /whatWorked',
  ),
  ground: ground.describe('Why it is erased'),
  note: text(1000).optional().describe('Public and permanent, so it must not repeat what is erased'),
});

/** Stream `erasure/<event id>`: one per event that had something erased. */
export const erasureEvents = events({
  ValueErased: {
    says: 'A private value of an earlier event was erased. The commitment to it stays in the log and opens no more.',
    data: erasureTerms.extend({ eventId: uuid.describe('The event that had the value') }),
    authorship: 'LEDGER',
    erases: ({ eventId, path }) => [{ eventId, path }],
  },
});
export type ErasureEvent = EventOf<typeof erasureEvents>;
