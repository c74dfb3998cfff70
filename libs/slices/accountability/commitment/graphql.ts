import {
  Args,
  Context,
  Field,
  ID,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import {
  AfterArgs,
  argumentsOf,
  ComputedAt,
  connectionType,
  dataOf,
  DateScalar,
  DateTimeScalar,
  localId,
  newId,
  Node,
  PositionScalar,
  ReceiptObject,
  Recorder,
  resultOf,
  toGlobalId,
  type GraphqlContext,
  type RefusalObject,
} from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';
import { Mission, missionOf } from '@maillage/missions';
import { commitmentCommands } from './commands.js';
import type { Kind } from './events.js';
import { AmendCommitmentInput, MakeCommitmentInput, WithdrawCommitmentInput } from './inputs.js';
import { commitmentById, termsOfCommitment, type CommitmentRow } from './queries.js';
import { COMMITMENT_STATES, standingOfCommitment, type StateOnDate } from '../progress/queries.js';
import { dateAsked, enumOf, KindEnum, OnArgs, QuantityObject, localIds, SourceObject } from '../shared.graphql.js';
import type { TermsRow, TermsVersionRow } from './view.js';

export const CommitmentStateEnum = enumOf(COMMITMENT_STATES);
registerEnumType(CommitmentStateEnum, {
  name: 'CommitmentState',
  description: 'How a commitment stands on a date.',
  valuesMap: {
    KEPT: {
      description:
        'Undisputed contributions reach the promised amount, late or not; or, where none was promised, there is one.',
    },
    DUE: { description: 'Not kept yet, and its due date has not passed or was never set.' },
    OVERDUE: { description: 'Not kept, and its due date has passed.' },
    WITHDRAWN: { description: 'Taken back by then, for a reason.' },
  },
});

function termsFrom(row: TermsRow) {
  return {
    kind: row.kind,
    quantity: QuantityObject.of(row.amount, row.unit),
    description: row.description,
    dueOn: row.due_on,
  };
}

@ObjectType({ description: 'The terms of a commitment as they once were, or are.' })
export class CommitmentTerms {
  @Field(() => KindEnum)
  kind!: Kind;
  @Field(() => QuantityObject, { nullable: true })
  quantity!: QuantityObject | null;
  @Field()
  description!: string;
  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Why they replaced the earlier ones.' })
  reason!: string | null;
  @Field(() => DateTimeScalar)
  recordedAt!: string;
  @Field(() => PositionScalar)
  position!: string;

  recordedById!: string;

  static of(row: TermsVersionRow): CommitmentTerms {
    return Object.assign(new CommitmentTerms(), {
      ...termsFrom(row),
      reason: row.reason,
      recordedAt: row.recorded_at,
      position: row.position,
      recordedById: row.recorded_by,
    });
  }
}

@ObjectType({ implements: () => [Node], description: 'A promise by one or more organisations to a mission.' })
export class Commitment extends Node {
  @Field(() => KindEnum)
  kind!: Kind;
  @Field(() => QuantityObject, {
    nullable: true,
    description: 'Null for a promise that is kept or not, without a share.',
  })
  quantity!: QuantityObject | null;
  @Field()
  description!: string;
  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;
  @Field(() => DateTimeScalar)
  madeAt!: string;
  @Field({ description: 'Whether `terms` holds earlier ones.' })
  amended!: boolean;
  @Field(() => DateTimeScalar, { nullable: true })
  withdrawnAt!: string | null;
  @Field(() => String, { nullable: true })
  withdrawalReason!: string | null;
  @Field(() => SourceObject, { nullable: true })
  source!: SourceObject | null;

  /** Its id among commitments, as views and streams hold it. */
  uuid!: string;
  missionId!: string;
  promisorIds!: readonly string[];
  counterpartyIds!: readonly string[];
  madeById!: string;

  static of(row: CommitmentRow): Commitment {
    return Object.assign(new Commitment(), {
      id: toGlobalId('Commitment', row.id),
      ...termsFrom(row),
      madeAt: row.made_at,
      amended: row.amended,
      withdrawnAt: row.withdrawn_at,
      withdrawalReason: row.withdrawal_reason,
      source: row.source,
      uuid: row.id,
      missionId: row.mission_id,
      promisorIds: row.promisor_ids,
      counterpartyIds: row.counterparty_ids,
      madeById: row.made_by,
    });
  }
}

@ObjectType({ description: 'How a commitment stands on a date, by its terms as they are now.' })
export class CommitmentStanding {
  @Field(() => DateScalar)
  on!: string;
  @Field(() => CommitmentStateEnum)
  state!: StateOnDate;
  @Field(() => QuantityObject, {
    nullable: true,
    description: 'Undisputed contributions by then, in the unit promised; null where no quantity was promised.',
  })
  delivered!: QuantityObject | null;
  @ComputedAt()
  computedAt!: string;
}

/** The commitment under an id, in a batch. */
export async function commitmentOf(context: GraphqlContext, id: string): Promise<Commitment | null> {
  const row = await context.loaders.load(commitmentById, id, null);
  return row === undefined ? null : Commitment.of(row);
}

export const CommitmentConnection = connectionType(Commitment);

@ObjectType()
class CommitmentRecorded {
  @Field(() => Commitment, { nullable: true, description: 'Null while the views have not caught up.' })
  commitment!: Commitment | null;
  @Field()
  receipt!: ReceiptObject;
}

const CommitmentResult = resultOf('CommitmentResult', CommitmentRecorded, commitmentCommands);
type Result = Promise<CommitmentRecorded | RefusalObject>;

@Resolver(() => Commitment)
export class CommitmentResolver {
  constructor(private readonly recorder: Recorder) {}

  @Query(() => Commitment, { nullable: true })
  commitment(
    @Args('id', { type: () => ID }) id: string,
    @Args() _: AfterArgs,
    @Context() context: GraphqlContext,
  ): Promise<Commitment | null> {
    return commitmentOf(context, localId('Commitment', id, ['id']));
  }

  @ResolveField(() => Mission, { nullable: true, description: 'Null while the views have not caught up.' })
  mission(@Parent() { missionId }: Commitment, @Context() context: GraphqlContext): Promise<Mission | null> {
    return missionOf(context, missionId);
  }

  @ResolveField(() => [Organisation], { description: 'Who promised it, in no order of weight.' })
  promisors(@Parent() { promisorIds }: Commitment, @Context() context: GraphqlContext): Promise<Organisation[]> {
    return organisationsOf(context, promisorIds);
  }

  @ResolveField(() => [Organisation], { description: 'To whom, beside the mission; in no order of weight.' })
  counterparties(
    @Parent() { counterpartyIds }: Commitment,
    @Context() context: GraphqlContext,
  ): Promise<Organisation[]> {
    return organisationsOf(context, counterpartyIds);
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'Who recorded it: a promisor, or a backbone on its behalf.',
  })
  madeBy(@Parent() { madeById }: Commitment, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, madeById);
  }

  @ResolveField(() => CommitmentStanding, {
    description: '`state` and `delivered` in one, with the position in the log they were computed at.',
  })
  standing(
    @Parent() { uuid }: Commitment,
    @Args() args: OnArgs,
    @Context() context: GraphqlContext,
  ): Promise<CommitmentStanding> {
    return standingOf(context, uuid, args);
  }

  @ResolveField(() => CommitmentStateEnum, { description: 'By its terms as they are now.' })
  async state(
    @Parent() { uuid }: Commitment,
    @Args() args: OnArgs,
    @Context() context: GraphqlContext,
  ): Promise<StateOnDate> {
    return (await standingOf(context, uuid, args)).state;
  }

  @ResolveField(() => QuantityObject, {
    nullable: true,
    description: 'Undisputed contributions by a date, in the unit promised; null where no quantity was promised.',
  })
  async delivered(
    @Parent() { uuid }: Commitment,
    @Args() args: OnArgs,
    @Context() context: GraphqlContext,
  ): Promise<QuantityObject | null> {
    return (await standingOf(context, uuid, args)).delivered;
  }

  @ResolveField(() => [CommitmentTerms], { description: 'Every version, the present one included, oldest first.' })
  async terms(@Parent() { uuid }: Commitment, @Context() context: GraphqlContext): Promise<CommitmentTerms[]> {
    const rows = await context.loaders.load(termsOfCommitment, uuid, null);
    return rows.map((row) => CommitmentTerms.of(row));
  }

  @Mutation(() => CommitmentResult, { description: 'For promisors, or a backbone of the mission on their behalf.' })
  makeCommitment(@Args('input') input: MakeCommitmentInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => {
      const { missionId, promisorIds, counterpartyIds } = argumentsOf(input);
      return {
        type: 'MakeCommitment',
        id: newId(input.commandId),
        data: {
          ...dataOf(input),
          missionId: localId('Mission', missionId, ['missionId']),
          ...organisationIds('promisorIds', promisorIds),
          ...organisationIds('counterpartyIds', counterpartyIds),
        },
        commandId: input.commandId,
      };
    });
  }

  @Mutation(() => CommitmentResult, { description: 'Replaces the terms as a whole, until they are due.' })
  amendCommitment(@Args('input') input: AmendCommitmentInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => {
      const { commitmentId: _, ...data } = dataOf(input);
      return addressed('AmendCommitment', input, data);
    });
  }

  @Mutation(() => CommitmentResult, { description: 'Takes the promise back, until it is due.' })
  withdrawCommitment(@Args('input') input: WithdrawCommitmentInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => addressed('WithdrawCommitment', input, { reason: input.reason }));
  }

  private record(context: GraphqlContext, recording: Parameters<Recorder['record']>[1]): Result {
    return this.recorder.record(context, recording, async (receipt, id) =>
      Object.assign(new CommitmentRecorded(), { commitment: await commitmentOf(context, id), receipt }),
    );
  }
}

