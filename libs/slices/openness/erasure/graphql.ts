import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Info,
  InputType,
  IntersectionType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  AfterArgs,
  Bus,
  ConnectionArgs,
  connectionType,
  dataOf,
  DateTimeScalar,
  IdError,
  localId,
  pageAsked,
  PositionScalar,
  ReceiptObject,
  Recorder,
  resultOf,
  toConnection,
  UuidScalar,
  type Connection,
  type GraphqlContext,
  type RefusalObject,
} from '@maillage/engine';
import { uuid } from '@maillage/kernel';
import { Organisation, organisationOf } from '@maillage/directory';
import { erasureCommands } from './commands.js';
import { GROUNDS, type Ground } from './events.js';
import { erasureAt, erasurePage, recordedValue } from './queries.js';
import type { ErasureRow } from './view.js';

const GroundEnum = Object.fromEntries(GROUNDS.map((ground) => [ground, ground]));
registerEnumType(GroundEnum, {
  name: 'ErasureGround',
  description: 'Why a private value is erased.',
  valuesMap: {
    REQUEST_OF_THE_PERSON: { description: 'Somebody the value is about asked for it.' },
    CONSENT_WITHDRAWN: { description: 'Who had agreed to its being kept agrees no more.' },
    LEGAL_OBLIGATION: { description: 'A law, a court or an authority demands it.' },
    RECORDED_IN_ERROR: { description: 'It should not have been recorded.' },
  },
});

const PATH = 'Where in the event’s data it is or was: a JSON Pointer (RFC 6901) such as /whatWorked.';

@ObjectType({ description: 'That a private value was erased: its salted hash stays in the log and opens no more.' })
export class Erasure {
  @Field(() => UuidScalar, { description: 'The event that had the value.' })
  eventId!: string;
  @Field({ description: PATH })
  path!: string;
  @Field(() => GroundEnum)
  ground!: Ground;
  @Field(() => String, { nullable: true })
  note!: string | null;
  @Field(() => DateTimeScalar)
  erasedAt!: string;
  @Field(() => PositionScalar, { description: 'Of the event that says so.' })
  position!: string;

  erasedById!: string;

  static of(row: ErasureRow): Erasure {
    return Object.assign(new Erasure(), {
      eventId: row.event_id,
      path: row.path,
      ground: row.ground,
      note: row.note,
      erasedAt: row.erased_at,
      position: row.position,
      erasedById: row.erased_by,
    });
  }
}

const ErasureConnection = connectionType(Erasure);

@ArgsType()
class ErasuresArgs extends IntersectionType(ConnectionArgs, AfterArgs) {
  @Field(() => UuidScalar, { nullable: true, description: 'The event that had the value.' })
  eventId?: string;
  @Field(() => ID, { nullable: true, description: 'Who erased it.' })
  organisationId?: string;
}

@InputType()
export class EraseValueInput {
  @Field(() => UuidScalar, { description: 'Chosen by the client; the same one again is the same command again.' })
  commandId!: string;
  @Field(() => UuidScalar, { description: 'The event that has the value, by the id its receipt gives.' })
  eventId!: string;
  @Field({ description: PATH })
  path!: string;
  @Field(() => GroundEnum)
  ground!: Ground;
  @Field(() => String, { nullable: true, description: 'Public and permanent, so it must not repeat what is erased.' })
  note?: string;
}

@ObjectType()
class ErasureRecorded {
  @Field(() => Erasure, { nullable: true, description: 'Null while the views have not caught up.' })
  erasure!: Erasure | null;
  @Field()
  receipt!: ReceiptObject;
}

const ErasureResult = resultOf('ErasureResult', ErasureRecorded, erasureCommands);

@Resolver(() => Erasure)
export class ErasureResolver {
  constructor(
    private readonly bus: Bus,
    private readonly recorder: Recorder,
  ) {}

  @Query(() => ErasureConnection, { description: 'What was erased, by whom and why, in the order of the log.' })
  async erasures(@Args() args: ErasuresArgs, @Info() info?: GraphQLResolveInfo): Promise<Connection<Erasure>> {
    const { organisationId, ...input } = pageAsked(args, info);
    const page = await this.bus.ask(erasurePage, {
      ...input,
      organisationId:
        organisationId === undefined ? undefined : localId('Organisation', organisationId, ['organisationId']),
    });
    return toConnection(page, (row) => Erasure.of(row));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Null for an operator that is not registered.' })
  erasedBy(@Parent() { erasedById }: Erasure, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, erasedById);
  }

  @Mutation(() => ErasureResult, {
    description:
      'Erases a private value for good. For the organisation that recorded it, or an operator (scope "admin"). The log ' +
      'and every proof of it stay as they are.',
  })
  async eraseValue(
    @Args('input') input: EraseValueInput,
    @Context() context: GraphqlContext,
  ): Promise<ErasureRecorded | RefusalObject> {
    const { eventId, path, commandId } = input;
    const known = uuid.safeParse(eventId).success && context.principal !== undefined;
    // The log does not change: what it says of the event now is true whenever the command is decided.
    const recorded = known ? await this.bus.ask(recordedValue, { eventId, path }) : undefined;
    const recording = () => {
      const id = uuid.safeParse(eventId);
      if (!id.success) throw new IdError(`eventId: ${id.error.issues[0]?.message ?? ''}.`, ['eventId']);
      const { eventId: _, ...terms } = dataOf(input);
      const data = recorded === undefined ? terms : { ...terms, recorded };
      return { type: 'EraseValue', id: id.data, idField: 'eventId', data, commandId };
    };
    return this.recorder.record(context, recording, async (receipt) => {
      const row = await context.loaders.load(erasureAt, `${eventId} ${path}`, null);
      return Object.assign(new ErasureRecorded(), { erasure: row === undefined ? null : Erasure.of(row), receipt });
    });
  }
}
