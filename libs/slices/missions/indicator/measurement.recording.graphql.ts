import { Args, Context, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  dataOf,
  localId,
  localIdWithin,
  ReceiptObject,
  Recorder,
  resultOf,
  type GraphqlContext,
  type RefusalObject,
} from '@maillage/engine';
import { EvidenceClaims } from '@maillage/evidence';
import { indicatorCommands } from './commands.js';
import { Indicator, indicatorOf } from './graphql.js';
import { CorrectMeasurementInput, RecordMeasurementInput } from './inputs.js';
import { measurementKey } from './queries.js';
import { Measurement, measurementOf } from './measurement.graphql.js';

@ObjectType()
class MeasurementRecorded {
  @Field(() => Measurement, { nullable: true, description: 'Null while the views have not caught up.' })
  measurement!: Measurement | null;
  @Field(() => Indicator, { nullable: true, description: 'Null while the views have not caught up.' })
  indicator!: Indicator | null;
  @Field()
  receipt!: ReceiptObject;
}

const MeasurementResult = resultOf('MeasurementResult', MeasurementRecorded, indicatorCommands);
type Result = Promise<MeasurementRecorded | RefusalObject>;

/** What joins measurements to their indicator; apart, because the indicator's types rest on the measurement's. */
@Resolver(() => Measurement)
export class MeasurementRecordingResolver {
  constructor(
    private readonly recorder: Recorder,
    private readonly claims: EvidenceClaims,
  ) {}

  @ResolveField(() => Indicator, { nullable: true, description: 'Null while the views have not caught up.' })
  indicator(@Parent() { indicatorId }: Measurement, @Context() context: GraphqlContext): Promise<Indicator | null> {
    return indicatorOf(context, indicatorId);
  }

  @Mutation(() => MeasurementResult, { description: 'For members of the mission, in whatever role.' })
  recordMeasurement(@Args('input') input: RecordMeasurementInput, @Context() context: GraphqlContext): Result {
    const { commandId } = input;
    return this.record(
      context,
      async () => {
        const { indicatorId: _, ...data } = dataOf(input);
        return {
          type: 'RecordMeasurement',
          id: localId('Indicator', input.indicatorId, ['indicatorId']),
          idField: 'indicatorId',
          data: await this.claims.complete(data),
          commandId,
        };
      },
      (indicatorId) => measurementKey({ indicator_id: indicatorId, id: input.measurementId ?? commandId }),
    );
  }

  @Mutation(() => MeasurementResult, {
    description:
      'Replaces what a measurement says as a whole; what it said stays on record. For the organisation that recorded it, ' +
      'and for backbones and evaluators of the mission.',
  })
  correctMeasurement(@Args('input') input: CorrectMeasurementInput, @Context() context: GraphqlContext): Result {
    const named = () => localIdWithin('Measurement', input.measurementId, ['measurementId']);
    return this.record(
      context,
      async () => {
        const { owner, id } = named();
        const data = await this.claims.complete({ ...dataOf(input), measurementId: id });
        return { type: 'CorrectMeasurement', id: owner, idField: 'measurementId', data, commandId: input.commandId };
      },
      (indicatorId) => measurementKey({ indicator_id: indicatorId, id: named().id }),
    );
  }

  private record(
    context: GraphqlContext,
    recording: Parameters<Recorder['record']>[1],
    keyOf: (indicatorId: string) => string,
  ): Result {
    return this.recorder.record(context, recording, async (receipt, indicatorId) => {
      const [measurement, indicator] = await Promise.all([
        measurementOf(context, keyOf(indicatorId)),
        indicatorOf(context, indicatorId),
      ]);
      return Object.assign(new MeasurementRecorded(), { measurement, indicator, receipt });
    });
  }
}
