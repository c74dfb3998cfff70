import {
  Args,
  Context,
  Field,
  ID,
  Info,
  Int,
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
  Bus,
  ComputedAt,
  connectionType,
  dataOf,
  enumType,
  DateScalar,
  DateTimeScalar,
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
import { Organisation, organisationOf, sector, type Sector } from '@maillage/directory';
import { missionCommands } from './commands.js';
import type { PrivateFields, Role } from './events.js';
import {
  DeclareMissionInput,
  InviteOrganisationInput,
  JoinMissionInput,
  PrivateFieldsEnum,
  LeaveMissionInput,
  MembershipArgs,
  MissionsArgs,
  ReviseMissionInput,
  RoleEnum,
  WithdrawInvitationInput,
} from './inputs.js';
import {
  membersBySectorOfMission,
  membershipsOfOrganisation,
  membersOfMission,
  missionById,
  missionPage,
  openInvitationsOfMission,
} from './queries.js';
import { PlaceObject } from '../shared.graphql.js';
import type { InvitationRow, MemberRow, MissionRow } from './view.js';

@ObjectType({ implements: () => [Node], description: 'A shared, measurable goal.' })
export class Mission extends Node {
  @Field()
  title!: string;
  @Field({ description: 'What the mission answers to, in one sentence.' })
  challenge!: string;
  @Field({ description: 'With its #. Several missions may share one.' })
  hashtag!: string;
  @Field(() => DateScalar, { nullable: true })
  startsOn!: string | null;
  @Field(() => DateScalar, { nullable: true })
  endsOn!: string | null;
  @Field(() => [PlaceObject])
  places!: readonly PlaceObject[];
  @Field(() => [String], { description: 'Sustainable Development Goals and targets: 11, 11.1, 8.b.' })
  sdgs!: readonly string[];
  @Field({ description: 'Whether any registered organisation may join as MEMBER or FUNDER.' })
  openInvitation!: boolean;
  @Field(() => [PrivateFieldsEnum], {
    description: 'Of what is recorded now; earlier texts stay as they were recorded, public or private.',
  })
  privateFields!: readonly PrivateFields[];
  @Field(() => DateTimeScalar)
  declaredAt!: string;

  /** Its id among missions, as views and streams hold it. */
  uuid!: string;
  /** The same, as definitions know every thing: they make edges to missions, and lists below them. */
  key!: string;
  row!: MissionRow;
  declaredById!: string;

  static find(context: GraphqlContext, key: string): Promise<Mission | null> {
    return missionOf(context, key);
  }

  static of(row: MissionRow): Mission {
    return Object.assign(new Mission(), {
      id: toGlobalId('Mission', row.id),
      title: row.title,
      challenge: row.challenge,
      hashtag: row.hashtag,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      places: row.places,
      sdgs: row.sdgs,
      openInvitation: row.open_invitation,
      privateFields: row.private_fields,
      declaredAt: row.declared_at,
      uuid: row.id,
      key: row.id,
      row,
      declaredById: row.declared_by,
    });
  }
}

/** For the resolvers of other slices: the mission under an id, in a batch. */
export async function missionOf(context: GraphqlContext, id: string): Promise<Mission | null> {
  const row = await context.loaders.load(missionById, id, null);
  return row === undefined ? null : Mission.of(row);
}

export const MissionConnection = connectionType(Mission);

@ObjectType({ description: 'An organisation’s part in a mission.' })
export class Membership {
  @Field(() => [RoleEnum], { description: 'Those it holds now, in the order of taking them; none once it has left.' })
  roles!: readonly Role[];
  @Field(() => DateTimeScalar, { description: 'Of the present membership, or of the last one.' })
  joinedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  leftAt!: string | null;

  organisationId!: string;
  missionId!: string;

  static of(row: MemberRow): Membership {
    return Object.assign(new Membership(), {
      roles: row.roles,
      joinedAt: row.joined_at,
      leftAt: row.left_at,
      organisationId: row.organisation_id,
      missionId: row.mission_id,
    });
  }
}

const MembershipConnection = connectionType(Membership);

@ObjectType({ description: 'Neither accepted nor withdrawn yet.' })
export class Invitation {
  @Field(() => RoleEnum)
  role!: Role;
  @Field(() => DateTimeScalar)
  invitedAt!: string;

  organisationId!: string;

  static of(row: InvitationRow): Invitation {
    return Object.assign(new Invitation(), {
      role: row.role,
      invitedAt: row.invited_at,
      organisationId: row.organisation_id,
    });
  }
}

@ObjectType({ description: 'How many present members of a mission are of one sector.' })
class MembersOfSector {
  @Field(() => enumType(sector), { description: 'What kind of body they are.' })
  sector!: Sector;
  @Field(() => Int)
  organisations!: number;
  @ComputedAt()
  computedAt!: string;
}

@ObjectType()
class MissionRecorded {
  @Field(() => Mission, { nullable: true, description: 'Null while the views have not caught up.' })
  mission!: Mission | null;
  @Field()
  receipt!: ReceiptObject;
}

const MissionResult = resultOf('MissionResult', MissionRecorded, missionCommands);
type Result = Promise<MissionRecorded | RefusalObject>;

@Resolver(() => Mission)
export class MissionResolver {
  constructor(
    private readonly bus: Bus,
    private readonly recorder: Recorder,
  ) {}

  @Query(() => Mission, { nullable: true })
  mission(
    @Args('id', { type: () => ID }) id: string,
    @Args() _: AfterArgs,
    @Context() context: GraphqlContext,
  ): Promise<Mission | null> {
    return missionOf(context, localId('Mission', id, ['id']));
  }

  @Query(() => MissionConnection, { description: 'Newest first.' })
  async missions(@Args() args: MissionsArgs, @Info() info?: GraphQLResolveInfo): Promise<Connection<Mission>> {
    const { organisationId, ...input } = pageAsked(args, info);
    const memberId =
      organisationId === undefined ? undefined : localId('Organisation', organisationId, ['organisationId']);
    const page = await this.bus.ask(missionPage, { ...input, memberId });
    return toConnection(page, (row) => Mission.of(row));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  declaredBy(@Parent() { declaredById }: Mission, @Context() context: GraphqlContext): Promise<Organisation | null> {
    return organisationOf(context, declaredById);
  }

  @ResolveField(() => MembershipConnection, { description: 'In the order of joining.' })
  async members(
    @Parent() { uuid }: Mission,
    @Args() args: MembershipArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Membership>> {
    const page = await context.loaders.load(membersOfMission, uuid, pageAsked(args, info));
    return toConnection(page, (row) => Membership.of(row));
  }

  @ResolveField(() => [MembersOfSector], { description: 'Every sector, those nobody is of included.' })
  async membersBySector(
    @Parent() { uuid }: Mission,
    @Context() context: GraphqlContext,
  ): Promise<readonly MembersOfSector[]> {
    const { sectors, computedAt } = await context.loaders.load(membersBySectorOfMission, uuid, null);
    return sectors.map((counted) => Object.assign(new MembersOfSector(), { ...counted, computedAt }));
  }

  @ResolveField(() => [Invitation], { description: 'Open ones, oldest first.' })
  async invitations(@Parent() { uuid }: Mission, @Context() context: GraphqlContext): Promise<readonly Invitation[]> {
    const rows = await context.loaders.load(openInvitationsOfMission, uuid, null);
    return rows.map((row) => Invitation.of(row));
  }

  @Mutation(() => MissionResult, { description: 'Whoever declares a mission is its first backbone.' })
  declareMission(@Args('input') input: DeclareMissionInput, @Context() context: GraphqlContext): Result {
    const { commandId } = input;
    return this.record(context, () => ({
      type: 'DeclareMission',
      id: newId(commandId),
      data: dataOf(input),
      commandId,
    }));
  }

  @Mutation(() => MissionResult, { description: 'Replaces what the mission says of itself as a whole. For backbones.' })
  reviseMission(@Args('input') input: ReviseMissionInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => {
      const { missionId: _, ...data } = dataOf(input);
      return addressed('ReviseMission', input, data);
    });
  }

  @Mutation(() => MissionResult, { description: 'For backbones.' })
  inviteOrganisation(@Args('input') input: InviteOrganisationInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => addressed('InviteOrganisation', input, enrolment(input)));
  }

  @Mutation(() => MissionResult, { description: 'Takes back an invitation nobody has accepted yet. For backbones.' })
  withdrawInvitation(@Args('input') input: WithdrawInvitationInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => addressed('WithdrawInvitation', input, enrolment(input)));
  }

  @Mutation(() => MissionResult, { description: 'Takes a role, one of several an organisation may hold.' })
  joinMission(@Args('input') input: JoinMissionInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => addressed('JoinMission', input, enrolment(input)));
  }

  @Mutation(() => MissionResult, { description: 'Gives up all roles held.' })
  leaveMission(@Args('input') input: LeaveMissionInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => {
      const { missionId: _, ...data } = dataOf(input);
      return addressed('LeaveMission', input, data);
    });
  }

  private record(context: GraphqlContext, recording: Parameters<Recorder['record']>[1]): Result {
    return this.recorder.record(context, recording, async (receipt, id) =>
      Object.assign(new MissionRecorded(), { mission: await missionOf(context, id), receipt }),
    );
  }
}

