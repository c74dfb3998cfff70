import { dateOf, isCurrency, refuse, type Command, type Quantity, type Refusal } from '@maillage/kernel';
import { unknownOrganisation, type OrganisationState } from '@maillage/directory';
import { hasRole, isMember, notAMember, unknownMission, type MissionState } from '@maillage/missions';
import type { AccountabilityRefusal, CommitmentCommandOf } from '../commands.js';
import type { CommitmentEvent, CommitmentEventOf, CommitmentTerms, Kind } from '../events.js';
import { termsOf, type MadeCommitment } from '../state.js';

export type Verdict = readonly CommitmentEvent[] | Refusal<AccountabilityRefusal>;
export type Objection = Refusal<AccountabilityRefusal> | undefined;
type Path = readonly (string | number)[];

/** What a decision reads of other streams. Lists are in the order of the ids they were asked by. */
export interface Consulted {
  readonly mission: MissionState;
  readonly actor: OrganisationState;
  /** Whose work is judged: the contributor of a contribution, or the organisation reviewed. */
  readonly judged: OrganisationState;
  readonly promisors: readonly OrganisationState[];
  readonly counterparties: readonly OrganisationState[];
}

/** Where the input names a promisor: among `promisorIds`, or as the contributor whose gift opens the commitment. */
export type PromisorPath = (index: number) => Path;

export function make(command: CommitmentCommandOf<'MakeCommitment'>, consulted: Consulted): Verdict {
  const promisorIds = command.data.promisorIds ?? [command.actor.organisation];
  const made = { ...command.data, promisorIds };
  return (
    refuseMaking(command, made, consulted, (index) => ['promisorIds', index]) ?? [
      { type: 'CommitmentMade', data: made },
    ]
  );
}

/** Whether this promise may be made by this actor; shared by promises and by gifts that open a commitment. */
export function refuseMaking(
  { actor }: Command,
  made: CommitmentEventOf<'CommitmentMade'>['data'],
  consulted: Consulted,
  promisorPath: PromisorPath,
): Objection {
  const { mission } = consulted;
  if (!mission.declared) return unknownMission(made.missionId, ['missionId']);
  const refusal = refuseStranger(actor.organisation, mission);
  if (refusal !== undefined) return refusal;
  if (!speaksFor(actor.organisation, made.promisorIds, mission)) {
    return refuse(
      'NOT_A_PROMISOR',
      'A commitment is made by one of its promisors, or on their behalf by a backbone of the mission.',
      promisorPath(0),
    );
  }
  return refuseParties(made, consulted, promisorPath) ?? refuseUnit(made.kind, made.quantity);
}

function refuseParties(
  { promisorIds, counterpartyIds }: CommitmentEventOf<'CommitmentMade'>['data'],
  { mission, promisors, counterparties }: Consulted,
  promisorPath: PromisorPath,
): Objection {
  for (const [index, id] of promisorIds.entries()) {
    if (promisors[index]?.registered !== true) return unknownOrganisation(id, promisorPath(index));
    if (!isMember(mission, id)) return notAMember(mission, id, promisorPath(index));
  }
  for (const [index, id] of counterpartyIds.entries()) {
    const path = ['counterpartyIds', index];
    if (counterparties[index]?.registered !== true) return unknownOrganisation(id, path);
    if (promisorIds.includes(id)) {
      return refuse('ON_BOTH_SIDES', `${id} is a promisor; name it on one side of the commitment only.`, path);
    }
  }
  return undefined;
}

export function amend(
  command: CommitmentCommandOf<'AmendCommitment'>,
  state: MadeCommitment,
  consulted: Consulted,
): Verdict {
  const refusal = refuseChange(command, state, consulted);
  if (refusal !== undefined) return refusal;
  const { reason, ...data } = command.data;
  const terms = termsOf(data);
  return (
    refuseTerms(terms, state, dateOf(command.at)) ?? [
      { type: 'CommitmentAmended', data: { missionId: state.missionId, ...terms, reason } },
    ]
  );
}

export function withdraw(
  command: CommitmentCommandOf<'WithdrawCommitment'>,
  state: MadeCommitment,
  consulted: Consulted,
): Verdict {
  return (
    refuseChange(command, state, consulted) ?? [
      { type: 'CommitmentWithdrawn', data: { missionId: state.missionId, reason: command.data.reason } },
    ]
  );
}

