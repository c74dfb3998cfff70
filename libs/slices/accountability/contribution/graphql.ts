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
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import {
  AfterArgs,
  argumentsOf,
  ConnectionArgs,
  connectionType,
  dataOf,
  DateTimeScalar,
  localId,
  localIdWithin,
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
import { EvidenceClaims, EvidenceFileObject, EvidenceLinkObject, type HeldText, linksOf } from '@maillage/evidence';
import { PeriodObject } from '@maillage/missions';
import { commitmentCommands } from '../commitment/commands.js';
import type { Evidence, Kind } from '../commitment/events.js';
import { Commitment, commitmentOf } from '../commitment/graphql.js';
import {
  CorroborateContributionInput,
  DeclareContributionInput,
  DisputeContributionInput,
  RecordContributionInput,
  VerifyContributionInput,
} from './inputs.js';
import {
  contributionById,
  contributionsOfCommitment,
  contributionsOfOrganisation,
  statementsOfContribution,
} from './queries.js';
import { enumOf, EvidenceEnum, KindEnum, QuantityObject, localIds, SourceObject } from '../shared.graphql.js';
import { commitmentIn, composite } from '../shared.queries.js';
import { ACTS, type Act, type ContributionRow, type StatementRow } from '../commitment/view.js';

const ActEnum = enumOf(ACTS);
registerEnumType(ActEnum, { name: 'ContributionAct', description: 'What an organisation says of a contribution.' });

@ObjectType({ description: 'What one organisation said of a contribution.' })
export class ContributionStatement {
  @Field(() => ActEnum)
  act!: Act;
  @Field(() => [EvidenceLinkObject])
  evidenceLinks!: readonly EvidenceLinkObject[];
  @Field(() => [EvidenceFileObject])
  evidenceFiles!: readonly EvidenceFileObject[];
  @Field(() => DateTimeScalar)
  recordedAt!: string;

  organisationId!: string;
  commitmentId!: string;
  heldText!: HeldText;

  static of(row: StatementRow): ContributionStatement {
    return Object.assign(new ContributionStatement(), {
      act: row.act,
      commitmentId: row.commitment_id,
      heldText: { plain: row.text, reference: row.text_private },
      evidenceLinks: linksOf(row.evidence_links),
      evidenceFiles: EvidenceFileObject.allOf(row.evidence_links),
      recordedAt: row.recorded_at,
      organisationId: row.organisation_id,
    });
  }
}

@ObjectType({ implements: () => [Node], description: 'What was in fact given towards a commitment.' })
export class Contribution extends Node {
  @Field(() => KindEnum)
  kind!: Kind;
  @Field(() => QuantityObject, { nullable: true })
  quantity!: QuantityObject | null;
  @Field(() => PeriodObject)
  period!: PeriodObject;
  @Field(() => String, { nullable: true })
  description!: string | null;
  @Field(() => EvidenceEnum, { description: 'The best level reached.' })
  evidence!: Evidence;
  @Field(() => [EvidenceLinkObject], { description: 'As given when it was recorded; later ones are in `statements`.' })
  evidenceLinks!: readonly EvidenceLinkObject[];
  @Field(() => [EvidenceFileObject], { description: 'As given when it was recorded; later ones are in `statements`.' })
  evidenceFiles!: readonly EvidenceFileObject[];
  @Field({ description: 'Whether it waits for its ruling; until then it counts for nothing.' })
  disputed!: boolean;
  @Field(() => DateTimeScalar)
  recordedAt!: string;
  @Field(() => SourceObject, { nullable: true })
  source!: SourceObject | null;

  /** Its commitment and its id within it. */
  key!: string;
  commitmentId!: string;
  contributorId!: string;
  recordedById!: string;
  heldNote!: HeldText;

  static of(row: ContributionRow): Contribution {
    const key = composite(row.commitment_id, row.id);
    return Object.assign(new Contribution(), {
      id: toGlobalId('Contribution', key),
      kind: row.kind,
      quantity: QuantityObject.of(row.amount, row.unit),
      period: Object.assign(new PeriodObject(), { from: row.period_from, to: row.period_to }),
      description: row.description,
      evidence: row.evidence,
      evidenceLinks: linksOf(row.evidence_links),
      evidenceFiles: EvidenceFileObject.allOf(row.evidence_links),
      disputed: row.disputed,
      recordedAt: row.recorded_at,
      source: row.source,
      key,
      commitmentId: row.commitment_id,
      contributorId: row.contributor_id,
      recordedById: row.recorded_by,
      heldNote: { plain: row.note, reference: row.note_private },
    });
  }
}

/** The contribution under a composite key, in a batch. */
export async function contributionOf(context: GraphqlContext, key: string): Promise<Contribution | null> {
  const row = await context.loaders.load(contributionById, key, null);
  return row === undefined ? null : Contribution.of(row);
}

export const ContributionConnection = connectionType(Contribution);

@ObjectType()
class ContributionRecorded {
  @Field(() => Contribution, { nullable: true, description: 'Null while the views have not caught up.' })
  contribution!: Contribution | null;
  @Field(() => Commitment, { nullable: true, description: 'Null while the views have not caught up.' })
  commitment!: Commitment | null;
  @Field()
  receipt!: ReceiptObject;
}

const ContributionResult = resultOf('ContributionResult', ContributionRecorded, commitmentCommands);
type Result = Promise<ContributionRecorded | RefusalObject>;
interface OfContributionInput {
  readonly commandId: string;
  readonly contributionId: string;
}

@Resolver(() => Contribution)
export class ContributionResolver {
  constructor(
    private readonly recorder: Recorder,
    private readonly claims: EvidenceClaims,
  ) {}

  @Query(() => Contribution, { nullable: true })
  contribution(
    @Args('id', { type: () => ID }) id: string,
    @Args() _: AfterArgs,
    @Context() context: GraphqlContext,
  ): Promise<Contribution | null> {
    const named = localIdWithin('Contribution', id, ['id']);
    return contributionOf(context, composite(named.owner, named.id));
  }

  @ResolveField(() => Commitment, { nullable: true })
  commitment(@Parent() { commitmentId }: Contribution, @Context() context: GraphqlContext): Promise<Commitment | null> {
    return commitmentOf(context, commitmentId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  contributor(
    @Parent() { contributorId }: Contribution,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, contributorId);
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The contributor itself, or a backbone on its behalf.',
  })
  recordedBy(
    @Parent() { recordedById }: Contribution,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, recordedById);
  }

  @ResolveField(() => [ContributionStatement], { description: 'Who declared, corroborated, verified or disputed it.' })
  async statements(
    @Parent() { key }: Contribution,
    @Context() context: GraphqlContext,
  ): Promise<ContributionStatement[]> {
    const rows = await context.loaders.load(statementsOfContribution, key, null);
    return rows.map((row) => ContributionStatement.of(row));
  }

  @Mutation(() => ContributionResult, { description: 'For the giver, or a backbone of the mission on its behalf.' })
  recordContribution(@Args('input') input: RecordContributionInput, @Context() context: GraphqlContext): Result {
    const recording = async () => {
      const { commitmentId, contributorId, missionId, counterpartyIds } = argumentsOf(input);
      const { commitmentId: _, ...data } = await this.claims.complete(dataOf(input));
      return {
        type: 'RecordContribution',
        idField: 'commitmentId',
        id: commitmentId === undefined ? newId(input.commandId) : localId('Commitment', commitmentId, ['commitmentId']),
        data: {
          ...data,
          ...(contributorId === undefined
            ? {}
            : { contributorId: localId('Organisation', contributorId, ['contributorId']) }),
          ...(missionId === undefined ? {} : { missionId: localId('Mission', missionId, ['missionId']) }),
          ...(counterpartyIds === undefined
            ? {}
            : { counterpartyIds: localIds('Organisation', counterpartyIds, ['counterpartyIds']) }),
        },
        commandId: input.commandId,
      };
    };
    // The contribution's id is the command's, as the decider has it.
    return this.recorder.record(context, recording, (receipt, id) =>
      recordedOf(context, composite(id, input.commandId), receipt),
    );
  }

  @Mutation(() => ContributionResult, { description: 'For the giver, where another had recorded it.' })
  declareContribution(@Args('input') input: DeclareContributionInput, @Context() context: GraphqlContext): Result {
    return this.say('DeclareContribution', input, context);
  }

  @Mutation(() => ContributionResult, { description: 'For a counterparty, or where none is named, another member.' })
  corroborateContribution(
    @Args('input') input: CorroborateContributionInput,
    @Context() context: GraphqlContext,
  ): Result {
    return this.say('CorroborateContribution', input, context);
  }

  @Mutation(() => ContributionResult, {
    description: 'For an evaluator of the mission with no tie to any party. It settles disputes.',
  })
  verifyContribution(@Args('input') input: VerifyContributionInput, @Context() context: GraphqlContext): Result {
    return this.say('VerifyContribution', input, context);
  }

  @Mutation(() => ContributionResult, {
    description: 'For counterparties and members outside the giver’s control group.',
  })
  disputeContribution(@Args('input') input: DisputeContributionInput, @Context() context: GraphqlContext): Result {
    return this.say('DisputeContribution', input, context);
  }

  private say(type: string, input: OfContributionInput, context: GraphqlContext): Result {
    const recording = async () => {
      const { owner: commitmentId, id } = localIdWithin('Contribution', input.contributionId, ['contributionId']);
      const data = await this.claims.complete({ ...dataOf(input), contributionId: id });
      return { type, id: commitmentId, idField: 'contributionId', data, commandId: input.commandId };
    };
    return this.recorder.record(context, recording, (receipt) => {
      const { owner: commitmentId, id } = localIdWithin('Contribution', input.contributionId, ['contributionId']);
      return recordedOf(context, composite(commitmentId, id), receipt);
    });
  }
}

