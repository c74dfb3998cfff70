import type { CalendarDate, Period } from '@maillage/kernel';
import type { Aggregation, Capacity, Category } from './events.js';
import { compare, dividedBy, fraction, ratio, sum, type Fraction } from './fraction.arithmetic.js';

// How the figure of an indicator follows from its measurements: exact, and in no order but the log's.

/** What a figure is computed from: a measurement as it stands. */
export interface MeasuredFigure {
  readonly id: string;
  readonly recordedBy: string;
  readonly capacity: Capacity;
  readonly period: Period;
  /** Whether it is of everywhere. */
  readonly everywhere: boolean;
  /** Free words of before indicators had dimensions: such a figure is of no part that anything else is of. */
  readonly group: string | null;
  readonly categories: readonly Category[];
  /** See `cellOf`. */
  readonly cell: string;
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Where an evaluator said last that it is right; null where none did. */
  readonly confirmedAt: bigint | null;
  /** In UTC, the day on which it was first recorded. */
  readonly recordedOn: CalendarDate;
  readonly position: bigint;
}

/** What of a definition says how figures are put together. */
export interface Putting {
  readonly aggregation: Aggregation;
  readonly unit: string;
}

/** What one of those that report says of one part and time. */
export interface Saying {
  readonly figures: readonly [MeasuredFigure, ...MeasuredFigure[]];
  readonly value: Fraction;
  readonly numerator: Fraction;
  readonly denominator: Fraction;
}

/** One part and time: several say something of it where they differ, and nobody confirmed one of them. */
interface Slot {
  readonly sayings: readonly [Saying, ...Saying[]];
  readonly confirmed: boolean;
}

/** The figure of an indicator, or of some of its categories, as far as those that report agree on it. */
export interface Headline {
  readonly slots: readonly Slot[];
  readonly contested: boolean;
  readonly confirmed: boolean;
}

/** Which of what is said counts where they differ. */
export type Side = 'LOWEST' | 'HIGHEST';

/**
 * Of everybody everywhere, or of some categories; `undefined` where nobody that reports measured that. Figures of places and
 * categories stand for the whole only where they may be added up, and the whole itself was not measured.
 */
export function headlineOf(
  all: readonly MeasuredFigure[],
  putting: Putting,
  categories: readonly Category[] = [],
): Headline | undefined {
  const speaking = all.filter(
    (each) => each.capacity !== 'OTHER' && each.group === null && categories.every((one) => has(each, one)),
  );
  const isWhole = (each: MeasuredFigure) => each.everywhere && each.categories.length === categories.length;
  const slots = slotsOf(
    speaking.filter(isWhole),
    speaking.filter((each) => !isWhole(each)),
    putting,
  );
  if (slots.length === 0) return undefined;
  const contested = slots.some(({ sayings }) => sayings.length > 1);
  return { slots, contested, confirmed: !contested && slots.some(({ confirmed }) => confirmed) };
}

function has({ categories }: MeasuredFigure, { dimension, code }: Category): boolean {
  return categories.some((each) => each.dimension === dimension && each.code === code);
}

function slotsOf(
  whole: readonly MeasuredFigure[],
  parts: readonly MeasuredFigure[],
  putting: Putting,
): readonly Slot[] {
  switch (putting.aggregation) {
    case 'LATEST':
      return slotAt(latest(whole), whole, putting);
    case 'MEAN':
      return [...byKey(whole, ({ period }) => `${period.from} ${period.to}`).values()].map((figures) =>
        slotOf(figures, putting),
      );
    case 'RATIO': {
      const { period } = latest([...whole, ...parts]) ?? {};
      const ofPeriod = (figures: readonly MeasuredFigure[]) =>
        figures.filter((each) => each.period.from === period?.from && each.period.to === period.to);
      return wholeOrParts(ofPeriod(whole), ofPeriod(parts), putting);
    }
    case 'SUM':
      return inTurn([...whole, ...parts]).flatMap((figures) =>
        wholeOrParts(
          figures.filter((each) => whole.includes(each)),
          figures.filter((each) => !whole.includes(each)),
          putting,
        ),
      );
  }
}

/** The figure whose period ends last; of two that end alike, the one recorded later. */
function latest(figures: readonly MeasuredFigure[]): MeasuredFigure | undefined {
  return figures.reduce<MeasuredFigure | undefined>((last, each) => {
    if (last === undefined || each.period.to > last.period.to) return each;
    return each.period.to === last.period.to && each.position > last.position ? each : last;
  }, undefined);
}

function slotAt(at: MeasuredFigure | undefined, figures: readonly MeasuredFigure[], putting: Putting): readonly Slot[] {
  if (at === undefined) return [];
  const same = figures.filter(({ period }) => period.from === at.period.from && period.to === at.period.to);
  return [slotOf(same, putting)];
}

/** Groups of figures whose days overlap, each with any of the group by way of the others; in the order of time. */
function inTurn(figures: readonly MeasuredFigure[]): readonly (readonly MeasuredFigure[])[] {
  const sorted = [...figures].sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
  const groups: MeasuredFigure[][] = [];
  let until = '';
  for (const figure of sorted) {
    if (figure.period.from > until) groups.push([]);
    groups.at(-1)?.push(figure);
    if (figure.period.to > until) until = figure.period.to;
  }
  return groups;
}

