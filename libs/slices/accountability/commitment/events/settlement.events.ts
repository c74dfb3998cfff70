import { z } from 'zod';
import { calendarDate, concernedIds, enumeration, events, ref, same, uuid } from '@maillage/kernel';
import { freed } from './promise.events.js';
import { erasableReason, ofMission, on, organisations, reason } from './shared.events.js';

/** A settlement is open for so many days. */
export const SETTLEMENT_DAYS = 14;

export const settlementOutcome = enumeration(
  'SettlementOutcome',
  'What promisor and counterparties may agree on once a promise is due.',
  {
    EXTENDED: 'More time: a later due date. The one before stays visible as missed.',
    CLOSED_AS_IS: 'Leave it at that: what was delivered counts by its evidence.',
  },
);
export type SettlementOutcome = z.output<typeof settlementOutcome>;

/** Of stream `commitment/<id>`: what the parties agree on once it was due. */
export const settlementEvents = events({
  SettlementProposed: {
    says: 'Once the promise was due, a promisor proposed more time, or to leave it at what was delivered.',
    data: z.strictObject({
      ...ofMission,
      settlementId: uuid,
      proposedBy: ref('Organisation').describe('It has accepted by this'),
      outcome: settlementOutcome,
      dueOn: calendarDate.optional().describe('Of EXTENDED: the new due date'),
      reason,
      mustAccept: organisations.describe('Those whose acceptance it takes; of backbones that are no party, any one'),
      agreedBySilence: z
        .boolean()
        .describe('Whether the silence of those asked agrees to it: a first extension of up to 30 days'),
      on,
    }),
    mission: 'missionId',
    asks: {
      kind: 'SETTLEMENT',
      ref: 'settlementId',
      of: 'mustAccept',
      days: SETTLEMENT_DAYS,
      lapses: true,
      ends: ['SettlementAccepted'],
      frees: freed,
      drops: ['SettlementDeclined', 'SettlementDropped'],
    },
  },
  SettlementAccepted: {
    says: 'An organisation agreed to a settlement for itself or, as a backbone without a tie, in the place of those that stayed silent.',
    data: z.strictObject({
      ...ofMission,
      settlementId: uuid,
      organisationId: ref('Organisation'),
      untiedBackbone: z.boolean().describe('Whether it did so as a backbone that is tied to no party'),
      on,
    }),
    mission: 'missionId',
  },
  SettlementDeclined: {
    says: 'An organisation did not agree to a settlement, which thereby ends.',
    data: z.strictObject({
      ...ofMission,
      settlementId: uuid,
      organisationId: ref('Organisation'),
      reason: erasableReason.optional(),
      concernedIds,
      on,
    }),
    schema: 2,
    upcast: { 1: same },
    mission: 'missionId',
  },
  SettlementDropped: {
    says: 'A proposed settlement was taken back by whoever proposed it.',
    data: z.strictObject({ ...ofMission, settlementId: uuid, on }),
    mission: 'missionId',
  },
});