@Resolver(() => Membership)
export class MembershipResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  organisation(
    @Parent() { organisationId }: Membership,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, organisationId);
  }

  @ResolveField(() => Mission, { nullable: true, description: 'Null while the views have not caught up.' })
  mission(@Parent() { missionId }: Membership, @Context() context: GraphqlContext): Promise<Mission | null> {
    return missionOf(context, missionId);
  }
}

@Resolver(() => Invitation)
export class InvitationResolver {
  @ResolveField(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  organisation(
    @Parent() { organisationId }: Invitation,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, organisationId);
  }
}

/** What the directory's organisations take part in. */
@Resolver(() => Organisation)
export class OrganisationMissionsResolver {
  @ResolveField(() => MembershipConnection, { description: 'What it takes part in, in the order of joining.' })
  async missions(
    @Parent() { key }: Organisation,
    @Args() args: MembershipArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Membership>> {
    const page = await context.loaders.load(membershipsOfOrganisation, key, pageAsked(args, info));
    return toConnection(page, (row) => Membership.of(row));
  }
}

function addressed(type: string, input: { commandId: string; missionId: string }, data: unknown) {
  return {
    type,
    id: localId('Mission', input.missionId, ['missionId']),
    idField: 'missionId',
    data,
    commandId: input.commandId,
  };
}

function enrolment({ role, organisationId }: { role: Role; organisationId?: string | null }) {
  // GraphQL sends null for "not given" just as well.
  return organisationId === undefined || organisationId === null
    ? { role }
    : { role, organisationId: localId('Organisation', organisationId, ['organisationId']) };
}
