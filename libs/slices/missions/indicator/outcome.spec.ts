import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { daysBetween, plusDays, type CalendarDate } from '@maillage/kernel';
import { cellOf } from './cell.arithmetic.js';
import type { MeasuredFigure } from './headline.js';
import { outcomeOn, targetsDueOn, type TargetHistory } from './outcome.js';
import type { Definition, SetTarget } from './queries.js';

type Direction = 'INCREASE' | 'DECREASE';
interface Measured extends Partial<MeasuredFigure> {
  /** The last day measured. */
  readonly to: CalendarDate;
  readonly value: string;
  readonly recordedOn: CalendarDate;
}
interface Target extends Partial<SetTarget> {
  readonly value: string;
  readonly dueOn?: CalendarDate | null;
  readonly setOn: CalendarDate;
}

/** In the order of setting and of recording. */
function history(
  targets: readonly Target[],
  measured: readonly Measured[] = [],
  { retiredOn = null, ...definition }: Partial<Definition> & { readonly retiredOn?: CalendarDate | null } = {},
): TargetHistory {
  return {
    definitions: [
      {
        version: 1,
        mode: 'REACH',
        direction: 'INCREASE',
        aggregation: 'LATEST',
        unit: 'dwelling',
        baseline: null,
        ...definition,
      },
    ],
    retired_on: retiredOn,
    targets: targets.map((target, index) => ({
      targetId: 'main',
      position: String(index + 1),
      upper: null,
      from: null,
      categories: [],
      definitionVersion: 1,
      ...target,
      dueOn: target.dueOn ?? null,
    })),
    figures: measured.map(({ to, ...each }, index) => ({
      id: `m${index}`,
      recordedBy: 'city',
      capacity: 'REPORTER',
      period: { from: to, to },
      everywhere: true,
      group: null,
      categories: [],
      cell: cellOf({ categories: each.categories ?? [] }),
      numerator: null,
      denominator: null,
      confirmedAt: null,
      position: BigInt(100 + index),
      ...each,
    })),
  };
}

const statesOn = (known: TargetHistory, on: CalendarDate) =>
  known.targets.filter(({ setOn }) => setOn <= on).map((target) => outcomeOn(known, target, on).state);

describe('What became of targets: the worked figures', () => {
  interface Vector {
    readonly name: string;
    readonly direction: Direction;
    readonly targets: readonly Target[];
    readonly measurements: readonly Measured[];
    readonly lessons: readonly CalendarDate[];
    readonly on: CalendarDate;
    readonly states: readonly string[];
  }
  const { vectors } = JSON.parse(readFileSync('test/fixtures/vectors/targets.json', 'utf8')) as {
    readonly vectors: readonly Vector[];
  };

  it.each(vectors)('$name, on $on: $states', ({ direction, targets, measurements, on, states }) => {
    expect(statesOn(history(targets, measurements, { direction }), on)).toEqual(states);
  });
});

const DUE = '2026-11-30';
const target: Target = { value: '40', dueOn: DUE, setOn: '2026-01-05' };
const [EVE, LAST_DAY, TOO_LATE] = [plusDays(DUE, 1), plusDays(DUE, 30), plusDays(DUE, 31)];
const figure = (to: CalendarDate, value: string, recordedOn = to, more: Partial<MeasuredFigure> = {}): Measured => ({
  ...more,
  to,
  value,
  recordedOn,
});

describe('A target that fell due', () => {
  const stateOn = (on: CalendarDate, measured: readonly Measured[], more: Parameters<typeof history>[2] = {}) => {
    const known = history([target], measured, more);
    return outcomeOn(known, known.targets[0]!, on);
  };

  it('was reached where the figure of that day was at it or better, whenever that was recorded', () => {
    const late = [figure('2026-11-01', '41', '2027-05-01')];
    expect(stateOn(TOO_LATE, late).state).toBe('MISSED_IN_SILENCE');
    expect(stateOn('2027-05-01', late)).toEqual({ state: 'REACHED', saidInTime: true });
    const lower = [figure('2026-06-30', '45'), figure('2026-11-01', '39.9')];
    expect(stateOn(EVE, lower)).toEqual({ state: 'MISSED', saidInTime: true });
  });

  it('is awaited for thirty days, and then was missed in silence', () => {
    const early = [figure('2026-10-30', '22')];
    expect([EVE, LAST_DAY, TOO_LATE].map((on) => stateOn(on, early))).toEqual([
      { state: 'AWAITING_WORD', saidInTime: null },
      { state: 'AWAITING_WORD', saidInTime: null },
      { state: 'MISSED_IN_SILENCE', saidInTime: false },
    ]);
  });

  it('is spoken of by a figure from thirty days before it on, recorded until thirty days after it', () => {
    const said = (to: CalendarDate, recordedOn: CalendarDate) =>
      stateOn(TOO_LATE, [figure(to, '22', recordedOn)]).state;
    expect(said(plusDays(DUE, -30), plusDays(DUE, -30))).toBe('MISSED');
    expect(said(plusDays(DUE, -31), EVE)).toBe('MISSED_IN_SILENCE');
    expect(said(EVE, LAST_DAY)).toBe('MISSED');
    expect(said(EVE, TOO_LATE)).toBe('MISSED_IN_SILENCE');
  });

  it('is spoken of by nobody but those that report, and of nothing but what it is of', () => {
    const women = [{ dimension: 'sex', code: 'F' }];
    for (const more of [{ capacity: 'OTHER' as const }, { categories: women }, { everywhere: false }]) {
      expect(stateOn(TOO_LATE, [figure(DUE, '50', DUE, more)]).state).toBe('MISSED_IN_SILENCE');
    }
  });

  it('is spoken of by another target in its place, and by the reason for measuring no more', () => {
    const next = { value: '30', dueOn: '2027-12-31' };
    const replacedOn = (setOn: CalendarDate) => statesOn(history([target, { ...next, setOn }]), TOO_LATE);
    expect(replacedOn(LAST_DAY)).toEqual(['MISSED', 'OPEN']);
    expect(replacedOn(TOO_LATE)).toEqual(['MISSED_IN_SILENCE', 'OPEN']);
    expect(stateOn(TOO_LATE, [], { retiredOn: LAST_DAY }).state).toBe('MISSED');
    expect(stateOn(TOO_LATE, [], { retiredOn: TOO_LATE }).state).toBe('MISSED_IN_SILENCE');
  });

  it('and was reached later was said to be in time only if somebody spoke in time', () => {
    expect(stateOn(TOO_LATE, [figure(EVE, '40')])).toEqual({ state: 'REACHED_LATE', saidInTime: true });
    expect(stateOn('2027-06-30', [figure('2027-06-30', '40')])).toEqual({ state: 'REACHED_LATE', saidInTime: false });
  });

  it('of a threshold was reached where it was kept on that day, of a sum where all until then come to it', () => {
    const kept = { mode: 'KEEP_AT_MOST', direction: null } as const;
    expect(stateOn(EVE, [figure('2026-11-15', '40')], kept).state).toBe('REACHED');
    expect(stateOn(EVE, [figure('2026-11-15', '40.1')], kept).state).toBe('MISSED');
    const months = [figure('2026-03-31', '25'), figure('2026-09-30', '15')];
    expect(stateOn(EVE, months, { aggregation: 'SUM' }).state).toBe('REACHED');
    expect(stateOn(EVE, months).state).toBe('AWAITING_WORD');
  });
});

