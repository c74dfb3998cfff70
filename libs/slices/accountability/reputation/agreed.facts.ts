import type { CalendarDate } from '@maillage/kernel';
import { agreedFrom, type Agreed, type ProposedSettlement } from '../commitment/agreement.arithmetic.js';
import type { Standing } from './standing.js';

// What was agreed on after a promise was made, as far as it changes what the promise says of those that made it.

export interface TermsFact {
  readonly amount: string | null;
  readonly unit: string | null;
  readonly dueOn: CalendarDate | null;
  /** By key; none where it is not kept in milestones. */
  readonly milestones: readonly string[];
  /** Where it lessened the promise late: who agreed. */
  readonly late?: AgreementFact;
}

/** Who agreed to what takes something away from a promise. */
export interface AgreementFact {
  /** Those counterparties that agreed, by silence where that was agreed before. */
  readonly acceptedBy: readonly string[];
  /** Whether a backbone without a tie to any party agreed too. */
  readonly untiedBackbone: boolean;
}

/** What promisor and counterparties agreed on once a promise was due. */
export type SettlementFact = AgreementFact &
  ({ readonly outcome: 'EXTENDED'; readonly dueOn: CalendarDate } | { readonly outcome: 'CLOSED_AS_IS' });

/** A settlement as entries tell it. */
export type SettlementRecord = ProposedSettlement & {
  readonly id: string;
  readonly by: string;
  /** Declined or dropped. */
  readonly ended: boolean;
} & ({ readonly outcome: 'EXTENDED'; readonly dueOn: CalendarDate } | { readonly outcome: 'CLOSED_AS_IS' });

/**
 * Those agreed on by that day which hold for a promisor: it proposed them, or agreed to them itself. What others settle is
 * no fact about it.
 */
export function settlementsOf(
  settlements: readonly SettlementRecord[],
  promisorId: string,
  on: CalendarDate,
): readonly SettlementFact[] {
  return settlements.filter((each) => holds(each, promisorId, on)).map(factOf);
}

function holds(settlement: SettlementRecord, promisorId: string, on: CalendarDate): boolean {
  const { ended, by, accepted } = settlement;
  const since = ended ? undefined : agreedFrom(settlement);
  const own = by === promisorId || accepted.some(({ organisationId }) => organisationId === promisorId);
  return own && since !== undefined && since <= on;
}

function factOf(settlement: SettlementRecord): SettlementFact {
  const { mustAccept, agreedBySilence, accepted } = settlement;
  const said = accepted.filter(({ untiedBackbone }) => !untiedBackbone).map(({ organisationId }) => organisationId);
  const agreement: AgreementFact = {
    acceptedBy: agreedBySilence ? mustAccept : mustAccept.filter((id) => said.includes(id)),
    untiedBackbone: accepted.some(({ untiedBackbone }) => untiedBackbone),
  };
  return settlement.outcome === 'EXTENDED'
    ? { ...agreement, outcome: settlement.outcome, dueOn: settlement.dueOn }
    : { ...agreement, outcome: settlement.outcome };
}

/** With what somebody said of it. */
export function withAgreed(
  settlements: readonly SettlementRecord[],
  id: string,
  change: Partial<Pick<SettlementRecord, 'ended'>> & { readonly agreed?: Agreed },
): readonly SettlementRecord[] {
  const { agreed, ...rest } = change;
  return settlements.map((each) =>
    each.id === id
      ? { ...each, ...rest, accepted: agreed === undefined ? each.accepted : [...each.accepted, agreed] }
      : each,
  );
}

/** Without one of those asked, which left the promise. */
export function withDeparted(
  settlements: readonly SettlementRecord[],
  id: string,
  by: string,
  on: CalendarDate,
): readonly SettlementRecord[] {
  return settlements.map((each) =>
    each.id === id
      ? { ...each, mustAccept: each.mustAccept.filter((asked) => asked !== by), departures: [...each.departures, on] }
      : each,
  );
}

/** Those who had to agree to a late change: a counterparty or, of what is no party, a backbone without a tie. */
export function agreementBy(agreedBy: readonly string[], counterpartyIds: readonly string[]): AgreementFact {
  return {
    acceptedBy: agreedBy.filter((id) => counterpartyIds.includes(id)),
    untiedBackbone: agreedBy.some((id) => !counterpartyIds.includes(id)),
  };
}

/** What nobody of standing agreed to is shown, and changes no fact: as if it were not. */
export function isHeard({ acceptedBy, untiedBackbone }: AgreementFact, { voiceOf }: Standing): boolean {
  return untiedBackbone || acceptedBy.some((id) => voiceOf(id) >= 1);
}

/**
 * The versions that are facts. A change that lessened late and that nobody of standing agreed to is none, nor is what was
 * made of it by oneself: a promise would else be got rid of on its last day by one's own creatures.
 */
export function heardTerms(terms: readonly TermsFact[], standing: Standing): readonly TermsFact[] {
  let heard = true;
  return terms.filter(({ late }) => {
    heard = late === undefined ? heard : isHeard(late, standing);
    return heard;
  });
}
