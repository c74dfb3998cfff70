import Big from 'big.js';
import type { z } from 'zod';
import { enumeration } from '@maillage/kernel';
import type { Direction } from './events.js';

// A constructor of its own: strictness and rounding are settings of it, not of each sum.
const Decimal = Big();
Decimal.strict = true;
Decimal.DP = 6;
Decimal.RM = Decimal.roundHalfUp;

export const progressState = enumeration(
  'IndicatorProgressState',
  'What can be said of an indicator’s progress: the first of these that holds, in this order.',
  {
    NOT_MEASURED: 'Nothing was measured of everybody everywhere. Places and groups are not added up into a guess.',
    NO_TARGET: 'It was measured, but nobody set a target.',
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
}

/** The figures progress is computed from, as decimals in plain notation; `null` for what is not known. */
export interface Figures {
  readonly direction: Direction;
  readonly baseline: string | null;
  readonly target: string | null;
  readonly value: string | null;
}

/** How far a value has come on the way from baseline to target. */
export function progressOf({ direction, baseline, target, value }: Figures): Progress {
  if (value === null) return { state: 'NOT_MEASURED' };
  if (target === null) return { state: 'NO_TARGET' };
  if (baseline === null) return { state: 'NO_BASELINE' };

  const better = (to: string) => {
    const gain = new Decimal(to).minus(new Decimal(baseline));
    return direction === 'INCREASE' ? gain : gain.neg();
  };
  const distance = better(target);
  // A target no better than the baseline is met from the start: a share of that way would grow as things get worse.
  if (distance.lte(new Decimal('0'))) return { state: 'NO_DISTANCE' };
  const covered = better(value);
  // Compared before rounding: a hair beyond the target is beyond it, though its share reads 1.
  const beyond = covered.lt(new Decimal('0')) || covered.gt(distance);
  return { state: beyond ? 'OFF_THE_SCALE' : 'MEASURED', share: plain(covered.div(distance)) };
}

/** big.js keeps the sign of a negative number that was rounded to zero. */
function plain(number: Big): string {
  const text = number.toFixed();
  return text === '-0' ? '0' : text;
}
