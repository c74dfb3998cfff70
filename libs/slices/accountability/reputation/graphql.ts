import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Info,
  InputType,
  Int,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import {
  ConnectionArgs,
  DateScalar,
  enumType,
  localId,
  MOST_PER_PAGE,
  pageAsked,
  PageError,
  PositionScalar,
  toConnection,
  type Connection,
  type GraphqlContext,
} from '@maillage/engine';
import { Organisation } from '@maillage/directory';
import { Mission, missionOf } from '@maillage/missions';
import { Commitment } from '../commitment/graphql.js';
import { Review } from '../review/graphql.js';
import { dateAsked } from '../shared.graphql.js';
import { dimension, DIMENSIONS, type Dimension } from './dimension.js';
import { estimate } from './arithmetic.js';
import { factsOf } from './facts.js';
import { PARAMETERS } from './parameters.js';
import { factsWithin, missionsJoined, NOW, praiseAround, standpoint, within, type Moment } from './queries.js';
import {
  Reputation,
  ReputationConnection,
  ReputationEstimate,
  WeighedCommitment,
  WeighedReview,
} from './types.graphql.js';

@InputType({ description: 'A moment of the log. What was answered then is answered again.' })
export class ReputationAsOf {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Only what was recorded up to this position; the head, if left out.',
  })
  position?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day asked about: decay counts to it, and nothing recorded after it counts. Today in UTC, or with a position the ' +
      'day of its event.',
  })
  on?: string | null;
}

@ArgsType()
export class ReputationsArgs extends ConnectionArgs {
  @Field(() => ReputationAsOf, { nullable: true, description: 'As of which moment; now, if left out.' })
  asOf?: ReputationAsOf | null;
}

/** An explanation may have a thousand lines, and is the same whenever it is asked for: any stretch of it can be had. */
@ArgsType()
export class StretchArgs {
  @Field(() => Int, { defaultValue: MOST_PER_PAGE, description: `How many, 1 to ${MOST_PER_PAGE}.` })
  first!: number;
  @Field(() => Int, { defaultValue: 0, description: 'How many to pass over.' })
  skip!: number;
}

@Resolver(() => Organisation)
export class OrganisationReputationResolver {
  @ResolveField(() => Reputation, { description: 'How its work in one mission is found, in four dimensions.' })
  async reputation(
    @Parent() organisation: Organisation,
    @Args('missionId', { type: () => ID, description: 'In which mission.' }) missionId: string,
    @Args('asOf', {
      type: () => ReputationAsOf,
      nullable: true,
      description: 'As of which moment; now, if left out.',
    })
    asOf: ReputationAsOf | null | undefined,
    @Context() context: GraphqlContext,
  ): Promise<Reputation> {
    const mission = localId('Mission', missionId, ['missionId']);
    return reputationOf(organisation, mission, await momentOf(context, asOf));
  }

  @ResolveField(() => ReputationConnection, {
    description: 'One per mission it takes or took part in, in the order it joined them.',
  })
  async reputations(
    @Parent() organisation: Organisation,
    @Args() { asOf, ...args }: ReputationsArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Reputation>> {
    const moment = await momentOf(context, asOf);
    const page = await context.loaders.load(missionsJoined, organisation.key, { ...pageAsked(args, info), moment });
    return toConnection(page, (row) => reputationOf(organisation, row.mission_id, moment));
  }
}

@Resolver(() => Reputation)
export class ReputationResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Whose it is.' })
  organisation(@Parent() { parent }: Reputation): Organisation {
    return parent;
  }

  @ResolveField(() => Mission, { nullable: true, description: 'Null where no mission has this id.' })
  mission(@Parent() { missionId }: Reputation, @Context() context: GraphqlContext): Promise<Mission | null> {
    return missionOf(context, missionId);
  }

