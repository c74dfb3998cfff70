import { daysBetween, plusDays, type CalendarDate } from '@maillage/kernel';
import { SETTLEMENT_DAYS } from './events.js';

// When a settlement is agreed on, and until when a promise is free: the one rule of it, for deciders, for what is shown, and
// for what is said of a promisor.

/** Once a promisor has left, those left may do so for so many days. */
export const FOLLOWING_DAYS = 14;

/** The last day on which a promise is changed, or left, in good time; earlier where a counterparty counts on it. */
export function inGoodTimeUntil(madeOn: CalendarDate, dueOn: CalendarDate, isCountedOn: boolean): CalendarDate {
  const quarter = Math.floor(daysBetween(madeOn, dueOn) / 4);
  return plusDays(dueOn, -Math.max(1, Math.min(isCountedOn ? 60 : 14, quarter)));
}

/** So long after its time, or after it was agreed on, a backbone may still stand in or stand by it. */
export const BACKBONE_DAYS = 14;

/** That an organisation agreed, for itself or as a backbone that is tied to no party. */
export interface Agreed {
  readonly organisationId: string;
  readonly untiedBackbone: boolean;
  readonly on: CalendarDate;
}

export interface ProposedSettlement {
  readonly mustAccept: readonly string[];
  readonly agreedBySilence: boolean;
  /** The day it was proposed. */
  readonly on: CalendarDate;
  /** In the order they did; whoever proposed it is not among them. */
  readonly accepted: readonly Agreed[];
}

/** The last day on which those asked answer; their silence counts from the day after. */
export function answeredUntil({ on }: Pick<ProposedSettlement, 'on'>): CalendarDate {
  return plusDays(on, SETTLEMENT_DAYS);
}

/**
 * The day from which it is agreed on, as far as anybody knows by now: that of the last word it takes or, where silence
 * agrees, the first one after the time to answer; `undefined` where neither has come, or will by itself.
 */
export function agreedFrom(settlement: ProposedSettlement): CalendarDate | undefined {
  const days = [byWord(settlement), bySilence(settlement)].filter((day) => day !== undefined);
  return days.sort()[0];
}

/** Each of those asked agreed; or a backbone that was asked, or that stands in for those that stayed silent. */
function byWord(settlement: ProposedSettlement): CalendarDate | undefined {
  const { mustAccept, accepted } = settlement;
  const last = accepted.findIndex(({ organisationId, untiedBackbone, on }, n) =>
    untiedBackbone
      ? mustAccept.includes(organisationId) || on > answeredUntil(settlement)
      : mustAccept.every((id) => accepted.slice(0, n + 1).some((each) => each.organisationId === id)),
  );
  return accepted[last]?.on;
}

/** That of a short first extension agrees; and so does that of parties beside whom a backbone stands already. */
function bySilence(settlement: ProposedSettlement): CalendarDate | undefined {
  const until = answeredUntil(settlement);
  const stoodBy = settlement.accepted.some(({ untiedBackbone, on }) => untiedBackbone && on <= until);
  return settlement.agreedBySilence || stoodBy ? plusDays(until, 1) : undefined;
}
