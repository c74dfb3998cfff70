import type { CalendarDate } from '@maillage/kernel';

/** How an accreditation ended before its time. */
export interface Ending {
  /** The last day on which it counts. */
  readonly endedOn: CalendarDate;
  /** Where it ended with cause: since that day, what was verified was no accredited evaluator's word. */
  readonly voidFrom: CalendarDate | null;
}

/** The network's word, for a time, that an organisation is an evaluator. */
export interface Period {
  readonly from: CalendarDate;
  /** The last day. */
  readonly until: CalendarDate;
  readonly ends: readonly Ending[];
}

/** Whether what the holder verifies on a day is an accredited evaluator's word. Of several endings, each counts. */
export function isInForce({ from, until, ends }: Period, on: CalendarDate): boolean {
  return (
    from <= on &&
    on <= until &&
    ends.every(({ endedOn, voidFrom }) => on <= endedOn && (voidFrom === null || on < voidFrom))
  );
}

/** Whether no ending cut it short. */
export function lasts({ until, ends }: Period, on: CalendarDate): boolean {
  return on <= until && ends.length === 0;
}