  @ResolveField(() => [ReputationEstimate], { description: 'All four in the order of the enum, or those asked for.' })
  async estimates(
    @Parent() { organisationId, missionId, moment }: Reputation,
    @Args('dimensions', {
      type: () => [enumType(dimension)],
      nullable: true,
      description: 'These only; all four, if left out.',
    })
    dimensions: Dimension[] | null | undefined,
    @Context() context: GraphqlContext,
  ): Promise<ReputationEstimate[]> {
    const [rows, praise] = await Promise.all([
      context.loaders.load(factsWithin, within(organisationId, missionId), moment),
      context.loaders.load(praiseAround, organisationId, moment),
    ]);
    const facts = factsOf(organisationId, rows, praise);
    return DIMENSIONS.filter((each) => dimensions?.includes(each) ?? true).map((each) =>
      ReputationEstimate.of(each, estimate(facts(each), PARAMETERS)),
    );
  }
}

@Resolver(() => ReputationEstimate)
export class ReputationEstimateResolver {
  @ResolveField(() => [WeighedReview], { description: 'Oldest first.' })
  reviews(@Parent() { weighed }: ReputationEstimate, @Args() stretch: StretchArgs): WeighedReview[] {
    return stretchOf(weighed.reviews, stretch).map((each) => WeighedReview.of(each));
  }

  @ResolveField(() => [WeighedCommitment], { description: 'By due date. Empty in OPENNESS and LEARNING.' })
  commitments(@Parent() { weighed }: ReputationEstimate, @Args() stretch: StretchArgs): WeighedCommitment[] {
    return stretchOf(weighed.due, stretch).map((each) => WeighedCommitment.of(each));
  }
}

@Resolver(() => WeighedReview)
export class WeighedReviewResolver {
  @ResolveField(() => Review, { nullable: true, description: 'As it stands now.' })
  review(@Parent() { key }: WeighedReview, @Context() context: GraphqlContext): Promise<Review | null> {
    return Review.find(context, key);
  }
}

@Resolver(() => WeighedCommitment)
export class WeighedCommitmentResolver {
  @ResolveField(() => Commitment, { nullable: true, description: 'As it stands now.' })
  commitment(
    @Parent() { commitmentId }: WeighedCommitment,
    @Context() context: GraphqlContext,
  ): Promise<Commitment | null> {
    return Commitment.find(context, commitmentId);
  }
}

function reputationOf(organisation: Organisation, missionId: string, moment: Moment): Reputation {
  return Object.assign(new Reputation(), {
    parent: organisation,
    organisationId: organisation.key,
    missionId,
    moment,
    on: moment.on,
    computedAt: moment.position,
  });
}

/** @throws {GraphQLError} for a position that holds no event, unless the day is given, and for a day the calendar lacks. */
async function momentOf(context: GraphqlContext, asOf: ReputationAsOf | null | undefined): Promise<Moment> {
  const { position = null, on = null } = asOf ?? {};
  const at = await context.loaders.load(standpoint, position ?? NOW, null);
  if (position === null || on !== null) {
    const day = dateAsked({ on }, context);
    if (day < FIRST_DAY) throw badInput(`asOf.on: there is no year 0; name a day from ${FIRST_DAY} on.`);
    return { position: at.position, on: day };
  }
  if (at.recordedOn !== null) return { position: at.position, on: at.recordedOn };
  throw badInput(
    `asOf.position: no event stands at ${position}; name one from 1 to ${at.head}, or give the day as well, as \`on\`.`,
  );
}

/** Of the calendar that PostgreSQL and ISO 8601 share. */
const FIRST_DAY = '0001-01-01';

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** @throws {PageError} naming what would be accepted. */
function stretchOf<Item>(items: readonly Item[], { first, skip }: StretchArgs): readonly Item[] {
  if (first < 1 || first > MOST_PER_PAGE) {
    throw new PageError(
      `first: ${first} is not acceptable; ask for 1 to ${MOST_PER_PAGE}, and for more with \`skip\`.`,
    );
  }
  if (skip < 0) throw new PageError(`skip: ${skip} is not acceptable; pass over 0 or more.`);
  return items.slice(skip, skip + first);
}
