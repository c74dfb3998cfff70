import { FormattedMessage, useIntl, type IntlShape } from 'react-intl';
import { units } from './messages/en/units.js';

const CURRENCY = /^[A-Z]{3}$/;
const MOST_DECIMALS = 6;

type UnitMessage = keyof typeof units;

/** An amount with its unit, as text: money by its currency, all else in the language's words. */
export function quantityText(intl: IntlShape, amount: string, unit: string | null): string {
  const number = Number(amount);
  if (unit !== null && CURRENCY.test(unit)) {
    // Cents where there are any, or 1,200,000.00 would hide what matters.
    const digits = Number.isInteger(number) ? 0 : 2;
    return intl.formatNumber(number, {
      style: 'currency',
      currency: unit,
      maximumFractionDigits: digits,
      minimumFractionDigits: digits,
    });
  }
  const written = intl.formatNumber(number, { maximumFractionDigits: MOST_DECIMALS });
  const id = `unit.${unit ?? 'count'}`;
  if (id in units) return intl.formatMessage({ id: id as UnitMessage }, { amount: written, count: number });
  return `${written} ${unit ?? ''}`.trim();
}

/** The amount before "of 300 sessions": the unit is said once, but for money, where it is part of the number. */
export function amountText(intl: IntlShape, amount: string, unit: string): string {
  if (CURRENCY.test(unit)) return quantityText(intl, amount, unit);
  return intl.formatNumber(Number(amount), { maximumFractionDigits: MOST_DECIMALS });
}

export function Quantity({ amount, unit }: { readonly amount: string; readonly unit: string | null }) {
  return <span className="quantity">{quantityText(useIntl(), amount, unit)}</span>;
}

/** The name of a unit alone, for an axis: "dwellings", "EUR". */
export function unitName(intl: IntlShape, unit: string): string {
  if (CURRENCY.test(unit)) return intl.formatDisplayName(unit, { type: 'currency' }) ?? unit;
  const id = `unit.${unit}`;
  if (!(id in units)) return unit;
  return intl.formatMessage({ id: id as UnitMessage }, { amount: '', count: 2 }).trim() || unit;
}

/** A calendar date, which is the same day everywhere: it must not shift with the reader's time zone. */
export function Day({ date }: { readonly date: string }) {
  const intl = useIntl();
  const written = intl.formatDate(`${date}T00:00:00Z`, { ...LONG_DAY, timeZone: 'UTC' });
  return <time dateTime={date}>{ordinal(intl, written)}</time>;
}

const LONG_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

/** French counts the first day of a month and no other, which browsers' date formats leave out. */
function ordinal(intl: IntlShape, day: string): string {
  return intl.locale.startsWith('fr') ? day.replace(/^1 /u, '1er ') : day;
}

export function dayText(intl: IntlShape, date: string): string {
  const short = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return ordinal(intl, intl.formatDate(`${date}T00:00:00Z`, short));
}

/** A moment, in the reader's own time zone. */
export function Moment({ at }: { readonly at: string }) {
  const intl = useIntl();
  const written = intl.formatDate(at, { ...LONG_DAY, hour: '2-digit', minute: '2-digit' });
  return <time dateTime={at}>{ordinal(intl, written)}</time>;
}

/** The day of a moment, in the reader's own time zone. */
export function RecordedOn({ at }: { readonly at: string }) {
  const intl = useIntl();
  return <time dateTime={at}>{ordinal(intl, intl.formatDate(at, LONG_DAY))}</time>;
}

/** A share from 0 to 1 in percent. */
export function Percent({ share, digits = 0 }: { readonly share: number; readonly digits?: number }) {
  const intl = useIntl();
  return <>{intl.formatNumber(share, { style: 'percent', maximumFractionDigits: digits })}</>;
}

/** An organisation's name, or a word for one the views have not reached yet. */
export function NameOf({ organisation }: { readonly organisation: { readonly name: string } | null }) {
  return organisation === null ? <FormattedMessage id="unnamed" /> : <>{organisation.name}</>;
}
