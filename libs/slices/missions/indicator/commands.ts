import { z } from 'zod';
import { calendarDate, commands, decimal, part, period, positiveDecimal, ref, text, uuid } from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';
import {
  aggregation,
  definitionTerms,
  dimensions,
  direction,
  indicatorBaseline,
  indicatorUnit,
  measurementDetails,
  mode,
  targetGiven,
  targetsGiven,
} from './events.js';
import { sdgs } from '../sdg.js';

// A figure is of a day or of a span of days; people say either, events hold a period.
const measurement = z.strictObject({
  value: decimal.optional().describe('In the indicator’s unit. Of a RATIO it follows from its parts, and is left out.'),
  numerator: decimal.optional().describe('Of a RATIO, and only there: how many of those looked at.'),
  denominator: positiveDecimal.optional().describe('Of a RATIO, and only there: how many were looked at.'),
  date: calendarDate.optional().describe('The day measured. Give this or `period`, not both.'),
  period: period.optional().describe('The span measured. Give this or `date`, not both.'),
  ...measurementDetails.shape,
});
export type MeasurementInput = z.output<typeof measurement>;

const dated = (input: Pick<MeasurementInput, 'date' | 'period'>): boolean =>
  (input.date === undefined) !== (input.period === undefined);
const NOT_DATED = { error: 'or `period` must be given, and not both: a single day, or a span of days', path: ['date'] };

/** What a revision names of what an indicator says of itself; the rest stays. */
const changes = z.strictObject({
  name: definitionTerms.shape.name.optional().describe('What is measured, in a few words'),
  description: text(4000).nullish().describe('What exactly is measured; null for nothing said'),
  unit: indicatorUnit.optional().describe('The unit; it stays once a figure is recorded'),
  mode: mode.optional().describe('What its targets ask for'),
  direction: direction.nullish().describe('Which way is better; null for neither'),
  aggregation: aggregation
    .optional()
    .describe('How its figure follows from measurements; it stays once a figure is recorded'),
  dimensions: dimensions.nullish().describe('What a figure may be broken down by, as a whole; null for nothing'),
  reporterIds: definitionTerms.shape.reporterIds
    .unwrap()
    .nullish()
    .describe('Members whose figures make the indicator’s figure, as a whole; null for its backbones'),
  baseline: indicatorBaseline.nullish().describe('Where it started; null for nothing said'),
  source: text(1000).nullish().describe('Where the figures come from and how they are measured; null for nothing said'),
  proxyFor: text(500).nullish().describe('What it stands in for; null for nothing'),
  sdgs: sdgs.unwrap().nullish().describe('Goals, targets and indicators of the 2030 Agenda, as a whole; null for none'),
  reason: text(1000).describe('Why it is revised, in a few words; public.'),
});
export type DefinitionChanges = Omit<z.output<typeof changes>, 'reason'>;

const FITTING = ['DIRECTION_MISSING', 'UNIT_NOT_ADDED', 'REPORTER_NOT_MEMBER'] as const;
const OF_TARGET = ['BOUNDS_DO_NOT_FIT', 'CODE_UNKNOWN'] as const;
const OF_FIGURE = [
  'PERIOD_IN_FUTURE',
  'VALUE_DOES_NOT_FIT',
  'CODE_UNKNOWN',
  'MEASUREMENT_EXISTS',
  'PERIOD_OVERLAPS',
] as const;

