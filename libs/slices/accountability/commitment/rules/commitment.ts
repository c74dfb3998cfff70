import {
  dateOf,
  decimalsOf,
  isCurrency,
  plusDays,
  refuse,
  sourceGiven,
  type CalendarDate,
  type Command,
  type Quantity,
  type Refusal,
} from '@maillage/kernel';
import { unknownOrganisation } from '@maillage/directory';
import { isListed, isMember, notAMember, refuseClosed, unknownMission } from '@maillage/missions';
import type { CommitmentEventOf, CommitmentTerms, Completion, Kind } from '../events.js';
import { receivesOn } from '../../receiving/state.js';
import {
  refuseDissolved,
  refuseStranger,
  refuseSuspended,
  refuseUnregistered,
  speaksFor,
  type CommitmentRule,
  type Consulted,
  type Objection,
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
      : (refuseMission(asked.about, asked.actor.organisation, consulted) ??
          refuseClosed(consulted.mission) ??
          refuseDissolved(consulted.actor, []) ??
          refuseSuspended(asked.actor.organisation, asked.on, consulted.mission));
  },
  decide(command, _, consulted) {
    const promisorIds = command.data.promisorIds ?? [command.actor.organisation];
    const { data } = command;
    const on = dateOf(command.at);
    const made = {
      ...data,
      promisorIds,
      completion: completionOf(data),
      termsVersion: 1 as const,
      ...sourceGiven(data.source, command.scopes),
      acceptedBy: acceptedAsMade({ ...data, promisorIds, by: command.actor.organisation, on }, consulted),
      on,
    };
    return (
      refuseMaking(command, made, consulted, (index) => ['promisorIds', index]) ??
      refuseAnyDissolved(made, consulted) ??
      refuseAnySuspended(command, promisorIds, consulted) ??
      refuseDue(data, on) ??
      refuseAims(data.aims, data.missionId, consulted) ?? [{ type: 'CommitmentMade', data: made }]
    );
  },
};

interface Making {
  readonly promisorIds: readonly string[];
  readonly counterpartyIds: readonly string[];
  readonly source?: unknown;
  readonly by: string;
  readonly on: CalendarDate;
}

/** Who has accepted as soon as it is made: whoever makes it, where it is a party, and receivers that accept in bulk. */
export function acceptedAsMade(
  { promisorIds, counterpartyIds, source, by, on }: Making,
  { receiving }: Pick<Consulted, 'receiving'>,
): string[] {
  // Published data is nobody's word.
  if (source !== undefined) return [];
  const receivers = counterpartyIds.filter((id) => id !== by && receivesOn(receiving, id, on));
  return [...promisorIds, ...counterpartyIds].filter((id) => id === by || receivers.includes(id));
}

/** A promise is of what is to come; published data may tell of one long past. */
function refuseDue({ dueOn, source }: { dueOn?: string | undefined; source?: unknown }, on: CalendarDate) {
  if (dueOn === undefined || source !== undefined || dueOn > on) return undefined;
  return refuse(
    'DUE_IN_PAST',
    `A promise is due after the day it is made; name ${plusDays(on, 1)} or later. What was given already is recorded as a contribution.`,
    ['dueOn'],
  );
}

function refuseAims(aims: readonly string[] = [], missionId: string, consulted: Consulted) {
  const index = aims.findIndex((_, n) => consulted.aims[n]?.missionId !== missionId);
  const id = aims[index];
  return id === undefined
    ? undefined
    : refuse('UNKNOWN_INDICATOR', `${id} is no indicator of this mission; name one that is, or none.`, ['aims', index]);
}

/** What keeps a promise of these terms. */
export function completionOf({ quantity, milestones }: Partial<CommitmentTerms>): Completion {
  if (quantity !== undefined) return 'QUANTITY';
  return milestones === undefined ? 'DECLARED' : 'MILESTONES';
}

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
      'A commitment is made by one of its promisors, or on their behalf by a backbone of the mission; name your own organisation among them, or ask a backbone.',
      promisorPath(0),
    );
  }
  return refuseParties(made, consulted, promisorPath) ?? refuseQuantityOf(made.kind, made.quantity, made);
}

