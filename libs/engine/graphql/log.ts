import {
  Args,
  ArgsType,
  Field,
  ID,
  Info,
  Int,
  IntersectionType,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { RecordedEvent } from '@maillage/kernel';
import { Ledger } from '@maillage/ledger';
import { Database } from '@maillage/platform';
import { Bus } from '../bus.js';
import { logHead, logPage, type LogRow } from '../queries/log.js';
import {
  checkpointCovering,
  checkpointOfSize,
  consistencyOf,
  inclusionProof,
  latestCheckpoint,
  policyOfLog,
  receiptOfCommand,
  seal,
} from '../queries/tree.js';
import { Registry, type Slice } from '../slice.js';
import { status, type ViewStatus } from '../status.js';
import { AfterArgs, ConnectionArgs, connectionType, toConnection, type Connection } from './definitions/connection.js';
import { CheckpointResolver } from './checkpoint.js';
import { localId, toGlobalId } from './node.js';
import { NodeResolver } from './node.resolver.js';
import { pageAsked } from './page-asked.js';
import { ReceiptResolver } from './receipt.resolver.js';
import { DateTimeScalar, JsonScalar, PositionScalar, UuidScalar } from './scalars.js';
import { SealResolver } from './seal.js';

@ObjectType({ description: 'An event of the log, with all it takes to check it.' })
export class LogEvent {
  @Field(() => PositionScalar, { description: 'Its place in the log, counting from "1".' })
  position!: string;
  @Field(() => UuidScalar, { description: 'Its own id, as its receipt gives it.' })
  id!: string;
  @Field({ description: 'What happened, by its name: CommitmentMade.' })
  type!: string;
  @Field(() => Int, { description: 'The number of the schema that `data` was written with.' })
  schema!: number;
  @Field({ description: 'What it happened to: commitment/<UUID>.' })
  stream!: string;
  @Field(() => PositionScalar, { description: 'Within its stream, from 1.' })
  version!: string;
  @Field(() => ID, { description: 'The organisation that recorded it.' })
  organisation!: string;
  @Field(() => String, { nullable: true, description: 'An opaque id; who that is lives outside the log.' })
  member!: string | null;
  @Field(() => UuidScalar, { description: 'The command that it was recorded by.' })
  commandId!: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded, by the clock of the server.' })
  recordedAt!: string;
  @Field(() => JsonScalar, { description: 'As written, under `schema`.' })
  data!: unknown;
  @Field({ description: 'The event as RFC 8785 canonical JSON text: what `hash` is taken of.' })
  entry!: string;
  @Field({ description: 'SHA-256(0x00 ‖ entry), the RFC 6962 leaf hash, in hex.' })
  hash!: string;

  static of({ position, entry, leaf }: LogRow): LogEvent {
    const envelope = JSON.parse(entry) as Omit<RecordedEvent, 'version'> & { readonly version: string };
    return Object.assign(new LogEvent(), {
      position,
      id: envelope.id,
      type: envelope.type,
      schema: envelope.schema,
      stream: envelope.stream,
      version: envelope.version,
      organisation: toGlobalId('Organisation', envelope.actor.organisation),
      member: envelope.actor.member ?? null,
      commandId: envelope.commandId,
      recordedAt: envelope.recordedAt,
      data: envelope.data,
      entry,
      hash: leaf.toString('hex'),
    });
  }
}

const LogEventConnection = connectionType(LogEvent);

const ViewStateEnum = { RUNNING: 'RUNNING', HALTED: 'HALTED', ABSENT: 'ABSENT' } as const;
registerEnumType(ViewStateEnum, {
  name: 'ViewState',
  description: 'Whether a read model follows the log.',
  valuesMap: {
    RUNNING: { description: 'It folds events as they are recorded.' },
    HALTED: { description: 'An event could not be folded; the view stands just before it.' },
    ABSENT: { description: 'Nobody has built its tables yet.' },
  },
});

@ObjectType('ViewStatus', { description: 'Where a read model stands.' })
export class ViewStatusObject {
  @Field({ description: 'The read model’s name.' })
  name!: string;
  @Field(() => Int, { description: 'The number of its definition; a new number means that it was built anew.' })
  version!: number;
  @Field(() => PositionScalar, { description: 'Everything up to there is in it.' })
  position!: string;
  @Field(() => PositionScalar, { description: 'How many events of the log it has yet to fold.' })
  lag!: string;
  @Field(() => ViewStateEnum, { description: 'Whether it is moving.' })
  state!: ViewStatus['state'];
  @Field(() => String, { nullable: true, description: 'Why it was halted; null where it was not.' })
  error!: string | null;
  @Field(() => PositionScalar, { nullable: true, description: 'The event that halted it.' })
  errorPosition!: string | null;

  static of({ position, lag, error, errorPosition, ...view }: ViewStatus): ViewStatusObject {
    return Object.assign(new ViewStatusObject(), {
      ...view,
      position: position.toString(),
      lag: lag.toString(),
      error: error ?? null,
      errorPosition: errorPosition?.toString() ?? null,
    });
  }
}

@ArgsType()
class EventsArgs extends IntersectionType(ConnectionArgs, AfterArgs) {
  @Field(() => String, { nullable: true, description: 'As in commitment/<UUID>.' })
  stream?: string;
  @Field(() => String, { nullable: true, description: 'As in CommitmentMade.' })
  type?: string;
  @Field(() => ID, { nullable: true, description: 'Who recorded it.' })
  organisationId?: string;
  @Field(() => PositionScalar, { nullable: true, description: 'From there on, itself included.' })
  fromPosition?: string;
}

@Resolver(() => LogEvent)
export class LogResolver {
  constructor(
    private readonly bus: Bus,
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly registry: Registry,
  ) {}

  @Query(() => LogEventConnection, { description: 'The log itself, in its order.' })
  async events(@Args() args: EventsArgs, @Info() info?: GraphQLResolveInfo): Promise<Connection<LogEvent>> {
    const { organisationId, ...input } = pageAsked(args, info);
    const page = await this.bus.ask(logPage, {
      ...input,
      organisationId:
        organisationId === undefined ? undefined : localId('Organisation', organisationId, ['organisationId']),
    });
    return toConnection(page, (row) => LogEvent.of(row));
  }

  @Query(() => PositionScalar, { description: 'The position of the last event; "0" while there is none.' })
  head(): Promise<string> {
    return this.bus.ask(logHead, null);
  }

  @Query(() => [ViewStatusObject], { description: 'Where each read model stands, by name.' })
  async views(): Promise<ViewStatusObject[]> {
    const { views } = await status(this.database, this.ledger, [...this.registry.views.values()]);
    return views.map((view) => ViewStatusObject.of(view)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/** The log, its seal, and the state of the views, as every composition of slices shows them. */
export const logSlice: Slice = {
  name: 'engine',
  deciders: [],
  views: [],
  queries: [
    logPage,
    logHead,
    receiptOfCommand,
    inclusionProof,
    latestCheckpoint,
    checkpointOfSize,
    checkpointCovering,
    consistencyOf,
    policyOfLog,
    seal,
  ],
  resolvers: [LogResolver, NodeResolver, ReceiptResolver, CheckpointResolver, SealResolver],
};
