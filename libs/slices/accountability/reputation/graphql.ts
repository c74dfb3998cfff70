import { GraphQLError } from 'graphql';
import { z } from 'zod';
import {
  computed,
  computedAtPosition,
  connectionType,
  extend,
  figure,
  inPieces,
  one,
  pageAsked,
  toConnection,
  type GraphqlContext,
} from '@maillage/engine';
import { calendarDate, inputShape, position, ref, shape } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { REPUTATION } from '../parameters/decider.js';
import { parametersAt } from '../parameters/queries.js';
import { parametersShown, shownParameters } from '../parameters/types.graphql.js';
import { dateAsked } from '../shared.graphql.js';
import { dimension, DIMENSIONS } from './dimension.js';
import { estimate } from './arithmetic.js';
import { askedOf } from './asked.js';
import { missionsJoined, NOW, standpoint, type Moment } from './queries.js';
import { estimateShown, ReputationEstimate } from './types.graphql.js';

/**
 * What the estimates of one organisation in one mission cost, where any other field costs 1. Measured, they take as long as
 * about a thousand.
 */
const ESTIMATES_COST = 1_000;

const reputationAsOf = inputShape(
  'ReputationAsOf',
  'A moment of the log. What was answered then is answered again.',
  z.strictObject({
    position: position.optional().describe('Only what was recorded up to this position; the head, if left out.'),
    on: calendarDate
      .optional()
      .describe(
        'The day asked about: decay counts to it, and nothing recorded after it counts. Today in UTC, or with a position the ' +
          'day of its event.',
      ),
  }),
);
const asOf = reputationAsOf.optional().describe('As of which moment; now, if left out.');

const reputation = shape(
  'Reputation',
  'How an organisation’s work in a mission is found, with how uncertain that is and why: an estimate for those who work ' +
    'with it, never a rank. Computed when asked for, from reviews and from what became of its promises.',
  z.strictObject({
    on: calendarDate.describe('The day asked about: decay counts to it'),
    computedAt: computedAtPosition,
  }),
);

type ReputationShown = z.output<typeof reputation> & {
  readonly organisationId: string;
  readonly missionId: string;
  readonly moment: Moment;
};

export const Reputation = figure<ReputationShown>(reputation, {
  organisation: one(Organisation, { says: 'Whose it is.', by: 'organisationId' }),
  mission: one(Mission, { says: 'Null where no mission has this id.', by: 'missionId' }),
  parameters: computed({
    says: 'The constants it is computed with: those that hold at that moment.',
    type: parametersShown,
    resolve: async ({ row: { moment }, context: { loaders } }) =>
      shownParameters(await loaders.load(parametersAt, REPUTATION, moment)),
  }),
  estimates: computed({
    says: 'All four in the order of the enum, or those asked for.',
    type: [ReputationEstimate],
    complexity: ESTIMATES_COST,
    args: { dimensions: z.array(dimension).optional().describe('These only; all four, if left out.') },
    resolve: async ({ row: { organisationId, missionId, moment }, args: { dimensions }, context: { loaders } }) => {
      const { parameters, facts } = await askedOf(loaders, organisationId, missionId, moment);
      const asked = DIMENSIONS.filter((each) => dimensions?.includes(each) ?? true);
      return inPieces(loaders, () => asked.map((each) => estimateShown(each, estimate(facts(each), parameters))));
    },
  }),
});

export const reputationOnOrganisation = extend(Organisation, {
  reputation: computed({
    says: 'How its work in one mission is found, in four dimensions.',
    type: Reputation,
    args: { missionId: ref('Mission').describe('In which mission.'), asOf },
    resolve: async ({ key, args, context }) => reputationOf(key, args.missionId, await momentOf(context, args.asOf)),
  }),
  reputations: computed({
    says: 'One per mission it takes or took part in, in the order it joined them.',
    type: connectionType(Reputation),
    paged: true,
    args: { asOf },
    resolve: async ({ key, args: { asOf: asked, ...args }, context, info }) => {
      const moment = await momentOf(context, asked);
      const page = await context.loaders.load(missionsJoined, key, { ...pageAsked(args, info), moment });
      return toConnection(page, (row) => reputationOf(key, row.mission_id, moment));
    },
  }),
});

function reputationOf(organisationId: string, missionId: string, moment: Moment): ReputationShown {
  return { organisationId, missionId, moment, on: moment.on, computedAt: moment.position };
}

/** @throws {GraphQLError} for a position that holds no event, unless the day is given, and for a day the calendar lacks. */
async function momentOf(
  context: GraphqlContext,
  { position: asked, on }: z.output<typeof reputationAsOf> = {},
): Promise<Moment> {
  const at = await context.loaders.load(standpoint, asked ?? NOW, null);
  if (asked === undefined || on !== undefined) {
    const day = dateAsked({ on }, context);
    if (day < FIRST_DAY) throw badInput(`asOf.on: there is no year 0; name a day from ${FIRST_DAY} on.`);
    return { position: at.position, on: day };
  }
  if (at.recordedOn !== null) return { position: at.position, on: at.recordedOn };
  throw badInput(
    `asOf.position: no event stands at ${asked}; name one from 1 to ${at.head}, or give the day as well, as \`on\`.`,
  );
}

/** Of the calendar that PostgreSQL and ISO 8601 share. */
const FIRST_DAY = '0001-01-01';

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
