import { Args, ArgsType, Context, Field, Info, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  ConnectionArgs,
  connectionType,
  DateTimeScalar,
  JsonScalar,
  pageAsked,
  PositionScalar,
  toConnection,
  type Connection,
  type GraphqlContext,
} from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { timelineOfMission, type TimelineRow } from './queries.js';

@ObjectType({ description: 'Something that happened in a mission: an event of the log.' })
export class TimelineEntry {
  @Field(() => PositionScalar, { description: 'Where in the log it stands.' })
  position!: string;
  @Field({ description: 'The type of event.' })
  type!: string;
  @Field({ description: 'What it happened to: mission/…, indicator/… or commitment/…' })
  stream!: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  recordedAt!: string;
  @Field(() => JsonScalar, { description: 'As the log holds it.' })
  data!: unknown;

  actorId!: string;

  static of(row: TimelineRow): TimelineEntry {
    return Object.assign(new TimelineEntry(), {
      position: row.position,
      type: row.type,
      stream: row.stream,
      recordedAt: row.recorded_at,
      data: (JSON.parse(row.entry) as { readonly data: unknown }).data,
      actorId: row.actor_id,
    });
  }
}

const TimelineConnection = connectionType(TimelineEntry, 'Timeline');

@ArgsType()
class TimelineArgs extends ConnectionArgs {
  @Field({ defaultValue: true, description: 'False for the order in which things happened.' })
  newestFirst!: boolean;
}

@Resolver(() => TimelineEntry)
export class TimelineEntryResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  actor(@Parent() { actorId }: TimelineEntry, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, actorId);
  }
}

@Resolver(() => Mission)
export class MissionTimelineResolver {
  @ResolveField(() => TimelineConnection, { description: 'What happened in the mission, by position in the log.' })
  async timeline(
    @Parent() { key }: Mission,
    @Args() args: TimelineArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<TimelineEntry>> {
    const page = await context.loaders.load(timelineOfMission, key, pageAsked(args, info));
    return toConnection(page, (row) => TimelineEntry.of(row));
  }
}
