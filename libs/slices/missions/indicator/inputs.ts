import { ArgsType, Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { ConnectionArgs, DateScalar, DecimalScalar, UuidScalar } from '@maillage/engine';
import { EvidenceFileInput, EvidenceLinkInput } from '@maillage/evidence';
import { DIRECTIONS, type Direction } from './events.js';
import { PeriodInput, PlaceInput } from '../shared.graphql.js';

export const DirectionEnum = Object.fromEntries(DIRECTIONS.map((direction) => [direction, direction]));
registerEnumType(DirectionEnum, { name: 'Direction', description: 'Which way of an indicator is better.' });

@ArgsType()
export class MeasurementsArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'The name or the code of a place, as recorded.' })
  place?: string;
  @Field(() => String, { nullable: true, description: 'A population group, as recorded.' })
  group?: string;
}

@InputType()
export class IndicatorBaselineInput {
  @Field(() => DecimalScalar)
  value!: string;
  @Field(() => DateScalar, { nullable: true })
  on?: string;
}

@InputType()
export class IndicatorTargetInput {
  @Field(() => DecimalScalar)
  value!: string;
  @Field(() => DateScalar, { nullable: true })
  dueOn?: string;
}

@InputType()
export class DefineIndicatorInput {
  @Field(() => UuidScalar, { description: 'Chosen by the client; the same one again is the same command again.' })
  commandId!: string;
  @Field(() => ID)
  missionId!: string;
  @Field()
  name!: string;
  @Field(() => String, { nullable: true })
  description?: string;
  @Field({ description: 'An ISO 4217 currency code such as EUR, or a common unit such as dwelling or percent.' })
  unit!: string;
  @Field(() => DirectionEnum)
  direction!: Direction;
  @Field(() => IndicatorBaselineInput, { nullable: true })
  baseline?: IndicatorBaselineInput;
  @Field(() => IndicatorTargetInput, { nullable: true })
  target?: IndicatorTargetInput;
  @Field(() => String, { nullable: true, description: 'Where the figures come from and how they are measured.' })
  source?: string;
  @Field(() => String, { nullable: true, description: 'What cannot be measured, and this indicator stands in for.' })
  proxyFor?: string;
  @Field(() => [String], { nullable: true, description: 'Sustainable Development Goals and targets: 11, 11.1, 8.b.' })
  sdgs?: string[];
}

@InputType()
export class ReviseIndicatorTargetInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  indicatorId!: string;
  @Field(() => IndicatorTargetInput)
  target!: IndicatorTargetInput;
  @Field()
  reason!: string;
}

@InputType({ isAbstract: true })
abstract class MeasuredInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => DecimalScalar, { description: 'In the indicator’s unit.' })
  value!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The day measured. Give this or `period`, not both.' })
  date?: string;
  @Field(() => PeriodInput, { nullable: true, description: 'The span measured. Give this or `date`, not both.' })
  period?: PeriodInput;
  @Field(() => PlaceInput, { nullable: true })
  place?: PlaceInput;
  @Field(() => String, { nullable: true, description: 'The population group measured, where it is not everybody.' })
  group?: string;
  @Field(() => [EvidenceLinkInput], { nullable: true })
  evidence?: EvidenceLinkInput[];
  @Field(() => [EvidenceFileInput], { nullable: true })
  files?: EvidenceFileInput[];
  @Field(() => String, { nullable: true })
  note?: string;
}

@InputType()
export class RecordMeasurementInput extends MeasuredInput {
  @Field(() => ID)
  indicatorId!: string;
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Chosen by the client, unique within the indicator; the commandId where none is given.',
  })
  measurementId?: string;
}

@InputType()
export class CorrectMeasurementInput extends MeasuredInput {
  @Field(() => ID)
  measurementId!: string;
  @Field()
  reason!: string;
}
