import { plusDays, refuse, type CalendarDate, type Intent, type Refusal } from '@maillage/kernel';
import { Decimal } from '../../decimal.arithmetic.js';
import type { CommitmentEvent, CommitmentEventOf, CommitmentTerms, Milestone } from '../events.js';
import {
  acceptedCounterparties,
  actedOn,
  amendmentUntil,
  boundPromisors,
  dueDate,
  freeUntil,
  hasAccepted,
  isBound,
  isClosed,
  isParty,
  openAmendment,
  openSuccessions,
  type Amendment,
  type MadeCommitment,
  type Promised,
} from '../state.js';
import { amendedTerms, refuseTerms } from './terms.js';
import {
  refuseWithdrawn,
  speaksFor,
  untiedBackbones,
  type Consulted,
  type Objection,
  type StandingRule,
} from './shared.js';

// How the terms of a promise change, and how it is taken back: in good time by oneself, later with those that count on it.

/** After so many changes that lessen, the next is late whenever it comes. */
const FREE_CHANGES = 2;

/** What a change asks for: other terms, or none at all. */
type Change = CommitmentTerms | undefined;

export const amendCommitment: StandingRule<'AmendCommitment'> = {
  allowed: refuseChange,
  decide(command, state, consulted) {
    const { reason, ...data } = command.data;
    const on = actedOn(command, state);
    const by = command.actor.organisation;
    const terms = amendedTerms(data, state);
    const refusal = refuseTerms(terms, state, { by, on });
    if (refusal !== undefined) return refusal;
    return changeBy({ by, on, reason }, terms, state, consulted);
  },
};

export const withdrawCommitment: StandingRule<'WithdrawCommitment'> = {
  allowed: refuseChange,
  decide: (command, state, consulted) =>
    changeBy(
      { by: command.actor.organisation, on: actedOn(command, state), reason: command.data.reason },
      undefined,
      state,
      consulted,
    ),
};

export const dropAmendment: StandingRule<'DropAmendment'> = {
  allowed({ actor, on }, state) {
    const amendment = openAmendment(state, on);
    if (amendment === undefined) return noAmendment();
    return amendment.proposedBy === actor.organisation
      ? undefined
      : refuse(
          'NOT_YOUR_PROPOSAL',
          `This change was proposed by ${amendment.proposedBy}, which alone may drop it; those that are asked decline it instead.`,
        );
  },
  decide(command, state) {
    const { termsVersion } = command.data;
    const on = actedOn(command, state);
    const amendment = openAmendment(state, on);
    if (amendment === undefined) return noAmendment();
    if (amendment.version !== termsVersion) return superseded(amendment.version);
    return [{ type: 'AmendmentDropped', data: { missionId: state.missionId, termsVersion, on } }];
  },
};

function noAmendment(): Refusal<'NO_AMENDMENT_OPEN'> {
  return refuse(
    'NO_AMENDMENT_OPEN',
    'No change of these terms is proposed and waits for an answer: it was accepted, declined, dropped, or its time is over. A promisor may propose another.',
  );
}

function superseded(version: number): Refusal<'VERSION_SUPERSEDED'> {
  return refuse('VERSION_SUPERSEDED', `The change that is open is version ${version} of the terms; name that one.`, [
    'termsVersion',
  ]);
}

/** Who may change the promise, and until when. A party may so whether or not it is still, or for now, a member. */
function refuseChange({ actor, on }: Intent, state: MadeCommitment, { mission }: Consulted) {
  const by = actor.organisation;
  const refusal = refuseWithdrawn(state) ?? refuseOutsider(by, on, state, mission) ?? refuseAfterDue(state, on);
  if (refusal !== undefined) return refusal;
  const open = openAmendment(state, on);
  return open === undefined
    ? undefined
    : refuse(
        'AMENDMENT_OPEN',
        `A change, version ${open.version} of the terms, waits for an answer until ${amendmentUntil(state, open)}; propose another once it is accepted, declined or dropped.`,
      );
}

