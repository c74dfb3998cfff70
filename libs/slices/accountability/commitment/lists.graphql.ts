import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { root, under, type GraphqlContext, type ListOf } from '@maillage/engine';
import { calendarDate, inputShape, position, ref, sought } from '@maillage/kernel';
import { Organisation } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { commitmentState } from '../progress/queries.js';
import { dateAsked, dateGiven } from '../shared.graphql.js';
import { kind } from './events.js';
import {
  commitmentOrder,
  commitmentPage,
  commitmentsOfMission,
  commitmentsOfOrganisation,
  type CommitmentFilter,
  type CommitmentsAsked,
} from './lists.queries.js';
import type { CommitmentRow } from './queries.js';
import { commitmentPart } from './view.js';

const search = sought(2000)
  .optional()
  .describe(
    'Words of its description, in any order and as parts of longer ones, whatever their case, accents and apostrophes.',
  );

/** Of closed lists: each has fewer. */
const MOST_NAMED = 30;

const commitmentFilter = inputShape(
  'CommitmentFilter',
  'Which commitments a list holds: those for which all of this is so.',
  z.strictObject({
    state: z.array(commitmentState).max(MOST_NAMED).optional().describe('It stands in one of these on the day `on`.'),
    on: calendarDate.optional().describe('The day for `state`; today, in UTC, if left out.'),
    dueFrom: calendarDate.optional().describe('It falls due on that day or later. What has no due date never does.'),
    dueTo: calendarDate.optional().describe('It falls due on that day or earlier. What has no due date never does.'),
    changedSince: position
      .optional()
      .describe(
        'Something was recorded of it behind this position: its terms, what was given towards it, what was said of that ' +
          'or of the work. For whoever keeps a copy: the `computedAt` of the list asked for last.',
      ),
    kind: z.array(kind).max(MOST_NAMED).optional().describe('One of these is promised.'),
    missionId: ref('Mission').optional().describe('The mission it is promised to.'),
    organisationId: ref('Organisation').optional().describe('An organisation that is a party to it, on either side.'),
    part: commitmentPart
      .optional()
      .describe('On which side the organisation stands whose list it is; in other lists, `organisationId`.'),
    search: search,
  }),
);
type FilterGiven = z.output<typeof commitmentFilter>;

/** Of all lists of commitments. */
const args = {
  filter: commitmentFilter.optional().describe('All of them, if left out.'),
  orderBy: commitmentOrder.default('MADE').describe('What comes first.'),
};

export const commitmentLists: readonly ListOf<CommitmentRow>[] = [
  root('commitments', {
    says: 'In the order they were made, unless told otherwise.',
    query: commitmentPage,
    args: {
      ...args,
      missionId: ref('Mission').optional().describe('As `missionId` of the filter.'),
      organisationId: ref('Organisation')
        .optional()
        .describe('As `organisationId` of the filter: on either side of it.'),
      kind: kind.optional().describe('As `kind` of the filter.'),
      search: search,
    },
    asked: ({ filter, missionId, organisationId, kind: oneKind, search: part, ...page }, context): CommitmentsAsked => {
      const ofArguments = { missionId, organisationId, kind: oneKind && [oneKind], search: part };
      const whosePart = organisationId === undefined ? undefined : { organisationId };
      return { ...page, filters: [ofArguments, ...filtersGiven(filter, context, whosePart)] };
    },
  }),
  under(Mission, 'commitments', {
    says: 'In the order they were made, unless told otherwise.',
    query: commitmentsOfMission,
    args,
    asked: ({ filter, ...page }, context): CommitmentsAsked => {
      return { ...page, filters: filtersGiven(filter, context, undefined) };
    },
  }),
  under(Organisation, 'commitments', {
    says: 'Those it is a party to, in the order they were made, unless told otherwise.',
    query: commitmentsOfOrganisation,
    args: { ...args, part: commitmentPart.optional().describe('As `part` of the filter: both sides, if left out.') },
    asked: ({ filter, part, ...page }, context): CommitmentsAsked => {
      return { ...page, filters: [{ part }, ...filtersGiven(filter, context, 'THE_PARENT')] };
    },
  }),
];

/** Whose part in a commitment `part` speaks of, where the filter itself names nobody. */
type WhosePart = 'THE_PARENT' | { readonly organisationId: string } | undefined;

/**
 * What a filter says, in the terms of the views; nothing where there is none.
 * @throws {GraphQLError} for a day the calendar does not have, for an order of days that it does not have either, and for a
 * part that is nobody's.
 */
function filtersGiven(
  filter: FilterGiven | undefined,
  context: GraphqlContext,
  whosePart: WhosePart,
): readonly CommitmentFilter[] {
  if (filter === undefined) return [];
  const { state, on, organisationId: named, part, dueFrom, dueTo, ...rest } = filter;
  if (dueFrom !== undefined && dueTo !== undefined && dueTo < dueFrom) {
    throw badInput(`filter.dueTo: ${dueTo} is before dueFrom, which is ${dueFrom}; send that day or a later one.`);
  }
  if (part !== undefined && named === undefined && whosePart === undefined) {
    throw badInput('filter.part: it is the part of an organisation; say of which by filter.organisationId.');
  }
  const whose = part !== undefined && typeof whosePart === 'object' ? whosePart.organisationId : undefined;
  return [
    {
      ...rest,
      part,
      organisationId: named ?? whose,
      standing: state === undefined ? undefined : { state, on: dateAsked({ on }, context, 'filter.on') },
      dueFrom: dueFrom === undefined ? undefined : dateGiven(dueFrom, 'filter.dueFrom'),
      dueTo: dueTo === undefined ? undefined : dateGiven(dueTo, 'filter.dueTo'),
    },
  ];
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
