import { describe, expect, it } from '@jest/globals';
import { decimalText, isNumberBegun, writtenDecimal } from './number-text.js';

describe('A number that somebody writes', () => {
  it.each([
    ['en', '999999999999999.99', '999999999999999.99'],
    ['en', '0.123456789012345', '0.123456789012345'],
    ['en', '1,234,567.5', '1234567.5'],
    ['en', '-3', '-3'],
    ['en', '12.', '12'],
    ['fr', '1\u202f234,5', '1234.5'],
    ['fr', '1 234,50', '1234.50'],
    ['fr', '12.5', '12.5'],
    ['fr', '−2', '-2'],
  ])('is sent with the digits that were typed: %s %s', (locale, text, sent) => {
    expect(writtenDecimal(locale, text)).toBe(sent);
  });

  it.each([
    // It may be meant as twelve and a half.
    ['en', '12,5'],
    ['en', '1,23,456'],
    ['fr', '1,2,3'],
    ['fr', '1.234.567'],
    ['en', ''],
    ['en', '-'],
    ['en', '.'],
    ['en', '1e3'],
  ])('is none where it could be another: %s "%s"', (locale, text) => {
    expect(writtenDecimal(locale, text)).toBeUndefined();
  });

  it('is shown as the language writes it, with all of its digits, and read back as the same', () => {
    for (const locale of ['en', 'fr']) {
      for (const amount of ['999999999999999.123456789012345', '1234.5', '-7', '0']) {
        expect(writtenDecimal(locale, decimalText(locale, amount))).toBe(amount);
      }
    }
    expect(decimalText('fr', '1234.5')).toBe('1\u202f234,5');
  });

  it('has nothing in it that no number has', () => {
    expect(['', '-', '1 2', '1,', '12.5'].every(isNumberBegun)).toBe(true);
    expect(['a', '1e3', '+1', '1-2'].some(isNumberBegun)).toBe(false);
  });
});
