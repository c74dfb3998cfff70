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

/** Common units beside currencies, each with a name in every language. What is missing has a name of its own: see {@link unit}. */
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

/** Of the list, or a currency's: a unit that has a name in every language. */
export function isListedUnit(code: string): boolean {
  return units.has(code) || CURRENCIES.has(code);
}

const OTHER = 'other:';
/** The name is the code: without anything that is not seen, or two names that look alike would be two units. */
const OTHER_UNIT = /^other:(?=\S)[^\p{Cc}\p{Cf}\p{Cs}]{1,40}(?<=\S)$/u;

/** Whether it is one by a name of somebody's own: `other:veggie box`. */
export function isOtherUnit(code: string): boolean {
  return OTHER_UNIT.test(code);
}

/** As it is recorded, however it was typed: amounts of one unit add up, and not those of `Box` beside `box`. */
function foldOtherUnit(code: string): string {
  if (!code.startsWith(OTHER)) return code;
  const name = code.slice(OTHER.length).toLowerCase().normalize('NFC');
  return `${OTHER}${name.replace(/\s+/gu, ' ').trim()}`;
}

/** Of an amount: of the list, a currency, or one by its own name, which is added up with no other. */
export const unit = z
  .string()
  .overwrite(foldOtherUnit)
  .refine((code) => isListedUnit(code) || isOtherUnit(code), {
    error: `is not a known unit; write an ISO 4217 currency code such as EUR, other: and a name of at most 40 characters, or one of: ${UNITS.join(', ')}`,
  })
  .refine((code) => !(code.startsWith(OTHER) && units.has(code.slice(OTHER.length))), {
    error: 'is of the list by itself; write it without "other:"',
  });

/** A positive amount of one unit. Quantities of different units are never added up. */
export const quantity = shape(
  'Quantity',
  'An amount of one unit. Those of different units are never added up.',
  z.strictObject({
    amount: positiveDecimal.describe('A decimal number; more than 0 where it is given'),
    unit: unit.describe(
      'An ISO 4217 currency code, a unit of the list such as dwelling or hour, or other: and a name of one’s own',
    ),
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
