import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { DateScalar } from '@maillage/engine';

@ObjectType('Period', { description: 'A span of days, both ends included; a single day has the two alike.' })
export class PeriodObject {
  @Field(() => DateScalar)
  from!: string;
  @Field(() => DateScalar)
  to!: string;
}

@InputType({ description: 'A span of days, both ends included; a single day has the two alike.' })
export class PeriodInput {
  @Field(() => DateScalar)
  from!: string;
  @Field(() => DateScalar)
  to!: string;
}

@ObjectType('Place', { description: 'Somewhere on the map.' })
export class PlaceObject {
  @Field()
  name!: string;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2: FR.' })
  country?: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Its code in the geography the source uses.' })
  code?: string | null | undefined;
}

@InputType()
export class PlaceInput {
  @Field()
  name!: string;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2: FR.' })
  country?: string;
  @Field(() => String, { nullable: true, description: 'Its code in the geography the source uses.' })
  code?: string;
}
