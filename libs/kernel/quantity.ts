import { z } from 'zod';
import { scalar, shape } from './naming.js';

/**
 * Amounts are decimal strings, never JavaScript floats: at most 15 digits before the point and 6 after it, no exponent,
 * no leading zeros, so that one number has one spelling and canonical JSON of it is stable.
 */
export const DECIMAL = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,5}[1-9])?$/;

const NOT_DECIMAL =
  'is not a decimal number in plain notation; write digits with at most 6 after the point and no trailing zeros, for example "1250.5"';

/** `-0` is refused too: zero is written one way. */
export const decimal = scalar(
  'Decimal',
  z
    .string()
    .regex(DECIMAL, { error: NOT_DECIMAL })
    .refine((text) => text !== '-0', { error: NOT_DECIMAL }),
);

export const positiveDecimal = decimal.refine((text) => !text.startsWith('-') && text !== '0', {
  error: 'must be more than 0',
});

/** Common units beside currencies. A closed list: a figure whose unit is not known cannot be compared with another. */
export const UNITS = [
  'person',
  'household',
  'organisation',
  'dwelling',
  'place',
  'item',
  'session',
  'service',
  'event',
  'hour',
  'day',
  'month',
  'year',
  'percent',
  'ratio',
  'index',
  'count',
  'kilogram',
  'tonne',
  'tonne_co2e',
  'litre',
  'cubic_metre',
  'metre',
  'kilometre',
  'square_metre',
  'hectare',
  'kilowatt_hour',
  'gigabyte',
  'dataset',
  'record',
] as const;

/** ISO 4217 codes this runtime's CLDR data knows. */
export const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(unit: string): boolean {
  return CURRENCIES.has(unit);
}

const units: ReadonlySet<string> = new Set(UNITS);

export const unit = z.string().refine((code) => units.has(code) || CURRENCIES.has(code), {
  error: `is not a known unit; write an ISO 4217 currency code such as EUR, or one of: ${UNITS.join(', ')}`,
});

/** A positive amount of one unit. Quantities of different units are never added up. */
export const quantity = shape(
  'Quantity',
  'An amount of one unit. Those of different units are never added up.',
  z.strictObject({
    amount: positiveDecimal.describe('A decimal number; more than 0 where it is given'),
    unit: unit.describe('An ISO 4217 currency code, or a unit of the closed list: dwelling, hour and so on'),
  }),
);
export type Quantity = z.output<typeof quantity>;

/** Brings a decimal as people and spreadsheets write it (`0250.500`, `+3`, `-0`) to the one spelling; `undefined` if it is none. */
export function normaliseDecimal(text: string): string | undefined {
  const match = /^([+-]?)0*([0-9]+)(?:\.([0-9]+))?$/.exec(text.trim());
  if (match === null) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const digits = `${match[2] ?? ''}${fraction === '' ? '' : `.${fraction}`}`;
  const signed = match[1] === '-' && digits !== '0' ? `-${digits}` : digits;
  return DECIMAL.test(signed) ? signed : undefined;
}
