import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ComputedAt, DecimalScalar, enumType, type GraphqlContext } from '@maillage/engine';
import { Indicator, Measurement } from './graphql.js';
import { progressOf, progressState, type ProgressState } from './progress.js';
import { standingOfIndicator } from './queries.js';

const ProgressStateEnum = enumType(progressState);

@ObjectType({
  description:
    'How far an indicator has come from its baseline to its present target, by its latest measurement of everybody ' +
    'everywhere, which is one without place and group.',
})
class IndicatorProgress {
  @Field(() => ProgressStateEnum, { description: 'What can be said of it.' })
  state!: ProgressState;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of the way: 0 at the baseline, 1 at the target, rounded half up to 6 decimals.',
  })
  share!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'In the indicator’s unit.' })
  value!: string | null;
  @Field(() => Measurement, { nullable: true, description: 'The one that the value is of.' })
  measurement!: Measurement | null;
  @ComputedAt()
  computedAt!: string;
}

@Resolver(() => Indicator)
export class IndicatorProgressResolver {
  @ResolveField(() => IndicatorProgress, { description: 'How far it has come.' })
  async progress(@Parent() { key }: Indicator, @Context() context: GraphqlContext): Promise<IndicatorProgress> {
    const standing = await context.loaders.load(standingOfIndicator, key, null);
    if (standing === undefined) throw new Error(`Indicator ${key} was there and is no longer.`);
    const { direction, baseline_value: baseline, target_value: target, measurement, computedAt } = standing;
    const value = measurement?.value ?? null;
    const { state, share } = progressOf({ direction, baseline, target, value });
    return Object.assign(new IndicatorProgress(), {
      state,
      share: share ?? null,
      value,
      measurement: measurement === undefined ? null : Measurement.of(measurement),
      computedAt,
    });
  }
}
