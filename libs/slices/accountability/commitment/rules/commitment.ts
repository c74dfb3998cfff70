import { dateOf, isCurrency, refuse, type Command, type Quantity, type Intent, type Refusal } from '@maillage/kernel';
import { unknownOrganisation } from '@maillage/directory';
import { isMember, notAMember, unknownMission } from '@maillage/missions';
import type { CommitmentEventOf, CommitmentTerms, Kind } from '../events.js';
import { termsOf, type MadeCommitment } from '../state.js';
import {
  refuseStranger,
  refuseUnregistered,
  refuseWithdrawn,
  speaksFor,
  type CommitmentRule,
  type Consulted,
  type Objection,
  type StandingRule,
} from './shared.js';

type Path = readonly (string | number)[];

/** Where the input names a promisor: among `promisorIds`, or as the contributor whose gift opens the commitment. */
export type PromisorPath = (index: number) => Path;

export const makeCommitment: CommitmentRule<'MakeCommitment'> = {
  allowed(asked, state, consulted) {
    const refusal = refuseUnregistered(asked, consulted);
    if (refusal !== undefined) return refusal;
    return state.made
      ? refuse('COMMITMENT_EXISTS', 'A commitment stands under this id already; choose another.', ['id'])
      : refuseMission(asked.about, asked.actor.organisation, consulted);
  },
  decide(command, _, consulted) {
    const promisorIds = command.data.promisorIds ?? [command.actor.organisation];
    const made = { ...command.data, promisorIds };
    return (
      refuseMaking(command, made, consulted, (index) => ['promisorIds', index]) ?? [
        { type: 'CommitmentMade', data: made },
      ]
    );
  },
};

/** Whether anything may be promised in this mission by this organisation. */
export function refuseMission(
  missionId: string,
  organisation: string,
  { mission }: Consulted,
): Objection<'UNKNOWN_MISSION' | 'NOT_A_MEMBER'> {
  return mission.declared ? refuseStranger(organisation, mission) : unknownMission(missionId, ['missionId']);
}

/** Whether this promise may be made by this actor; shared by promises and by gifts that open a commitment. */
export function refuseMaking(
  { actor }: Command,
  made: CommitmentEventOf<'CommitmentMade'>['data'],
  consulted: Consulted,
  promisorPath: PromisorPath,
) {
  if (!speaksFor(actor.organisation, made.promisorIds, consulted.mission)) {
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
): Objection<'UNKNOWN_ORGANISATION' | 'NOT_A_MEMBER' | 'ON_BOTH_SIDES'> {
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

export const amendCommitment: StandingRule<'AmendCommitment'> = {
  allowed: refuseChange,
  decide(command, state) {
    const { reason, ...data } = command.data;
    const terms = termsOf(data);
    return (
      refuseTerms(terms, state, dateOf(command.at)) ?? [
        { type: 'CommitmentAmended', data: { missionId: state.missionId, ...terms, reason } },
      ]
    );
  },
};

export const withdrawCommitment: StandingRule<'WithdrawCommitment'> = {
  allowed: refuseChange,
  decide: ({ data: { reason } }, { missionId }) => [{ type: 'CommitmentWithdrawn', data: { missionId, reason } }],
};

/** Who may change the promise, and until when. */
function refuseChange({ actor, on }: Intent, state: MadeCommitment, { mission }: Consulted) {
  const refusal = refuseStranger(actor.organisation, mission);
  if (refusal !== undefined) return refusal;
  if (!speaksFor(actor.organisation, state.promisorIds, mission)) {
    return refuse(
      'NOT_A_PROMISOR',
      'A commitment is changed by one of its promisors, or on their behalf by a backbone of the mission.',
    );
  }
  const { dueOn } = state.terms;
  if (dueOn !== undefined && on > dueOn) {
    return refuse(
      'AFTER_DUE',
      `This commitment was due on ${dueOn}; amend before it is due; what is not delivered after the due date stays visible.`,
    );
  }
  return refuseWithdrawn(state);
}

function refuseTerms(terms: CommitmentTerms, state: MadeCommitment, today: string) {
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
export function refuseUnit(kind: Kind, quantity: Quantity | undefined): Objection<'UNIT_DOES_NOT_FIT'> {
  if (quantity === undefined || (kind === 'MONEY') === isCurrency(quantity.unit)) return undefined;
  const message =
    kind === 'MONEY'
      ? `${quantity.unit} is not a currency; MONEY takes an ISO 4217 code such as EUR.`
      : `${quantity.unit} is a currency; ${kind} takes another unit, or promise MONEY.`;
  return refuse('UNIT_DOES_NOT_FIT', message, ['quantity', 'unit']);
}

export function unitDiffers(expected: string): Refusal<'UNIT_DIFFERS'> {
  return refuse('UNIT_DIFFERS', `This commitment is counted in ${expected}; give the amount in ${expected}.`, [
    'quantity',
    'unit',
  ]);
}
