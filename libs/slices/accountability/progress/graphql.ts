import { z } from 'zod';
import { computed, computedAtPosition, extend } from '@maillage/engine';
import { calendarDate, decimal, shape } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { evidenceLevel, kind } from '../commitment/events.js';
import { Commitment } from '../commitment/graphql.js';
import { contributionCountsOf } from '../contribution/weighed.queries.js';
import { dateAsked, onDate } from '../shared.graphql.js';
import { commitmentCountsOf } from './counts.queries.js';
import { usualPromisesOf } from './usual.queries.js';
import { commitmentState, progressOfMission, type StateOnDate } from './queries.js';

const commitmentsByState = shape(
  'CommitmentsByState',
  'How many commitments of one kind are in one state.',
  z.strictObject({
    kind: kind.describe('What is promised'),
    state: commitmentState.describe('How they stand'),
    count: z.int().describe('How many'),
  }),
);

const deliveredByEvidence = shape(
  'DeliveredByEvidence',
  'How much of what is promised was delivered by contributions attested alike.',
  z.strictObject({
    evidence: evidenceLevel.describe('How well it is attested'),
    amount: decimal.describe('In the unit promised'),
  }),
);

const promisedByUnit = shape(
  'PromisedByUnit',
  'What is promised of one kind in one unit, by commitments that bind somebody and are not withdrawn.',
  z.strictObject({
    kind: kind.describe('What is promised'),
    unit: z.string().describe('In which it is counted'),
    amount: decimal.describe('Of all of them together'),
    count: z.int().describe('How many commitments'),
    delivered: z
      .array(deliveredByEvidence)
      .describe(
        'How much of that was delivered by undisputed contributions, best attested first: of each commitment no more than its own amount, filled by what is attested best',
      ),
  }),
);

const contributionsByEvidence = shape(
  'ContributionsByEvidence',
  'What was given of one kind, attested alike, in one unit or in none.',
  z.strictObject({
    kind: kind.describe('What was given'),
    evidence: evidenceLevel.describe('How well it is attested'),
    unit: z.string().nullable().describe('In which it is counted; null where it is not'),
    amount: decimal
      .nullable()
      .describe('Of the undisputed ones, as far as accredited evaluators found them; null where no unit is'),
    count: z.int().describe('How many contributions, the disputed ones included'),
    disputed: z.int().describe('How many of them wait for their ruling'),
    handedOn: decimal
      .nullable()
      .describe(
        'What was handed on of what was received within the mission, and is no part of `amount`; null if nothing',
      ),
  }),
);

const usualPromise = shape(
  'UsualPromise',
  'How much is usually promised in one unit.',
  z.strictObject({
    unit: z.string().describe('In which it is counted'),
    amount: decimal.describe(
      'The median, of those that bind somebody and are not taken back; gifts and published data aside',
    ),
  }),
);

const missionProgress = shape(
  'MissionProgress',
  'How a mission stands on a date. Amounts of different units are never added up.',
  z.strictObject({
    on: calendarDate.describe('The date'),
    commitments: z.array(commitmentsByState).describe('By kind and state'),
    promised: z.array(promisedByUnit).describe('By kind and unit'),
    contributions: z.array(contributionsByEvidence).describe('Of periods that had ended by then'),
    kept: z.int().describe('How many commitments are kept'),
    due: z.int().describe('How many commitments are due'),
    overdue: z.int().describe('How many commitments are overdue'),
    withdrawn: z.int().describe('How many commitments are withdrawn'),
    closed: z.int().describe('How many were left at what was delivered, by agreement'),
    proposed: z.int().describe('How many are proposed, and bind nobody yet'),
    reported: z.int().describe('How many published data tells of, and bind nobody or are past due'),
    computedAt: computedAtPosition,
  }),
);

const commitmentCounts = shape(
  'CommitmentCounts',
  'What became, by a date, of the commitments that an organisation was bound to as a promisor, gifts and published data aside.',
  z.strictObject({
    on: calendarDate.describe('The date'),
    made: z.int().describe('How many there are: the sum of all the others but `changed`'),
    kept: z.int().describe('How many are kept, late or not'),
    due: z.int().describe('How many are under way'),
    overdue: z.int().describe('How many are overdue'),
    closed: z.int().describe('How many were left at what was delivered, by agreement'),
    released: z.int().describe('How many it has left, or everybody that was bound'),
    withdrawn: z.int().describe('How many were taken back, in good time or by agreement'),
    changed: z.int().describe('Of how many the terms were changed since they were made, whatever became of them'),
    computedAt: computedAtPosition,
  }),
);

const contributionCount = shape(
  'ContributionCount',
  'How many contributions towards a commitment are attested alike.',
  z.strictObject({
    evidence: evidenceLevel.describe('How well they are attested'),
    count: z.int().describe('How many, the disputed ones included'),
    disputed: z.int().describe('How many of them wait for their ruling'),
  }),
);

const NONE = { made: 0, kept: 0, due: 0, overdue: 0, closed: 0, released: 0, withdrawn: 0, changed: 0 };

export const countsOnOrganisation = extend(Organisation, {
  commitmentCounts: computed({
    says: 'How many promises it made, and what became of them: one that changes or takes back many in good time is seen to.',
    type: commitmentCounts,
    args: onDate,
    resolve: async ({ key, args, context }) => {
      const on = dateAsked(args, context);
      const counts = await context.loaders.load(commitmentCountsOf, key, { on });
      return { on, ...(counts ?? { ...NONE, computedAt: '0' }) };
    },
  }),
});

export const countsOnCommitment = extend(Commitment, {
  contributionCounts: computed({
    says: 'How many contributions there are, as a mission’s progress counts them: of periods that had ended by a date, and not taken back. Nothing where there is none.',
    type: [contributionCount],
    args: onDate,
    resolve: ({ key, args, context }) =>
      context.loaders.load(contributionCountsOf, key, { on: dateAsked(args, context) }),
  }),
});

export const progressOnMission = extend(Mission, {
  usualPromises: computed({
    says: 'How much is usually promised to it, by unit: a promise of ten times as much may have a digit too many.',
    type: [usualPromise],
    resolve: ({ key, context }) => context.loaders.load(usualPromisesOf, key, null),
  }),
  progress: computed({
    says: 'How it stands on a date: what is promised, what was given, and how well that is attested.',
    type: missionProgress,
    args: onDate,
    resolve: async ({ key, args, context }) => {
      const on = dateAsked(args, context);
      const progress = await context.loaders.load(progressOfMission, key, { on });
      const total = (state: StateOnDate) =>
        progress.commitments.filter((each) => each.state === state).reduce((sum, { count }) => sum + count, 0);
      const [kept, due, overdue, withdrawn] = [total('KEPT'), total('DUE'), total('OVERDUE'), total('WITHDRAWN')];
      const [proposed, reported, closed] = [total('PROPOSED'), total('REPORTED'), total('CLOSED')];
      return { on, ...progress, kept, due, overdue, withdrawn, proposed, reported, closed };
    },
  }),
});
