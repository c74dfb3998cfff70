import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import { dayOfMomentText, momentText, quantityText, unitName } from './text.js';

// Money takes no words.
const english = createIntl({ locale: 'en', messages: {} as never });
const french = createIntl({ locale: 'fr', messages: {} as never });

describe('An amount of money', () => {
  it.each([
    ['1200000', 'EUR', '€1,200,000'],
    ['12.5', 'EUR', '€12.50'],
    ['0.001', 'KWD', 'KWD\u00a00.001'],
    ['12.5', 'KWD', 'KWD\u00a012.500'],
    ['0.001', 'EUR', '€0.001'],
    ['10', 'JPY', '¥10'],
    ['999999999999999.99', 'EUR', '€999,999,999,999,999.99'],
    ['123456789012345.000000000000001', 'XAU', 'XAU\u00a0123,456,789,012,345.000000000000001'],
    ['10.5', 'JPY', '¥10.5'],
  ])('%s %s is shown with its digits and its currency’s own', (amount, unit, shown) => {
    expect(quantityText(english, amount, unit)).toBe(shown);
  });

  it('is written as the language does', () => {
    expect(quantityText(french, '1234.5', 'EUR')).toBe('1\u202f234,50\u00a0€');
  });
});

describe('Any other amount', () => {
  it.each([
    ['0.333333333333', 't', '0.333333 t'],
    ['1234.5', 't', '1,234.5 t'],
    ['999999999999999.123456', 't', '999,999,999,999,999.123456 t'],
  ])('%s %s is shown to six decimals', (amount, unit, shown) => {
    expect(quantityText(english, amount, unit)).toBe(shown);
  });
});

it('A unit of somebody’s own is called as they wrote it', () => {
  expect(quantityText(english, '3', 'other:bench')).toBe('3 bench');
  expect(unitName(english, 'other:bench')).toBe('bench');
});

describe('The time of day', () => {
  const words = createIntl({ locale: 'en-GB', messages: { 'date.dayOfMonth': '{day}' } as never });
  const newYear = '2026-12-31T23:30:00.000Z';

  it.each([
    ['Pacific/Auckland', 'UTC', /^1 January 2027.* 12:30 (NZDT|GMT\+13)$/, '1 January 2027'],
    ['America/Martinique', 'UTC', /^31 December 2026.* 19:30 GMT-4$/, '31 December 2026'],
    ['Europe/Paris', 'Europe/Paris', /^1 January 2027.* 00:30$/, '1 January 2027'],
  ])('is told in %s, by its name for a reader of another (%s), and so is the day', (zone, own, moment, day) => {
    expect(momentText(words, newYear, zone, own)).toMatch(moment);
    expect(dayOfMomentText(words, newYear, zone)).toBe(day);
  });

  it('is the reader’s own where the service has none, without a name', () => {
    expect(momentText(words, newYear, undefined)).toMatch(/\d\d:30$/);
  });
});
