import type { z } from 'zod';
import {
  enumeration,
  idOf,
  jsonb,
  nullable,
  oneOf,
  privateColumns,
  privateText,
  type CalendarDate,
  type Quantity,
  type RecordedEvent,
  type RowOfColumns,
  type RecordedSource,
} from '@maillage/kernel';
import {
  COMPLETIONS,
  isProposed,
  KINDS,
  type CommitmentEvent,
  type CommitmentEventOf,
  type CommitmentTerms,
  type Milestone,
} from './events.js';

// Rows of what is promised, and of who accepted it.

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<CommitmentEventOf<Type>>;

export const commitmentPart = enumeration('CommitmentPart', 'On which side of a commitment an organisation stands.', {
  PROMISOR: 'It promises.',
  COUNTERPARTY: 'It is promised something, beside the mission.',
});
export type Part = z.output<typeof commitmentPart>;

export const partyAnswer = enumeration('PartyAnswer', 'How an organisation that a promise names has answered.', {
  PROPOSED: 'Not yet: nothing follows from that. Once the proposal has lapsed, nobody waits for an answer.',
  ACCEPTED: 'It accepted a version of the terms. A promisor is bound by that; a counterparty owes nothing.',
  DECLINED: 'It said no.',
  RELEASED: 'It accepted, and left since, for itself alone; or it exists no more.',
});

export const termColumns = {
  kind: oneOf(KINDS),
  amount: 'numeric?',
  unit: 'text?',
  description: 'text',
  due_on: 'date?',
  completion: oneOf(COMPLETIONS),
  milestones: jsonb<readonly Milestone[]>(),
} as const;
export type TermsRow = RowOfColumns<typeof termColumns>;

interface Ahead {
  readonly version: number;
  readonly on: CalendarDate;
}

export const partyColumns = {
  commitment_id: 'text',
  organisation_id: 'text',
  part: oneOf(commitmentPart.options),
  /** How it answered; that a proposal has lapsed follows from the day asked about. */
  state: oneOf(partyAnswer.options),
  /** It had not accepted when the commitment was made. */
  asked: 'boolean',
  accepted_version: 'integer?',
  /** When it accepted that version, and when it first accepted any. */
  accepted_version_on: 'date?',
  accepted_on: 'date?',
  /** The version that it accepted last of those that were not in force yet, and when: its own proposals too. */
  accepted_ahead: nullable(jsonb<Ahead>()),
  /** Of a promisor: the day from which it is bound; null where it accepted once the promise was due. */
  bound_on: 'date?',
  /** The first such day: what it gave since counts, though a change of others asks it anew. */
  first_bound_on: 'date?',
  released_on: 'date?',
  /** Since when others could know that it left. */
  leaving_heard_on: 'date?',
  /** It was let go because it exists no more. */
  dissolved: 'boolean',
  /** Of one that was asked to take the place of another, which exists no more: of which. */
  in_place_of: 'text?',
  /** The day it was asked, anew by a change; or that of the making, where it accepted with that. */
  asked_on: 'date',
  /** Of a successor: the last day on which it may accept; null where older entries say none. */
  answer_until: 'date?',
  ...privateColumns('reason'),
  mission_id: 'text',
  position: 'bigint',
} as const;
export type PartyFields = RowOfColumns<typeof partyColumns>;

export const commitmentColumns = {
  id: 'text',
  mission_id: 'text',
  ...termColumns,
  /** The version in force, and the first day on which a promisor was bound. */
  terms_version: 'integer',
  bound_on: 'date?',
  /** Since when nobody is bound any more, because every promisor left. */
  released_on: 'date?',
  /** Its text is for its parties alone, until somebody that was asked has accepted. */
  hidden: 'boolean',
  gift: 'boolean',
  aims: 'text[]',
  action_id: 'text?',
  /** By organisation; `commitment_party` follows. */
  parties: jsonb<Readonly<Record<string, PartyFields>>>(),
  made_on: 'date',
  state: oneOf(['MADE', 'WITHDRAWN']),
  withdrawn_at: 'timestamptz?',
  withdrawal_reason: 'text?',
  amended: 'boolean',
  made_by: 'text',
  made_at: 'timestamptz',
  source: nullable(jsonb<RecordedSource>()),
  position: 'bigint',
} as const;
export type CommitmentFields = RowOfColumns<typeof commitmentColumns>;

