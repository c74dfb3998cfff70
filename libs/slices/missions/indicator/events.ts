import { z } from 'zod';
import {
  calendarDate,
  dateOf,
  decimal,
  enumeration,
  events,
  isListedUnit,
  isOtherUnit,
  period,
  ref,
  shape,
  text,
  uuid,
  type EventOf,
  type Provenance,
} from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';
import { place } from '../mission/events.js';
import { sdgs } from '../sdg.js';

export const direction = enumeration('Direction', 'Which way of an indicator is better.', {
  INCREASE: 'The more, the better.',
  DECREASE: 'The less, the better.',
});
export type Direction = z.output<typeof direction>;
export const DIRECTIONS: readonly Direction[] = direction.options;

export const mode = enumeration('IndicatorMode', 'What the targets of an indicator ask for.', {
  REACH: 'A distance is to be covered, from the baseline to the target.',
  KEEP_AT_LEAST: 'The figure is to stay at the target or above it.',
  KEEP_AT_MOST: 'The figure is to stay at the target or below it.',
  KEEP_WITHIN: 'The figure is to stay between the two bounds of the target, both included.',
});
export type IndicatorMode = z.output<typeof mode>;
export const MODES: readonly IndicatorMode[] = mode.options;

export const aggregation = enumeration('Aggregation', 'How the figure of an indicator follows from its measurements.', {
  LATEST: 'The one whose period ends last.',
  SUM: 'All of them added up: periods of one reporter never overlap.',
  MEAN: 'The mean of all periods, each weighing the same.',
  RATIO: 'Of the period that ends last, all numerators over all denominators.',
});
export type Aggregation = z.output<typeof aggregation>;
export const AGGREGATIONS: readonly Aggregation[] = aggregation.options;

export const capacity = enumeration('MeasurementCapacity', 'In what capacity somebody reported a figure.', {
  REPORTER: 'As one of the indicator’s reporters: it makes the indicator’s figure.',
  OTHER: 'As another member: it is shown beside, and makes no figure.',
  ANYONE: 'Before indicators had reporters: whoever recorded it, the latest of them makes the figure.',
});
export type Capacity = z.output<typeof capacity>;
export const CAPACITIES: readonly Capacity[] = capacity.options;

const figure = decimal.describe('In the indicator’s unit');

const KEY = /^[a-z0-9][a-z0-9_-]{0,39}$/;
const key = z.string().regex(KEY, {
  error:
    'is not a key; write up to 40 lower-case letters, digits, hyphens or underscores, such as "age" or "women-2027"',
});

/** A unit that any amount may have. One by a name of its own stands as it was written: nothing is ever added to it. */
export const indicatorUnit = z.string().refine((code) => isListedUnit(code) || isOtherUnit(code), {
  error:
    'is not a known unit; write an ISO 4217 currency code such as EUR, a unit of the list such as dwelling or percent, or other: and a name of at most 40 characters',
});

const dimensionCode = shape(
  'IndicatorDimensionCode',
  'One of the parts that a dimension has.',
  z.strictObject({
    code: text(40).describe('As measurements name it: F'),
    name: text(100).describe('In words: women'),
  }),
);

const folded = (words: string): string => words.normalize('NFC').toLowerCase();

/** A code is meant by itself or by its name, in whatever case: so neither may mean another. */
function tellApart(codes: readonly { readonly code: string; readonly name: string }[]): boolean {
  const meant = codes.flatMap(({ code, name }) => [...new Set([folded(code), folded(name)])]);
  return new Set(meant).size === meant.length;
}

const NOT_APART = {
  error: 'names two codes alike; each code and each name must differ from all others, whatever its case',
};

export const dimension = shape(
  'IndicatorDimension',
  'What a figure may be broken down by.',
  z.strictObject({
    key: key.describe('As measurements and targets name it: sex'),
    name: text(100).describe('In words: women and men'),
    codes: z.array(dimensionCode).min(2).max(60).refine(tellApart, NOT_APART).describe('Its parts, in the order shown'),
  }),
);
export type Dimension = z.output<typeof dimension>;

export const category = shape(
  'IndicatorCategory',
  'A part of what is measured: a code of one of the indicator’s dimensions.',
  z.strictObject({
    dimension: text(40).describe('The key of the dimension: sex'),
    code: text(100).describe('One of its codes: F'),
  }),
);
export type Category = z.output<typeof category>;

