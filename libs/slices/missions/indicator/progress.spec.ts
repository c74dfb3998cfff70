import { describe, it, expect } from '@jest/globals';
import Big from 'big.js';
import fc from 'fast-check';
import { DIRECTIONS } from './events.js';
import { fraction } from './fraction.arithmetic.js';
import { further, judged, progressOf, type Figures } from './progress.js';

const of = (figures: Partial<Figures>) =>
  progressOf({ direction: 'INCREASE', baseline: '0', target: '100', value: '50', ...figures });

describe('Progress of an indicator', () => {
  it('is the share of the way from baseline to target', () => {
    expect(of({ value: '25' })).toEqual({ state: 'MEASURED', share: '0.25' });
    expect(of({ baseline: '40', target: '60', value: '55' })).toEqual({ state: 'MEASURED', share: '0.75' });
  });

  it('runs downwards where less is better', () => {
    const down = { direction: 'DECREASE', baseline: '120', target: '20' } as const;
    expect(of({ ...down, value: '95' })).toEqual({ state: 'MEASURED', share: '0.25' });
    expect(of({ ...down, value: '130' })).toEqual({ state: 'OFF_THE_SCALE', share: '-0.1' });
    expect(of({ ...down, value: '10' })).toEqual({ state: 'OFF_THE_SCALE', share: '1.1' });
  });

  it('tells nothing measured, no target and no baseline apart from 0', () => {
    expect(of({ value: null, target: null, baseline: null })).toEqual({ state: 'NOT_MEASURED' });
    expect(of({ target: null, baseline: null })).toEqual({ state: 'NO_TARGET' });
    expect(of({ baseline: null })).toEqual({ state: 'NO_BASELINE' });
    expect(of({ value: '0' })).toEqual({ state: 'MEASURED', share: '0' });
  });

  it('has no share where there is no way to cover', () => {
    expect(of({ baseline: '100' })).toEqual({ state: 'NO_DISTANCE' });
    expect(of({ baseline: '101' })).toEqual({ state: 'NO_DISTANCE' });
    expect(of({ direction: 'DECREASE' })).toEqual({ state: 'NO_DISTANCE' });
  });

  it('rounds half up to 6 decimals, in plain notation', () => {
    expect(of({ target: '3', value: '2' }).share).toBe('0.666667');
    expect(of({ target: '2000000', value: '1' }).share).toBe('0.000001');
    expect(of({ target: '2000001', value: '1' }).share).toBe('0');
    expect(of({ target: '0.000001', value: '999999999999999' }).share).toBe('999999999999999000000');
  });

  it('sees what is off the scale before it rounds', () => {
    expect(of({ target: '10000000', value: '10000000.000001' })).toEqual({ state: 'OFF_THE_SCALE', share: '1' });
    expect(of({ target: '10000000', value: '-0.000001' })).toEqual({ state: 'OFF_THE_SCALE', share: '0' });
  });

  it('towards a threshold is held or broken, with the margin', () => {
    const keeps = (mode: 'KEEP_AT_LEAST' | 'KEEP_AT_MOST' | 'KEEP_WITHIN', value: string) => {
      const upper = mode === 'KEEP_WITHIN' ? '98' : null;
      return judged({ mode, direction: null, baseline: null, value: '95', upper }, fraction(value));
    };
    expect(keeps('KEEP_AT_LEAST', '60')).toEqual({ state: 'BROKEN', margin: '-35' });
    expect(keeps('KEEP_AT_LEAST', '95')).toEqual({ state: 'HELD', margin: '0' });
    expect(keeps('KEEP_AT_MOST', '60')).toEqual({ state: 'HELD', margin: '35' });
    expect(keeps('KEEP_AT_MOST', '95.000000000000001')).toEqual({ state: 'BROKEN', margin: '-0.000000000000001' });
    expect(keeps('KEEP_WITHIN', '97')).toEqual({ state: 'HELD', margin: '1' });
    expect(keeps('KEEP_WITHIN', '98.5')).toEqual({ state: 'BROKEN', margin: '-0.5' });
    expect(keeps('KEEP_WITHIN', '90')).toEqual({ state: 'BROKEN', margin: '-5' });
  });

  it('of figures that differ is that of the one further from the target', () => {
    const of = (
      mode: 'REACH' | 'KEEP_AT_MOST' | 'KEEP_WITHIN',
      low: string,
      high: string,
      direction: 'DECREASE' | null = null,
    ) => further({ mode, direction, value: '95', upper: '98' }, fraction(low), fraction(high));
    expect(of('REACH', '1', '2')).toBe('LOWEST');
    expect(of('REACH', '1', '2', 'DECREASE')).toBe('HIGHEST');
    expect(of('KEEP_AT_MOST', '1', '2')).toBe('HIGHEST');
    expect(of('KEEP_WITHIN', '94', '97')).toBe('LOWEST');
    expect(of('KEEP_WITHIN', '96', '99')).toBe('HIGHEST');
  });

  describe('whatever the figures', () => {
    const decimal = fc
      .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, scale]) => new Big(digits).div(new Big(10).pow(scale)).toFixed());
    const direction = fc.constantFrom(...DIRECTIONS);
    const scale = fc
      .record({ direction, baseline: decimal, target: decimal })
      .filter(({ direction, baseline, target }) =>
        direction === 'INCREASE' ? new Big(target).gt(baseline) : new Big(target).lt(baseline),
      );

    it('is 0 at the baseline and 1 at the target', () => {
      fc.assert(
        fc.property(scale, (ends) => {
          expect(progressOf({ ...ends, value: ends.baseline })).toEqual({ state: 'MEASURED', share: '0' });
          expect(progressOf({ ...ends, value: ends.target })).toEqual({ state: 'MEASURED', share: '1' });
        }),
      );
    });

    it('never falls as the value gets better', () => {
      fc.assert(
        fc.property(scale, decimal, decimal, (ends, one, other) => {
          const [worse, better] =
            new Big(one).lte(other) === (ends.direction === 'INCREASE') ? [one, other] : [other, one];
          const share = (value: string) => new Big(progressOf({ ...ends, value }).share ?? NaN);
          expect(share(worse).lte(share(better))).toBe(true);
        }),
      );
    });

    it('is measured exactly when the value lies between the two', () => {
      fc.assert(
        fc.property(scale, decimal, (ends, value) => {
          const [low, high] = [ends.baseline, ends.target].sort((a, b) => new Big(a).cmp(b)) as [string, string];
          const between = new Big(value).gte(low) && new Big(value).lte(high);
          expect(progressOf({ ...ends, value }).state).toBe(between ? 'MEASURED' : 'OFF_THE_SCALE');
        }),
      );
    });
  });
});
