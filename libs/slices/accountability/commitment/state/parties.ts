import { dateOf, plusDays, type CalendarDate, type Command } from '@maillage/kernel';
import { agreedFrom, answeredUntil, inGoodTimeUntil } from '../agreement.arithmetic.js';
import { AMENDMENT_DAYS, PROPOSAL_DAYS, type CommitmentEventOf } from '../events.js';
import type {
  Amendment,
  ContributionState,
  MadeCommitment,
  Party,
  PartyAnswer,
  Promised,
  Settlement,
  Statement,
} from './types.js';

// What follows from a commitment and a day: every rule asks here who is bound, who accepted, what is open and until when.

/** How a party stands on a day. */
export type PartyStanding = PartyAnswer | 'LAPSED';

/** The day an act is dated: that of its command, and never before what was done last. */
export function actedOn({ at }: Pick<Command, 'at'>, state: Pick<MadeCommitment, 'on'>): CalendarDate {
  const today = dateOf(at);
  return today < state.on ? state.on : today;
}

/** How an organisation that the commitment names stands on a day; `undefined` for any other. */
export function partyState(state: MadeCommitment, organisation: string, on: CalendarDate): PartyStanding | undefined {
  const party = state.parties[organisation];
  const lapses = party?.answer === 'PROPOSED' && (isLapsed(state, on) || isPassedOver(party, on));
  return lapses ? 'LAPSED' : party?.answer;
}

/** Whether a successor was asked, and has not accepted, until its time was over: it takes nobody's place any more. */
export function isPassedOver({ acceptedOn, answerUntil }: Party, on: CalendarDate): boolean {
  return acceptedOn === undefined && answerUntil !== undefined && on > answerUntil;
}

/** Successors that have not answered, and still may. */
export function openSuccessions({ parties }: MadeCommitment, on: CalendarDate): readonly string[] {
  return Object.keys(parties).filter((id) => {
    const party = parties[id];
    return party?.inPlaceOf !== undefined && party.answer === 'PROPOSED' && !isPassedOver(party, on);
  });
}

/** Whether it stands on a side of the promise. Who is named as a successor does once it accepted: nobody is put there by another's end. */
export function isParty({ parties }: Pick<MadeCommitment, 'parties'>, organisation: string): boolean {
  const party = parties[organisation];
  return party !== undefined && (party.inPlaceOf === undefined || party.acceptedOn !== undefined);
}

/** Those whom it may not be a tie to, where somebody without one is to judge or to agree. */
export function tyingParties(state: MadeCommitment): Pick<MadeCommitment, 'promisorIds' | 'counterpartyIds'> {
  const ties = (id: string) => isParty(state, id);
  return { promisorIds: state.promisorIds.filter(ties), counterpartyIds: state.counterpartyIds.filter(ties) };
}

export function hasAccepted(state: MadeCommitment, organisation: string): boolean {
  return state.parties[organisation]?.answer === 'ACCEPTED';
}

/** Whether a promise binds an organisation on a day: it made it or accepted it in time, and has not left it. */
export function isBound(state: Promised, organisation: string, on: CalendarDate): boolean {
  const party = state.parties[organisation];
  return party?.answer === 'ACCEPTED' && party.boundOn !== undefined && party.boundOn <= on;
}

export function boundPromisors(state: Promised, on: CalendarDate): readonly string[] {
  return state.promisorIds.filter((id) => isBound(state, id, on));
}

export function acceptedCounterparties(state: Promised, on: CalendarDate): readonly string[] {
  return state.counterpartyIds.filter((id) => {
    const party = state.parties[id];
    return party?.answer === 'ACCEPTED' && party.acceptedOn !== undefined && party.acceptedOn <= on;
  });
}

/** Whether any promisor accepted it, so that there is a promise and not a proposal alone. */
export function isPromised(state: MadeCommitment): boolean {
  return state.promisorIds.some((id) => state.parties[id]?.acceptedOn !== undefined);
}

/** The last day on which a proposal may still be answered. */
export function lapsesAfter({ madeOn, terms: { dueOn } }: MadeCommitment): CalendarDate {
  const last = plusDays(madeOn, PROPOSAL_DAYS);
  return dueOn === undefined || dueOn > last ? last : plusDays(dueOn, -1);
}