const MOST_DIMENSIONS = 4;
const once = (names: readonly string[]): boolean => new Set(names).size === names.length;
export const categories = z
  .array(category)
  .max(MOST_DIMENSIONS)
  .refine((each) => once(each.map(({ dimension }) => dimension)), { error: 'names a dimension twice; name each once' });
export const dimensions = z
  .array(dimension)
  .max(MOST_DIMENSIONS)
  .refine((each) => once(each.map(({ key }) => key)), { error: 'has two dimensions of one key; name each once' })
  .describe('What a figure may be broken down by; at most 4');

export const indicatorBaseline = shape(
  'IndicatorBaseline',
  'Where an indicator started.',
  z.strictObject({
    value: figure,
    on: calendarDate.optional().describe('The day it was measured'),
  }),
);

/** The target of an indicator that has but one. */
export const MAIN = 'main';
export const targetId = key.describe('What tells it from the indicator’s other targets; `main`, if left out');
const targetTerms = z.strictObject({
  targetId: targetId.default(MAIN),
  value: figure,
  upper: figure
    .optional()
    .describe('Of KEEP_WITHIN, and only there: the upper bound, in the indicator’s unit. The value is the lower one'),
  from: figure
    .optional()
    .describe('Where its own way begins, if not at the indicator’s baseline; in the indicator’s unit'),
  dueOn: calendarDate.optional().describe('The day by which it is to be reached, or until which it is to be kept'),
});
/** As it is given: of a target that there is already, the categories may be left out, and stay. */
export const targetGiven = shape(
  'IndicatorTarget',
  'What an indicator is to reach or to keep, as a whole or in some of its categories.',
  targetTerms.extend({
    categories: categories
      .optional()
      .describe('Of which part it is asked, by codes of dimensions; of everybody, if left out'),
  }),
);
export type TargetGiven = z.output<typeof targetGiven>;
export const indicatorTarget = targetTerms.extend({ categories: categories.default([]) });
export type IndicatorTarget = z.output<typeof indicatorTarget>;

export const MOST_TARGETS = 60;
const targets = <Target extends z.ZodType<{ readonly targetId: string }>>(target: Target) =>
  z
    .array(target)
    .max(MOST_TARGETS)
    .refine((each) => once(each.map(({ targetId }) => targetId)), {
      error: 'has two targets of one targetId; name each once',
    })
    .default([])
    .describe('What it is to reach or to keep: by period, and by category; at most 60');
export const targetsGiven = targets(targetGiven);

/** What an indicator says of itself beside its targets; a revision replaces it as a whole. */
export const definitionTerms = z.strictObject({
  name: text(400).describe('What is measured, in a few words'),
  description: text(4000).optional().describe('What exactly is measured'),
  unit: indicatorUnit.describe(
    'An ISO 4217 currency code such as EUR, a common unit such as dwelling or percent, or other: and a name of one’s own',
  ),
  mode: mode.default('REACH').describe('What its targets ask for; REACH, if left out'),
  direction: direction.optional().describe('Which way is better; needed where a distance is to be covered'),
  aggregation: aggregation.default('LATEST').describe('How its figure follows from measurements; LATEST, if left out'),
  dimensions: dimensions.default([]),
  reporterIds: z
    .array(ref('Organisation'))
    .max(20)
    .refine(once, { error: 'names an organisation twice; name each once' })
    .default([])
    .describe('Members whose figures make the indicator’s figure; its backbones, if empty'),
  baseline: indicatorBaseline.optional().describe('Where it started; a SUM starts from 0 where nothing is said'),
  source: text(1000).optional().describe('Where the figures come from and how they are measured'),
  proxyFor: text(500).optional().describe('What cannot be measured, and this indicator stands in for'),
  sdgs,
});
export type DefinitionTerms = z.output<typeof definitionTerms>;

/** What a measurement says beside its value and period. */
export const measurementDetails = z.strictObject({
  place: place.optional().describe('Where, if not the whole of the mission was measured'),
  categories: categories
    .default([])
    .describe('Of which part, by codes of the indicator’s dimensions, where it is not everybody'),
  evidence: evidenceItems,
  note: text(2000).optional().describe('What else is to be known of it'),
});

const measured = measurementDetails.extend({
  value: figure,
  numerator: decimal.optional(),
  denominator: decimal.optional(),
  period,
  /** Free words for a population group, of entries before indicators had dimensions. */
  group: text(200).optional(),
});
export type Measured = z.output<typeof measured>;

