import { Args, ArgsType, Context, Field, Info, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import {
  ConnectionArgs,
  connectionType,
  DateTimeScalar,
  JsonScalar,
  Node,
  pageAsked,
  PositionScalar,
  Registry,
  shapeType,
  toConnection,
  UUID,
  type Connection,
  type GraphqlContext,
  type Slice,
} from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';
import { disclosure, textBehind } from '@maillage/evidence';
import { isSaltedHash, saltedHashesIn, shape, valueAt, withNullAt } from '@maillage/kernel';
import { Mission } from '@maillage/missions';
import { subjectOf } from '../subject.js';
import { timelineOfMission, type TimelineRow } from './queries.js';
import { withheldBy } from './withheld.js';

const eventWords = shape(
  'EventWords',
  'Words of an event that the log has as their salted hash alone.',
  z.strictObject({
    path: z.string().describe('Where in `data` they belong: a JSON Pointer (RFC 6901) such as /reason'),
    text: z
      .string()
      .nullable()
      .describe('Null where they are withheld or erased; ask for the thing itself to see more'),
    disclosure: disclosure.describe('Why they are shown, or are not'),
  }),
);
const EventWords = shapeType(eventWords);

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
  /** As the log holds it. */
  data!: unknown;
  /** The number of its schema. */
  schema!: number;
  actorId!: string;
  eventId!: string;

  static of(row: TimelineRow): TimelineEntry {
    const { id, schema, data } = JSON.parse(row.entry) as Pick<TimelineEntry, 'schema' | 'data'> & {
      readonly id: string;
    };
    return Object.assign(new TimelineEntry(), {
      position: row.position,
      type: row.type,
      stream: row.stream,
      recordedAt: row.recorded_at,
      data,
      schema,
      actorId: row.actor_id,
      eventId: id,
    });
  }
}

/** Whatever may be an id of something, wherever it stands. */
function idsIn(data: unknown): ReadonlySet<string> {
  if (typeof data === 'string') return new Set(UUID.test(data) ? [data] : []);
  if (typeof data !== 'object' || data === null) return new Set();
  return new Set(Object.values(data).flatMap((each) => [...idsIn(each)]));
}

const TimelineConnection = connectionType(TimelineEntry, 'Timeline');

@ArgsType()
class TimelineArgs extends ConnectionArgs {
  @Field({ defaultValue: true, description: 'False for the order in which things happened.' })
  newestFirst!: boolean;
}

/** @param slices whose events are shown: what these withhold is shown to those alone whom their slices name. */
export function timelineEntryResolver(slices: readonly Slice[]): Type<unknown> {
  @Resolver(() => TimelineEntry)
  class TimelineEntryResolver {
    private readonly withheldFrom = withheldBy(slices);

    constructor(private readonly registry: Registry) {}

    @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
    actor(@Parent() { actorId }: TimelineEntry, @Context() context: GraphqlContext): Promise<Organisation | null> {
      return organisationOf(context, actorId);
    }

    @ResolveField(() => Node, {
      nullable: true,
      description:
        'What it happened to: the thing whose stream it is. Null where that has no id of its own, or while the views have not caught up.',
    })
    subject(@Parent() { stream }: TimelineEntry, @Context() context: GraphqlContext): Promise<Node | null> {
      return subjectOf(this.registry, context, stream);
    }

    @ResolveField(() => [Organisation], {
      description: 'Those that `data` names by their ids, each once; without those that the views do not know yet.',
    })
    async organisations(
      @Parent() { data }: TimelineEntry,
      @Context() context: GraphqlContext,
    ): Promise<Organisation[]> {
      const found = await Promise.all([...idsIn(data)].map((id) => organisationOf(context, id)));
      return found.filter((each) => each !== null);
    }

    @ResolveField(() => JsonScalar, {
      description:
        'As the log holds it, but with null in place of words that are not shown to whoever asks: of a proposal that nobody has accepted.',
    })
    async data(@Parent() entry: TimelineEntry, @Context() context: GraphqlContext): Promise<unknown> {
      const withheld = await this.withheldFrom(entry, context);
      return withheld
        .filter((pointer) => !isSaltedHash(valueAt(entry.data, pointer)))
        .reduce((data, pointer) => withNullAt(data, pointer), entry.data);
    }

    @ResolveField(() => [EventWords], {
      description: 'What `data` has salted hashes of, as anybody may read it until it is erased.',
    })
    async words(
      @Parent() entry: TimelineEntry,
      @Context() context: GraphqlContext,
    ): Promise<z.output<typeof eventWords>[]> {
      const { eventId, data } = entry;
      const hashes = saltedHashesIn(data);
      if (hashes.length === 0) return [];
      const withheld = await this.withheldFrom(entry, context);
      return Promise.all(
        hashes.map(async ({ path, sha256 }) => {
          if (withheld.some((pointer) => path === pointer || path.startsWith(`${pointer}/`))) {
            return { path, text: null, disclosure: 'WITHHELD' as const };
          }
          const { text, disclosure } = await textBehind(context, { eventId, path, sha256 }, false);
          return { path, text, disclosure };
        }),
      );
    }
  }
  return TimelineEntryResolver;
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
