import {
  enumeration,
  existing,
  idOf,
  insert,
  jsonb,
  nullable,
  oneOf,
  one,
  privateColumns,
  privateText,
  table,
  type CalendarDate,
  type Key,
  type RecordedEvent,
  type Reducer,
  type RowOfColumns,
} from '@maillage/kernel';
import { agreedFrom, type Agreed, type ProposedSettlement } from './agreement.arithmetic.js';
import { settlementOutcome, type CommitmentEvent, type CommitmentEventOf, type CommitmentTerms } from './events.js';

// Changes of the terms that others had to accept, and settlements: who was asked, and who agreed.

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<CommitmentEventOf<Type>>;

export const amendmentEnd = enumeration('AmendmentEnd', 'How a change that was proposed ended.', {
  RECORDED: 'Everybody it took accepted it.',
  DECLINED: 'One of those asked declined it; the terms in force stayed.',
  DROPPED: 'Whoever proposed it took it back.',
});

export const settlementEnd = enumeration('SettlementEnd', 'How a settlement ended without being agreed on.', {
  DECLINED: 'One of those asked declined it.',
  DROPPED: 'Whoever proposed it took it back.',
});

const amendmentColumns = {
  commitment_id: 'text',
  version: 'integer',
  /** The new terms as a whole; none where the promise is to be taken back. */
  terms: nullable(jsonb<CommitmentTerms>()),
  reason: 'text',
  proposed_by: 'text',
  proposed_on: 'date',
  must_accept: jsonb<readonly string[]>(),
  /** In the order they did; whoever proposed it is not among them. */
  accepted: jsonb<readonly Omit<Agreed, 'untiedBackbone'>[]>(),
  /** How it ended, where an event says so. Once its time is over it ends without one. */
  ended: nullable(oneOf(amendmentEnd.options)),
  ended_on: 'date?',
  position: 'bigint',
} as const;
export type AmendmentRow = RowOfColumns<typeof amendmentColumns>;

export const amendmentTable = table({
  columns: amendmentColumns,
  primaryKey: ['commitment_id', 'version'],
}).on<CommitmentEvent>({
  AmendmentProposed: insert(
    (event) => [idOf(event.stream), event.data.termsVersion],
    (event) => proposedAmendment(event),
  ),
  CommitmentAccepted: ofAmendment((row, { data }) => ({
    ...row,
    accepted: [...row.accepted, { organisationId: data.organisationId, on: data.on }],
  })),
  CommitmentDeclined: ofAmendment((row, { data }) => ({ ...row, ended: 'DECLINED', ended_on: data.on })),
  PartyReleased: ofAmendment(asksNoMore),
  PartyDissolved: ofAmendment(asksNoMore),
  AmendmentDropped: ofAmendment((row, { data }) => ({ ...row, ended: 'DROPPED', ended_on: data.on })),
  CommitmentAmended: ofAmendment((row, { data }) => ({ ...row, ended: 'RECORDED', ended_on: data.on })),
  CommitmentWithdrawn: ofAmendment((row, { data }) => ({ ...row, ended: 'RECORDED', ended_on: data.on })),
});

function asksNoMore(row: AmendmentRow, { data }: Of<'PartyReleased' | 'PartyDissolved'>): AmendmentRow {
  return { ...row, must_accept: row.must_accept.filter((id) => id !== data.organisationId) };
}

/** Most versions were proposed to nobody, the first never: they have no row, and get none. */
function ofAmendment<Event extends CommitmentEvent & { readonly data: { readonly termsVersion?: number | undefined } }>(
  change: (row: AmendmentRow, event: RecordedEvent<Event>) => AmendmentRow,
): Reducer<Event, AmendmentRow> {
  return {
    keys: (event) => {
      const { termsVersion = 1 } = event.data;
      return termsVersion === 1 ? [] : [[idOf(event.stream), termsVersion]];
    },
    reduce: (row, event) => (row === undefined ? row : change(row, event)),
  };
}

function proposedAmendment(event: Of<'AmendmentProposed'>): AmendmentRow {
  const { termsVersion, terms, reason, proposedBy, mustAccept, on } = event.data;
  return {
    commitment_id: idOf(event.stream),
    version: termsVersion,
    terms: terms ?? null,
    reason,
    proposed_by: proposedBy,
    proposed_on: on,
    must_accept: mustAccept,
    accepted: [],
    ended: null,
    ended_on: null,
    position: event.position.toString(),
  };
}

