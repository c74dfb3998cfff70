import { z } from 'zod';
import { scalar, shape } from './naming.js';

/** A moment, RFC 3339 in UTC with milliseconds: `2026-11-22T09:30:00.000Z`. */
export type Instant = string;
/** A calendar date without a time zone: `2026-11-22`. */
export type CalendarDate = string;

/** As an event's data holds a moment that later decisions count from. */
export const instant = z.iso
  .datetime({ precision: 3, error: 'is not a moment; write it in UTC, for example 2026-11-22T09:30:00.000Z' })
  .describe('A moment in UTC: 2026-11-22T09:30:00.000Z');

/**
 * Tells what moment it is. What records, dates an answer or ends a session asks the one it was handed, never the machine,
 * so that a test can play whole years; how long something takes is no moment, and is measured by `performance.now()`.
 */
export interface Clock {
  now(): Instant;
}

/** Dates that the calendar has: `2026-02-30` is refused. */
const NO_DATE = 'is not a date that exists; write YYYY-MM-DD, for example 2026-11-22';

export const calendarDate = scalar(
  'Date',
  z.iso
    .date({ error: NO_DATE })
    // ISO 8601 has a year 0; PostgreSQL, and the calendar people use, go from 1 BC to AD 1.
    .refine((date) => !date.startsWith('0000'), { error: NO_DATE })
    .describe('A calendar date: 2026-11-22'),
);

/** From its first day to its last, both included; a single day has the two alike. */
export const period = shape(
  'Period',
  'A span of days, both ends included; a single day has the two alike.',
  z
    .strictObject({
      from: calendarDate.describe('Its first day'),
      to: calendarDate.describe('Its last day, on or after the first'),
    })
    .refine((p) => p.from <= p.to, { error: 'ends before it begins; `to` must be on or after `from`', path: ['to'] })
    .describe('A span of days, both ends included'),
);

export type Period = z.output<typeof period>;

/** The calendar date, in UTC, of an instant. */
export function dateOf(at: Instant): CalendarDate {
  return at.slice(0, 10);
}

/** The calendar date, in UTC, that it is now. */
export function today(clock: Clock): CalendarDate {
  return dateOf(clock.now());
}

/** Of UTC, which knows no summer time. */
export const DAY_MS = 86_400_000;

/** The date so many days later; earlier where `days` is negative. */
export function plusDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(new Date(Date.parse(date) + days * DAY_MS).toISOString());
}

/** How many days the second date is later than the first; negative where it is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