export const indicatorCommands = commands(
  {
    DefineIndicator: {
      seat: 'ADMIN',
      for: 'For backbones of the mission: how its progress is measured.',
      creates: true,
      data: definitionTerms.extend({
        missionId: ref('Mission').describe('The mission whose progress it measures.'),
        targets: targetsGiven,
      }),
      about: 'missionId',
      refusals: ['INDICATOR_EXISTS', 'UNKNOWN_MISSION', 'NOT_BACKBONE', 'MISSION_CLOSED', ...FITTING, ...OF_TARGET],
    },
    ReviseIndicator: {
      seat: 'ADMIN',
      for: 'For backbones of the mission: replaces what it names of what the indicator says of itself; the rest stays. Members agree anew.',
      data: changes,
      refusals: [
        'UNKNOWN_INDICATOR',
        'NOT_BACKBONE',
        'INDICATOR_RETIRED',
        'DEFINITION_UNCHANGED',
        'UNIT_FIXED',
        'AGGREGATION_FIXED',
        ...FITTING,
      ],
    },
    AgreeIndicator: {
      seat: 'WRITER',
      for: 'For members of the mission: says that the indicator, as it is now, measures what it should.',
      data: z.strictObject({
        definitionVersion: z.int().min(1).max(10_000).describe('The version agreed to, which must be the present one.'),
      }),
      refusals: ['UNKNOWN_INDICATOR', 'NOT_A_MEMBER', 'INDICATOR_RETIRED', 'ALREADY_AGREED', 'DEFINITION_SUPERSEDED'],
    },
    RetireIndicator: {
      seat: 'ADMIN',
      for: 'For backbones of the mission: the indicator is measured no more. What was measured stays.',
      data: z.strictObject({ reason: text(1000).describe('Why, in a few words; public.') }),
      refusals: ['UNKNOWN_INDICATOR', 'NOT_BACKBONE', 'INDICATOR_RETIRED'],
    },
    ReviseIndicatorTarget: {
      seat: 'ADMIN',
      for: 'For backbones of the mission: sets a target, or replaces it; earlier ones stay on record.',
      data: z.strictObject({
        target: targetGiven.describe('The new one.'),
        reason: text(1000).describe('Why it is revised, in a few words; public.'),
      }),
      refusals: [
        'UNKNOWN_INDICATOR',
        'NOT_BACKBONE',
        'INDICATOR_RETIRED',
        'MISSION_CLOSED',
        'TARGET_UNCHANGED',
        'TOO_MANY_TARGETS',
        'CATEGORIES_FIXED',
        'TARGET_IN_PAST',
        'TARGET_DATE_DROPPED',
        ...OF_TARGET,
      ],
    },
    RecordMeasurement: {
      seat: 'WRITER',
      for: 'For members of the mission: a value over a day or a span of days.',
      data: measurement
        .extend({
          measurementId: uuid
            .optional()
            .describe('Chosen by the client, unique within the indicator; the commandId where none is given.'),
        })
        .refine(dated, NOT_DATED),
      refusals: ['UNKNOWN_INDICATOR', 'NOT_A_MEMBER', 'INDICATOR_RETIRED', ...OF_FIGURE],
    },
    CorrectMeasurement: {
      seat: 'WRITER',
      for: 'For the organisation that recorded it, a member or not by now: replaces what it says as a whole.',
      data: measurement
        .extend({
          measurementId: part('Measurement').describe('The measurement to be corrected, by its id.'),
          reason: text(1000).describe('Why it is corrected, in a few words; public.'),
        })
        .refine(dated, NOT_DATED),
      about: 'measurementId',
      refusals: ['UNKNOWN_INDICATOR', 'UNKNOWN_MEASUREMENT', 'NOT_YOURS', ...OF_FIGURE],
    },
    ConfirmMeasurement: {
      seat: 'WRITER',
      for: 'For an evaluator of the mission that is tied to none of them: which of several figures that differ is right.',
      data: z.strictObject({
        measurementId: part('Measurement').describe('The one that is right, by its id.'),
        evidence: evidenceItems,
      }),
      about: 'measurementId',
      refusals: [
        'UNKNOWN_INDICATOR',
        'UNKNOWN_MEASUREMENT',
        'NOT_AN_EVALUATOR',
        'NOT_CONTESTED',
        'SAME_CONTROL_GROUP',
        'FIGURE_CONFIRMED',
      ],
    },
  },
  {
    INDICATOR_EXISTS: 'This indicator is defined already.',
    UNKNOWN_INDICATOR: 'No such indicator is defined.',
    INDICATOR_RETIRED: 'The indicator is retired: it is read, and neither measured nor changed any more.',
    UNKNOWN_MEASUREMENT: 'The indicator has no such measurement.',
    MEASUREMENT_EXISTS: 'This measurement is recorded already; correct it, or record another.',
    PERIOD_OVERLAPS: 'Figures that are added up may not be of the same days twice.',
    VALUE_DOES_NOT_FIT: 'A ratio is given by numerator and denominator, every other figure by its value.',
    CODE_UNKNOWN: 'The indicator has no such dimension, or the dimension no such code.',
    NOT_YOURS: 'A measurement is corrected by whoever recorded it; others record a figure of their own.',
    PERIOD_IN_FUTURE: 'The days named are yet to come.',
    TARGET_UNCHANGED: 'This is the target already.',
    TOO_MANY_TARGETS: 'The indicator has as many targets as it may; replace one of them.',
    CATEGORIES_FIXED: 'A target stays one of the same part; set another target for another part.',
    TARGET_IN_PAST: 'The due date named has passed, or is the day itself: a target is of what is to come.',
    TARGET_DATE_DROPPED: 'A target that has a due date keeps one: without, it would never fall due.',
    BOUNDS_DO_NOT_FIT: 'KEEP_WITHIN takes two bounds, the lower one first; every other target takes one value.',
    DIRECTION_MISSING: 'Where a distance is to be covered, the indicator says which way is better.',
    UNIT_NOT_ADDED: 'Figures in a unit of one’s own are never added up, as all but LATEST do.',
    REPORTER_NOT_MEMBER: 'Only members of the mission report its figures.',
    DEFINITION_UNCHANGED: 'The indicator says this already.',
    UNIT_FIXED: 'The unit stays once something rests on it: a figure, or what others have accepted.',
    AGGREGATION_FIXED: 'How figures are put together stays once one is recorded.',
    ALREADY_AGREED: 'The organisation agreed to this version already.',
    DEFINITION_SUPERSEDED: 'Another version of the indicator is in force by now.',
    NOT_AN_EVALUATOR: 'Only an evaluator of the mission says whether something is so.',
    SAME_CONTROL_GROUP: 'Both organisations belong to one control group; somebody from outside it must say this.',
    NOT_CONTESTED: 'Nothing is recorded that differs from this figure.',
    FIGURE_CONFIRMED: 'The organisation confirmed this figure already.',
  },
);
export type IndicatorCommands = typeof indicatorCommands;
