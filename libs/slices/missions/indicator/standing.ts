import type { CalendarDate, Period } from '@maillage/kernel';
import type { Category, Dimension } from './events.js';
import { compare, decimalOf, type Fraction } from './fraction.arithmetic.js';
import {
  chosen,
  headlineOf,
  sharesOf,
  valueOf,
  type Headline,
  type MeasuredFigure,
  type Saying,
  type Share,
} from './headline.js';
import { further, judged, PLACES, type Progress } from './progress.js';
import type { Definition, SetTarget, Standing } from './queries.js';

/** Where an indicator stands to a target, or would if there were one: what is shown of it. */
export interface Reading extends Progress {
  readonly value: string | null;
  readonly period: Period | null;
  readonly agreement: 'NONE' | 'UNDISPUTED' | 'CONFIRMED' | 'CONTESTED';
  /** The one measurement that the figure is, where it is one. */
  readonly measurementId: string | null;
  /** Where those that report differ, all that they say. */
  readonly contestedIds: readonly string[];
  /** What others than its reporters say of the same. */
  readonly otherIds: readonly string[];
  readonly shares: readonly Share[];
  /** Left out where there is none. */
  readonly target: SetTarget | undefined;
}

/** How an indicator as a whole stands on a day. */
export function readingOn(standing: Standing, on: CalendarDate): Reading {
  return readingOf(standing, targetOn(standing.targets, on));
}

/** How it stands to a target; to none, as a whole. */
export function readingOf(standing: Standing, target: SetTarget | undefined): Reading {
  const definition = definitionOf(standing, target?.definitionVersion ?? standing.definition_version);
  const categories = target?.categories ?? [];
  const headline = headlineOf(standing.figures, definition, categories);
  const otherIds = othersOf(standing.figures, categories).map(({ id }) => id);
  const retired = standing.retired_on === null ? {} : ({ state: 'RETIRED' } as const);
  if (headline === undefined) {
    const none = { value: null, period: null, measurementId: null, contestedIds: [], shares: [] };
    return { state: 'NOT_MEASURED', ...retired, ...none, agreement: 'NONE', otherIds, target };
  }
  const { sayings, value } = countedOf(headline, definition, target);
  const figures = sayings.flatMap((each) => each.figures);
  const progress =
    standing.retired_on === null ? progressOf(definition, target, value) : ({ state: 'RETIRED' } as const);
  return {
    ...progress,
    value: decimalOf(value, definition.aggregation === 'MEAN' || definition.aggregation === 'RATIO' ? 6 : PLACES),
    period: spanOf(figures),
    agreement: headline.contested ? 'CONTESTED' : headline.confirmed ? 'CONFIRMED' : 'UNDISPUTED',
    measurementId: figures.length === 1 ? (figures[0]?.id ?? null) : null,
    contestedIds: contestedIn(headline),
    otherIds,
    shares: sharesOf(sayings, definition),
    target,
  };
}

/** @throws {Error} where there is no such version. */
export function definitionOf({ definitions }: Pick<Standing, 'definitions'>, version: number): Definition {
  const found = definitions.find((each) => each.version === version);
  if (found === undefined) throw new Error(`An indicator has no version ${version}.`);
  return found;
}

/** The figure that is judged by a target; `undefined` where nobody that reports measured what it is of. */
export function figureTowards(
  figures: readonly MeasuredFigure[],
  definition: Definition,
  target: SetTarget,
): Fraction | undefined {
  const headline = headlineOf(figures, definition, target.categories);
  return headline && countedOf(headline, definition, target).value;
}

/** Where those that report differ, what is further from the target counts. */
function countedOf(
  headline: Headline,
  definition: Definition,
  target: SetTarget | undefined,
): { readonly sayings: readonly Saying[]; readonly value: Fraction } {
  const [lowest, highest] = [chosen(headline, 'LOWEST'), chosen(headline, 'HIGHEST')];
  const [low, high] = [valueOf(lowest, definition), valueOf(highest, definition)];
  const aim = { ...definition, value: target?.value ?? null, upper: target?.upper ?? null };
  return compare(low, high) !== 0 && further(aim, low, high) === 'HIGHEST'
    ? { sayings: highest, value: high }
    : { sayings: lowest, value: low };
}

function progressOf(definition: Definition, target: SetTarget | undefined, value: Fraction): Progress {
  if (target === undefined) return { state: 'NO_TARGET' };
  // A sum begins with nothing.
  const start = target.from ?? definition.baseline ?? (definition.aggregation === 'SUM' ? '0' : null);
  const { mode, direction } = definition;
  return judged({ mode, direction, baseline: start, value: target.value, upper: target.upper }, value);
}

function spanOf(figures: readonly MeasuredFigure[]): Period | null {
  const [first] = figures;
  if (first === undefined) return null;
  return figures.reduce(
    ({ from, to }, { period }) => ({
      from: period.from < from ? period.from : from,
      to: period.to > to ? period.to : to,
    }),
    first.period,
  );
}

function contestedIn({ slots }: Headline): readonly string[] {
  return slots
    .filter(({ sayings }) => sayings.length > 1)
    .flatMap(({ sayings }) => sayings.flatMap(({ figures }) => figures.map(({ id }) => id)));
}

/** Of the very same part: what others say of a place is no other figure of the whole. */
function othersOf(figures: readonly MeasuredFigure[], categories: readonly Category[]): readonly MeasuredFigure[] {
  return figures.filter(
    (each) =>
      each.capacity === 'OTHER' &&
      each.group === null &&
      each.everywhere &&
      each.categories.length === categories.length &&
      categories.every(({ dimension, code }) =>
        each.categories.some((one) => one.dimension === dimension && one.code === code),
      ),
  );
}

/** What the dimensions call the codes. */
export function namesOf(categories: readonly Category[], dimensions: readonly Dimension[]): readonly string[] {
  return categories.map(({ dimension, code }) => {
    const found = dimensions.find(({ key }) => key === dimension)?.codes.find((each) => each.code === code);
    return found?.name ?? code;
  });
}

/** Those that none has replaced, in the order in which their ids were first named. */
export function targetsInForce<Of extends { readonly targetId: string }>(targets: readonly Of[]): readonly Of[] {
  return [...new Map(targets.map((target) => [target.targetId, target])).values()];
}

/** Of the whole: the next one due; where none is to come, one without a date; else the one that was due last. */
function targetOn(targets: readonly SetTarget[], on: CalendarDate): SetTarget | undefined {
  const whole = targetsInForce(targets).filter(({ categories }) => categories.length === 0);
  const dated = whole
    .filter(({ dueOn }) => dueOn !== null)
    .sort((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return dated.find(({ dueOn }) => (dueOn ?? '') >= on) ?? whole.find(({ dueOn }) => dueOn === null) ?? dated.at(-1);
}
