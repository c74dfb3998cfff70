import { z } from 'zod';
import { computed, computedAtPosition, extend, figure, one, type Asked, type GraphqlContext } from '@maillage/engine';
import { calendarDate, decimal, enumeration, period, shape, today } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { decimalOf } from './fraction.arithmetic.js';
import { Mission } from '../mission/graphql.js';
import { Indicator, Measurement, TargetSet } from './graphql.js';
import { targetsDueOn } from './outcome.js';
import { PLACES, progressState } from './progress.js';
import { historyOfIndicator, indicatorIdsOfMission, standingOfIndicator, type Standing } from './queries.js';
import { readingOf, readingOn, type Reading } from './standing.js';

const figureState = enumeration('FigureState', 'How far those that report an indicator agree on its figure.', {
  NONE: 'None of them reported one.',
  UNDISPUTED: 'What they reported of the same part and days does not differ.',
  CONFIRMED: 'They differ, and an evaluator tied to none of them confirmed one.',
  CONTESTED: 'They differ. All are shown, and the one further from the target counts.',
});

interface ShareOf {
  readonly organisationId: string;
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

export const ReporterShare = figure<ShareOf>(
  shape(
    'ReporterShare',
    'What of an indicator’s figure one organisation reported.',
    z.strictObject({
      value: decimal.describe('Its own figures put together, in the indicator’s unit'),
      numerator: decimal.nullable().describe('Of a RATIO: all that it counted'),
      denominator: decimal.nullable().describe('Of a RATIO: all that it looked at'),
    }),
  ),
  { organisation: one(Organisation, { by: 'organisationId' }) },
);

interface ProgressShown extends Reading {
  readonly indicatorId: string;
  readonly ratio: boolean;
  readonly figureState: Reading['agreement'];
  readonly targetId: string | null;
  readonly computedAt: string;
}

const found = async (ids: readonly string[], { row, context }: Asked<ProgressShown>) => {
  const all = await Promise.all(ids.map((id) => Measurement.find(context, `${row.indicatorId}/${id}`)));
  return all.filter((each) => each !== null);
};

export const IndicatorProgress = figure<ProgressShown>(
  shape(
    'IndicatorProgress',
    'How an indicator stands: its figure, as its reporters’ measurements make it, and how far that has come to a target.',
    z.strictObject({
      state: progressState.describe('What can be said of it'),
      share: decimal
        .optional()
        .describe(
          'Of the way: 0 at the baseline, 1 at the target, rounded half up to 6 decimals; null where there is no way',
        ),
      margin: decimal
        .optional()
        .describe('Of a threshold: how far the figure is on its better side, below 0 where it is broken'),
      value: decimal
        .nullable()
        .describe('The figure, in the indicator’s unit. Where reporters differ, the one further from the target'),
      period: period.nullable().describe('The days the figure is of, from the first to the last'),
      figureState: figureState.describe('How far those that report agree on the figure'),
      targetId: z.string().nullable().describe('Of the target that it is measured by; null where there is none'),
      computedAt: computedAtPosition,
    }),
  ),
  {
    measurement: computed({
      says: 'The one that the figure is of; null where it is of several.',
      type: Measurement,
      nullable: true,
      resolve: async (asked) =>
        (await found(asked.row.measurementId === null ? [] : [asked.row.measurementId], asked))[0] ?? null,
    }),
    contested: computed({
      says: 'Where reporters differ, what each of them recorded.',
      type: [Measurement],
      resolve: (asked) => found(asked.row.contestedIds, asked),
    }),
    others: computed({
      says: 'What others recorded of the same, the latest of each: shown beside, and never the indicator’s figure.',
      type: [Measurement],
      resolve: (asked) => found(asked.row.otherIds, asked),
    }),
    shares: computed({
      says: 'What of the figure each of those that report it recorded.',
      type: [ReporterShare],
      resolve: ({ row }): readonly ShareOf[] =>
        row.shares.map(({ organisationId, value, numerator, denominator }) => ({
          organisationId,
          value: decimalOf(value, row.ratio ? 6 : PLACES),
          numerator: row.ratio ? decimalOf(numerator, PLACES) : null,
          denominator: row.ratio ? decimalOf(denominator, PLACES) : null,
        })),
    }),
  },
);

async function standingOf(context: GraphqlContext, indicatorId: string): Promise<Standing> {
  const standing = await context.loaders.load(standingOfIndicator, indicatorId, null);
  if (standing === undefined) throw new Error(`Indicator ${indicatorId} was there and is no longer.`);
  return standing;
}

function shown(reading: Reading, indicatorId: string, { computedAt, definitions }: Standing): ProgressShown {
  const { agreement, target } = reading;
  const ratio = definitions.at(-1)?.aggregation === 'RATIO';
  return { ...reading, indicatorId, ratio, figureState: agreement, targetId: target?.targetId ?? null, computedAt };
}

export const progressOnIndicator = extend(Indicator, {
  progress: computed({
    says: 'How it stands as a whole, to its present target: the next one due that is of everybody, or else the last.',
    type: IndicatorProgress,
    args: {
      on: calendarDate
        .optional()
        .describe('The day from which the next target is looked for; today, in UTC, if left out.'),
    },
    resolve: async ({ key, args: { on }, context }) => {
      const standing = await standingOf(context, key);
      return shown(readingOn(standing, on ?? today(context.clock)), key, standing);
    },
  }),
});

export const progressOnTarget = extend(TargetSet, {
  progress: computed({
    says: 'How the part that it is of stands to this very target, by the definition it was set in.',
    type: IndicatorProgress,
    resolve: async ({ row, context }) => {
      const standing = await standingOf(context, row.indicator_id);
      const target = standing.targets.find((each) => each.targetId === row.target_id && each.position === row.position);
      return shown(readingOf(standing, target), row.indicator_id, standing);
    },
  }),
});

const targetsDue = shape(
  'TargetsDue',
  'Of a mission’s targets that fell due: of how many it was said in time what became of them.',
  z.strictObject({
    due: z
      .int()
      .describe(
        'How many fell due and were answered for, or were not within 30 days; replaced in good time, none does',
      ),
    saidInTime: z
      .int()
      .describe('Of those: reached, or said not to be within 30 days, by a figure, another target or a reason'),
    computedAt: computedAtPosition,
  }),
);

export const targetsDueOnMission = extend(Mission, {
  targetsDue: computed({
    says: 'How far it says in time what became of its indicators’ targets, whether reached or missed.',
    type: targetsDue,
    args: { on: calendarDate.optional().describe('As known on that day, in UTC; today, if left out.') },
    resolve: async ({ key, args: { on }, context }) => {
      const ids = await context.loaders.load(indicatorIdsOfMission, key, null);
      const found = await Promise.all(ids.map((id) => context.loaders.load(historyOfIndicator, id, null)));
      const histories = found.filter((each) => each !== undefined);
      const computedAt = histories[0]?.computedAt ?? '0';
      return { ...targetsDueOn(histories, on ?? today(context.clock)), computedAt };
    },
  }),
});
