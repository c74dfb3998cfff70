import { describe, expect, it } from '@jest/globals';
import Big from 'big.js';
import fc from 'fast-check';
import { cellOf } from './cell.arithmetic.js';
import type { Aggregation, Category } from './events.js';
import { decimalOf } from './fraction.arithmetic.js';
import { chosen, headlineOf, sharesOf, valueOf, type MeasuredFigure } from './headline.js';

const F: Category = { dimension: 'sex', code: 'F' };
const M: Category = { dimension: 'sex', code: 'M' };
const OLD: Category = { dimension: 'age', code: 'old' };

interface Told extends Partial<Omit<MeasuredFigure, 'position'>> {
  readonly place?: string;
}

/** Of January by the city, where nothing else is said. */
function figures(...told: readonly Told[]): readonly MeasuredFigure[] {
  return told.map(({ place, ...each }, index) => {
    const categories = each.categories ?? [];
    return {
      id: `m${index}`,
      recordedBy: 'city',
      capacity: 'REPORTER',
      period: { from: '2026-01-01', to: '2026-01-31' },
      everywhere: place === undefined,
      group: null,
      categories,
      cell: cellOf({ ...(place === undefined ? {} : { place: { name: place } }), categories }),
      value: '0',
      numerator: null,
      denominator: null,
      confirmedAt: null,
      recordedOn: '2026-02-01',
      position: BigInt(index + 1),
      ...each,
    };
  });
}
const month = (number: number) => ({ from: `2026-0${number}-01`, to: `2026-0${number}-28` });

function headline(aggregation: Aggregation, all: readonly MeasuredFigure[], categories: readonly Category[] = []) {
  const putting = { aggregation, unit: 'ratio' };
  const found = headlineOf(all, putting, categories);
  if (found === undefined) return undefined;
  const side = (which: 'LOWEST' | 'HIGHEST') => decimalOf(valueOf(chosen(found, which), putting));
  return { low: side('LOWEST'), high: side('HIGHEST'), contested: found.contested, confirmed: found.confirmed };
}
const agreed = (value: string) => ({ low: value, high: value, contested: false, confirmed: false });

