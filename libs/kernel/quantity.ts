import { z } from 'zod';
import { scalar, shape } from './naming.js';

/**
 * Amounts are decimal strings, never JavaScript floats: at most 15 digits before the point and 15 after it, no exponent,
 * no leading zeros, so that one number has one spelling and canonical JSON of it is stable.
 */
export const DECIMAL = /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,14}[1-9])?$/;

const NOT_DECIMAL =
  'is not a decimal number; write digits with a point before the decimals, at most 15 on either side, for example "1250.5"';

/**
 * Taken as people, spreadsheets and programs write it, and brought to the one spelling before anything else sees it: what
 * is decided on, recorded and compared with a retry is the same whichever way it came.
 */
export const decimal = scalar(
  'Decimal',
  z
    .string()
    .overwrite((text) => normaliseDecimal(text) ?? text)
    .regex(DECIMAL, { error: NOT_DECIMAL })
    // Zero is written one way.
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
  'meal',
  'visit',
  'night',
  'bed',
  'job',
  'trip',
  'call',
  'document',
  'vehicle',
  'tree',
  'degree_celsius',
  'per_thousand_people',
  'per_hundred_thousand_people',
  'kilogram_per_person',
  'litre_per_person',
  'kilowatt_hour_per_square_metre',
] as const;

/** ISO 4217 codes this runtime's CLDR data knows. */
export const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(unit: string): boolean {
  return CURRENCIES.has(unit);
}

/**
 * ISO 4217's minor units where they are not 2. Not from Intl, whose data tells how prices are shown: no decimals of HUF or
 * COP, which have two in accounts.
 */
const OTHER_DECIMALS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
  // Metals, units of account and the like have none named: as many as an amount has.
  15: 'XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX',
};
const decimalsByCurrency: ReadonlyMap<string, number> = new Map(
  Object.entries(OTHER_DECIMALS).flatMap(([decimals, codes]) =>
    codes.split(' ').map((code) => [code, Number(decimals)] as const),
  ),
);

/** How many decimals an amount of a currency has at most: 2 of EUR, 3 of KWD, none of JPY. */
export function decimalsOf(currency: string): number {
  return decimalsByCurrency.get(currency) ?? 2;
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

/** What is left of an amount once somebody looked; there may be nothing. */
export const foundQuantity = shape(
  'FoundQuantity',
  'How much was found of what was recorded, in its unit.',
  z.strictObject({
    amount: decimal
      .refine((text) => !text.startsWith('-'), { error: 'must not be less than 0' })
      .describe('A decimal number; 0 where nothing was found'),
    unit: unit.describe('The unit in which it was recorded'),
  }),
);

/** The digits before and after the point; beyond them nothing is an amount, however it is written. */
const MOST_DIGITS = 15;
const WRITTEN = /^([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,3}))?$/;
/** No amount takes more, zeros before and after it included; what does is not read at all. */
const LONGEST = 100;

/**
 * Brings a decimal as people, spreadsheets and programs write it (`0250.500`, `+3`, `1e3`, `-0`) to the one spelling;
 * `undefined` if it is none, or has more digits than an amount has.
 */
export function normaliseDecimal(text: string): string | undefined {
  const match = text.length > LONGEST ? null : WRITTEN.exec(text.trim());
  if (match === null) return undefined;
  const [, sign = '', before = '', after = '', exponent = '0'] = match;
  if (before === '' && after === '') return undefined;
  const digits = `${before}${after}`.replace(/^0+/, '');
  if (digits === '') return '0';
  // Where the point stands, counted from the first digit that is not zero.
  const point = before.length + Number(exponent) - (before.length + after.length - digits.length);
  if (point > MOST_DIGITS || point < -MOST_DIGITS) return undefined;
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = `${'0'.repeat(Math.max(0, -point))}${digits.slice(Math.max(0, point))}`.replace(/0+$/, '');
  const plain = `${sign === '-' ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
  return DECIMAL.test(plain) ? plain : undefined;
}
