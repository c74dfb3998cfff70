import { z } from 'zod';
import {
  computed,
  computedAtPosition,
  each,
  many,
  mutations,
  node,
  one,
  rowType,
  type GraphqlContext,
} from '@maillage/engine';
import { calendarDate, quantity, shape, type CalendarDate } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { commitmentState, standingOfCommitment } from '../progress/queries.js';
import { dateAsked, onDate, quantityOf } from '../shared.graphql.js';
import { commitmentDecider } from './decider.js';
import { source } from './events.js';
import { commitmentLists } from './lists.graphql.js';
import { commitmentById, termsOfCommitment } from './queries.js';
import { commitments } from './view.js';

export const CommitmentTerms = rowType('CommitmentTerms', commitments.tables.commitment_term, {
  says: 'The terms of a commitment as they once were, or are.',
  fields: {
    kind: 'What was promised.',
    quantity: {
      says: 'How much; null for a promise that is kept or not, without a share.',
      type: quantity,
      nullable: true,
      of: quantityOf,
    },
    description: 'What was promised, in words.',
    dueOn: 'By when.',
    reason: 'Why they replaced the earlier ones; null in the first.',
    recordedAt: 'When they were recorded.',
    position: 'Where in the log they were recorded.',
  },
  edges: { recordedBy: one(Organisation, { says: 'Who recorded them. Null while the views have not caught up.' }) },
});

const commitmentStanding = shape(
  'CommitmentStanding',
  'How a commitment stands on a date, by its terms as they are now.',
  z.strictObject({
    on: calendarDate.describe('The date'),
    state: commitmentState.describe('By its terms as they are now'),
    delivered: quantity
      .nullable()
      .describe('Undisputed contributions by then, in the unit promised; null where no quantity was promised'),
    computedAt: computedAtPosition,
  }),
);

export const Commitment = node('Commitment', commitments.tables.commitment, {
  says: 'A promise by one or more organisations to a mission.',
  fields: {
    kind: 'What is promised.',
    quantity: {
      says: 'How much; null for a promise that is kept or not, without a share.',
      type: quantity,
      nullable: true,
      of: quantityOf,
    },
    description: 'What is promised, in words.',
    dueOn: 'By when it is to be kept.',
    madeAt: 'When it was recorded.',
    amended: 'Whether `terms` holds earlier ones.',
    withdrawnAt: 'When it was taken back.',
    withdrawalReason: 'Why it was taken back.',
    source: { says: 'Where an imported one comes from.', type: source },
  },
  edges: {
    mission: one(Mission),
    promisors: many(Organisation, { says: 'Who promised it, in no order of weight.', by: 'promisor_ids' }),
    counterparties: many(Organisation, {
      says: 'To whom, beside the mission; in no order of weight.',
      by: 'counterparty_ids',
    }),
    madeBy: one(Organisation, { says: 'Who recorded it: a promisor, or a backbone on its behalf.' }),
    standing: computed({
      says: '`state` and `delivered` in one, with the position in the log they were computed at.',
      type: commitmentStanding,
      args: onDate,
      resolve: ({ key, args, context }) => standingOf(context, key, dateAsked(args, context)),
    }),
    state: computed({
      says: 'By its terms as they are now.',
      type: commitmentState,
      args: onDate,
      resolve: async ({ key, args, context }) => (await standingOf(context, key, dateAsked(args, context))).state,
    }),
    delivered: computed({
      says: 'Undisputed contributions by a date, in the unit promised; null where no quantity was promised.',
      type: quantity,
      nullable: true,
      args: onDate,
      resolve: async ({ key, args, context }) => (await standingOf(context, key, dateAsked(args, context))).delivered,
    }),
    terms: each(CommitmentTerms, termsOfCommitment, 'Every version, the present one included, oldest first.'),
  },
  lists: commitmentLists,
  find: commitmentById,
});
export type Commitment = InstanceType<typeof Commitment>;

export const commitmentMutations = mutations(commitmentDecider, {
  gives: {
    name: 'CommitmentRecorded',
    says: 'That a promise was made, amended or taken back',
    gives: { commitment: Commitment },
  },
  only: ['MakeCommitment', 'AmendCommitment', 'WithdrawCommitment'],
  commands: {
    AmendCommitment: { says: 'The terms as a whole: what is left out is no longer promised.' },
  },
});

/** @throws {Error} for a commitment that is not there: they are never taken away. */
async function standingOf(
  context: GraphqlContext,
  id: string,
  date: CalendarDate,
): Promise<z.output<typeof commitmentStanding>> {
  const found = await context.loaders.load(standingOfCommitment, id, { on: date });
  if (found === undefined) throw new Error(`Commitment ${id} was there and is no longer.`);
  const { state, delivered, unit, computedAt } = found;
  return { on: date, state, computedAt, delivered: quantityOf({ amount: delivered, unit }) };
}