/** Evidence written before it could be a file fits the schema since. */
const unchanged = (data: unknown) => data;
const on = calendarDate;
/** Before entries said on which day something was done, it was done on the day it was recorded. */
const dated = <Data extends object>(data: Data, { recordedAt }: Provenance) => ({ ...data, on: dateOf(recordedAt) });

type FirstTarget = Omit<IndicatorTarget, 'targetId' | 'categories'>;
const mainTarget = (target: FirstTarget) => ({ ...target, targetId: MAIN, categories: [] });
/** Before an indicator could have several targets and another figure than the latest, it had one, and that. */
const fromOneTarget = ({ target, ...terms }: { readonly target?: FirstTarget }, recorded: Provenance) =>
  dated(
    {
      ...terms,
      mode: 'REACH',
      aggregation: 'LATEST',
      dimensions: [],
      reporterIds: [],
      targets: target === undefined ? [] : [mainTarget(target)],
      definedBy: recorded.actor.organisation,
    },
    recorded,
  );
/** Before indicators had reporters and versions, anybody's latest figure was theirs; groups stay as they were worded. */
const byAnyone = <Data extends object>(data: Data) => ({
  ...data,
  categories: [],
  definitionVersion: 1,
  capacity: 'ANYONE',
});
const uncategorised = <Data extends object>(data: Data) => ({ ...data, categories: [] });

const version = z.int().min(1);
const ofMission = { missionId: ref('Mission') };

/** Stream `indicator/<id>`. Each event names the mission, so that a view need not look it up. */
export const indicatorEvents = events({
  IndicatorDefined: {
    says: 'A backbone defined an indicator of the mission: its first version.',
    data: definitionTerms.extend({
      ...ofMission,
      targets: targets(indicatorTarget),
      definedBy: ref('Organisation'),
      on,
    }),
    schema: 2,
    upcast: { 1: fromOneTarget },
    mission: 'missionId',
  },
  IndicatorRevised: {
    says: 'A backbone replaced what the indicator says of itself, for the reason given. Every version stays on record, and measurements and targets keep the one they were made under.',
    data: definitionTerms.extend({
      ...ofMission,
      definitionVersion: version,
      revisedBy: ref('Organisation'),
      reason: text(1000),
      on,
    }),
    mission: 'missionId',
  },
  IndicatorAgreed: {
    says: 'A member of the mission agreed to a version of the indicator.',
    data: z.strictObject({ ...ofMission, definitionVersion: version, organisationId: ref('Organisation'), on }),
    mission: 'missionId',
  },
  IndicatorRetired: {
    says: 'A backbone retired the indicator: it is read, and never measured again.',
    data: z.strictObject({ ...ofMission, reason: text(1000), on }),
    mission: 'missionId',
  },
  IndicatorTargetRevised: {
    says: 'A backbone set a target, or replaced it, for the reason given. Earlier targets stay on record.',
    data: z.strictObject({
      ...ofMission,
      definitionVersion: version,
      target: indicatorTarget,
      reason: text(1000),
      on,
    }),
    schema: 2,
    upcast: {
      1: ({ target, ...data }: { readonly target: FirstTarget }, recorded: Provenance) =>
        dated({ ...data, definitionVersion: 1, target: mainTarget(target) }, recorded),
    },
    mission: 'missionId',
  },
  MeasurementRecorded: {
    says: 'A member of the mission recorded a value of the indicator over a period.',
    // Said in the data and not by the envelope alone, because who may correct it is decided from the data.
    data: measured.extend({
      ...ofMission,
      measurementId: uuid,
      recordedBy: ref('Organisation'),
      definitionVersion: version,
      capacity,
    }),
    schema: 3,
    upcast: { 1: unchanged, 2: byAnyone },
    mission: 'missionId',
  },
  MeasurementCorrected: {
    says: 'What a measurement says was replaced as a whole, for the reason given.',
    data: measured.extend({ ...ofMission, measurementId: uuid, reason: text(1000) }),
    schema: 3,
    upcast: { 1: unchanged, 2: uncategorised },
    mission: 'missionId',
  },
  MeasurementConfirmed: {
    says: 'An evaluator tied to neither side confirmed one of several figures that differ.',
    data: z.strictObject({
      ...ofMission,
      measurementId: uuid,
      confirmedBy: ref('Organisation'),
      evidence: evidenceItems,
      on,
    }),
    mission: 'missionId',
  },
});
export type IndicatorEvent = EventOf<typeof indicatorEvents>;
