import { dateOf, idOf, type Quantity, type RecordedEvent } from '@maillage/kernel';
import type { CommitmentEvent, CommitmentEventOf, CommitmentTerms } from '../commitment/events.js';
import type { CommitmentEntry, DatedEntry } from './record.facts.js';

type EntryEvent = CommitmentEventOf<
  | 'CommitmentMade'
  | 'CommitmentAccepted'
  | 'PartyReleased'
  | 'PartyDissolved'
  | 'SettlementProposed'
  | 'SettlementAccepted'
  | 'SettlementDeclined'
  | 'SettlementDropped'
  | 'CommitmentAmended'
  | 'CommitmentWithdrawn'
  | 'ContributionRecorded'
  | 'ContributionDeclared'
  | 'ContributionCorrected'
  | 'ContributionRetracted'
  | 'ContributionCorroborated'
  | 'ContributionVerified'
  | 'ContributionDisputed'
  | 'DisputeWithdrawn'
>;

type EntryOf<Type extends CommitmentEvent['type']> = (event: RecordedEvent<CommitmentEventOf<Type>>) => CommitmentEntry;

/** What reputation minds of each event of a commitment, by its type. */
export const entryOf: { readonly [Type in EntryEvent['type']]: EntryOf<Type> } = {
  CommitmentMade: ({ data }) => ({
    act: 'MADE',
    missionId: data.missionId,
    promisorIds: data.promisorIds,
    counterpartyIds: data.counterpartyIds,
    acceptedBy: data.acceptedBy,
    ...termsOf(data),
    reported: data.source !== undefined,
    gift: data.gift === true,
  }),
  CommitmentAccepted: ({ data }) => ({ act: 'ACCEPTED', by: data.organisationId, version: data.termsVersion }),
  CommitmentAmended: ({ data }) => ({
    act: 'AMENDED',
    version: data.termsVersion ?? null,
    acceptedBy: data.acceptedBy ?? null,
    agreedBy: data.agreedBy ?? null,
    ...termsOf(data),
  }),
  CommitmentWithdrawn: ({ data }) => ({ act: 'WITHDRAWN', agreedBy: data.agreedBy ?? null }),
  PartyReleased: ({ data }) => ({
    act: 'RELEASED',
    by: data.organisationId,
    settlementId: data.settlementId ?? null,
  }),
  PartyDissolved: ({ data }) => ({
    act: 'DISSOLVED',
    by: data.organisationId,
    dissolvedOn: data.dissolvedOn,
    successorId: data.successorId ?? null,
    settlementId: data.settlementId ?? null,
  }),
  SettlementProposed: ({ data }) => ({
    act: 'SETTLING',
    settlementId: data.settlementId,
    by: data.proposedBy,
    outcome: data.outcome,
    dueOn: data.dueOn ?? null,
    mustAccept: data.mustAccept,
    agreedBySilence: data.agreedBySilence,
  }),
  SettlementAccepted: ({ data }) => ({
    act: 'SETTLED',
    settlementId: data.settlementId,
    by: data.organisationId,
    untiedBackbone: data.untiedBackbone,
  }),
  SettlementDeclined: ({ data }) => ({ act: 'UNSETTLED', settlementId: data.settlementId }),
  SettlementDropped: ({ data }) => ({ act: 'UNSETTLED', settlementId: data.settlementId }),
  ContributionRecorded: ({ data }) => ({
    act: 'GIVEN',
    contributionId: data.contributionId,
    contributorId: data.contributorId,
    declared: data.declared,
    ...givenOf(data),
  }),
  ContributionCorrected: ({ data }) => ({
    act: 'CORRECTED',
    contributionId: data.contributionId,
    keeps: data.keepsEvidence,
    ...givenOf(data),
  }),
  ContributionRetracted: ({ data }) => ({ act: 'RETRACTED', contributionId: data.contributionId }),
  ContributionDeclared: ({ data, actor }) => ({
    act: 'DECLARED',
    contributionId: data.contributionId,
    by: actor.organisation,
  }),
  ContributionCorroborated: ({ data }) => ({
    act: 'CORROBORATED',
    contributionId: data.contributionId,
    by: data.corroboratedBy,
  }),
  ContributionVerified: ({ data }) => ({
    act: 'VERIFIED',
    contributionId: data.contributionId,
    by: data.verifiedBy,
    found: data.found?.amount ?? null,
  }),
  ContributionDisputed: ({ data }) => ({
    act: 'DISPUTED',
    contributionId: data.contributionId,
    by: data.disputedBy,
  }),
  DisputeWithdrawn: ({ data }) => ({
    act: 'DISPUTE_WITHDRAWN',
    contributionId: data.contributionId,
    by: data.withdrawnBy,
  }),
};

/** What each commitment's entries are, by its id: of events in the order of the log. */
export function entriesByCommitment(events: readonly RecordedEvent[]): ReadonlyMap<string, readonly DatedEntry[]> {
  const byId = new Map<string, DatedEntry[]>();
  for (const event of events) {
    const make = (entryOf as Readonly<Record<string, ((event: RecordedEvent) => CommitmentEntry) | undefined>>)[
      event.type
    ];
    if (make === undefined) continue;
    const id = idOf(event.stream);
    const entries = byId.get(id) ?? [];
    entries.push({ day: dateOf(event.recordedAt), entry: make(event) });
    byId.set(id, entries);
  }
  return byId;
}

function termsOf({ quantity, dueOn, completion, milestones = [] }: CommitmentTerms) {
  return { ...measure(quantity), dueOn: dueOn ?? null, completion, milestones: milestones.map(({ key }) => key) };
}

function givenOf({
  quantity,
  period,
  milestone,
  completes,
}: CommitmentEventOf<'ContributionRecorded' | 'ContributionCorrected'>['data']) {
  return { ...measure(quantity), givenTo: period.to, milestone: milestone ?? null, completes };
}

function measure(quantity: Quantity | undefined) {
  return { amount: quantity?.amount ?? null, unit: quantity?.unit ?? null };
}
