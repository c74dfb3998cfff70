import type { CalendarDate } from '@maillage/kernel';
import type { CommitmentEventOf, CommitmentTerms } from '../events.js';
import type { CommitmentState, MadeCommitment, Party, Settlement } from './types.js';

type PromiseEvent = CommitmentEventOf<
  | 'CommitmentAccepted'
  | 'CommitmentDeclined'
  | 'PartyReleased'
  | 'PartyDissolved'
  | 'AmendmentProposed'
  | 'AmendmentDropped'
  | 'CommitmentAmended'
  | 'CommitmentWithdrawn'
  | 'SettlementProposed'
  | 'SettlementAccepted'
  | 'SettlementDeclined'
  | 'SettlementDropped'
  | 'ProgressNoted'
>;

export function made({ data }: CommitmentEventOf<'CommitmentMade'>): CommitmentState {
  const { missionId, promisorIds, counterpartyIds, acceptedBy, on } = data;
  const terms = termsOf(data);
  const party = (id: string): Party => {
    const accepted = acceptedBy.includes(id);
    const part = promisorIds.includes(id) ? 'PROMISOR' : 'COUNTERPARTY';
    // Whoever made it, or was bound by the rules of its day, is so whenever it is due.
    const boundOn = part === 'PROMISOR' ? on : undefined;
    const answer = { answer: 'ACCEPTED', acceptedVersion: 1, acceptedOn: on, boundOn } as const;
    return { ...unanswered(part), ...(accepted ? answer : {}) };
  };
  const ids = [...promisorIds, ...counterpartyIds];
  return {
    made: true,
    missionId,
    madeOn: on,
    promisorIds,
    counterpartyIds,
    parties: Object.fromEntries(ids.map((id) => [id, party(id)])),
    askedIds: ids.filter((id) => !acceptedBy.includes(id)),
    terms,
    version: 1,
    versions: [{ version: 1, terms, on }],
    lastVersion: 1,
    amendment: undefined,
    settlements: [],
    reported: data.source !== undefined,
    gift: data.gift === true,
    withdrawn: false,
    notes: [],
    contributions: {},
    reviews: {},
    declined: [],
    on,
  };
}

export function evolvePromise(state: MadeCommitment, event: PromiseEvent): MadeCommitment {
  switch (event.type) {
    case 'CommitmentAccepted':
      return accepted(state, event.data);
    case 'CommitmentDeclined':
      return declined(state, event.data);
    case 'PartyReleased':
      return released(state, event.data);
    case 'PartyDissolved':
      return dissolved(state, event.data);
    case 'AmendmentProposed': {
      const { termsVersion: version, terms, reason, proposedBy, mustAccept, on } = event.data;
      const amendment = { version, terms: terms && termsOf(terms), reason, proposedBy, mustAccept, on };
      return { ...state, lastVersion: version, amendment: { ...amendment, acceptedBy: [proposedBy] } };
    }
    case 'AmendmentDropped':
      return { ...state, amendment: undefined };
    case 'CommitmentAmended':
      return amended(state, event.data);
    case 'CommitmentWithdrawn':
      return { ...state, withdrawn: true, amendment: undefined };
    case 'SettlementProposed': {
      const { settlementId: id, outcome, dueOn, proposedBy, mustAccept, agreedBySilence, on } = event.data;
      const asked = { id, outcome, dueOn, proposedBy, mustAccept, agreedBySilence, on };
      const settlement: Settlement = { ...asked, departures: [], accepted: [], ended: undefined, endedOn: undefined };
      return { ...state, settlements: [...state.settlements, settlement] };
    }
    case 'SettlementAccepted':
      return withSettlement(state, event.data.settlementId, ({ accepted: before }) => ({
        accepted: [...before, event.data],
      }));
    case 'SettlementDeclined':
      return withSettlement(state, event.data.settlementId, () => ({ ended: 'DECLINED', endedOn: event.data.on }));
    case 'SettlementDropped':
      return withSettlement(state, event.data.settlementId, () => ({ ended: 'DROPPED', endedOn: event.data.on }));
    case 'ProgressNoted':
      return { ...state, notes: [...state.notes, event.data.noteId] };
  }
}

/** Of the version in force, it binds a party; of a proposed one, it lets that come into force. */
function accepted(
  state: MadeCommitment,
  { organisationId, termsVersion, on }: CommitmentEventOf<'CommitmentAccepted'>['data'],
): MadeCommitment {
  const { amendment, parties, terms } = state;
  if (amendment?.version === termsVersion) {
    return { ...state, amendment: { ...amendment, acceptedBy: [...amendment.acceptedBy, organisationId] } };
  }
  const party = parties[organisationId];
  if (party === undefined) return state;
  return withParty(state, organisationId, acceptedParty(party, termsVersion, on, terms.dueOn));
}

function declined(
  state: MadeCommitment,
  { organisationId, termsVersion }: CommitmentEventOf<'CommitmentDeclined'>['data'],
): MadeCommitment {
  if (state.amendment?.version === termsVersion) return { ...state, amendment: undefined };
  return withParty(state, organisationId, { answer: 'DECLINED' });
}

