import { daysBetween, plusDays, reasonAbout, refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import { sameGroup } from '@maillage/directory';
import { hasRole } from '@maillage/missions';
import { answeredUntil, BACKBONE_DAYS } from '../agreement.arithmetic.js';
import type { CommitmentEvent } from '../events.js';
import {
  acceptedCounterparties,
  actedOn,
  agreedSettlements,
  agreedSince,
  boundPromisors,
  dueDate,
  hasAccepted,
  isBound,
  isClosed,
  isParty,
  openSettlement,
  type MadeCommitment,
  type Settlement,
} from '../state.js';
import type { CommitmentCommandOf } from '../commands.js';
import {
  concernedBy,
  isTied,
  refuseWithdrawn,
  untiedBackbones,
  type Consulted,
  type Objection,
  type StandingRule,
} from './shared.js';

// What the parties agree on once a promise was due and is not kept: more time, or to leave it at what was delivered.

const MOST_EXTENSIONS = 3;
const LONGEST_DAYS = 365;
/** A first extension of so many days is agreed by silence where a counterparty accepted the promise. */
const SILENT_DAYS = 30;
/** After so many running of one control group that were not agreed on… */
const MOST_RUNNING = 2;
/** …it leaves the other promisors so many days. */
const TURN_DAYS = 14;

type Proposed = CommitmentCommandOf<'ProposeSettlement'>;

export const proposeSettlement: StandingRule<'ProposeSettlement'> = {
  allowed({ actor, on }, state, consulted) {
    return (
      refuseWithdrawn(state) ??
      refuseUnbound(actor.organisation, state, on) ??
      refuseUnsettled(state, on) ??
      refuseOutOfTurn(state, consulted, actor.organisation, on) ??
      refuseAlone(state, consulted, on)
    );
  },
  decide(command, state, consulted) {
    const on = actedOn(command, state);
    const { outcome, dueOn, reason, settlementId = command.commandId } = command.data;
    const refusal = refuseKnown(settlementId, state) ?? refuseDate(command.data, state, on);
    if (refusal !== undefined) return refusal;
    const counterparties = acceptedCounterparties(state, on);
    const mustAccept = counterparties.length > 0 ? counterparties : untiedBackbones(state, consulted, on);
    const data = {
      missionId: state.missionId,
      settlementId,
      proposedBy: command.actor.organisation,
      outcome,
      ...(dueOn === undefined ? {} : { dueOn }),
      reason,
      mustAccept: [...mustAccept],
      agreedBySilence: counterparties.length > 0 && isShortAndFirst(dueOn, state, on),
      on,
    };
    return [{ type: 'SettlementProposed', data }];
  },
};

function refuseUnbound(by: string, state: MadeCommitment, on: CalendarDate): Objection<'NOT_A_PROMISOR'> {
  return isBound(state, by, on)
    ? undefined
    : refuse(
        'NOT_A_PROMISOR',
        'A settlement is proposed by an organisation that the promise binds; counterparties agree to it.',
      );
}

function refuseUnsettled(
  state: MadeCommitment,
  on: CalendarDate,
): Objection<'NOT_DUE_YET' | 'COMMITMENT_CLOSED' | 'SETTLEMENT_OPEN'> {
  const { dueOn } = state.terms;
  if (dueOn === undefined || on <= dueOn) {
    const when = dueOn === undefined ? 'has no due date' : `is due on ${dueOn}`;
    return refuse('NOT_DUE_YET', `This promise ${when}; until it is due, its terms may be changed instead.`);
  }
  if (isClosed(state, on)) {
    return refuse('COMMITMENT_CLOSED', 'The parties left this promise at what was delivered; make a new one instead.');
  }
  const open = openSettlement(state, on);
  return open === undefined
    ? undefined
    : refuse(
        'SETTLEMENT_OPEN',
        `A settlement waits for an answer until ${answeredUntil(open)}; propose another once it is accepted, declined or dropped.`,
      );
}

/**
 * One settlement is open at a time, so that a promisor could keep its own open to block another's. After two running of its
 * control group that were not agreed on, the others it promised with have their turn first; after one, which the silence of
 * those asked ends as well, it asks again at once.
 */
function refuseOutOfTurn(
  state: MadeCommitment,
  { actor, promisors, connections }: Consulted,
  by: string,
  on: CalendarDate,
): Objection<'OTHERS_FIRST'> {
  const isOwn = (id: string) => {
    const promisor = promisors[state.promisorIds.indexOf(id)];
    return id === by || (promisor !== undefined && sameGroup(actor, promisor, on, connections));
  };
  const running = state.settlements.slice(-MOST_RUNNING);
  const latest = running.at(-1);
  if (latest === undefined || running.length < MOST_RUNNING) return undefined;
  const failed = running.every((each) => isOwn(each.proposedBy) && agreedSince(each, on) === undefined);
  const until = plusDays(latest.endedOn ?? answeredUntil(latest), TURN_DAYS);
  if (!failed || on > until || boundPromisors(state, on).every(isOwn)) return undefined;
  return refuse(
    'OTHERS_FIRST',
    `The last ${MOST_RUNNING} settlements were your organisation’s, or its control group’s, and were not agreed on: until ${until} another promisor may propose one. You may agree to that, and propose again after ${until}, or once another has.`,
  );
}

/** There is nobody to agree where no counterparty accepted the promise and every backbone is tied to a party. */
function refuseAlone(state: MadeCommitment, consulted: Consulted, on: CalendarDate): Objection<'NOBODY_TO_AGREE'> {
  if (acceptedCounterparties(state, on).length > 0 || untiedBackbones(state, consulted, on).length > 0)
    return undefined;
  return refuse(
    'NOBODY_TO_AGREE',
    'No counterparty accepted this promise, and the mission has no backbone without a tie to its parties, so that nobody can agree. What you deliver still counts, however late.',
  );
}

function refuseKnown(id: string, { settlements }: MadeCommitment): Objection<'SETTLEMENT_EXISTS'> {
  return settlements.some((each) => each.id === id)
    ? refuse('SETTLEMENT_EXISTS', 'A settlement stands under this id already; choose another.', ['settlementId'])
    : undefined;
}

/** At most three extensions, in all by as much as was given at first, whatever was agreed since, and never over a year. */
function refuseDate(
  { outcome, dueOn }: Proposed['data'],
  state: MadeCommitment,
  on: CalendarDate,
): Objection<'DUE_IN_PAST' | 'EXTENSIONS_USED_UP' | 'EXTENSION_TOO_LONG'> {
  const [first, due] = [state.terms.dueOn, dueDate(state, on)];
  if (outcome !== 'EXTENDED' || dueOn === undefined || first === undefined || due === undefined) return undefined;
  if (extensions(state, on) >= MOST_EXTENSIONS) {
    return refuse(
      'EXTENSIONS_USED_UP',
      `This promise was extended ${MOST_EXTENSIONS} times, and no more is possible; propose CLOSED_AS_IS: to leave it at what was delivered.`,
      ['outcome'],
    );
  }
  const after = due > on ? due : on;
  const latest = latestExtension(state, first);
  if (dueOn > latest) {
    const instead =
      latest > after ? `name ${latest} or an earlier day` : 'propose CLOSED_AS_IS: to leave it at what was delivered';
    return refuse(
      'EXTENSION_TOO_LONG',
      `In all, a promise is extended by as much time as it was first given, and by ${LONGEST_DAYS} days at most: ${instead}.`,
      ['dueOn'],
    );
  }
  return dueOn > after
    ? undefined
    : refuse('DUE_IN_PAST', `More time ends later than it does now; name a day after ${after}.`, ['dueOn']);
}

function extensions(state: MadeCommitment, on: CalendarDate): number {
  return agreedSettlements(state, on).filter(({ outcome }) => outcome === 'EXTENDED').length;
}

/** From the date it was due before any settlement, by as long as was given when a date was first named. */
function latestExtension({ madeOn, versions }: MadeCommitment, due: CalendarDate): CalendarDate {
  const { terms } = versions.find((version) => version.terms.dueOn !== undefined) ?? {};
  return plusDays(due, Math.min(LONGEST_DAYS, daysBetween(madeOn, terms?.dueOn ?? due)));
}

function isShortAndFirst(dueOn: CalendarDate | undefined, state: MadeCommitment, on: CalendarDate): boolean {
  const due = state.terms.dueOn;
  return (
    dueOn !== undefined && due !== undefined && extensions(state, on) === 0 && daysBetween(due, dueOn) <= SILENT_DAYS
  );
}

export const acceptSettlement: StandingRule<'AcceptSettlement'> = {
  allowed({ about, actor: { organisation: by }, on }, state, consulted) {
    const found = settlementOf(state, about);
    if (found === undefined) return unknownSettlement(about);
    return refuseEnded(found, state, on) ?? refuseAnswer(by, found, { state, consulted, on });
  },
  decide(command, state) {
    const organisationId = command.actor.organisation;
    const { settlementId } = command.data;
    const on = actedOn(command, state);
    const untiedBackbone = !isParty(state, organisationId);
    const { missionId } = state;
    return [
      { type: 'SettlementAccepted', data: { missionId, settlementId, organisationId, untiedBackbone, on } },
    ] satisfies readonly CommitmentEvent[];
  },
};

interface Deciding {
  readonly state: MadeCommitment;
  readonly consulted: Consulted;
  readonly on: CalendarDate;
}

/** Whoever may say yes may say no, and nobody else. */
function refuseAnswer(by: string, found: Settlement, deciding: Deciding) {
  const { state, on } = deciding;
  const refusal = refuseWithdrawn(state);
  if (refusal !== undefined) return refusal;
  if (found.proposedBy === by || found.accepted.some(({ organisationId }) => organisationId === by)) {
    return refuse(
      'ALREADY_ACCEPTED',
      'Your organisation has agreed to this settlement already; nothing more is asked of it.',
      ['settlementId'],
    );
  }
  return isParty(state, by) ? refuseParty(by, found, state, on) : refuseBackbone(by, deciding);
}

/** Those asked, unless they have left; and another promisor that it binds, for which it then holds as well. */
function refuseParty(
  by: string,
  { mustAccept }: Settlement,
  state: MadeCommitment,
  on: CalendarDate,
): Objection<'NOT_YOURS_TO_SETTLE'> {
  const asked = mustAccept.includes(by) && hasAccepted(state, by);
  return asked || isBound(state, by, on) ? undefined : notAsked();
}

function refuseBackbone(
  by: string,
  { consulted, on }: Deciding,
): Objection<'NOT_YOURS_TO_SETTLE' | 'SAME_CONTROL_GROUP'> {
  if (!hasRole(consulted.mission, by, 'BACKBONE')) return notAsked();
  return isTied(consulted, on)
    ? refuse(
        'SAME_CONTROL_GROUP',
        'Your organisation shares a control group with a party to this promise, or did within the last 365 days, be it by way of others; a backbone without such a tie agrees to a settlement.',
      )
    : undefined;
}

export const declineSettlement: StandingRule<'DeclineSettlement'> = {
  allowed({ about, actor: { organisation: by }, on }, state, consulted) {
    const found = settlementOf(state, about);
    if (found === undefined) return unknownSettlement(about);
    if (openSettlement(state, on)?.id !== about) return settlementEnded();
    return found.mustAccept.includes(by) ? refuseAnswer(by, found, { state, consulted, on }) : notAsked();
  },
  decide(command, state, consulted) {
    const organisationId = command.actor.organisation;
    const { settlementId, reason } = command.data;
    const { missionId } = state;
    const on = actedOn(command, state);
    const said = reasonAbout(concernedBy(state, consulted, organisationId), reason);
    return [{ type: 'SettlementDeclined', data: { missionId, settlementId, organisationId, ...said, on } }];
  },
};

export const dropSettlement: StandingRule<'DropSettlement'> = {
  allowed({ about, actor, on }, state) {
    const found = settlementOf(state, about);
    if (found === undefined) return unknownSettlement(about);
    if (openSettlement(state, on)?.id !== about) return settlementEnded();
    return found.proposedBy === actor.organisation
      ? undefined
      : refuse(
          'NOT_YOUR_PROPOSAL',
          `This settlement was proposed by ${found.proposedBy}, which alone may drop it; those that are asked decline it instead.`,
        );
  },
  decide(command, state) {
    const { settlementId } = command.data;
    const on = actedOn(command, state);
    return [{ type: 'SettlementDropped', data: { missionId: state.missionId, settlementId, on } }];
  },
};

function settlementOf({ settlements }: MadeCommitment, id: string): Settlement | undefined {
  return settlements.find((each) => each.id === id);
}

/** Silence leaves a backbone its time, and so does an agreement; the settlement that follows ends both. */
function refuseEnded(settlement: Settlement, state: MadeCommitment, on: CalendarDate): Objection<'SETTLEMENT_ENDED'> {
  const agreed = agreedSince(settlement, on);
  const asked = settlement.mustAccept.some((id) => isParty(state, id));
  const standIn = asked || settlement.departures.length > 0;
  const last = plusDays(agreed ?? answeredUntil(settlement), agreed !== undefined || standIn ? BACKBONE_DAYS : 0);
  const latest = state.settlements.at(-1) === settlement;
  return settlement.ended === undefined && latest && on <= last ? undefined : settlementEnded();
}

function settlementEnded(): Refusal<'SETTLEMENT_ENDED'> {
  return refuse(
    'SETTLEMENT_ENDED',
    'This settlement is over: it was agreed on, declined or dropped, or its time has passed. A promisor may propose another.',
    ['settlementId'],
  );
}

function unknownSettlement(id: string): Refusal<'UNKNOWN_SETTLEMENT'> {
  return refuse('UNKNOWN_SETTLEMENT', `No settlement ${id} was proposed of this commitment; name one that was.`, [
    'settlementId',
  ]);
}

function notAsked(): Refusal<'NOT_YOURS_TO_SETTLE'> {
  return refuse(
    'NOT_YOURS_TO_SETTLE',
    'A settlement is agreed on by the counterparties that accepted the promise or, in their place, by a backbone of the mission without a tie to any party; a promisor may propose another.',
  );
}
