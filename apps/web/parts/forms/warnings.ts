import { daysAfter } from '../today.js';

/** What is unusual in a form, and may be right: said before it is sent, and never in its way. */
export type Warning = 'dueSoon' | 'longAgo' | 'moreThanPromised' | 'tenTimes' | 'tenTimesUsual';

/** Days that are hardly enough to keep a promise. */
const SOON_DAYS = 7;
const LONG_AGO_DAYS = 365;
const UNUSUAL_TIMES = 10;
/** What adding up numbers of JavaScript's may be wrong by, of their size. */
const ROUNDING = 1e-9;

/** @param dueOn `YYYY-MM-DD`, as all days here. */
export function ofDueDate(dueOn: string | undefined, today: string): readonly Warning[] {
  if (dueOn === undefined || dueOn === '') return [];
  return dueOn >= today && dueOn < daysAfter(today, SOON_DAYS) ? ['dueSoon'] : [];
}

/** Of a day, or the last of a period, on which something was given or measured. */
export function ofPastDay(date: string | undefined, today: string): readonly Warning[] {
  if (date === undefined || date === '') return [];
  return date < daysAfter(today, -LONG_AGO_DAYS) ? ['longAgo'] : [];
}

/** @param promised and what was delivered of it, decimal numbers in the unit of the amount. */
export function ofAmountGiven(
  amount: string | undefined,
  promised: string | undefined,
  delivered: string | undefined,
): readonly Warning[] {
  if (amount === undefined || promised === undefined) return [];
  const [all, most] = [Number(delivered ?? 0) + Number(amount), Number(promised)];
  return all > most * (1 + ROUNDING) ? ['moreThanPromised'] : [];
}

/** @param usual how much is promised usually, in each unit; amounts are decimal numbers. */
export function ofAmountPromised(
  amount: string | undefined,
  unit: string,
  usual: readonly { readonly unit: string; readonly amount: string }[],
): readonly Warning[] {
  const most = usual.find((each) => each.unit === unit)?.amount;
  if (amount === undefined || most === undefined) return [];
  return Number(amount) >= UNUSUAL_TIMES * Number(most) * (1 - ROUNDING) ? ['tenTimesUsual'] : [];
}

/** @param usual what it was the last time. A figure may fall to nothing or begin with it. */
export function ofFigure(value: string | undefined, usual: string | undefined): readonly Warning[] {
  if (value === undefined || usual === undefined) return [];
  const [now, before] = [Math.abs(Number(value)), Math.abs(Number(usual))];
  if (now === 0 || before === 0) return [];
  return now >= UNUSUAL_TIMES * before || before >= UNUSUAL_TIMES * now ? ['tenTimes'] : [];
}
