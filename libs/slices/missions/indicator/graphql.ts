import { z } from 'zod';
import {
  allReached,
  computed,
  computedAtPosition,
  each,
  found,
  many,
  mutations,
  node,
  one,
  rowType,
  under,
  type Asked,
  type FieldDefinition,
  type RowType,
} from '@maillage/engine';
import { calendarDate, enumeration, period, shape, text, today } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { EvidenceFileObject, evidenceLink, linksOf } from '@maillage/evidence';
import { place } from '../mission/events.js';
import { Mission } from '../mission/graphql.js';
import { indicatorDecider } from './decider.js';
import { category, dimension, indicatorBaseline } from './events.js';
import {
  agreementOfIndicator,
  correctionsOfMeasurement,
  definitionsOfIndicator,
  historyOfIndicator,
  indicatorById,
  latestMeasurementOfIndicator,
  measurementById,
  measurementsOfIndicator,
  placesMeasured,
  standingOfIndicator,
  targetsOfIndicator,
} from './queries.js';
import { outcomeOn } from './outcome.js';
import { namesOf, readingOn, targetsInForce } from './standing.js';
import {
  indicators,
  type IndicatorRow,
  type MeasuredRow,
  type MeasurementRow,
  type TargetRow,
  type TermsRow,
} from './view.js';

type Categorised = Pick<TargetRow, 'indicator_id' | 'definition_version' | 'categories'>;

const { indicator, indicator_definition, indicator_target, measurement, measurement_correction } = indicators.tables;

const targetState = enumeration('TargetState', 'What became of a target, as known on a day.', {
  OPEN: 'It is in force, and not yet due.',
  REDEFINED_EARLY: 'Another took its place more than 14 days before it was due.',
  REDEFINED_LATE: 'Another took its place within the 14 days before it was due: it counts as due, and as said.',
  REACHED: 'When it fell due, the figure of that day was at the target or better.',
  REACHED_LATE: 'It was not reached when it fell due, and was later.',
  AWAITING_WORD: 'It fell due without being reached, within the last 30 days, and nobody said yet what became of it.',
  MISSED: 'It was not reached, and that was said in time: by a figure, another target or a reason.',
  MISSED_IN_SILENCE: 'It was not reached, and nobody said so within 30 days.',
});

/** What the definition that it was made under calls the codes of a row. */
const categoryNames = computed({
  says: 'The same in words: what the indicator calls the codes.',
  type: [String],
  resolve: async ({ row, context }: Asked<Categorised>): Promise<readonly string[]> => {
    // Most are of everybody, and need not be asked about.
    if (row.categories.length === 0) return [];
    const versions = await context.loaders.load(definitionsOfIndicator, row.indicator_id, null);
    const dimensions = versions.find(({ version }) => version === row.definition_version)?.dimensions ?? [];
    return namesOf(row.categories, dimensions);
  },
});

export const TargetSet = rowType('TargetSet', indicator_target, {
  says: 'A target the indicator has, or had.',
  fields: {
    targetId: 'What tells it from the indicator’s other targets; one that takes its place has the same.',
    value: 'In the indicator’s unit; of KEEP_WITHIN, the lower bound.',
    upper: 'Of KEEP_WITHIN, the upper bound.',
    from: { says: 'Where its own way begins, if not at the indicator’s baseline.', column: 'from_value' },
    dueOn: 'The day by which it is, or was, to be reached, or until which it is to be kept.',
    categories: { says: 'Of which part it is asked; none where it is everybody.', type: [category] },
    definitionVersion: 'The version of the indicator that it was set in, by which it is judged.',
    reason: 'Why it was set, or replaced the one before; null for those that came with the definition.',
    setAt: 'When it was set.',
  },
  edges: {
    categoryNames,
    setBy: one(Organisation),
    state: computed<TargetRow, { on: z.ZodOptional<typeof calendarDate> }>({
      says: 'What became of it, as known on a day: by what was measured and recorded until then, as it stands now.',
      type: targetState,
      args: { on: calendarDate.optional().describe('The day asked about, in UTC; today, if left out.') },
      resolve: async ({ row, args: { on }, context }) => {
        const history = await context.loaders.load(historyOfIndicator, row.indicator_id, null);
        const target = history?.targets.find(
          (each) => each.targetId === row.target_id && each.position === row.position,
        );
        if (history === undefined || target === undefined) throw new Error(`A target of ${row.indicator_id} is gone.`);
        return outcomeOn(history, target, on ?? today(context.clock)).state;
      },
    }),
  },
});

