import {
  Args,
  Context,
  Field,
  ID,
  Info,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  AfterArgs,
  ComputedAt,
  ConnectionArgs,
  connectionType,
  dataOf,
  enumType,
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  localId,
  newId,
  Node,
  pageAsked,
  ReceiptObject,
  Recorder,
  resultOf,
  toConnection,
  toGlobalId,
  type Connection,
  type GraphqlContext,
  type RefusalObject,
} from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';
import { indicatorCommands } from './commands.js';
import type { Direction } from './events.js';
import { DefineIndicatorInput, DirectionEnum, MeasurementsArgs, ReviseIndicatorTargetInput } from './inputs.js';
import { progressOf, progressState, type ProgressState } from './progress.js';
import {
  indicatorById,
  indicatorsOfMission,
  latestMeasurementOfIndicator,
  measurementsOfIndicator,
  standingOfIndicator,
  targetsOfIndicator,
} from './queries.js';
import { Measurement, MeasurementConnection } from './measurement.graphql.js';
import { Mission, missionOf } from '../mission/graphql.js';
import type { IndicatorRow, TargetRow } from './view.js';

const ProgressStateEnum = enumType(progressState);

@ObjectType()
class IndicatorBaseline {
  @Field(() => DecimalScalar)
  value!: string;
  @Field(() => DateScalar, { nullable: true })
  on!: string | null;
}

@ObjectType()
class IndicatorTarget {
  @Field(() => DecimalScalar)
  value!: string;
  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;
}

@ObjectType({ description: 'A target the indicator has, or had.' })
export class TargetSet extends IndicatorTarget {
  @Field(() => String, { nullable: true, description: 'Why it replaced the one before; null for the first.' })
  reason!: string | null;
  @Field(() => DateTimeScalar)
  setAt!: string;

  setById!: string;

  static of(row: TargetRow): TargetSet {
    return Object.assign(new TargetSet(), {
      value: row.value,
      dueOn: row.due_on,
      reason: row.reason,
      setAt: row.set_at,
      setById: row.set_by,
    });
  }
}

@ObjectType({ implements: () => [Node], description: 'Something a mission measures itself by.' })
export class Indicator extends Node {
  @Field()
  name!: string;
  @Field(() => String, { nullable: true })
  description!: string | null;
  @Field({ description: 'An ISO 4217 currency code such as EUR, or a common unit such as dwelling or percent.' })
  unit!: string;
  @Field(() => DirectionEnum)
  direction!: Direction;
  @Field(() => IndicatorBaseline, { nullable: true })
  baseline!: IndicatorBaseline | null;
  @Field(() => IndicatorTarget, { nullable: true, description: 'The present one.' })
  target!: IndicatorTarget | null;
  @Field(() => String, { nullable: true, description: 'Where the figures come from and how they are measured.' })
  source!: string | null;
  @Field(() => String, { nullable: true, description: 'What cannot be measured, and this indicator stands in for.' })
  proxyFor!: string | null;
  @Field(() => [String], { description: 'Sustainable Development Goals and targets: 11, 11.1, 8.b.' })
  sdgs!: readonly string[];
  @Field(() => DateTimeScalar)
  definedAt!: string;

  /** Its id among indicators, as views and streams hold it. */
  uuid!: string;
  missionId!: string;
  definedById!: string;

  static of(row: IndicatorRow): Indicator {
    return Object.assign(new Indicator(), {
      id: toGlobalId('Indicator', row.id),
      name: row.name,
      description: row.description,
      unit: row.unit,
      direction: row.direction,
      baseline: row.baseline_value === null ? null : { value: row.baseline_value, on: row.baseline_on },
      target: row.target_value === null ? null : { value: row.target_value, dueOn: row.target_due_on },
      source: row.source,
      proxyFor: row.proxy_for,
      sdgs: row.sdgs,
      definedAt: row.defined_at,
      uuid: row.id,
      missionId: row.mission_id,
      definedById: row.defined_by,
    });
  }
}

export async function indicatorOf(context: GraphqlContext, id: string): Promise<Indicator | null> {
  const row = await context.loaders.load(indicatorById, id, null);
  return row === undefined ? null : Indicator.of(row);
}

const IndicatorConnection = connectionType(Indicator);

@ObjectType({
  description:
    'How far an indicator has come from its baseline to its present target, by its latest measurement of everybody ' +
    'everywhere, which is one without place and group.',
})
class IndicatorProgress {
  @Field(() => ProgressStateEnum)
  state!: ProgressState;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of the way: 0 at the baseline, 1 at the target, rounded half up to 6 decimals.',
  })
  share!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'In the indicator’s unit.' })
  value!: string | null;
  @Field(() => Measurement, { nullable: true })
  measurement!: Measurement | null;
  @ComputedAt()
  computedAt!: string;
}