/** Who may change the promise, and until when. */
function refuseChange({ actor, at }: Command, state: MadeCommitment, { mission }: Consulted): Objection {
  const refusal = refuseStranger(actor.organisation, mission);
  if (refusal !== undefined) return refusal;
  if (!speaksFor(actor.organisation, state.promisorIds, mission)) {
    return refuse(
      'NOT_A_PROMISOR',
      'A commitment is changed by one of its promisors, or on their behalf by a backbone of the mission.',
    );
  }
  const { dueOn } = state.terms;
  if (dueOn !== undefined && dateOf(at) > dueOn) {
    return refuse(
      'AFTER_DUE',
      `This commitment was due on ${dueOn}; amend before it is due; what is not delivered after the due date stays visible.`,
    );
  }
  return refuseWithdrawn(state);
}

function refuseTerms(terms: CommitmentTerms, state: MadeCommitment, today: string): Objection {
  const misfit = refuseUnit(terms.kind, terms.quantity);
  if (misfit !== undefined) return misfit;
  if (sameTerms(terms, state.terms)) {
    return refuse('TERMS_UNCHANGED', 'These are the terms as they stand; an amendment changes at least one of them.');
  }
  // Without its date a promise would never be overdue: dropping it would be a way out that putting it off is not.
  if (terms.dueOn === undefined && state.terms.dueOn !== undefined) {
    return refuse('DUE_DATE_DROPPED', 'A promise that has a due date keeps one; name the new date.', ['dueOn']);
  }
  if (terms.dueOn !== undefined && terms.dueOn < today) {
    return refuse('DUE_IN_PAST', `The new due date has passed; name ${today} or later.`, ['dueOn']);
  }
  // What was given stays what it was: a promise may not turn into one that the gifts towards it cannot be held against.
  const given = Object.values(state.contributions);
  if (given.length > 0 && terms.kind !== state.terms.kind) {
    return refuse(
      'KIND_DIFFERS',
      `Contributions of kind ${state.terms.kind} are recorded towards this commitment; keep that kind.`,
      ['kind'],
    );
  }
  const unit = terms.quantity?.unit;
  const other = given.find((contribution) => contribution.unit !== undefined && contribution.unit !== unit)?.unit;
  return unit === undefined || other === undefined ? undefined : unitDiffers(other);
}

function sameTerms(a: CommitmentTerms, b: CommitmentTerms): boolean {
  return (
    a.kind === b.kind &&
    a.description === b.description &&
    a.dueOn === b.dueOn &&
    // One number has one spelling, so amounts compare as text.
    a.quantity?.amount === b.quantity?.amount &&
    a.quantity?.unit === b.quantity?.unit
  );
}

/** Money is promised in a currency and nothing else is: work given a price is not the same thing as money. */
export function refuseUnit(kind: Kind, quantity: Quantity | undefined): Objection {
  if (quantity === undefined || (kind === 'MONEY') === isCurrency(quantity.unit)) return undefined;
  const message =
    kind === 'MONEY'
      ? `${quantity.unit} is not a currency; MONEY takes an ISO 4217 code such as EUR.`
      : `${quantity.unit} is a currency; ${kind} takes another unit, or promise MONEY.`;
  return refuse('UNIT_DOES_NOT_FIT', message, ['quantity', 'unit']);
}

export function unitDiffers(expected: string): Refusal<AccountabilityRefusal> {
  return refuse('UNIT_DIFFERS', `This commitment is counted in ${expected}; give the amount in ${expected}.`, [
    'quantity',
    'unit',
  ]);
}

export function refuseWithdrawn(state: MadeCommitment): Objection {
  return state.withdrawn
    ? refuse('COMMITMENT_WITHDRAWN', 'This commitment was withdrawn; make a new one instead.', ['id'])
    : undefined;
}

/** Members of the mission, in whatever role, take part in it; others do not. */
export function refuseStranger(organisation: string, mission: MissionState): Objection {
  return isMember(mission, organisation) ? undefined : notAMember(mission, organisation);
}

export function sameGroup(a: OrganisationState, b: OrganisationState): boolean {
  return a.controlGroupId === b.controlGroupId;
}

/** For itself, or for others as the one that keeps the mission's books: imports and pledges on paper. */
export function speaksFor(organisation: string, those: readonly string[], mission: MissionState): boolean {
  return those.includes(organisation) || hasRole(mission, organisation, 'BACKBONE');
}
