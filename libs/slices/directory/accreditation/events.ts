import { z } from 'zod';
import { evidenceItems } from '@maillage/evidence';
import { calendarDate, events, privately, ref, same, text, uuid, type EventOf } from '@maillage/kernel';

/** The fields of an accreditation, as they are said and recorded. */
export const accreditationTerms = {
  scope: text(500).describe('What it may verify: fields, methods, places'),
  from: calendarDate.describe('The first day on which it counts, today or later'),
  until: calendarDate.describe('The last day on which it counts'),
  evidence: evidenceItems.describe('What the network went by.'),
};

/** Stream `accreditation/<id>`, of the organisation with that id: all its accreditations, one after the other. */
export const accreditationEvents = events({
  EvaluatorAccredited: {
    says: 'The operator, on behalf of the network, accredited an organisation as an evaluator for a time.',
    data: z.strictObject({
      accreditationId: uuid,
      organisationId: ref('Organisation'),
      ...accreditationTerms,
      by: ref('Organisation'),
      on: calendarDate,
    }),
  },
  AccreditationEnded: {
    says:
      'The operator ended accreditations before their time. From this position on, what their holder verified since ' +
      '`voidFrom` weighs no more than a corroboration and gives nobody a voice.',
    data: z.strictObject({
      accreditationIds: z.array(uuid).min(1),
      organisationId: ref('Organisation'),
      reason: privately(text(1000)).describe('It can be erased; in plain in older entries'),
      voidFrom: calendarDate.optional(),
      on: calendarDate,
    }),
    schema: 2,
    upcast: { 1: same },
  },
});
export type AccreditationEvent = EventOf<typeof accreditationEvents>;
