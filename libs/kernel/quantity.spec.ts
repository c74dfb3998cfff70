import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, normaliseDecimal, quantity, unit } from './quantity.js';

describe('an amount', () => {
  it.each([
    ['15.0', '15'],
    ['+15', '15'],
    ['1e3', '1000'],
    ['1.5E+2', '150'],
    ['0010', '10'],
    ['.5', '0.5'],
    ['5.', '5'],
    [' 1.10 ', '1.1'],
    ['-0', '0'],
    ['-0.50', '-0.5'],
    ['12e-4', '0.0012'],
    ['0e99', '0'],
    ['0.123456789012345', '0.123456789012345'],
    ['1e-15', '0.000000000000001'],
    ['999999999999999.999999999999999', '999999999999999.999999999999999'],
    ['56498.3333333333339', '56498.3333333333339'],
  ])('written %j is recorded as %j', (written, recorded) => {
    expect(decimal.parse(written)).toBe(recorded);
  });

  it.each(['', '.', '-', '+', 'e3', '1e', '1e3.5', '1,5', '1 000', '0x10', 'NaN', 'Infinity', '１', '--1'])(
    'is not %j',
    (written) => {
      expect(decimal.safeParse(written).error?.issues[0]?.message).toMatch(/^is not a decimal number; write digits/);
    },
  );

  it.each(['1000000000000000', '1e15', '1e999', '0.0000000000000001', '1e-16', `0.${'3'.repeat(16)}`, '0'.repeat(101)])(
    'has at most 15 digits on either side of the point: not %j',
    (written) => {
      expect(decimal.safeParse(written).success).toBe(false);
    },
  );

  it('of something is more than none of it, however none is written', () => {
    for (const amount of ['0', '0.0', '-0', '0e5', '-1']) {
      expect(quantity.safeParse({ amount, unit: 'hour' }).error?.issues[0]).toMatchObject({
        path: ['amount'],
        message: 'must be more than 0',
      });
    }
  });

  it('has one spelling, and is the same number in it', () => {
    const digits = (least: number) =>
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: 15 }).map((each) => each.join(''));
    const numbers = fc.record({ whole: digits(1), fraction: digits(0), shift: fc.integer({ min: -20, max: 20 }) });
    fc.assert(
      fc.property(numbers, ({ whole, fraction, shift }) => {
        const plain = normaliseDecimal(`${whole}.${fraction}`);
        expect(plain).toBeDefined();
        expect(normaliseDecimal(plain ?? '')).toBe(plain);
        // Scaled exactly, the two are equal as whole numbers.
        expect(scaled(plain ?? '')).toBe(BigInt(`${whole}${fraction.padEnd(15, '0')}`));
        const moved = normaliseDecimal(`${whole}.${fraction}e${shift}`);
        if (moved !== undefined) expect(normaliseDecimal(`${moved}e${-shift}`)).toBe(plain);
      }),
    );
  });
});

describe('a unit', () => {
  it.each(['EUR', 'hour', 'meal', 'per_thousand_people', 'other:panier bio', 'other:m² of façade'])(
    'may be %s',
    (code) => {
      expect(unit.parse(code)).toBe(code);
    },
  );

  it('by a name of its own is one unit, however it is typed', () => {
    const typed = ['other:Panier Bio', 'other: panier  bio ', 'other:PANIER\tBIO', 'other:panier\u00A0bio'];
    expect(new Set(typed.map((code) => unit.parse(code)))).toEqual(new Set(['other:panier bio']));
    expect(unit.parse('other:cafe\u0301')).toBe(unit.parse('other:caf\u00E9'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
        const { data } = unit.safeParse(`other:${name}`);
        if (data !== undefined) expect(unit.parse(data)).toBe(data);
      }),
    );
  });

  it.each([
    ['no name', 'other:'],
    ['blanks', 'other:   '],
    ['more than 40 characters', `other:${'x'.repeat(41)}`],
    ['a mark that is not seen', 'other:box\u200B'],
    ['a mark that turns the direction of reading', 'other:\u202Exob'],
    ['half of a surrogate pair', 'other:\uD800'],
    ['an unknown code', 'boxes'],
  ])('is not %s', (_, code) => {
    expect(unit.safeParse(code).error?.issues[0]?.message).toMatch(/^is not a known unit; write/);
  });

  it('of the list has no second name', () => {
    expect(unit.safeParse('other:Hour').error?.issues[0]?.message).toBe(
      'is of the list by itself; write it without "other:"',
    );
  });
});

/** 10¹⁵ times a decimal of at most 15 decimals. */
function scaled(text: string): bigint {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(15, '0')}`);
}
