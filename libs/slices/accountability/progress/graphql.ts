import { Args, Context, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ComputedAt, DateScalar, DecimalScalar, enumType, type GraphqlContext } from '@maillage/engine';
import { Mission } from '@maillage/missions';
import { evidenceLevel, kind, type Evidence, type Kind } from '../commitment/events.js';
import {
  commitmentState,
  progressOfMission,
  type CommitmentCount,
  type ContributionSum,
  type PromisedSum,
  type StateOnDate,
} from './queries.js';
import { dateAsked, OnArgs } from '../shared.graphql.js';

@ObjectType({ description: 'How many commitments of one kind are in one state.' })
export class CommitmentsByState {
  @Field(() => enumType(kind))
  kind!: Kind;
  @Field(() => enumType(commitmentState))
  state!: StateOnDate;
  @Field(() => Int)
  count!: number;
}

@ObjectType({ description: 'What is promised of one kind in one unit, by commitments not withdrawn.' })
export class PromisedByUnit {
  @Field(() => enumType(kind))
  kind!: Kind;
  @Field()
  unit!: string;
  @Field(() => DecimalScalar)
  amount!: string;
  @Field(() => Int, { description: 'How many commitments.' })
  count!: number;
}

@ObjectType({ description: 'What was given of one kind, attested alike, in one unit or in none.' })
export class ContributionsByEvidence {
  @Field(() => enumType(kind))
  kind!: Kind;
  @Field(() => enumType(evidenceLevel))
  evidence!: Evidence;
  @Field(() => String, { nullable: true })
  unit!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Of the undisputed ones; null where no unit is.' })
  amount!: string | null;
  @Field(() => Int, { description: 'How many contributions, the disputed ones included.' })
  count!: number;
  @Field(() => Int, { description: 'How many of them wait for their ruling.' })
  disputed!: number;
}

@ObjectType({ description: 'How a mission stands on a date. Amounts of different units are never added up.' })
export class MissionProgress {
  @Field(() => DateScalar)
  on!: string;
  @Field(() => [CommitmentsByState])
  commitments!: readonly CommitmentCount[];
  @Field(() => [PromisedByUnit])
  promised!: readonly PromisedSum[];
  @Field(() => [ContributionsByEvidence], { description: 'Of periods that had ended by then.' })
  contributions!: readonly ContributionSum[];
  @Field(() => Int)
  kept!: number;
  @Field(() => Int)
  due!: number;
  @Field(() => Int)
  overdue!: number;
  @Field(() => Int)
  withdrawn!: number;
  @ComputedAt()
  computedAt!: string;
}

@Resolver(() => Mission)
export class MissionProgressResolver {
  @ResolveField(() => MissionProgress)
  async progress(
    @Parent() { key }: Mission,
    @Args() args: OnArgs,
    @Context() context: GraphqlContext,
  ): Promise<MissionProgress> {
    const on = dateAsked(args, context);
    const progress = await context.loaders.load(progressOfMission, key, { on });
    const total = (state: StateOnDate) =>
      progress.commitments.filter((each) => each.state === state).reduce((sum, { count }) => sum + count, 0);
    return Object.assign(new MissionProgress(), {
      on,
      ...progress,
      kept: total('KEPT'),
      due: total('DUE'),
      overdue: total('OVERDUE'),
      withdrawn: total('WITHDRAWN'),
    });
  }
}
