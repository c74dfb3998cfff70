import type { CalendarDate } from '@maillage/kernel';
import type { ReceivingEvent } from './events.js';

/** Of one mission. */
export interface ReceivingState {
  /** By receiver: the last day on which it accepts whatever is promised to it. */
  readonly until: Readonly<Record<string, CalendarDate>>;
  /** The latest day that an entry is dated. */
  readonly on: CalendarDate;
}

export const nobodyReceives: ReceivingState = { until: {}, on: '0001-01-01' };

export function evolve({ until, on }: ReceivingState, { type, data }: ReceivingEvent): ReceivingState {
  const { [data.organisationId]: _, ...others } = until;
  return {
    until: type === 'ReceivingAccepted' ? { ...others, [data.organisationId]: data.until } : others,
    on: data.on > on ? data.on : on,
  };
}

/** Whether an organisation accepts, as a receiver, whatever is promised to it on a day. */
export function receivesOn({ until }: ReceivingState, organisationId: string, on: CalendarDate): boolean {
  const last = until[organisationId];
  return last !== undefined && on <= last;
}
