import { z } from 'zod';
import {
  calendarDate,
  decimal,
  enumeration,
  events,
  period,
  ref,
  shape,
  text,
  unit,
  uuid,
  type EventOf,
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

const figure = decimal.describe('In the indicator’s unit');

export const indicatorBaseline = shape(
  'IndicatorBaseline',
  'Where an indicator started.',
  z.strictObject({
    value: figure,
    on: calendarDate.optional().describe('The day it was measured'),
  }),
);

export const indicatorTarget = shape(
  'IndicatorTarget',
  'What an indicator is to reach.',
  z.strictObject({
    value: figure,
    dueOn: calendarDate.optional().describe('The day by which it is to be reached'),
  }),
);
export type IndicatorTarget = z.output<typeof indicatorTarget>;

export const indicatorTerms = z.strictObject({
  name: text(400).describe('What is measured, in a few words'),
  description: text(4000).optional().describe('What exactly is measured'),
  unit: unit.describe('An ISO 4217 currency code such as EUR, or a common unit such as dwelling or percent'),
  direction: direction.describe('Which way is better'),
  baseline: indicatorBaseline.optional().describe('Where it started'),
  target: indicatorTarget.optional().describe('What it is to reach'),
  source: text(1000).optional().describe('Where the figures come from and how they are measured'),
  proxyFor: text(500).optional().describe('What cannot be measured, and this indicator stands in for'),
  sdgs,
});
export type IndicatorTerms = z.output<typeof indicatorTerms>;

/** What a measurement says beside its value and period. */
export const measurementDetails = z.strictObject({
  place: place.optional().describe('Where, if not the whole of the mission was measured'),
  group: text(200).optional().describe('The population group measured, where it is not everybody'),
  evidence: evidenceItems,
  note: text(2000).optional().describe('What else is to be known of it'),
});

export const measured = measurementDetails.extend({ value: figure, period });
export type Measured = z.output<typeof measured>;

/** Evidence written before it could be a file fits the schema since. */
const unchanged = { 1: (data: unknown) => data };

/** Stream `indicator/<id>`. Each event names the mission, so that a view need not look it up. */
export const indicatorEvents = events({
  IndicatorDefined: {
    says: 'A backbone defined an indicator of the mission.',
    data: indicatorTerms.extend({ missionId: ref('Mission') }),
    mission: 'missionId',
  },
  IndicatorTargetRevised: {
    says: 'A backbone replaced the target, for the reason given. Earlier targets stay on record.',
    data: z.strictObject({ missionId: ref('Mission'), target: indicatorTarget, reason: text(1000) }),
    mission: 'missionId',
  },
  MeasurementRecorded: {
    says: 'A member of the mission recorded a value of the indicator over a period.',
    // Said in the data and not by the envelope alone, because who may correct it is decided from the data.
    data: measured.extend({ missionId: ref('Mission'), measurementId: uuid, recordedBy: ref('Organisation') }),
    schema: 2,
    upcast: unchanged,
    mission: 'missionId',
  },
  MeasurementCorrected: {
    says: 'What a measurement says was replaced as a whole, for the reason given.',
    data: measured.extend({ missionId: ref('Mission'), measurementId: uuid, reason: text(1000) }),
    schema: 2,
    upcast: unchanged,
    mission: 'missionId',
  },
});
export type IndicatorEvent = EventOf<typeof indicatorEvents>;