/** Those that are bound change a promise; while nobody is, it is a proposal, which those behind it may still put right. */
function refuseOutsider(
  by: string,
  on: CalendarDate,
  state: MadeCommitment,
  mission: Consulted['mission'],
): Objection<'NOT_A_PROMISOR'> {
  if (isBound(state, by, on)) return undefined;
  const proposal = boundPromisors(state, on).length === 0;
  if (proposal && (hasAccepted(state, by) || speaksFor(by, [], mission))) return undefined;
  return refuse(
    'NOT_A_PROMISOR',
    'A promise is changed by an organisation that is bound by it: one that made it or accepted it in time. Until somebody is, it may be put right by whoever accepted it, or by a backbone of the mission.',
  );
}

/** Once it is due, parties settle it; what published data tells of the past is only put right. */
function refuseAfterDue(state: MadeCommitment, on: CalendarDate): Objection<'AFTER_DUE' | 'COMMITMENT_CLOSED'> {
  if (isClosed(state, on)) {
    return refuse(
      'COMMITMENT_CLOSED',
      'The parties agreed to leave this promise at what was delivered; nothing of it changes any more. Make a new one instead.',
    );
  }
  const due = dueDate(state, on);
  if (state.reported || due === undefined || on <= due) return undefined;
  return refuse(
    'AFTER_DUE',
    `This commitment was due on ${due}, and changes no more; a promisor may propose a settlement instead: more time, or to leave it at that.`,
  );
}

interface Act {
  readonly by: string;
  readonly on: CalendarDate;
  readonly reason: string;
}

/** At once where nobody else must accept it, and else as a proposal. */
function changeBy(
  { by, on, reason }: Act,
  terms: Change,
  state: MadeCommitment,
  consulted: Consulted,
): readonly CommitmentEvent[] | Refusal<'NOTICE_PASSED'> {
  const mustAccept = changeTakes(terms, state, { by, on, backbones: untiedBackbones(state, consulted, on) });
  if (mustAccept === undefined) return noticePassed(state, on);
  const { missionId } = state;
  const termsVersion = state.lastVersion + 1;
  if (mustAccept.length > 0) {
    const changed = terms === undefined ? {} : { terms };
    const until = amendmentUntil(state, { version: termsVersion, on });
    const proposed = { missionId, termsVersion, proposedBy: by, ...changed, reason, mustAccept, until, on };
    return [{ type: 'AmendmentProposed', data: proposed }];
  }
  if (terms === undefined) {
    return [{ type: 'CommitmentWithdrawn', data: { missionId, ...askedNoMore(state, on), reason, on } }];
  }
  const acceptedBy = state.parties[by] === undefined ? [] : [by];
  const accepted = { acceptedBy, ...askedAnew(state, acceptedBy) };
  return [{ type: 'CommitmentAmended', data: { missionId, ...terms, termsVersion, ...accepted, reason, on } }];
}

/** Promisors that accepted the terms before and not the new ones: nobody is bound to more than it accepted. */
function askedAnew({ promisorIds, parties }: MadeCommitment, acceptedBy: readonly string[]) {
  const asked = promisorIds.filter((id) => parties[id]?.answer === 'ACCEPTED' && !acceptedBy.includes(id));
  return asked.length === 0 ? {} : { askedAnew: asked };
}

/** Successors that were asked to promise what is promised no more. */
function askedNoMore(state: MadeCommitment, on: CalendarDate): { readonly successorIds?: string[] } {
  const successorIds = [...openSuccessions(state, on)];
  return successorIds.length === 0 ? {} : { successorIds };
}

/** From which side a change is looked at. */
export interface Proposing {
  readonly by: string;
  readonly on: CalendarDate;
  /** Backbones of the mission that are tied to no party. */
  readonly backbones: readonly string[];
}

/**
 * Who must accept a change beside whoever proposes it; `undefined` where it takes somebody who is not there. All who are
 * bound must. A change that lessens late also takes each accepted counterparty or, where there is none, one of the backbones.
 */