describe('The figure of an indicator', () => {
  it('by LATEST is the one whose period ends last and, of two, the one recorded later', () => {
    const all = figures({ value: '1', period: month(3) }, { value: '2', period: month(2) });
    expect(headline('LATEST', all)).toEqual(agreed('1'));
    expect(
      headline('LATEST', [
        ...all,
        ...figures({ value: '9', period: { from: '2026-02-01', to: '2026-03-28' }, id: 'x' }).map((each) => ({
          ...each,
          position: 9n,
        })),
      ]),
    ).toEqual(agreed('9'));
  });

  it('by MEAN weighs each period the same', () => {
    const all = figures({ value: '1', period: month(1) }, { value: '2', period: month(2) });
    expect(headline('MEAN', all)).toEqual(agreed('1.5'));
  });

  it('by SUM adds up periods, and the parts of a period whose whole was not measured', () => {
    const all = figures(
      { value: '250', period: month(1) },
      { value: '100', period: month(2), place: 'Nord' },
      { value: '150', period: month(2), place: 'Sud', recordedBy: 'refuge' },
      { value: '7', period: month(1), place: 'Nord' },
    );
    expect(headline('SUM', all)).toEqual(agreed('500'));
  });

  it('by SUM adds parts of one way alone: women and men, or places, or both at once', () => {
    const all = figures(
      { value: '3', categories: [F] },
      { value: '4', categories: [M] },
      { value: '6', place: 'Nord', categories: [F] },
      { value: '1', categories: [F, OLD] },
    );
    expect(headline('SUM', all)).toEqual(agreed('7'));
    expect(headline('SUM', all, [F])).toEqual(agreed('3'));
    expect(headline('SUM', all, [OLD])).toEqual(agreed('1'));
  });

  it('by RATIO is of one period: all numerators over all denominators', () => {
    const all = figures(
      { numerator: '15', denominator: '100', place: 'Nord' },
      { numerator: '15', denominator: '50', place: 'Sud', recordedBy: 'refuge' },
      { numerator: '1', denominator: '1', period: { from: '2025-01-01', to: '2025-01-31' } },
    );
    expect(headline('RATIO', all)).toEqual(agreed('0.2'));
    const putting = { aggregation: 'RATIO', unit: 'ratio' } as const;
    const found = headlineOf(all, putting);
    if (found === undefined) throw new Error('There is none.');
    const shares = sharesOf(chosen(found, 'LOWEST'), putting);
    expect(shares.map(({ organisationId, value }) => [organisationId, decimalOf(value)])).toEqual([
      ['city', '0.15'],
      ['refuge', '0.3'],
    ]);
  });

  it('is not made of parts where nothing is added up', () => {
    const all = figures({ value: '3', categories: [F] }, { value: '4', place: 'Nord' });
    expect(headline('LATEST', all)).toBeUndefined();
    expect(headline('MEAN', all)).toBeUndefined();
    expect(headline('LATEST', all, [F])).toEqual(agreed('3'));
  });

  it('is none of what others say, nor of a group in free words', () => {
    expect(
      headline('LATEST', figures({ value: '310', capacity: 'OTHER' }, { value: '2', group: 'old' })),
    ).toBeUndefined();
    expect(headline('SUM', figures({ value: '2', group: 'old' }))).toBeUndefined();
  });

  it('is contested where reporters say of the same part and days what differs', () => {
    const all = figures({ value: '5' }, { value: '9', recordedBy: 'firm' });
    expect(headline('LATEST', all)).toEqual({ low: '5', high: '9', contested: true, confirmed: false });
    expect(headline('LATEST', figures({ value: '5' }, { value: '5', recordedBy: 'firm' }))).toEqual(agreed('5'));
    expect(headline('SUM', [...all, ...figures({ value: '1', period: month(2), id: 'x' })])).toEqual({
      low: '6',
      high: '10',
      contested: true,
      confirmed: false,
    });
  });

  it('is what an evaluator confirmed last', () => {
    const all = figures({ value: '5', confirmedAt: 8n }, { value: '9', recordedBy: 'firm', confirmedAt: 7n });
    expect(headline('LATEST', all)).toEqual({ low: '5', high: '5', contested: false, confirmed: true });
  });

  it('of before there were reporters is whatever was recorded last, by whomever', () => {
    const all = figures({ value: '5', capacity: 'ANYONE' }, { value: '9', capacity: 'ANYONE', recordedBy: 'firm' });
    expect(headline('LATEST', all)).toEqual(agreed('9'));
    const now = [
      ...all,
      ...figures({ value: '7', recordedBy: 'refuge', id: 'x' }).map((each) => ({ ...each, position: 9n })),
    ];
    expect(headline('LATEST', now)).toEqual({ low: '7', high: '9', contested: true, confirmed: false });
  });

  describe('whatever is measured', () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    /** Of the whole or of a part, each at most once a month and reporter, as the rules have it. */
    const measured = fc
      .uniqueArray(
        fc.record({
          at: fc.integer({ min: 1, max: 6 }),
          place: fc.constantFrom(undefined, 'Nord', 'Sud'),
          by: fc.constantFrom('city', 'refuge'),
          amount,
          of: fc.integer({ min: 1, max: 1000 }),
        }),
        { selector: ({ at, place, by }) => `${at} ${place ?? ''} ${by}`, maxLength: 30 },
      )
      .map((all) => {
        // No two reporters of one part and month: what is contested is another law.
        const seen = new Set<string>();
        return all.filter(({ at, place }) => {
          const key = `${at} ${place ?? ''}`;
          const first = !seen.has(key);
          seen.add(key);
          return first;
        });
      });
    const told = (all: readonly { at: number; place: string | undefined; by: string; amount: number; of: number }[]) =>
      figures(
        ...all.map(({ at, place, by, amount: value, of }) => ({
          period: month(at),
          ...(place === undefined ? {} : { place }),
          recordedBy: by,
          value: (value / 100).toFixed(2),
          numerator: String(value),
          denominator: String(of),
        })),
      );

    it('is what a naive reckoning gives', () => {
      fc.assert(
        fc.property(measured, (all) => {
          const months = [...new Set(all.map(({ at }) => at))].sort((a, b) => a - b);
          const counted = (at: number) => {
            const whole = all.filter((each) => each.at === at && each.place === undefined);
            return whole.length > 0 ? whole : all.filter((each) => each.at === at);
          };
          const total = months.flatMap(counted).reduce((sum, each) => sum.plus(each.amount), new Big(0));
          const sum = headline('SUM', told(all));
          expect(sum?.low).toBe(all.length === 0 ? undefined : total.div(100).toFixed());

          const last = months.at(-1);
          const latest = last === undefined ? [] : counted(last);
          const ratio = latest
            .reduce((each, { amount: over }) => each.plus(over), new Big(0))
            .div(latest.reduce((each, { of }) => each.plus(of), new Big(latest.length === 0 ? 1 : 0)));
          const found = headline('RATIO', told(all))?.low;
          expect(found === undefined ? undefined : new Big(found).minus(ratio).abs().lte('0.0000005')).toBe(
            latest.length === 0 ? undefined : true,
          );

          const wholes = all.filter(({ place }) => place === undefined).sort((a, b) => a.at - b.at);
          const value = wholes.at(-1)?.amount;
          expect(headline('LATEST', told(all))?.low).toBe(
            value === undefined ? undefined : new Big(value).div(100).toFixed(),
          );
        }),
      );
    });

    it('does not turn on the order in which it is read', () => {
      fc.assert(
        fc.property(measured, fc.constantFrom('LATEST', 'SUM', 'MEAN', 'RATIO'), (all, aggregation) => {
          const inOrder = told(all);
          expect(headline(aggregation, [...inOrder].reverse())).toEqual(headline(aggregation, inOrder));
        }),
      );
    });

    it('is no other for what non-reporters say', () => {
      fc.assert(
        fc.property(
          measured,
          measured,
          fc.constantFrom('LATEST', 'SUM', 'MEAN', 'RATIO'),
          (all, others, aggregation) => {
            const beside = told(others).map((each) => ({ ...each, capacity: 'OTHER' as const, recordedBy: 'firm' }));
            expect(headline(aggregation, [...told(all), ...beside])).toEqual(headline(aggregation, told(all)));
          },
        ),
      );
    });
  });
});
