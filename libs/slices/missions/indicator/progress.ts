import type { z } from 'zod';
import { enumeration } from '@maillage/kernel';
import type { Direction, IndicatorMode } from './events.js';
import { compare, decimalOf, dividedBy, fraction, minus, ZERO, type Fraction } from './fraction.arithmetic.js';

export const progressState = enumeration(
  'IndicatorProgressState',
  'What can be said of an indicator’s progress: the first of these that holds, in this order.',
  {
    RETIRED: 'The indicator is retired, and in no progress.',
    NOT_MEASURED:
      'Nobody that reports measured everybody everywhere. Places and categories are added up only where the indicator says so.',
    NO_TARGET: 'It was measured, but nobody set a target.',
    HELD: 'A threshold is to be kept, and is.',
    BROKEN: 'A threshold is to be kept, and is not.',
    NO_BASELINE: 'It was measured, but nobody said where it started.',
    NO_DISTANCE: 'The target is no better than the baseline, by the indicator’s direction: there is no way to cover.',
    OFF_THE_SCALE: 'Worse than the baseline, share below 0, or better than the target, share above 1.',
    MEASURED: 'Between baseline and target, both included.',
  },
);
export type ProgressState = z.output<typeof progressState>;

export interface Progress {
  readonly state: ProgressState;
  /** Of the distance from baseline to target, 6 decimals at most; only where there is such a distance. */
  readonly share?: string;
  /** Of a threshold: how far the value is on its better side; below 0 where it is broken. */
  readonly margin?: string;
}

type Figure = string | Fraction;

/** The figures progress is computed from, as decimals in plain notation or without rounding; `null` for what is not known. */
export interface Figures {
  readonly direction: Direction;
  readonly baseline: Figure | null;
  readonly target: Figure | null;
  readonly value: Figure | null;
}

const exact = (figure: Figure): Fraction => (typeof figure === 'string' ? fraction(figure) : figure);

/** How far a value has come on the way from baseline to target. */
export function progressOf({ direction, baseline, target, value }: Figures): Progress {
  if (value === null) return { state: 'NOT_MEASURED' };
  if (target === null) return { state: 'NO_TARGET' };
  if (baseline === null) return { state: 'NO_BASELINE' };

  const start = exact(baseline);
  const better = (to: Figure) => (direction === 'INCREASE' ? minus(exact(to), start) : minus(start, exact(to)));
  const distance = better(target);
  // A target no better than the baseline is met from the start: a share of that way would grow as things get worse.
  if (compare(distance, ZERO) <= 0) return { state: 'NO_DISTANCE' };
  const covered = better(value);
  // Compared before rounding: a hair beyond the target is beyond it, though its share reads 1.
  const beyond = compare(covered, ZERO) < 0 || compare(covered, distance) > 0;
  return { state: beyond ? 'OFF_THE_SCALE' : 'MEASURED', share: decimalOf(dividedBy(covered, distance)) };
}

/** A target, and what it is judged by: the definition that it was set in. */
export interface Aim {
  readonly mode: IndicatorMode;
  readonly direction: Direction | null;
  readonly baseline: string | null;
  readonly value: string;
  readonly upper: string | null;
}

/** How a value stands to a target. */
export function judged(aim: Aim, value: Fraction | null): Progress {
  if (aim.mode === 'REACH') {
    const { direction, baseline, value: target } = aim;
    return progressOf({ direction: direction ?? 'INCREASE', baseline, target, value });
  }
  if (value === null) return { state: 'NOT_MEASURED' };
  const margin = marginOf(aim, value);
  return { state: compare(margin, ZERO) < 0 ? 'BROKEN' : 'HELD', margin: decimalOf(margin, PLACES) };
}

/** Whether a value is at the target, or on its better side. */
export function meets(aim: Omit<Aim, 'baseline'>, value: Fraction): boolean {
  if (aim.mode !== 'REACH') return compare(marginOf(aim, value), ZERO) >= 0;
  const more = compare(value, fraction(aim.value));
  return aim.direction === 'DECREASE' ? more <= 0 : more >= 0;
}

/** As many as figures have. */
export const PLACES = 15;

function marginOf({ mode, value: bound, upper }: Omit<Aim, 'baseline'>, value: Fraction): Fraction {
  const above = minus(value, fraction(bound));
  if (mode === 'KEEP_AT_MOST') return minus(fraction(bound), value);
  if (mode !== 'KEEP_WITHIN' || upper === null) return above;
  const below = minus(fraction(upper), value);
  return compare(above, below) < 0 ? above : below;
}

/** Of the lowest and the highest of figures that differ, the one that is further from the target. */
export function further(
  aim: Omit<Aim, 'value' | 'baseline'> & { readonly value: string | null },
  low: Fraction,
  high: Fraction,
): 'LOWEST' | 'HIGHEST' {
  switch (aim.mode) {
    case 'REACH':
      return aim.direction === 'DECREASE' ? 'HIGHEST' : 'LOWEST';
    case 'KEEP_AT_LEAST':
      return 'LOWEST';
    case 'KEEP_AT_MOST':
      return 'HIGHEST';
    case 'KEEP_WITHIN': {
      const { value } = aim;
      if (value === null) return 'LOWEST';
      const bounds = { ...aim, value };
      return compare(marginOf(bounds, high), marginOf(bounds, low)) < 0 ? 'HIGHEST' : 'LOWEST';
    }
  }
}