/**
 * The whole, where it was measured. Else its parts, broken down in one way, since those of two ways hold the same twice: the one
 * along the fewest lines and, of several, the first by name.
 */
function wholeOrParts(
  whole: readonly MeasuredFigure[],
  parts: readonly MeasuredFigure[],
  putting: Putting,
): readonly Slot[] {
  if (whole.length > 0) return [slotOf(whole, putting)];
  const ways = [...byKey(parts, wayOf)].sort(
    ([a], [b]) => a.split(' ').length - b.split(' ').length || (a < b ? -1 : 1),
  );
  const [, figures] = ways[0] ?? ['', []];
  return [...byKey(figures, ({ cell }) => cell).values()].map((each) => slotOf(each, putting));
}

function wayOf({ everywhere, categories }: MeasuredFigure): string {
  const along = categories.map(({ dimension }) => dimension).sort();
  // A dimension's key begins with a letter or digit.
  return [...(everywhere ? [] : ['+place']), ...along].join(' ');
}

/** @param figures at least one, all of one part and of one time. */
function slotOf(figures: readonly MeasuredFigure[], putting: Putting): Slot {
  const heard = [...byKey(figures, voiceOf).values()].map((each) => sayingOf(current(each), putting));
  const judged = figures.reduce<bigint | null>(
    (last, { confirmedAt }) => (confirmedAt !== null && (last === null || confirmedAt > last) ? confirmedAt : last),
    null,
  );
  const right = heard.find((each) => judged !== null && each.figures.some(({ confirmedAt }) => confirmedAt === judged));
  if (right !== undefined) return { sayings: [right], confirmed: heard.length > 1 };
  const [first, ...others] = heard.sort((a, b) => (positionOf(a) > positionOf(b) ? -1 : 1)) as [Saying, ...Saying[]];
  const differ = others.some((each) => compare(each.value, first.value) !== 0);
  return { sayings: differ ? [first, ...others] : [first], confirmed: false };
}

/** Before indicators had reporters, the latest spoke for all. */
function voiceOf({ capacity, recordedBy }: MeasuredFigure): string {
  return capacity === 'ANYONE' ? '' : recordedBy;
}

/** Of several by one voice of the same days, as there were before, the latest. */
function current(figures: readonly MeasuredFigure[]): Saying['figures'] {
  const last = new Map<string, MeasuredFigure>();
  for (const each of figures) {
    const key = `${each.period.from} ${each.period.to}`;
    const before = last.get(key);
    if (before === undefined || before.position < each.position) last.set(key, each);
  }
  return [...last.values()] as [MeasuredFigure, ...MeasuredFigure[]];
}

function sayingOf(figures: Saying['figures'], { aggregation, unit }: Putting): Saying {
  if (aggregation !== 'RATIO') {
    const value = sum(figures.map((each) => fraction(each.value)));
    return { figures, value, numerator: value, denominator: fraction('1') };
  }
  const numerator = sum(figures.map((each) => fraction(each.numerator ?? '0')));
  const denominator = sum(figures.map((each) => fraction(each.denominator ?? '0')));
  return { figures, value: ratio(numerator, denominator, unit), numerator, denominator };
}

function positionOf({ figures }: Saying): bigint {
  return figures.reduce((last, { position }) => (position > last ? position : last), 0n);
}

function byKey<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** What counts of each part and time, where those that report differ. */
export function chosen({ slots }: Headline, side: Side): readonly Saying[] {
  return slots.map(({ sayings }) =>
    sayings.reduce((best, each) => {
      const more = compare(each.value, best.value);
      return (side === 'HIGHEST' ? more > 0 : more < 0) ? each : best;
    }),
  );
}

/** What the sayings come to together. @param sayings at least one. */
export function valueOf(sayings: readonly Saying[], { aggregation, unit }: Putting): Fraction {
  const total = sum(sayings.map(({ value }) => value));
  switch (aggregation) {
    case 'LATEST':
    case 'SUM':
      return total;
    case 'MEAN':
      return dividedBy(total, fraction(String(sayings.length)));
    case 'RATIO':
      return ratio(
        sum(sayings.map(({ numerator }) => numerator)),
        sum(sayings.map(({ denominator }) => denominator)),
        unit,
      );
  }
}

/** What one reporter's figures hold of the whole. */
export interface Share {
  readonly organisationId: string;
  readonly value: Fraction;
  readonly numerator: Fraction;
  readonly denominator: Fraction;
}

/** Who reported what of it, in the order of the log. */
export function sharesOf(sayings: readonly Saying[], putting: Putting): readonly Share[] {
  const figures = sayings.flatMap((each) => each.figures);
  const inOrder = [...figures].sort((a, b) => (a.position < b.position ? -1 : 1));
  return [...byKey(inOrder, ({ recordedBy }) => recordedBy)].map(([organisationId, own]) => {
    const { value, numerator, denominator } = sayingOf(own as unknown as Saying['figures'], putting);
    return { organisationId, value, numerator, denominator };
  });
}
