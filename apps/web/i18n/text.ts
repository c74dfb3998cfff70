import type { FormatDateOptions, IntlShape } from 'react-intl';
import { units } from './messages/en/units.js';

const CURRENCY = /^[A-Z]{3}$/;
/** Of a mean or a ratio there may be any number. */
const MOST_DECIMALS = 6;

type UnitMessage = keyof typeof units;

/** An amount with its unit, as text: money by its currency, all else in the language's words. */
export function quantityText(intl: IntlShape, amount: string, unit: string | null): string {
  if (unit !== null && CURRENCY.test(unit)) {
    // Cents where there are any, or 1,200,000.00 would hide what matters; and no fewer digits than were recorded.
    const digits = /\.0*[1-9]/.test(amount) ? Math.max(digitsOf(unit), decimalsOf(amount)) : 0;
    return intl.formatNumber(exact(amount), {
      style: 'currency',
      currency: unit,
      maximumFractionDigits: digits,
      minimumFractionDigits: digits,
    });
  }
  const written = numberText(intl, amount);
  const id = `unit.${unit ?? 'count'}`;
  if (id in units) return intl.formatMessage({ id: id as UnitMessage }, { amount: written, count: Number(amount) });
  return `${written} ${ownName(unit ?? '')}`.trim();
}

/** The amount before "of 300 sessions": the unit is said once, but for money, where it is part of the number. */
export function amountText(intl: IntlShape, amount: string, unit: string): string {
  if (CURRENCY.test(unit)) return quantityText(intl, amount, unit);
  return numberText(intl, amount);
}

function numberText(intl: IntlShape, amount: string): string {
  return intl.formatNumber(exact(amount), { maximumFractionDigits: MOST_DECIMALS });
}

/** The digits themselves, which Intl takes as they are: as a number of JavaScript's they would be some sixteen at most. */
function exact(amount: string): Parameters<IntlShape['formatNumber']>[0] {
  return amount as Intl.StringNumericLiteral;
}

/** How many decimals an amount was recorded with: 3 of "0.001". */
function decimalsOf(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

/** How many a currency has by itself: 2 of EUR, 3 of KWD, none of JPY. */
function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** The name of a unit alone, for an axis: "dwellings", "EUR". */
export function unitName(intl: IntlShape, unit: string): string {
  if (CURRENCY.test(unit)) return intl.formatDisplayName(unit, { type: 'currency' }) ?? unit;
  const id = `unit.${unit}`;
  if (!(id in units)) return ownName(unit);
  return intl.formatMessage({ id: id as UnitMessage }, { amount: '', count: 2 }).trim() || unit;
}

/** `bench` of `other:bench`: a unit of somebody's own is called as they wrote it. */
function ownName(unit: string): string {
  return unit.replace(/^other:/, '');
}

export const LONG_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const SHORT_DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;

/** As the language writes it, the day of the month by its messages: some count the first, which browsers do not. */
export function dateText(intl: IntlShape, at: string, format: FormatDateOptions): string {
  const parts = intl.formatDateToParts(at, format);
  return parts
    .map(({ type, value }) =>
      type === 'day' ? intl.formatMessage({ id: 'date.dayOfMonth' }, { day: Number(value) }) : value,
    )
    .join('');
}

export function dayText(intl: IntlShape, date: string): string {
  return dateText(intl, `${date}T00:00:00Z`, { ...SHORT_DAY, timeZone: 'UTC' });
}

const OWN_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @param timeZone the service's; it is named where the reader's own is another. Without one it is the reader's own. */
export function momentText(intl: IntlShape, at: string, timeZone: string | undefined, own = OWN_ZONE): string {
  const named = timeZone === undefined || timeZone === own ? {} : { timeZoneName: 'short' as const };
  return dateText(intl, at, { ...LONG_DAY, hour: '2-digit', minute: '2-digit', ...inZone(timeZone), ...named });
}

/** The day of a moment, in the same time zone. */
export function dayOfMomentText(intl: IntlShape, at: string, timeZone: string | undefined): string {
  return dateText(intl, at, { ...LONG_DAY, ...inZone(timeZone) });
}

function inZone(timeZone: string | undefined): { readonly timeZone?: string } {
  return timeZone === undefined ? {} : { timeZone };
}