/**
 * Whether it is a proposal that no promisor accepted in time. What published data tells, and what was given, is not taken
 * back by time: whoever it names may make it its own whenever it comes.
 */
export function isLapsed(state: MadeCommitment, on: CalendarDate): boolean {
  const stands = state.reported || state.gift || isPromised(state);
  return !stands && on > lapsesAfter(state);
}

/** The due date with what was agreed on once it was due; the first one stays in the terms. */
export function dueDate(state: Promised, on: CalendarDate): CalendarDate | undefined {
  const extended = agreedSettlements(state, on).findLast(({ outcome }) => outcome === 'EXTENDED');
  return extended?.dueOn ?? state.terms.dueOn;
}

/** The last day on which it is changed in good time; none where nothing is due. */
export function freeUntil(state: Promised, on: CalendarDate): CalendarDate | undefined {
  const { dueOn } = state.terms;
  const isCountedOn = acceptedCounterparties(state, on).length > 0;
  return dueOn === undefined ? undefined : inGoodTimeUntil(state.madeOn, dueOn, isCountedOn);
}

/** The change that may still be accepted on a day: once the promise is due, a settlement takes its place. */
export function openAmendment(state: MadeCommitment, on: CalendarDate): Amendment | undefined {
  const { amendment } = state;
  if (amendment === undefined || on > amendmentUntil(state, amendment)) return undefined;
  return amendment;
}

/**
 * The last day on which a change may be accepted: that on which the promise is due by the terms it was to replace, if that
 * comes first. What published data tells was due long ago.
 */
export function amendmentUntil(
  state: Promised,
  { version, on: since }: Pick<Amendment, 'version' | 'on'>,
): CalendarDate {
  const { terms = state.terms } = state.versions.findLast((each) => each.version < version) ?? {};
  const [due, last] = [dueDate({ ...state, terms }, since), plusDays(since, AMENDMENT_DAYS)];
  return due !== undefined && since <= due && due < last ? due : last;
}

/** The settlement that may still be refused on a day, and was not agreed on yet. */
export function openSettlement({ settlements }: MadeCommitment, on: CalendarDate): Settlement | undefined {
  const latest = settlements.at(-1);
  if (latest === undefined || latest.ended !== undefined || agreedSince(latest, on) !== undefined) return undefined;
  return on <= answeredUntil(latest) ? latest : undefined;
}

/** The day from which a settlement is agreed on, by word or by silence; `undefined` where none of both has come yet. */
export function agreedSince(settlement: Settlement, on: CalendarDate): CalendarDate | undefined {
  if (settlement.ended !== undefined) return undefined;
  const since = agreedFrom(settlement);
  return since !== undefined && since <= on ? since : undefined;
}

/** Those agreed on by that day, by word or by silence, oldest first. */
export function agreedSettlements(
  { settlements }: Pick<Promised, 'settlements'>,
  on: CalendarDate,
): readonly Settlement[] {
  return settlements.filter((settlement) => agreedSince(settlement, on) !== undefined);
}

/** Whether the parties left it at what was delivered. */
export function isClosed(state: Promised, on: CalendarDate): boolean {
  return agreedSettlements(state, on).some(({ outcome }) => outcome === 'CLOSED_AS_IS');
}

/**
 * What acting on it says: a named party that delivers, declares or corroborates accepts the version in force. Its event goes
 * before the act's own, in one receipt; empty where there is nothing to accept.
 */
export function acceptanceBy(
  state: MadeCommitment,
  organisationId: string,
  on: CalendarDate,
): readonly CommitmentEventOf<'CommitmentAccepted'>[] {
  const party = state.parties[organisationId];
  if (party === undefined || party.answer === 'RELEASED' || isPassedOver(party, on)) return [];
  if (party.answer === 'ACCEPTED' && party.acceptedVersion === state.version) return [];
  const { missionId, version: termsVersion } = state;
  return [{ type: 'CommitmentAccepted', data: { missionId, organisationId, termsVersion, on } }];
}

/** Of what was said of a contribution, what is about it as it stands now. */
export function statementsInForce<Of extends Statement>(
  { evidenceSince }: ContributionState,
  statements: readonly Of[],
): readonly Of[] {
  return statements.filter(({ version }) => version >= evidenceSince);
}