export function changeTakes(terms: Change, state: Promised, { by, on, backbones }: Proposing): string[] | undefined {
  const bound = boundPromisors(state, on);
  const others = bound.filter((id) => id !== by);
  if (bound.length === 0 || !lessensLate(terms, state, on)) return others;
  const counterparties = acceptedCounterparties(state, on);
  if (counterparties.length > 0) return [...others, ...counterparties];
  return backbones.length > 0 ? [...others, ...backbones] : undefined;
}

/** Whether a change takes something away, and comes too late for its promisors to do so by themselves. */
function lessensLate(terms: Change, state: Promised, on: CalendarDate): boolean {
  return (terms === undefined || lessens(state.terms, terms)) && !isFree(state, on);
}

/** Whether a change that lessens is in good time. */
export function isFree(state: Promised, on: CalendarDate): boolean {
  const until = freeUntil(state, on);
  return (until === undefined || on <= until) && lessenedTimes(state) < FREE_CHANGES;
}

/** How often the promise was lessened since it bound anybody. */
function lessenedTimes({ versions, parties }: Promised): number {
  const days = Object.values(parties).flatMap(({ part, acceptedOn }) =>
    part === 'PROMISOR' ? (acceptedOn ?? []) : [],
  );
  const [since] = days.sort();
  if (since === undefined) return 0;
  return versions.filter(({ terms, on }, n) => {
    const before = versions[n - 1];
    return before !== undefined && on >= since && lessens(before.terms, terms);
  }).length;
}

/** Every change does, save more of the same unit, an earlier date, or an added milestone. */
export function lessens(before: CommitmentTerms, after: CommitmentTerms): boolean {
  return !(
    after.kind === before.kind &&
    after.completion === before.completion &&
    after.description === before.description &&
    isAsMuch(before, after) &&
    isAsEarly(before.dueOn, after.dueOn) &&
    (before.milestones ?? []).every((milestone) => keepsMilestone(milestone, after.milestones))
  );
}

function isAsMuch({ quantity: before }: CommitmentTerms, { quantity: after }: CommitmentTerms): boolean {
  if (before === undefined || after === undefined) return before === after;
  return after.unit === before.unit && new Decimal(after.amount).gte(new Decimal(before.amount));
}

function isAsEarly(before: CalendarDate | undefined, after: CalendarDate | undefined): boolean {
  return before === undefined || (after !== undefined && after <= before);
}

function keepsMilestone({ key, what, dueOn }: Milestone, after: readonly Milestone[] = []): boolean {
  const kept = after.find((each) => each.key === key);
  return kept?.what === what && isAsEarly(dueOn, kept.dueOn);
}

function noticePassed(state: MadeCommitment, on: CalendarDate): Refusal<'NOTICE_PASSED'> {
  const until = freeUntil(state, on);
  const why =
    until !== undefined && on > until
      ? `The time to lessen it without anybody’s leave ended on ${until}`
      : `It was lessened ${FREE_CHANGES} times already`;
  const due = dueDate(state, on);
  const after =
    due === undefined
      ? ''
      : ` From ${plusDays(due, 1)} on you may propose a settlement: more time, or to leave it at that.`;
  return refuse(
    'NOTICE_PASSED',
    `${why}, and there is nobody to agree: no counterparty accepted this promise, and the mission has no backbone without a tie to its parties. You may still promise more, earlier, or another milestone.${after}`,
  );
}

/**
 * What comes of an acceptance of the open change: it is recorded and, with the last one, the change itself.
 * @param by one of those asked, or a party that was not bound before.
 */
