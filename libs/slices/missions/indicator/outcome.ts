import { plusDays, type CalendarDate } from '@maillage/kernel';
import { meets } from './progress.js';
import type { SetTarget, Standing } from './queries.js';
import { definitionOf, figureTowards } from './standing.js';

// What became of a target: computed for any day, as nothing is recorded because one has passed.

/** Replaced later than so many days before it falls due, a target counts as due. */
const EARLY_DAYS = 14;
/** From so many days before it fell due until as many after it, what is said is said in time. */
const WORD_DAYS = 30;

export type TargetState =
  | 'OPEN'
  | 'REDEFINED_EARLY'
  | 'REDEFINED_LATE'
  | 'AWAITING_WORD'
  | 'REACHED'
  | 'REACHED_LATE'
  | 'MISSED'
  | 'MISSED_IN_SILENCE';

/** What tells what became of an indicator's targets: all that was measured, as it stands now. */
export type TargetHistory = Pick<Standing, 'definitions' | 'targets' | 'figures' | 'retired_on'>;

export interface Outcome {
  readonly state: TargetState;
  /** Whether it was said in time what became of it; null where it did not fall due, or may still be said. */
  readonly saidInTime: boolean | null;
}

/** What became of one of the history's targets, as known on a day. */
export function outcomeOn(history: TargetHistory, target: SetTarget, on: CalendarDate): Outcome {
  const { dueOn } = target;
  const next = history.targets.find((each) => replaces(each, target) && each.setOn <= on);
  if (dueOn === null) return { state: next === undefined ? 'OPEN' : 'REDEFINED_EARLY', saidInTime: null };
  if (next !== undefined && next.setOn <= dueOn) {
    return next.setOn < plusDays(dueOn, -EARLY_DAYS)
      ? { state: 'REDEFINED_EARLY', saidInTime: null }
      : { state: 'REDEFINED_LATE', saidInTime: true };
  }
  if (on <= dueOn) return { state: 'OPEN', saidInTime: null };
  const known = history.figures.filter(({ recordedOn }) => recordedOn <= on);
  const definition = definitionOf(history, target.definitionVersion);
  const isMetBy = (day: CalendarDate) => {
    const figures = known.filter(({ period }) => period.to <= day);
    const value = figureTowards(figures, definition, target);
    return value !== undefined && meets({ ...definition, value: target.value, upper: target.upper }, value);
  };
  if (isMetBy(dueOn)) return { state: 'REACHED', saidInTime: true };
  const lastDay = plusDays(dueOn, WORD_DAYS);
  const figuresOf = known.filter(
    (each) => each.period.to >= plusDays(dueOn, -WORD_DAYS) && figureTowards([each], definition, target) !== undefined,
  );
  // Another target in its place and the end of measuring give their reasons.
  const words = [...figuresOf.map(({ recordedOn }) => recordedOn), next?.setOn ?? null, history.retired_on];
  const saidInTime = words.some((day) => day !== null && day <= lastDay && day <= on);
  if (known.some(({ period: { to } }) => to > dueOn && isMetBy(to))) return { state: 'REACHED_LATE', saidInTime };
  if (saidInTime) return { state: 'MISSED', saidInTime };
  return on > lastDay ? { state: 'MISSED_IN_SILENCE', saidInTime } : { state: 'AWAITING_WORD', saidInTime: null };
}

/** Of those that fell due by a day: how many, and of how many it was said in time what became of them. */
export interface TargetsDue {
  readonly due: number;
  readonly saidInTime: number;
}

export function targetsDueOn(histories: readonly TargetHistory[], on: CalendarDate): TargetsDue {
  const words = histories.flatMap((history) =>
    history.targets.filter(({ setOn }) => setOn <= on).map((target) => outcomeOn(history, target, on).saidInTime),
  );
  const due = words.filter((said) => said !== null);
  return { due: due.length, saidInTime: due.filter((said) => said).length };
}

function replaces(later: SetTarget, target: SetTarget): boolean {
  return later.targetId === target.targetId && BigInt(later.position) > BigInt(target.position);
}