@ObjectType()
class IndicatorRecorded {
  @Field(() => Indicator, { nullable: true, description: 'Null while the views have not caught up.' })
  indicator!: Indicator | null;
  @Field()
  receipt!: ReceiptObject;
}

const IndicatorResult = resultOf('IndicatorResult', IndicatorRecorded, indicatorCommands);
type Result = Promise<IndicatorRecorded | RefusalObject>;

@Resolver(() => Indicator)
export class IndicatorResolver {
  constructor(private readonly recorder: Recorder) {}

  @Query(() => Indicator, { nullable: true })
  indicator(
    @Args('id', { type: () => ID }) id: string,
    @Args() _: AfterArgs,
    @Context() context: GraphqlContext,
  ): Promise<Indicator | null> {
    return indicatorOf(context, localId('Indicator', id, ['id']));
  }

  @ResolveField(() => Mission, { nullable: true, description: 'Null while the views have not caught up.' })
  mission(@Parent() { missionId }: Indicator, @Context() context: GraphqlContext): Promise<Mission | null> {
    return missionOf(context, missionId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  definedBy(@Parent() { definedById }: Indicator, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, definedById);
  }

  @ResolveField(() => [TargetSet], { description: 'Every target it has had, the first one first.' })
  async targetHistory(
    @Parent() { uuid }: Indicator,
    @Context() context: GraphqlContext,
  ): Promise<readonly TargetSet[]> {
    const rows = await context.loaders.load(targetsOfIndicator, uuid, null);
    return rows.map((row) => TargetSet.of(row));
  }

  @ResolveField(() => MeasurementConnection, {
    description: 'By the end of the period measured, then in the order of recording.',
  })
  async measurements(
    @Parent() { uuid }: Indicator,
    @Args() args: MeasurementsArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Measurement>> {
    const page = await context.loaders.load(measurementsOfIndicator, uuid, pageAsked(args, info));
    return toConnection(page, (row) => Measurement.of(row));
  }

  @ResolveField(() => Measurement, {
    nullable: true,
    description: 'The one whose period ends last, of whatever place and group.',
  })
  async latestMeasurement(
    @Parent() { uuid }: Indicator,
    @Context() context: GraphqlContext,
  ): Promise<Measurement | null> {
    const row = await context.loaders.load(latestMeasurementOfIndicator, uuid, null);
    return row === undefined ? null : Measurement.of(row);
  }

  @ResolveField(() => IndicatorProgress)
  async progress(@Parent() { uuid }: Indicator, @Context() context: GraphqlContext): Promise<IndicatorProgress> {
    const standing = await context.loaders.load(standingOfIndicator, uuid, null);
    if (standing === undefined) throw new Error(`Indicator ${uuid} was there and is no longer.`);
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

  @Mutation(() => IndicatorResult, { description: 'For backbones of the mission.' })
  defineIndicator(@Args('input') input: DefineIndicatorInput, @Context() context: GraphqlContext): Result {
    const { commandId } = input;
    return this.record(context, () => ({
      type: 'DefineIndicator',
      id: newId(commandId),
      data: { ...dataOf(input), missionId: localId('Mission', input.missionId, ['missionId']) },
      commandId,
    }));
  }

  @Mutation(() => IndicatorResult, { description: 'Earlier targets stay on record. For backbones of the mission.' })
  reviseIndicatorTarget(@Args('input') input: ReviseIndicatorTargetInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => {
      const { indicatorId: _, ...data } = dataOf(input);
      const id = localId('Indicator', input.indicatorId, ['indicatorId']);
      return { type: 'ReviseIndicatorTarget', id, idField: 'indicatorId', data, commandId: input.commandId };
    });
  }

  private record(context: GraphqlContext, recording: Parameters<Recorder['record']>[1]): Result {
    return this.recorder.record(context, recording, async (receipt, id) =>
      Object.assign(new IndicatorRecorded(), { indicator: await indicatorOf(context, id), receipt }),
    );
  }
}

@Resolver(() => TargetSet)
export class TargetSetResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  setBy(@Parent() { setById }: TargetSet, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, setById);
  }
}

/** What a mission measures itself by. */
@Resolver(() => Mission)
export class MissionIndicatorsResolver {
  @ResolveField(() => IndicatorConnection, { description: 'In the order of their definition.' })
  async indicators(
    @Parent() { key }: Mission,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Indicator>> {
    const page = await context.loaders.load(indicatorsOfMission, key, pageAsked(args, info));
    return toConnection(page, (row) => Indicator.of(row));
  }
}
