import { z } from 'zod';
import { calendarDate, commands, decimal, part, period, ref, text, uuid } from '@maillage/kernel';
import { indicatorTarget, indicatorTerms, measurementDetails } from './events.js';

// A figure is of a day or of a span of days; people say either, events hold a period.
const measurement = measurementDetails.extend({
  value: decimal.describe('In the indicator’s unit.'),
  date: calendarDate.optional().describe('The day measured. Give this or `period`, not both.'),
  period: period.optional().describe('The span measured. Give this or `date`, not both.'),
});
export type MeasurementInput = z.output<typeof measurement>;

const dated = (input: Pick<MeasurementInput, 'date' | 'period'>): boolean =>
  (input.date === undefined) !== (input.period === undefined);
const NOT_DATED = { error: 'or `period` must be given, and not both: a single day, or a span of days', path: ['date'] };

export const indicatorCommands = commands(
  {
    DefineIndicator: {
      for: 'For backbones of the mission: how its progress is measured.',
      creates: true,
      data: indicatorTerms.extend({ missionId: ref('Mission').describe('The mission whose progress it measures.') }),
      about: 'missionId',
      refusals: ['INDICATOR_EXISTS', 'UNKNOWN_MISSION', 'NOT_BACKBONE'],
    },
    ReviseIndicatorTarget: {
      for: 'For backbones of the mission: replaces the target; earlier ones stay on record.',
      data: z.strictObject({
        target: indicatorTarget.describe('The new one.'),
        reason: text(1000).describe('Why it is revised, in a few words; public.'),
      }),
      refusals: ['UNKNOWN_INDICATOR', 'NOT_BACKBONE', 'TARGET_UNCHANGED'],
    },
    RecordMeasurement: {
      for: 'For members of the mission: a value over a day or a span of days.',
      data: measurement
        .extend({
          measurementId: uuid
            .optional()
            .describe('Chosen by the client, unique within the indicator; the commandId where none is given.'),
        })
        .refine(dated, NOT_DATED),
      refusals: ['UNKNOWN_INDICATOR', 'NOT_A_MEMBER', 'MEASUREMENT_EXISTS', 'PERIOD_IN_FUTURE'],
    },
    CorrectMeasurement: {
      for: 'For the organisation that recorded it, and for backbones and evaluators: replaces what it says as a whole.',
      data: measurement
        .extend({
          measurementId: part('Measurement').describe('The measurement to be corrected, by its id.'),
          reason: text(1000).describe('Why it is corrected, in a few words; public.'),
        })
        .refine(dated, NOT_DATED),
      about: 'measurementId',
      refusals: ['UNKNOWN_INDICATOR', 'UNKNOWN_MEASUREMENT', 'NOT_YOURS', 'PERIOD_IN_FUTURE'],
    },
  },
  {
    INDICATOR_EXISTS: 'This indicator is defined already.',
    UNKNOWN_INDICATOR: 'No such indicator is defined.',
    UNKNOWN_MEASUREMENT: 'The indicator has no such measurement.',
    MEASUREMENT_EXISTS: 'This measurement is recorded already; correct it, or record another.',
    NOT_YOURS: 'A measurement is corrected by whoever recorded it, and by backbones and evaluators of the mission.',
    PERIOD_IN_FUTURE: 'The days named are yet to come.',
    TARGET_UNCHANGED: 'This is the target already.',
  },
);
export type IndicatorCommands = typeof indicatorCommands;
