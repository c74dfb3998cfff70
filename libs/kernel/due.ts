import { daysBetween, plusDays, type CalendarDate } from './time.js';

// Whatever is awaited has a window. Nothing is recorded because one has passed: where it stands follows from the day asked about.

/** Asked on a day, to be answered within so many days: on the last of them it is still in time. */
export interface Window {
  readonly askedOn: CalendarDate;
  readonly days: number;
}

/** How a window stands on a day: not answered and in time or not, or answered in time or not. */
export const STANDINGS = ['OPEN', 'IN_TIME', 'LATE', 'OVERDUE'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The last day on which an answer is in time. */
export function dueOn({ askedOn, days }: Window): CalendarDate {
  return plusDays(askedOn, days);
}

/**
 * @param due the last day on which an answer is in time.
 * @param on the day asked about; an answer given later is none yet.
 */
export function standing(due: CalendarDate, answeredOn: CalendarDate | null, on: CalendarDate): Standing {
  if (answeredOn !== null && answeredOn <= on) return answeredOn <= due ? 'IN_TIME' : 'LATE';
  return on > due ? 'OVERDUE' : 'OPEN';
}

/** A window, and how it ended, as far as it did. */
export interface AwaitedAnswer {
  readonly askedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly answeredOn: CalendarDate | null;
  /** The day on which nobody had to answer any more: taken back, or set aside. */
  readonly leftOutOn: CalendarDate | null;
}

/** How answers come in. */
export interface AnswerFigures {
  readonly inTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly open: number;
  /** Taken back or set aside within their window, and before any answer: they count nowhere else. */
  readonly leftOut: number;
  /** In time ÷ (in time + late + overdue), a decimal with up to 6 places, half up; null while nothing is settled. */
  readonly answerRate: string | null;
  /** From asking to answering: the median, a decimal; the mean of the two middle ones where there are two. */
  readonly medianDays: string | null;
}

/** Of windows asked by that day, whatever else is among them. */
export function answersOn(items: readonly AwaitedAnswer[], on: CalendarDate): AnswerFigures {
  const asked = items.filter(({ askedOn }) => askedOn <= on);
  const counted = asked.filter((item) => !isLeftOut(item, on));
  const count = (wanted: Standing) =>
    counted.filter((item) => standing(item.dueOn, item.answeredOn, on) === wanted).length;
  const [inTime, late, overdue, open] = [count('IN_TIME'), count('LATE'), count('OVERDUE'), count('OPEN')];
  const waits = counted.flatMap(({ askedOn, answeredOn }) =>
    answeredOn !== null && answeredOn <= on ? [daysBetween(askedOn, answeredOn)] : [],
  );
  const settled = inTime + late + overdue;
  return {
    inTime,
    late,
    overdue,
    open,
    leftOut: asked.length - counted.length,
    answerRate: settled === 0 ? null : decimalOf(inTime, settled),
    medianDays: medianOf(waits),
  };
}

/** What was taken back only once it was due stays overdue: silence is not undone. */
function isLeftOut({ dueOn, answeredOn, leftOutOn }: AwaitedAnswer, on: CalendarDate): boolean {
  if (leftOutOn === null || leftOutOn > on || leftOutOn > dueOn) return false;
  return answeredOn === null || answeredOn > leftOutOn;
}

function medianOf(days: readonly number[]): string | null {
  const sorted = [...days].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  const [low, high = low] = middle;
  return low === undefined || high === undefined ? null : decimalOf(low + high, 2);
}

/** A fraction of whole numbers from 0 on, to 6 places, half up, in plain notation. */
function decimalOf(numerator: number, denominator: number): string {
  const millionths = (2_000_000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
  const digits = millionths.toString().padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '');
}