function released(
  state: MadeCommitment,
  data: CommitmentEventOf<'PartyReleased' | 'PartyDissolved'>['data'],
): MadeCommitment {
  const { organisationId, settlementId, on } = data;
  const since = 'dissolvedOn' in data ? data.dissolvedOn : on;
  const leavingHeardOn = since > on ? since : on;
  const left = withParty(state, organisationId, { answer: 'RELEASED', releasedOn: since, leavingHeardOn });
  return settlementId === undefined
    ? left
    : withSettlement(left, settlementId, ({ mustAccept, departures }) => ({
        mustAccept: mustAccept.filter((id) => id !== organisationId),
        departures: [...departures, on],
      }));
}

/** A successor is asked to stand where its predecessor stood, and does so from its own acceptance on. */
function dissolved(state: MadeCommitment, data: CommitmentEventOf<'PartyDissolved'>['data']): MadeCommitment {
  const left = released(state, data);
  const { organisationId, successorId, until } = data;
  const { promisorIds, counterpartyIds, askedIds, parties } = left;
  const part = parties[organisationId]?.part;
  if (successorId === undefined || part === undefined) return left;
  const successor = { ...unanswered(part), inPlaceOf: organisationId, answerUntil: until };
  return {
    ...left,
    promisorIds: part === 'PROMISOR' ? [...promisorIds, successorId] : promisorIds,
    counterpartyIds: part === 'COUNTERPARTY' ? [...counterpartyIds, successorId] : counterpartyIds,
    askedIds: [...askedIds, successorId],
    parties: { ...parties, [successorId]: successor },
  };
}

function unanswered(part: Party['part']): Party {
  return {
    part,
    answer: 'PROPOSED',
    acceptedVersion: undefined,
    acceptedOn: undefined,
    boundOn: undefined,
    releasedOn: undefined,
    leavingHeardOn: undefined,
    inPlaceOf: undefined,
    answerUntil: undefined,
  };
}

function amended(state: MadeCommitment, data: CommitmentEventOf<'CommitmentAmended'>['data']): MadeCommitment {
  const version = data.termsVersion ?? state.lastVersion + 1;
  const terms = termsOf(data);
  const parties = Object.entries(state.parties).map(
    ([id, party]) => [id, data.acceptedBy === undefined ? movedAlong(party, version) : partyUnder(party, id)] as const,
  );
  return {
    ...state,
    parties: Object.fromEntries(parties),
    terms,
    version,
    versions: [...state.versions, { version, terms, on: data.on }],
    lastVersion: Math.max(state.lastVersion, version),
    amendment: undefined,
  };

  function partyUnder(party: Party, id: string): Party {
    if (data.acceptedBy?.includes(id) === true) return acceptedParty(party, version, data.on, terms.dueOn);
    // It accepted what was in force while this was open: nobody is bound to more than it accepted, so it is asked anew.
    const unasked = party.part === 'PROMISOR' && party.answer === 'ACCEPTED';
    return unasked ? { ...party, answer: 'PROPOSED', boundOn: undefined } : party;
  }
}

/** Before parties were asked, whoever was one was bound by what any promisor changed. */
function movedAlong(party: Party, version: number): Party {
  return party.answer === 'ACCEPTED' ? { ...party, acceptedVersion: version } : party;
}

/** It counts as bound where it accepted before it was due. */
function acceptedParty(party: Party, version: number, on: CalendarDate, dueOn: CalendarDate | undefined): Party {
  const inTime = dueOn === undefined || on < dueOn;
  return {
    ...party,
    answer: 'ACCEPTED',
    acceptedVersion: version,
    acceptedOn: party.acceptedOn ?? on,
    boundOn: party.boundOn ?? (party.part === 'PROMISOR' && inTime ? on : undefined),
  };
}

function withSettlement(
  state: MadeCommitment,
  id: string,
  change: (settlement: Settlement) => Partial<Settlement>,
): MadeCommitment {
  const settlements = state.settlements.map((each) => (each.id === id ? { ...each, ...change(each) } : each));
  return { ...state, settlements };
}

function withParty(state: MadeCommitment, id: string, change: Partial<Party>): MadeCommitment {
  const party = state.parties[id];
  if (party === undefined) return state;
  return { ...state, parties: { ...state.parties, [id]: { ...party, ...change } } };
}

/** Only the terms of what carries them; absent ones stay absent, since canonical JSON knows no `undefined`. */
export function termsOf(data: CommitmentTerms): CommitmentTerms {
  return {
    kind: data.kind,
    ...(data.quantity === undefined ? {} : { quantity: data.quantity }),
    description: data.description,
    ...(data.dueOn === undefined ? {} : { dueOn: data.dueOn }),
    ...(data.milestones === undefined ? {} : { milestones: data.milestones }),
    completion: data.completion,
  };
}
