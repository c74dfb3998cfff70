import {
  computed,
  each,
  found,
  mutations,
  node,
  one,
  rowType,
  under,
  type FieldDefinition,
  type RowType,
} from '@maillage/engine';
import { period, text } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { EvidenceFileObject, evidenceLink, linksOf } from '@maillage/evidence';
import { place } from '../mission/events.js';
import { Mission } from '../mission/graphql.js';
import { indicatorDecider } from './decider.js';
import { indicatorBaseline, indicatorTarget } from './events.js';
import {
  correctionsOfMeasurement,
  indicatorById,
  latestMeasurementOfIndicator,
  measurementById,
  measurementsOfIndicator,
  targetsOfIndicator,
} from './queries.js';
import { indicators, type MeasuredRow, type MeasurementRow } from './view.js';

const { indicator, indicator_target, measurement, measurement_correction } = indicators.tables;

export const TargetSet = rowType('TargetSet', indicator_target, {
  says: 'A target the indicator has, or had.',
  fields: {
    value: 'In the indicator’s unit.',
    dueOn: 'The day by which it is, or was, to be reached.',
    reason: 'Why it replaced the one before; null for the first.',
    setAt: 'When it was set.',
  },
  edges: { setBy: one(Organisation) },
});

export const Indicator = node('Indicator', indicator, {
  says: 'Something a mission measures itself by.',
  fields: {
    name: 'What is measured, in a few words.',
    description: 'What exactly is measured.',
    unit: 'An ISO 4217 currency code such as EUR, or a common unit such as dwelling or percent.',
    direction: 'Which way is better.',
    baseline: {
      says: 'Where it started.',
      type: indicatorBaseline,
      nullable: true,
      of: ({ baseline_value: value, baseline_on: on }) => (value === null ? null : { value, on }),
    },
    target: {
      says: 'The present one.',
      type: indicatorTarget,
      nullable: true,
      of: ({ target_value: value, target_due_on: dueOn }) => (value === null ? null : { value, dueOn }),
    },
    source: 'Where the figures come from and how they are measured.',
    proxyFor: 'What cannot be measured, and this indicator stands in for.',
    sdgs: 'Sustainable Development Goals and targets: 11, 11.1, 8.b.',
    definedAt: 'When it was defined.',
  },
  edges: {
    mission: one(Mission),
    definedBy: one(Organisation),
    targetHistory: each(TargetSet, targetsOfIndicator, 'Every target it has had, the first one first.'),
    latestMeasurement: found(
      (): RowType<MeasurementRow> => Measurement,
      latestMeasurementOfIndicator,
      'The one whose period ends last, of whatever place and group.',
    ),
  },
  lists: [under(Mission, 'indicators', { says: 'In the order of their definition.' })],
  find: indicatorById,
});
export type Indicator = InstanceType<typeof Indicator>;

const measuredFields = {
  value: 'In the indicator’s unit.',
  period: {
    says: 'The days measured.',
    type: period,
    of: ({ period_from: from, period_to: to }) => ({ from, to }),
  },
  place: {
    says: 'Null where the whole of the mission was measured.',
    type: place,
    nullable: true,
    of: ({ place_name: name, place_country: country, place_code: code }) =>
      name === null ? null : { name, country, code },
  },
  group: { says: 'The population group; null where it is everybody.', column: 'group_name' },
  evidence: {
    says: 'Links to what anyone can see for themselves.',
    type: [evidenceLink],
    of: ({ evidence }) => linksOf(evidence),
  },
  evidenceFiles: {
    says: 'Files that were uploaded for it.',
    type: [EvidenceFileObject],
    of: ({ evidence }) => EvidenceFileObject.allOf(evidence),
  },
  note: 'What else is to be known of it.',
} satisfies Readonly<Record<string, FieldDefinition<MeasuredRow>>>;

/** A measurement's row, with what it said at first. */
const OriginalMeasurement = rowType('OriginalMeasurement', measurement, {
  says: 'What a measurement said before it was first corrected.',
  fields: measuredFields,
});

export const MeasurementCorrection = rowType('MeasurementCorrection', measurement_correction, {
  says: 'What a correction made of a measurement, and why.',
  fields: { ...measuredFields, reason: 'Why it was corrected.', correctedAt: 'When it was corrected.' },
  edges: { correctedBy: one(Organisation) },
});

export const Measurement = node('Measurement', measurement, {
  says: 'A value of an indicator over a period, as it stands now.',
  fields: {
    ...measuredFields,
    recordedAt: 'When it was first recorded.',
    corrected: 'Whether it says something else now than when it was recorded.',
    original: {
      says: 'What was first recorded, once corrected.',
      type: OriginalMeasurement,
      nullable: true,
      of: (row) => (row.original === null ? null : OriginalMeasurement.of({ ...row, ...row.original })),
    },
  },
  edges: {
    indicator: one(Indicator),
    recordedBy: one(Organisation),
    corrections: computed({
      says: 'The first one first; the last one is what it says now.',
      type: [MeasurementCorrection],
      resolve: async ({ row, key, context }) => {
        // Most were never corrected, and need not be asked about.
        if (!row.corrected) return [];
        const rows = await context.loaders.load(correctionsOfMeasurement, key, null);
        return rows.map((each) => MeasurementCorrection.of(each));
      },
    }),
  },
  lists: [
    under(Indicator, 'measurements', {
      says: 'By the end of the period measured, then in the order of recording.',
      query: measurementsOfIndicator,
      args: {
        place: text(300).optional().describe('The name or the code of a place, as recorded.'),
        group: text(200).optional().describe('A population group, as recorded.'),
      },
    }),
  ],
  find: measurementById,
  finder: false,
});
export type Measurement = InstanceType<typeof Measurement>;

export const indicatorMutations = mutations(indicatorDecider, {
  gives: Indicator,
  only: ['DefineIndicator', 'ReviseIndicatorTarget'],
});

export const measurementMutations = mutations(indicatorDecider, {
  gives: {
    name: 'MeasurementRecorded',
    says: 'That a measurement was recorded, or corrected.',
    gives: { measurement: Measurement, indicator: Indicator },
  },
  only: ['RecordMeasurement', 'CorrectMeasurement'],
});