export function made(event: Of<'CommitmentMade'>): CommitmentFields {
  return {
    id: idOf(event.stream),
    mission_id: event.data.missionId,
    ...terms(event.data),
    terms_version: 1,
    bound_on: event.data.acceptedBy.some((id) => event.data.promisorIds.includes(id)) ? event.data.on : null,
    released_on: null,
    hidden: isProposed(event.data),
    gift: event.data.gift === true,
    aims: event.data.aims ?? [],
    action_id: event.data.actionId ?? null,
    parties: Object.fromEntries(
      [...event.data.promisorIds, ...event.data.counterpartyIds].map((id) => [id, party(event, id)]),
    ),
    made_on: event.data.on,
    state: 'MADE',
    withdrawn_at: null,
    withdrawal_reason: null,
    amended: false,
    made_by: event.actor.organisation,
    made_at: event.recordedAt,
    source: event.data.source ?? null,
    position: event.position.toString(),
  };
}

function terms(data: CommitmentTerms): TermsRow {
  return {
    kind: data.kind,
    ...measure(data.quantity),
    description: data.description,
    due_on: data.dueOn ?? null,
    completion: data.completion,
    milestones: data.milestones ?? [],
  };
}

export function measure(quantity: Quantity | undefined): Pick<TermsRow, 'amount' | 'unit'> {
  return { amount: quantity?.amount ?? null, unit: quantity?.unit ?? null };
}

function party({ stream, data, position }: Of<'CommitmentMade'>, organisationId: string): PartyFields {
  const isPromisor = data.promisorIds.includes(organisationId);
  const isAccepted = data.acceptedBy.includes(organisationId);
  return {
    commitment_id: idOf(stream),
    organisation_id: organisationId,
    part: isPromisor ? 'PROMISOR' : 'COUNTERPARTY',
    state: isAccepted ? 'ACCEPTED' : 'PROPOSED',
    asked: !isAccepted,
    accepted_version: isAccepted ? 1 : null,
    accepted_version_on: isAccepted ? data.on : null,
    accepted_on: isAccepted ? data.on : null,
    accepted_ahead: null,
    bound_on: isAccepted && isPromisor ? data.on : null,
    first_bound_on: isAccepted && isPromisor ? data.on : null,
    released_on: null,
    leaving_heard_on: null,
    dissolved: false,
    in_place_of: null,
    asked_on: data.on,
    answer_until: null,
    reason: null,
    reason_private: null,
    mission_id: data.missionId,
    position: position.toString(),
  };
}

export function accepted(row: CommitmentFields, { data }: Of<'CommitmentAccepted'>): CommitmentFields {
  const { organisationId, termsVersion, on } = data;
  const party = row.parties[organisationId];
  // A backbone that accepts a change is no party.
  if (party === undefined) return row;
  if (termsVersion !== row.terms_version) return acceptedAhead(row, organisationId, { version: termsVersion, on });
  const moved = acceptedParty(party, { version: termsVersion, on, dueOn: row.due_on });
  return {
    ...row,
    hidden: row.hidden && !party.asked,
    bound_on: row.bound_on ?? moved.bound_on,
    released_on: moved.bound_on === null ? row.released_on : null,
    parties: { ...row.parties, [organisationId]: moved },
  };
}

/** Whoever proposes a change has accepted it by that. */
export function amendmentProposed(row: CommitmentFields, { data }: Of<'AmendmentProposed'>): CommitmentFields {
  return acceptedAhead(row, data.proposedBy, { version: data.termsVersion, on: data.on });
}

/** It comes into force with the change, if that is made. */
function acceptedAhead(row: CommitmentFields, organisationId: string, ahead: Ahead): CommitmentFields {
  const party = row.parties[organisationId];
  if (party === undefined) return row;
  return { ...row, parties: { ...row.parties, [organisationId]: { ...party, accepted_ahead: ahead } } };
}

export function declined(row: CommitmentFields, event: Of<'CommitmentDeclined'>): CommitmentFields {
  const { organisationId, termsVersion } = event.data;
  const party = row.parties[organisationId];
  if (party === undefined || termsVersion !== row.terms_version) return row;
  const answered: PartyFields = { ...party, state: 'DECLINED', ...privateText('reason', event, '/reason') };
  return { ...row, parties: { ...row.parties, [organisationId]: answered } };
}

/** Entries from before versions had numbers are in order, and of all that had accepted. */
export function amended(row: CommitmentFields, data: Of<'CommitmentAmended'>['data']): CommitmentFields {
  const version = data.termsVersion ?? row.terms_version + 1;
  const parties = Object.entries(row.parties).map(([id, party]) => [id, partyUnder(version, data, party)] as const);
  return { ...row, ...terms(data), terms_version: version, parties: Object.fromEntries(parties), amended: true };
}