export function acceptedAmendment(
  state: MadeCommitment,
  amendment: Amendment,
  { by, on }: { readonly by: string; readonly on: CalendarDate },
): readonly CommitmentEvent[] {
  const { missionId } = state;
  const { version: termsVersion } = amendment;
  const accepted: CommitmentEvent = {
    type: 'CommitmentAccepted',
    data: { missionId, organisationId: by, termsVersion, on },
  };
  const acceptedBy = [...amendment.acceptedBy, by];
  return isAccepted(state, amendment, acceptedBy)
    ? [accepted, broughtAbout(state, amendment, acceptedBy, on)]
    : [accepted];
}

/** All promisors that are still bound, each counterparty that is still there, and of backbones any one. */
function isAccepted(state: MadeCommitment, { mustAccept }: Amendment, acceptedBy: readonly string[]): boolean {
  const has = (id: string) => acceptedBy.includes(id);
  const { promisors, counterparties, backbones } = sidesOf(state, mustAccept);
  const standing = counterparties.filter((id) => hasAccepted(state, id));
  const agreed = counterparties.length > 0 ? standing.length > 0 && standing.every(has) : backbones.some(has);
  const late = counterparties.length + backbones.length > 0;
  return promisors.every((id) => has(id) || !hasAccepted(state, id)) && (agreed || !late);
}

function sidesOf(state: MadeCommitment, ids: readonly string[]) {
  const sideOf = (id: string) => (isParty(state, id) ? state.parties[id]?.part : undefined);
  const of = (part: 'PROMISOR' | 'COUNTERPARTY' | undefined) => ids.filter((id) => sideOf(id) === part);
  return { promisors: of('PROMISOR'), counterparties: of('COUNTERPARTY'), backbones: of(undefined) };
}

function broughtAbout(
  state: MadeCommitment,
  { terms, version: termsVersion, reason, mustAccept }: Amendment,
  acceptedBy: readonly string[],
  on: CalendarDate,
): CommitmentEventOf<'CommitmentAmended' | 'CommitmentWithdrawn'> {
  const { missionId } = state;
  const { counterparties, backbones } = sidesOf(state, mustAccept);
  const late = [...counterparties, ...backbones];
  // Whoever left since agrees to nothing any more.
  const standing = [...counterparties.filter((id) => hasAccepted(state, id)), ...backbones];
  const agreed = late.length === 0 ? {} : { agreedBy: standing.filter((id) => acceptedBy.includes(id)) };
  if (terms === undefined) {
    const data = { missionId, termsVersion, ...agreed, ...askedNoMore(state, on), reason, on };
    return { type: 'CommitmentWithdrawn', data };
  }
  const parties = acceptedBy.filter((id) => state.parties[id] !== undefined && !hasLeft(id, state));
  const accepted = { acceptedBy: parties, ...askedAnew(state, parties) };
  return { type: 'CommitmentAmended', data: { missionId, ...terms, termsVersion, ...accepted, ...agreed, reason, on } };
}

function hasLeft(id: string, { parties }: MadeCommitment): boolean {
  return parties[id]?.answer === 'RELEASED';
}

/** The open change, where it waited for that party alone, which is about to be let go. */
export function agreedWithout(
  id: string,
  state: MadeCommitment,
  on: CalendarDate,
): readonly CommitmentEventOf<'CommitmentAmended' | 'CommitmentWithdrawn'>[] {
  const [amendment, party] = [openAmendment(state, on), state.parties[id]];
  if (amendment === undefined || party === undefined || !isAskedToAmend(state, id, on)) return [];
  const left: MadeCommitment = { ...state, parties: { ...state.parties, [id]: { ...party, answer: 'RELEASED' } } };
  const { acceptedBy } = amendment;
  return isAccepted(left, amendment, acceptedBy) ? [broughtAbout(left, amendment, acceptedBy, on)] : [];
}

/** Whether it is asked for its answer to the open change, has not given it, and has not left the promise. */
export function isAskedToAmend(state: MadeCommitment, by: string, on: CalendarDate): boolean {
  const amendment = openAmendment(state, on);
  const asked = amendment?.mustAccept.includes(by) === true && !amendment.acceptedBy.includes(by);
  return asked && !hasLeft(by, state);
}
