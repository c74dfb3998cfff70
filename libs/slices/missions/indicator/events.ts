import { z } from 'zod';
import { calendarDate, decimal, events, period, ref, text, unit, uuid, type EventOf } from '@maillage/kernel';
import { evidenceItems } from '@maillage/evidence';
import { place } from '../mission/events.js';
import { sdgs } from '../sdg.js';

export const DIRECTIONS = ['INCREASE', 'DECREASE'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const indicatorTarget = z.strictObject({ value: decimal, dueOn: calendarDate.optional() });
export type IndicatorTarget = z.output<typeof indicatorTarget>;

export const indicatorTerms = z.strictObject({
  name: text(400),
  description: text(4000).optional(),
  unit,
  direction: z.enum(DIRECTIONS).describe('Which way is better'),
  baseline: z.strictObject({ value: decimal, on: calendarDate.optional() }).optional(),
  target: indicatorTarget.optional(),
  source: text(1000).optional().describe('Where the figures come from and how they are measured'),
  proxyFor: text(500).optional().describe('What cannot be measured, and this indicator stands in for'),
  sdgs,
});
export type IndicatorTerms = z.output<typeof indicatorTerms>;

/** What a measurement says beside its value and period. */
export const measurementDetails = z.strictObject({
  place: place.optional(),
  group: text(200).optional().describe('The population group measured, where it is not everybody'),
  evidence: evidenceItems,
  note: text(2000).optional(),
});

export const measured = measurementDetails.extend({ value: decimal, period });
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
