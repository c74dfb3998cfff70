import { plusDays, type CalendarDate, type DomainEvent } from '@maillage/kernel';
import { CITY, MISSION } from '../../spec.fixtures.js';

// A promise of 40 dwellings, made on the first of January 2026 and due 180 days later: free to change until the 16th of June
// or, where a counterparty accepted it, until the 16th of May.

export const MADE_ON = '2026-01-01';
export const DUE = '2026-06-30';
export const LAST_FREE_DAY = '2026-06-16';
export const LAST_FREE_DAY_TO_OTHERS = '2026-05-16';

export const terms = {
  kind: 'SERVICE',
  quantity: { amount: '40', unit: 'dwelling' },
  description: 'Forty dwellings made dry.',
  dueOn: DUE,
};
export const COUNTED = { completion: 'QUANTITY' } as const;
export const fewer = { ...terms, quantity: { amount: '0.01', unit: 'dwelling' } };
export const more = { ...terms, quantity: { amount: '50', unit: 'dwelling' } };
export const REASON = 'The budget was cut.';
export const amending = { ...fewer, reason: REASON };

export const promise = (change: object = {}): DomainEvent => ({
  type: 'CommitmentMade',
  data: {
    missionId: MISSION,
    promisorIds: [CITY],
    counterpartyIds: [],
    ...terms,
    ...COUNTED,
    termsVersion: 1,
    acceptedBy: [CITY],
    on: MADE_ON,
    ...change,
  },
});

/** To that counterparty, which accepted it. */
export const promisedTo = (counterparty: string, change: object = {}): DomainEvent =>
  promise({ counterpartyIds: [counterparty], acceptedBy: [CITY, counterparty], ...change });

export const accepted = (organisationId: string, termsVersion: number, on: string): DomainEvent => ({
  type: 'CommitmentAccepted',
  data: { missionId: MISSION, organisationId, termsVersion, on },
});

export const amended = (change: object, on: string): DomainEvent => ({
  type: 'CommitmentAmended',
  data: { missionId: MISSION, ...terms, ...COUNTED, acceptedBy: [CITY], reason: REASON, on, ...change },
});

export const proposed = (mustAccept: readonly string[], on: string, change: object = {}): DomainEvent => ({
  type: 'AmendmentProposed',
  data: {
    missionId: MISSION,
    termsVersion: 2,
    proposedBy: CITY,
    terms: { ...fewer, ...COUNTED },
    reason: REASON,
    mustAccept,
    until: openUntil(on),
    on,
    ...change,
  },
});

/** Of a change, 14 days; at most until the promise is due. */
function openUntil(on: CalendarDate): CalendarDate {
  const last = plusDays(on, 14);
  return on <= DUE && DUE < last ? DUE : last;
}

export const withdrawal = (on: string, change: object = {}): DomainEvent => ({
  type: 'CommitmentWithdrawn',
  data: { missionId: MISSION, reason: REASON, on, ...change },
});

export const left = (organisationId: string, on: string, change: object = {}): DomainEvent => ({
  type: 'PartyReleased',
  data: { missionId: MISSION, organisationId, reason: 'We close down.', on, ...change },
});

export const SETTLEMENT = '0199aaaa-0000-7000-8000-00000000000a';

export const settling = (mustAccept: readonly string[], on: string, change: object = {}): DomainEvent => ({
  type: 'SettlementProposed',
  data: {
    missionId: MISSION,
    settlementId: SETTLEMENT,
    proposedBy: CITY,
    outcome: 'EXTENDED',
    dueOn: '2026-09-30',
    reason: REASON,
    mustAccept,
    agreedBySilence: false,
    on,
    ...change,
  },
});

export const settledBy = (
  organisationId: string,
  on: string,
  untiedBackbone = false,
  id = SETTLEMENT,
): DomainEvent => ({
  type: 'SettlementAccepted',
  data: { missionId: MISSION, settlementId: id, organisationId, untiedBackbone, on },
});

export const noon = (day: string) => `${day}T12:00:00.000Z`;