@Resolver(() => CommitmentTerms)
export class CommitmentTermsResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  recordedBy(
    @Parent() { recordedById }: CommitmentTerms,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, recordedById);
  }
}

async function standingOf(context: GraphqlContext, id: string, args: OnArgs): Promise<CommitmentStanding> {
  const on = dateAsked(args, context);
  const found = await context.loaders.load(standingOfCommitment, id, { on });
  if (found === undefined) throw new Error(`Commitment ${id} was there and is no longer.`);
  const { state, delivered, unit, computedAt } = found;
  return Object.assign(new CommitmentStanding(), {
    ...{ on, state, computedAt },
    delivered: QuantityObject.of(delivered, unit),
  });
}

async function organisationsOf(context: GraphqlContext, ids: readonly string[]): Promise<Organisation[]> {
  const organisations = await Promise.all(ids.map((id) => organisationOf(context, id)));
  return organisations.filter((each) => each !== null);
}

function organisationIds(name: string, globalIds: readonly string[] | undefined) {
  return globalIds === undefined ? {} : { [name]: localIds('Organisation', globalIds, [name]) };
}

function addressed(type: string, input: { commandId: string; commitmentId: string }, data: unknown) {
  const id = localId('Commitment', input.commitmentId, ['commitmentId']);
  return { type, id, idField: 'commitmentId', data, commandId: input.commandId };
}
