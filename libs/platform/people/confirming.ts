import { DAY_MS } from '@maillage/kernel';
import { later } from './tables.js';

/** So long a seat stands by the word of the ADMIN who gave or confirmed it. */
const YEAR_MS = 365 * DAY_MS;
/** So long after that it still serves, while ADMINs are shown that it is to be confirmed. */
const GRACE_MS = 30 * DAY_MS;
/** So long before the end of that they are reminded once more. */
const LAST_WORD_MS = 7 * DAY_MS;

/** A seat that an ADMIN has to say anew is right, as mailboxes are passed on, serves on for 30 days, and then no more. */
export type SeatStanding = 'CONFIRMED' | 'TO_CONFIRM' | 'LAPSED';

export function standingOf(confirmedAt: string, now: string): SeatStanding {
  if (confirmedAt > toConfirmBefore(now)) return 'CONFIRMED';
  return confirmedAt > lapsedBefore(now) ? 'TO_CONFIRM' : 'LAPSED';
}

/** Seats that were last confirmed by this instant are to be confirmed. */
export function toConfirmBefore(now: string): string {
  return later(now, -YEAR_MS);
}

/** Seats that were last confirmed by this instant serve for a week at most. */
export function lapsingBefore(now: string): string {
  return later(now, -YEAR_MS - GRACE_MS + LAST_WORD_MS);
}

/** Seats that were last confirmed by this instant serve no more. */
export function lapsedBefore(now: string): string {
  return later(now, -YEAR_MS - GRACE_MS);
}
