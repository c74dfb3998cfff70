import { calendarDate, isCurrency, normaliseDecimal, type CalendarDate, type Period } from '@maillage/kernel';

/** A value that cannot be read with certainty, and why. What is unreadable is never guessed. */
export class Unreadable {
  constructor(readonly reason: string) {}
}

const MONTH = /^(\d{4})-(\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const YEAR = /^\d{4}$/;
const PLAIN_NUMBER = /^\d+(\.\d+)?$/;

/** A day as written, or the first or last day of a month. A year alone leaves the day too uncertain. */
export function readDate(text: string, edge: 'first' | 'last'): CalendarDate | Unreadable {
  const value = text.trim();
  const month = MONTH.exec(value);
  if (month !== null) {
    const [, year = '', number = ''] = month;
    if (Number(number) < 1 || Number(number) > 12) return new Unreadable('is not a month that exists');
    return `${value}-${edge === 'first' ? '01' : lastDayOf(Number(year), Number(number))}`;
  }
  if (DAY.test(value)) {
    return calendarDate.safeParse(value).success ? value : new Unreadable('is not a date that exists');
  }
  return new Unreadable(
    YEAR.test(value) ? 'names a year only; a month or a day is needed' : 'is not a date such as 2018-10 or 2018-10-31',
  );
}

/** Which end of a period cannot be read, if one cannot. */
export interface PeriodFault {
  readonly end: 'from' | 'to';
  readonly reason: string;
}

export function readPeriod(from: string, to: string): Period | PeriodFault {
  const first = readDate(from, 'first');
  if (first instanceof Unreadable) return { end: 'from', reason: from === '' ? 'is missing' : first.reason };
  const last = readDate(to, 'last');
  if (last instanceof Unreadable) return { end: 'to', reason: to === '' ? 'is missing' : last.reason };
  return first <= last ? { from: first, to: last } : { end: 'to', reason: `is before the period starts, on ${first}` };
}

export function isFault(period: Period | PeriodFault): period is PeriodFault {
  return 'end' in period;
}

/**
 * Digits with an optional decimal part, in the ledger's spelling. A thousands separator may be a decimal one elsewhere,
 * and a number within words may count something else, so neither is certain.
 */
export function readNumber(text: string): string | Unreadable {
  const value = text.trim();
  if (!PLAIN_NUMBER.test(value)) {
    return new Unreadable('is not a plain number; only digits with an optional decimal point are certain');
  }
  return (
    normaliseDecimal(value) ??
    new Unreadable('has more digits than the ledger keeps, 15 on either side of the decimal point')
  );
}

export function readCurrency(text: string): string | Unreadable {
  const value = text.trim();
  return isCurrency(value) ? value : new Unreadable('is not an ISO 4217 currency code such as GBP');
}

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** ISO 3166-1 alpha-2. `UK` is known to CLDR as an alias, and is not an ISO code. */
export function readCountry(text: string): string | Unreadable {
  const value = text.trim();
  const known = /^[A-Z]{2}$/.test(value) && value !== 'UK' && regions.of(value) !== undefined;
  return known ? value : new Unreadable('is not an ISO 3166-1 country code such as GB');
}

/** One line without control characters, as names and titles are. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** At most `most` UTF-16 units, cut between words where there are any and never within a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const space = kept.lastIndexOf(' ');
  return `${(space > most / 2 ? kept.slice(0, space) : kept).trimEnd()}…`;
}

/** Up to the first full stop that another sentence follows; "e.g. this" does not end one. */
export function firstSentence(text: string): string {
  const line = oneLine(text);
  const end = /[.!?](?=\s+\p{Lu})/u.exec(line);
  return end === null ? line : line.slice(0, end.index + 1);
}

export function firstLine(text: string): string {
  return oneLine(text.split(/\r?\n/).find((line) => line.trim() !== '') ?? '');
}

/** `Employment and training` gives `#employment-and-training`; `undefined` when no letter or digit is left. */
export function hashtagOf(text: string): string | undefined {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
  const tag = words.join('-').slice(0, 59).replace(/-+$/, '');
  return tag === '' ? undefined : `#${tag}`;
}

/** What stands between commas or semicolons, each once. */
export function listOf(text: string): readonly string[] {
  return [...new Set(text.split(/[,;]/).map((part) => part.trim()))].filter((part) => part !== '');
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
