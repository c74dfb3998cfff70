import { ArgsType, Field, ID, InputType, IntersectionType, registerEnumType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import {
  AfterArgs,
  argumentsOf,
  ConnectionArgs,
  DateScalar,
  localId,
  PositionScalar,
  type GraphqlContext,
} from '@maillage/engine';
import type { StateOnDate } from '../progress/queries.js';
import { dateAsked, dateGiven, enumOf, KindEnum } from '../shared.graphql.js';
import type { Kind } from './events.js';
import { CommitmentStateEnum } from './graphql.js';
import { COMMITMENT_ORDERS, type CommitmentFilter, type CommitmentOrder } from './lists.queries.js';
import { PARTS, type Part } from './view.js';

const PartEnum = enumOf(PARTS);
registerEnumType(PartEnum, {
  name: 'CommitmentPart',
  description: 'On which side of a commitment an organisation stands.',
  valuesMap: {
    PROMISOR: { description: 'It promises.' },
    COUNTERPARTY: { description: 'It is promised something, beside the mission.' },
  },
});

const OrderEnum = enumOf(COMMITMENT_ORDERS);
registerEnumType(OrderEnum, {
  name: 'CommitmentOrder',
  description: 'What a list of commitments is ordered by. No order ranks those who made them.',
  valuesMap: {
    MADE: { description: 'In the order they were made.' },
    MADE_LATEST_FIRST: { description: 'Those made last come first.' },
    DUE: { description: 'By due date, then in the order they were made; those without one come last.' },
  },
});

@InputType('CommitmentFilter', { description: 'Which commitments a list holds: those for which all of this is so.' })
export class CommitmentFilterInput {
  @Field(() => [CommitmentStateEnum], { nullable: true, description: 'It stands in one of these on the day `on`.' })
  state?: StateOnDate[];
  @Field(() => DateScalar, { nullable: true, description: 'The day for `state`; today, in UTC, if left out.' })
  on?: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'It falls due on that day or later. What has no due date never does.',
  })
  dueFrom?: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'It falls due on that day or earlier. What has no due date never does.',
  })
  dueTo?: string;
  @Field(() => PositionScalar, {
    nullable: true,
    description:
      'Something was recorded of it behind this position: its terms, what was given towards it, what was said of that or ' +
      'of the work. For whoever keeps a copy: the `computedAt` of the list asked for last.',
  })
  changedSince?: string;
  @Field(() => [KindEnum], { nullable: true, description: 'One of these is promised.' })
  kind?: Kind[];
  @Field(() => ID, { nullable: true, description: 'The mission it is promised to.' })
  missionId?: string;
  @Field(() => ID, { nullable: true, description: 'An organisation that is a party to it, on either side.' })
  organisationId?: string;
  @Field(() => PartEnum, {
    nullable: true,
    description: 'On which side the organisation stands whose list it is; in other lists, `organisationId`.',
  })
  part?: Part;
  @Field(() => String, { nullable: true, description: 'Part of its description, whatever its case and accents.' })
  search?: string;
}

@ArgsType()
export class CommitmentListArgs extends ConnectionArgs {
  @Field(() => CommitmentFilterInput, { nullable: true, description: 'All of them, if left out.' })
  filter?: CommitmentFilterInput;
  @Field(() => OrderEnum, { defaultValue: 'MADE', description: 'What comes first.' })
  orderBy?: CommitmentOrder;
}

@ArgsType()
export class CommitmentsArgs extends IntersectionType(CommitmentListArgs, AfterArgs) {
  @Field(() => ID, { nullable: true, description: 'As `missionId` of the filter.' })
  missionId?: string;
  @Field(() => ID, { nullable: true, description: 'As `organisationId` of the filter: on either side of it.' })
  organisationId?: string;
  @Field(() => KindEnum, { nullable: true, description: 'As `kind` of the filter.' })
  kind?: Kind;
  @Field(() => String, { nullable: true, description: 'Part of its description, whatever its case and accents.' })
  search?: string;
}

@ArgsType()
export class OrganisationCommitmentsArgs extends CommitmentListArgs {
  @Field(() => PartEnum, { nullable: true, description: 'As `part` of the filter: both sides, if left out.' })
  part?: Part;
}

/** Whose part in a commitment `part` speaks of, where the filter itself names nobody. */
export type WhosePart = 'THE_PARENT' | { readonly organisationId: string } | undefined;

/**
 * What a filter says, in the terms of the views.
 * @throws {GraphQLError} for a day the calendar does not have, for an order of days that it does not have either, and for a
 * part that is nobody's.
 * @throws {IdError}
 */
export function filterGiven(
  input: CommitmentFilterInput,
  context: Pick<GraphqlContext, 'clock'>,
  whosePart: WhosePart,
): CommitmentFilter {
  const { state, on, missionId, organisationId: named, part, dueFrom, dueTo, ...rest } = argumentsOf(input);
  if (dueFrom !== undefined && dueTo !== undefined && dueTo < dueFrom) {
    throw badInput(`filter.dueTo: ${dueTo} is before dueFrom, which is ${dueFrom}; send that day or a later one.`);
  }
  const organisationId = named === undefined ? undefined : localId('Organisation', named, ['filter', 'organisationId']);
  const ofNobody = part !== undefined && organisationId === undefined && whosePart === undefined;
  if (ofNobody) {
    throw badInput('filter.part: it is the part of an organisation; say of which by filter.organisationId.');
  }
  return {
    ...rest,
    part,
    organisationId:
      organisationId ?? (part !== undefined && typeof whosePart === 'object' ? whosePart.organisationId : undefined),
    missionId: missionId === undefined ? undefined : localId('Mission', missionId, ['filter', 'missionId']),
    standing: state === undefined ? undefined : { state, on: dateAsked({ on }, context, 'filter.on') },
    dueFrom: dueFrom === undefined ? undefined : dateGiven(dueFrom, 'filter.dueFrom'),
    dueTo: dueTo === undefined ? undefined : dateGiven(dueTo, 'filter.dueTo'),
  };
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
