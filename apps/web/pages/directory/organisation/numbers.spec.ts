import { describe, expect, it } from '@jest/globals';
import { linesOfNumbers, numbersIn } from './numbers.js';

describe('given register numbers written line by line', () => {
  it('each is read once, its code in capitals, whatever blanks stand around it', () => {
    expect(numbersIn(' fr-siret  123 456 789 00012\n\nGB-COH 11379025\nGB-COH 11379025 ')).toEqual([
      { scheme: 'FR-SIRET', value: '123 456 789 00012' },
      { scheme: 'GB-COH', value: '11379025' },
    ]);
  });

  it('what was read is written as it was', () => {
    const lines = 'FR-SIRET 123 456 789 00012\nGB-COH 11379025';
    expect(linesOfNumbers(numbersIn(lines))).toBe(lines);
  });

  it('a code without its number is kept, so that the ledger says what is missing', () => {
    expect(numbersIn('GB-COH')).toEqual([{ scheme: 'GB-COH', value: '' }]);
  });
});