/** Published data may tell of those that existed once. */
function refuseAnyDissolved(
  { promisorIds, source }: CommitmentEventOf<'CommitmentMade'>['data'],
  { promisors, counterparties }: Consulted,
): Objection<'ORGANISATION_DISSOLVED'> {
  if (source !== undefined) return undefined;
  return [...promisors, ...counterparties]
    .map((party, n) => {
      const at = n - promisorIds.length;
      return refuseDissolved(party, at < 0 ? ['promisorIds', n] : ['counterpartyIds', at]);
    })
    .find((refusal) => refusal !== undefined);
}

/** A promise made on behalf of a suspended member would be a new one all the same. */
function refuseAnySuspended({ at }: Command, promisorIds: readonly string[], { mission }: Consulted) {
  for (const [index, id] of promisorIds.entries()) {
    const refusal = refuseSuspended(id, dateOf(at), mission, ['promisorIds', index]);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Whom a source lists may be named in what that source reports. */
function refuseParties(
  { promisorIds, counterpartyIds, source }: CommitmentEventOf<'CommitmentMade'>['data'],
  { mission, promisors, counterparties }: Consulted,
  promisorPath: PromisorPath,
): Objection<'UNKNOWN_ORGANISATION' | 'NOT_A_MEMBER' | 'ON_BOTH_SIDES'> {
  for (const [index, id] of promisorIds.entries()) {
    if (promisors[index]?.registered !== true) return unknownOrganisation(id, promisorPath(index));
    const named = isMember(mission, id) || (source !== undefined && isListed(mission, id));
    if (!named) return notAMember(mission, id, promisorPath(index));
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

/** Money is promised in a currency and nothing else is: work given a price is not the same thing as money. */
function refuseUnit(kind: Kind, quantity: Quantity | undefined): Objection<'UNIT_DOES_NOT_FIT'> {
  if (quantity === undefined || (kind === 'MONEY') === isCurrency(quantity.unit)) return undefined;
  const message =
    kind === 'MONEY'
      ? `${quantity.unit} is not a currency; MONEY takes an ISO 4217 code such as EUR.`
      : `${quantity.unit} is a currency; ${kind} takes another unit, or promise MONEY.`;
  return refuse('UNIT_DOES_NOT_FIT', message, ['quantity', 'unit']);
}

interface Exempt {
  /** Where it was published: such amounts are kept as they are. */
  readonly source?: unknown;
  /** What stands already, which may be said again. */
  readonly standing?: readonly (Quantity | undefined)[];
}

/** Whether so much may be promised or given of this kind. */
export function refuseQuantityOf(kind: Kind, quantity: Quantity | undefined, { source, standing = [] }: Exempt) {
  const misfit = refuseUnit(kind, quantity);
  if (misfit !== undefined || quantity === undefined || source !== undefined) return misfit;
  // One number has one spelling, so amounts compare as text.
  const stands = standing.some((each) => each?.unit === quantity.unit && each.amount === quantity.amount);
  return stands ? undefined : refuseDecimals(quantity, ['quantity', 'amount']);
}

/** A cent is not divided: an amount with more decimals is a slip, or was converted from another currency. */
export function refuseDecimals({ amount, unit }: Quantity, path: readonly string[]): Objection<'TOO_MANY_DECIMALS'> {
  if (!isCurrency(unit)) return undefined;
  const [has, decimals] = [decimalsOf(unit), amount.split('.')[1]?.length ?? 0];
  if (decimals <= has) return undefined;
  const message = `${amount} has ${decimals} decimals; ${unit} has ${has}, and no amount of it has more.`;
  return refuse('TOO_MANY_DECIMALS', message, path);
}

export function unitDiffers(expected: string): Refusal<'UNIT_DIFFERS'> {
  return refuse('UNIT_DIFFERS', `This commitment is counted in ${expected}; give the amount in ${expected}.`, [
    'quantity',
    'unit',
  ]);
}