describe('Of a mission’s targets', () => {
  it('those count that fell due, whatever became of them, and of those that anybody spoke of in time', () => {
    const redefined = history([
      { value: '60', dueOn: '2026-12-31', setOn: '2026-01-05' },
      { value: '45', dueOn: '2027-06-30', setOn: '2026-09-07' },
    ]);
    const silent = history([target], [figure('2026-10-30', '22')]);
    const spoken = history([{ ...target, dueOn: '2026-12-31', value: '70' }], [figure('2026-12-10', '66.666667')]);
    const undated = history([{ value: '5', setOn: '2026-01-05' }]);
    const all = [redefined, silent, spoken, undated];
    expect(targetsDueOn(all, '2027-01-05')).toEqual({ due: 2, saidInTime: 1 });
    expect(targetsDueOn(all, '2026-12-31')).toEqual({ due: 1, saidInTime: 0 });
    expect(targetsDueOn(all, '2026-11-30')).toEqual({ due: 0, saidInTime: 0 });
  });
});

describe('Whatever was measured and set', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((n) => plusDays(target.setOn, n));
  const value = fc.integer({ min: 0, max: 60 }).map(String);
  const histories = fc
    .record({
      measured: fc.array(fc.record({ to: days, value, wait: fc.integer({ min: 0, max: 60 }) }), { maxLength: 6 }),
      next: fc.option(fc.record({ value, setOn: days.filter((day) => day > target.setOn) }), { nil: undefined }),
      direction: fc.constantFrom<Direction>('INCREASE', 'DECREASE'),
    })
    .map(({ measured, next, direction }) =>
      history(
        [target, ...(next === undefined ? [] : [{ ...next, dueOn: plusDays(next.setOn, 100) }])],
        measured.map(({ wait, ...each }) => figure(each.to, each.value, plusDays(each.to, wait))),
        { direction },
      ),
    );
  const first = (known: TargetHistory, on: CalendarDate) => outcomeOn(known, known.targets[0]!, on);

  it('silence is never undone, and nobody is told that it was before thirty days are over', () => {
    fc.assert(
      fc.property(histories, days, days, (known, a, b) => {
        const [before, after] = a < b ? [a, b] : [b, a];
        const was = first(known, before).saidInTime;
        if (was === false) {
          expect(daysBetween(DUE, before)).toBeGreaterThan(30);
          // What is recorded later may show that it had been reached by then: nobody was silent on what was so.
          const now = first(known, after);
          expect(now.saidInTime).toBe(now.state === 'REACHED');
        }
        if (was === true) expect(first(known, after).saidInTime).toBe(true);
      }),
    );
  });

  it('what is not yet known on a day changes nothing of that day', () => {
    fc.assert(
      fc.property(histories, days, (known, on) => {
        const then = {
          ...known,
          targets: known.targets.filter(({ setOn }) => setOn <= on),
          figures: known.figures.filter(({ recordedOn }) => recordedOn <= on),
        };
        expect(first(known, on)).toEqual(first(then, on));
      }),
    );
  });

  it('negating values and turning the direction round gives the same outcome', () => {
    fc.assert(
      fc.property(histories, days, (known, on) => {
        const negated = (text: string) => (text === '0' ? text : `-${text}`);
        const turned: TargetHistory = {
          ...known,
          definitions: known.definitions.map((each) => ({
            ...each,
            direction: each.direction === 'INCREASE' ? 'DECREASE' : 'INCREASE',
          })),
          targets: known.targets.map((each) => ({ ...each, value: negated(each.value) })),
          figures: known.figures.map((each) => ({ ...each, value: negated(each.value) })),
        };
        expect(first(turned, on)).toEqual(first(known, on));
      }),
    );
  });
});
