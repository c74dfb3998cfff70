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
  /** Those asked, but for parties that have left the promise since. */
  readonly mustAccept: readonly string[];
  /** The days on which those left. */
  readonly departures: readonly CalendarDate[];
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

/** The day on which the last of those asked agreed or left; or a backbone did in their place. */
function byWord(settlement: ProposedSettlement): CalendarDate | undefined {
  const { mustAccept, departures, accepted } = settlement;
  const backbones = accepted.filter((each) => each.untiedBackbone).map((each) => standsInFrom(each, settlement));
  const words = mustAccept.map((id) => accepted.find(({ organisationId }) => organisationId === id)?.on);
  const last = words.length > 0 && !words.includes(undefined) ? [...words, ...departures].sort().at(-1) : undefined;
  return [...backbones, last].filter((day) => day !== undefined).sort()[0];
}

/**
 * From when a backbone's word is enough: it was asked itself, or stands in for those that stayed silent or, from the day on
 * which the last of them left, for those that are there no more.
 */
function standsInFrom({ organisationId, on }: Agreed, settlement: ProposedSettlement): CalendarDate | undefined {
  const { mustAccept, departures } = settlement;
  if (mustAccept.includes(organisationId) || on > answeredUntil(settlement)) return on;
  return mustAccept.length === 0 ? [on, ...departures].sort().at(-1) : undefined;
}

/** Whether all who were asked left, so that a backbone may agree in their place at once. */
export function isLeftByAll({
  mustAccept,
  departures,
}: Pick<ProposedSettlement, 'mustAccept' | 'departures'>): boolean {
  return mustAccept.length === 0 && departures.length > 0;
}

/** That of those asked for a short first extension agrees; and so does that of parties beside whom a backbone stands already. */
function bySilence(settlement: ProposedSettlement): CalendarDate | undefined {
  const until = answeredUntil(settlement);
  const stoodBy = settlement.accepted.some(({ untiedBackbone, on }) => untiedBackbone && on <= until);
  const agrees = settlement.agreedBySilence && settlement.mustAccept.length > 0;
  return agrees || stoodBy ? plusDays(until, 1) : undefined;
}