const definitionFields = {
  name: 'What is measured, in a few words.',
  description: 'What exactly is measured.',
  unit: 'An ISO 4217 currency code such as EUR, a common unit such as dwelling or percent, or other: and a name of its own.',
  mode: 'What its targets ask for.',
  direction: 'Which way is better; null where a threshold is kept, and nothing said.',
  aggregation: 'How its figure follows from measurements.',
  dimensions: { says: 'What a figure may be broken down by.', type: [dimension] },
  baseline: {
    says: 'Where it started.',
    type: indicatorBaseline,
    nullable: true,
    of: ({ baseline_value: value, baseline_on: on }) => (value === null ? null : { value, on }),
  },
  source: 'Where the figures come from and how they are measured.',
  proxyFor: 'What cannot be measured, and this indicator stands in for.',
  sdgs: 'Sustainable Development Goals, targets and indicators: 11, 11.1, 8.b, 11.1.1.',
} satisfies Readonly<Record<string, FieldDefinition<TermsRow>>>;

const REPORTERS = 'Whose figures make the indicator’s figure; none where they are its backbones’.';

export const IndicatorDefinition = rowType('IndicatorDefinition', indicator_definition, {
  says: 'A version of what an indicator says of itself.',
  fields: {
    version: 'Counting from 1.',
    ...definitionFields,
    reason: 'Why it replaced the one before; null for the first.',
    madeOn: 'When it was made.',
  },
  edges: { madeBy: one(Organisation), reporters: many(Organisation, { says: REPORTERS }) },
});

const agreement = shape(
  'IndicatorAgreement',
  'How many of those that share the mission agreed to the present version of an indicator.',
  z.strictObject({
    agreed: z.int().describe('Of the members of now, whoever wrote it included'),
    members: z.int().describe('How many members the mission has now'),
    computedAt: computedAtPosition,
  }),
);

const agreementOf = async ({ key, context }: Asked<IndicatorRow>) => {
  const found = await context.loaders.load(agreementOfIndicator, key, null);
  return found ?? { agreed: [], members: 0, computed_at: '0' };
};

export const Indicator = node('Indicator', indicator, {
  says: 'Something a mission measures itself by.',
  fields: {
    ...definitionFields,
    definitionVersion: 'Of what it says of itself, counting from 1.',
    retiredOn: 'From when on it is measured no more; null while it is.',
    retirementReason: 'Why it is measured no more.',
    definedAt: 'When it was defined.',
  },
  edges: {
    mission: one(Mission),
    definedBy: one(Organisation),
    reporters: many(Organisation, { says: REPORTERS }),
    definitions: each(IndicatorDefinition, definitionsOfIndicator, 'Every version of it, the first one first.'),
    agreement: computed({
      says: 'How many members agreed to it as it is now.',
      type: agreement,
      resolve: async (asked: Asked<IndicatorRow>) => {
        const { agreed, members, computed_at: computedAt } = await agreementOf(asked);
        return { agreed: agreed.length, members, computedAt };
      },
    }),
    agreedBy: allReached<IndicatorRow>(Organisation, {
      says: 'Members that agreed to it as it is now, in the order of agreeing; whoever wrote it did.',
      by: async (asked) => (await agreementOf(asked)).agreed,
    }),
    target: computed<IndicatorRow, { on: z.ZodOptional<typeof calendarDate> }>({
      says: 'The present one of everybody: the next one due, or else one without a date, or else the last.',
      type: TargetSet,
      nullable: true,
      args: {
        on: calendarDate
          .optional()
          .describe('The day from which the next one is looked for; today, in UTC, if left out.'),
      },
      resolve: async ({ key, args: { on }, context }) => {
        const standing = await context.loaders.load(standingOfIndicator, key, null);
        const target = standing && readingOn(standing, on ?? today(context.clock)).target;
        const all = await context.loaders.load(targetsOfIndicator, key, null);
        const row = all.find((each) => each.target_id === target?.targetId && each.position === target.position);
        return row === undefined ? null : TargetSet.of(row);
      },
    }),
    targets: computed({
      says: 'Those in force: by period, and by category.',
      type: [TargetSet],
      resolve: async ({ key, context }) => {
        const all = await context.loaders.load(targetsOfIndicator, key, null);
        const rows = targetsInForce(all.map((row) => ({ targetId: row.target_id, row })));
        return rows.map(({ row }) => TargetSet.of(row));
      },
    }),
    targetHistory: each(TargetSet, targetsOfIndicator, 'Every target it has had, the first one first.'),
    placesMeasured: computed({
      says: 'Every place that its figures are of, by name; none where all are of the whole of the mission.',
      type: [place],
      resolve: ({ key, context }) => context.loaders.load(placesMeasured, key, null),
    }),
    latestMeasurement: found(
      (): RowType<MeasurementRow> => Measurement,
      latestMeasurementOfIndicator,
      'The one whose period ends last, of whatever place and categories, and by whomever.',
    ),
  },
  lists: [under(Mission, 'indicators', { says: 'In the order of their definition.' })],
  find: indicatorById,
});
export type Indicator = InstanceType<typeof Indicator>;