/** As `amended` in the state has it: who accepted the change is bound by it, and no promisor by more than it accepted. */
function partyUnder(version: number, data: Of<'CommitmentAmended'>['data'], party: PartyFields): PartyFields {
  const { acceptedBy, dueOn, on } = data;
  if (acceptedBy === undefined) {
    return party.state === 'ACCEPTED' ? { ...party, accepted_version: version, accepted_version_on: on } : party;
  }
  if (acceptedBy.includes(party.organisation_id)) return acceptedParty(party, { version, on, dueOn: dueOn ?? null });
  const unasked = party.part === 'PROMISOR' && party.state === 'ACCEPTED';
  return unasked ? { ...party, state: 'PROPOSED', asked: true, asked_on: on, bound_on: null } : party;
}

interface Accepting {
  readonly version: number;
  readonly on: CalendarDate;
  readonly dueOn: CalendarDate | null;
}

function acceptedParty(party: PartyFields, { version, on, dueOn }: Accepting): PartyFields {
  const bound = party.part === 'PROMISOR' && (dueOn === null || on < dueOn) ? on : null;
  const { accepted_ahead: ahead } = party;
  return {
    ...party,
    state: 'ACCEPTED',
    accepted_version: version,
    accepted_version_on: ahead?.version === version ? ahead.on : on,
    accepted_on: party.accepted_on ?? on,
    bound_on: party.bound_on ?? bound,
    first_bound_on: party.first_bound_on ?? bound,
    reason: null,
    reason_private: null,
  };
}

/** A party left, for itself alone; with the last promisor nobody is bound any more. */
export function released(row: CommitmentFields, event: Of<'PartyReleased'>): CommitmentFields {
  const { organisationId, on } = event.data;
  const party = row.parties[organisationId];
  if (party === undefined) return row;
  const gone: PartyFields = {
    ...party,
    state: 'RELEASED',
    released_on: on,
    leaving_heard_on: on,
    ...privateText('reason', event, '/reason'),
  };
  const parties = { ...row.parties, [organisationId]: gone };
  return { ...row, parties, released_on: isBinding(parties) || party.part === 'COUNTERPARTY' ? row.released_on : on };
}

/** A party exists no more; its successor, if it has one, is asked to stand where it stood. */
export function dissolved(row: CommitmentFields, { data }: Of<'PartyDissolved'>): CommitmentFields {
  const { organisationId, dissolvedOn, successorId, on } = data;
  const party = row.parties[organisationId];
  if (party === undefined) return row;
  const leaving = { released_on: dissolvedOn, leaving_heard_on: dissolvedOn > on ? dissolvedOn : on };
  const gone: PartyFields = { ...party, state: 'RELEASED', ...leaving, dissolved: true };
  const heir = successorId === undefined ? {} : { [successorId]: successor(party, successorId, data) };
  const parties = { ...row.parties, [organisationId]: gone, ...heir };
  const wasBound = party.state === 'ACCEPTED' && party.bound_on !== null;
  return { ...row, parties, released_on: !wasBound || isBinding(parties) ? row.released_on : dissolvedOn };
}

function successor(
  party: PartyFields,
  organisationId: string,
  { until, on }: Of<'PartyDissolved'>['data'],
): PartyFields {
  return {
    ...party,
    organisation_id: organisationId,
    state: 'PROPOSED',
    asked: true,
    accepted_version: null,
    accepted_version_on: null,
    accepted_on: null,
    accepted_ahead: null,
    bound_on: null,
    first_bound_on: null,
    in_place_of: party.organisation_id,
    asked_on: on,
    answer_until: until ?? null,
    reason: null,
    reason_private: null,
  };
}

function isBinding(parties: CommitmentFields['parties']): boolean {
  return Object.values(parties).some(({ state, bound_on: boundOn }) => state === 'ACCEPTED' && boundOn !== null);
}

/** The terms as an event made them, from the row that it left. */
export function termVersion(row: CommitmentFields, event: Of<'CommitmentMade' | 'CommitmentAmended'>) {
  const { kind, amount, unit, description, due_on, completion, milestones } = row;
  return {
    commitment_id: row.id,
    position: event.position.toString(),
    kind,
    amount,
    unit,
    description,
    due_on,
    completion,
    milestones,
    version: row.terms_version,
    /** Why they replaced the earlier ones; the first terms need none. */
    reason: 'reason' in event.data ? event.data.reason : null,
    recorded_by: event.actor.organisation,
    recorded_at: event.recordedAt,
  };
}