@Resolver(() => ContributionStatement)
export class ContributionStatementResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  organisation(
    @Parent() { organisationId }: ContributionStatement,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, organisationId);
  }
}

@Resolver(() => Commitment)
export class CommitmentContributionsResolver {
  @ResolveField(() => ContributionConnection, { description: 'In the order they were recorded.' })
  async contributions(
    @Parent() { uuid }: Commitment,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Contribution>> {
    const page = await context.loaders.load(contributionsOfCommitment, uuid, pageAsked(args, info));
    return toConnection(page, (row) => Contribution.of(row));
  }
}

@Resolver(() => Organisation)
export class OrganisationContributionsResolver {
  @ResolveField(() => ContributionConnection, { description: 'Those it gave, in the order they were recorded.' })
  async contributions(
    @Parent() { key }: Organisation,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Contribution>> {
    const page = await context.loaders.load(contributionsOfOrganisation, key, pageAsked(args, info));
    return toConnection(page, (row) => Contribution.of(row));
  }
}

async function recordedOf(context: GraphqlContext, key: string, receipt: ReceiptObject): Promise<ContributionRecorded> {
  const contribution = await contributionOf(context, key);
  const commitment = await commitmentOf(context, commitmentIn(key));
  return Object.assign(new ContributionRecorded(), { contribution, commitment, receipt });
}