const measuredFields = {
  value: 'In the indicator’s unit; of a RATIO, its numerator over its denominator.',
  numerator: 'Of a RATIO: how many of those looked at.',
  denominator: 'Of a RATIO: how many were looked at.',
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
  categories: {
    says: 'Of which part of what is measured, by codes of the indicator’s dimensions; none where it is everybody.',
    type: [category],
  },
  group: {
    says: 'The population group in free words, of what was recorded before indicators had dimensions; else null.',
    column: 'group_name',
  },
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
    definitionVersion: 'The version of the indicator that it was measured under.',
    capacity: 'In what capacity it was reported.',
    confirmedOn: 'When an evaluator confirmed what it says, where others say something else; null where none did.',
    confirmationEvidence: {
      says: 'Links to what the evaluator went by.',
      type: [evidenceLink],
      of: ({ confirmed_evidence }) => linksOf(confirmed_evidence),
    },
    confirmationEvidenceFiles: {
      says: 'Files that the evaluator went by.',
      type: [EvidenceFileObject],
      of: ({ confirmed_evidence }) => EvidenceFileObject.allOf(confirmed_evidence),
    },
    corrected: 'Whether it says something else now than when it was recorded.',
    original: {
      says: 'What was first recorded, once corrected.',
      type: OriginalMeasurement,
      nullable: true,
      of: (row) => (row.original === null ? null : OriginalMeasurement.of({ ...row, ...row.original })),
    },
  },
  edges: {
    categoryNames,
    indicator: one(Indicator),
    recordedBy: one(Organisation),
    confirmedBy: one(Organisation, { says: 'The evaluator that confirmed it last; null where none did.' }),
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
        group: text(200)
          .optional()
          .describe('A population group in free words, as recorded before there were dimensions.'),
        categories: z
          .array(category)
          .max(4)
          .optional()
          .describe('Those that are of all of these, whatever else they are of.'),
        corrected: z
          .boolean()
          .optional()
          .describe('Those that say something else now than when they were recorded or, if false, the others.'),
      },
    }),
  ],
  find: measurementById,
  finder: false,
});
export type Measurement = InstanceType<typeof Measurement>;

export const indicatorMutations = mutations(indicatorDecider, {
  gives: Indicator,
  only: ['DefineIndicator', 'ReviseIndicator', 'AgreeIndicator', 'RetireIndicator', 'ReviseIndicatorTarget'],
});

export const measurementMutations = mutations(indicatorDecider, {
  gives: {
    name: 'MeasurementRecorded',
    says: 'That a measurement was recorded, corrected or confirmed.',
    gives: { measurement: Measurement, indicator: Indicator },
  },
  only: ['RecordMeasurement', 'CorrectMeasurement', 'ConfirmMeasurement'],
});