const settlementColumns = {
  commitment_id: 'text',
  id: 'text',
  outcome: oneOf(settlementOutcome.options),
  due_on: 'date?',
  reason: 'text',
  proposed_by: 'text',
  proposed_on: 'date',
  must_accept: jsonb<readonly string[]>(),
  agreed_by_silence: 'boolean',
  /** In the order they did; whoever proposed it is not among them. */
  accepted: jsonb<readonly Agreed[]>(),
  /** The days on which parties left that were asked: `must_accept` names them no more. */
  departures: jsonb<readonly CalendarDate[]>(),
  declined_by: 'text?',
  ...privateColumns('decline_reason'),
  ended: nullable(oneOf(settlementEnd.options)),
  ended_on: 'date?',
  /** The day from which it is agreed on, by word or by silence, unless it ended before; null where that is not known. */
  agreed_from: 'date?',
  position: 'bigint',
} as const;
export type SettlementRow = RowOfColumns<typeof settlementColumns>;

export const settlementTable = table({
  columns: settlementColumns,
  primaryKey: ['commitment_id', 'id'],
}).on<CommitmentEvent>({
  SettlementProposed: insert(settlementKey, (event) => proposedSettlement(event)),
  SettlementAccepted: one(settlementKey, (row, event) => acceptedSettlement(existing(row, event), event)),
  PartyReleased: ofWaiting(),
  PartyDissolved: ofWaiting(),
  SettlementDeclined: one(settlementKey, (row, event) => ({
    ...existing(row, event),
    ...privateText('decline_reason', event, '/reason'),
    declined_by: event.data.organisationId,
    ended: 'DECLINED',
    ended_on: event.data.on,
  })),
  SettlementDropped: one(settlementKey, (row, event) => ({
    ...existing(row, event),
    ended: 'DROPPED',
    ended_on: event.data.on,
  })),
});

/** Of whoever is let go: the settlement that waited for its word, if one did. */
function ofWaiting(): Reducer<CommitmentEventOf<'PartyReleased' | 'PartyDissolved'>, SettlementRow> {
  return {
    keys: ({ stream, data: { settlementId } }) => (settlementId === undefined ? [] : [[idOf(stream), settlementId]]),
    reduce: (row, event) => departed(existing(row, event), event),
  };
}

function settlementKey({
  stream,
  data,
}: Of<'SettlementProposed' | 'SettlementAccepted' | 'SettlementDeclined' | 'SettlementDropped'>): Key {
  return [idOf(stream), data.settlementId];
}

function proposedSettlement(event: Of<'SettlementProposed'>): SettlementRow {
  const { settlementId, outcome, dueOn, reason, proposedBy, mustAccept, agreedBySilence, on } = event.data;
  const row = {
    commitment_id: idOf(event.stream),
    id: settlementId,
    outcome,
    due_on: dueOn ?? null,
    reason,
    proposed_by: proposedBy,
    proposed_on: on,
    must_accept: mustAccept,
    agreed_by_silence: agreedBySilence,
    accepted: [],
    departures: [],
    declined_by: null,
    decline_reason: null,
    decline_reason_private: null,
    ended: null,
    ended_on: null,
    position: event.position.toString(),
  };
  return { ...row, agreed_from: agreedFrom(settlementIn(row)) ?? null };
}

function acceptedSettlement(row: SettlementRow, { data }: Of<'SettlementAccepted'>): SettlementRow {
  const { organisationId, untiedBackbone, on } = data;
  const accepted = [...row.accepted, { organisationId, untiedBackbone, on }];
  return { ...row, accepted, agreed_from: agreedFrom(settlementIn({ ...row, accepted })) ?? null };
}

/** With the last of those asked that are left, it is agreed on; who left is asked no more. */
function departed(
  row: SettlementRow,
  { data: { organisationId, on } }: Of<'PartyReleased' | 'PartyDissolved'>,
): SettlementRow {
  const must_accept = row.must_accept.filter((id) => id !== organisationId);
  const left = { ...row, must_accept, departures: [...row.departures, on] };
  return { ...left, agreed_from: agreedFrom(settlementIn(left)) ?? null };
}

/** As the rule of when it is agreed on takes it. */
function settlementIn(row: Omit<SettlementRow, 'agreed_from'>): ProposedSettlement {
  const { must_accept: mustAccept, departures, agreed_by_silence: agreedBySilence, proposed_on: on, accepted } = row;
  return { mustAccept, departures, agreedBySilence, on, accepted };
}
