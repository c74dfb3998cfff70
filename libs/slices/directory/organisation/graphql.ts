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
  localId,
  newId,
  Node,
  pageAsked,
  ReceiptObject,
  Recorder,
  resultOf,
  toConnection,
  toGlobalId,
  UuidScalar,
  type Connection,
  type GraphqlContext,
  type RefusalObject,
} from '@maillage/engine';
import { SECTORS, type Sector } from './events.js';
import { organisationById, organisationPage } from './queries.js';
import type { OrganisationRow } from './view.js';

const SectorEnum = Object.fromEntries(SECTORS.map((sector) => [sector, sector]));
registerEnumType(SectorEnum, { name: 'Sector', description: 'What kind of body an organisation is.' });

@ObjectType({ description: 'An identifier in somebody’s register.' })
export class Identifier {
  @Field({ description: 'The register, by its org-id.guide list code: GB-COH.' })
  scheme!: string;
  @Field()
  value!: string;
}

@ObjectType({ implements: () => [Node], description: 'A legal or informal body.' })
export class Organisation extends Node {
  @Field(() => UuidScalar, {
    description: 'Its id among organisations: that of its stream in the log, organisation/<uuid>.',
  })
  uuid!: string;
  @Field()
  name!: string;
  @Field(() => SectorEnum)
  sector!: Sector;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 or 3166-2.' })
  jurisdiction!: string | null;
  @Field(() => String, { nullable: true })
  website!: string | null;
  @Field(() => [Identifier])
  identifiers!: readonly Identifier[];
  @Field(() => DateTimeScalar)
  registeredAt!: string;

  controlGroupId!: string;

  static of(row: OrganisationRow): Organisation {
    return Object.assign(new Organisation(), {
      id: toGlobalId('Organisation', row.id),
      uuid: row.id,
      name: row.name,
      sector: row.sector,
      jurisdiction: row.jurisdiction,
      website: row.website,
      identifiers: row.identifiers,
      registeredAt: row.registered_at,
      controlGroupId: row.control_group_id,
    });
  }
}

/** For the resolvers of other slices: the organisation under an id, in a batch. */
export async function organisationOf(context: GraphqlContext, id: string): Promise<Organisation | null> {
  const row = await context.loaders.load(organisationById, id, null);
  return row === undefined ? null : Organisation.of(row);
}

export const OrganisationConnection = connectionType(Organisation);

@ArgsType()
class OrganisationsArgs extends IntersectionType(ConnectionArgs, AfterArgs) {
  @Field(() => SectorEnum, { nullable: true })
  sector?: Sector;
  @Field(() => String, { nullable: true, description: 'Part of a name, whatever its case and accents.' })
  search?: string;
}

@InputType()
class IdentifierInput {
  @Field()
  scheme!: string;
  @Field()
  value!: string;
}

@InputType({ isAbstract: true })
abstract class OrganisationTermsInput {
  @Field(() => UuidScalar, { description: 'Chosen by the client; the same one again is the same command again.' })
  commandId!: string;
  @Field()
  name!: string;
  @Field(() => SectorEnum)
  sector!: Sector;
  @Field(() => String, { nullable: true })
  jurisdiction?: string;
  @Field(() => String, { nullable: true })
  website?: string;
  @Field(() => [IdentifierInput], { nullable: true })
  identifiers?: IdentifierInput[];
}

@InputType()
class RegisterOrganisationInput extends OrganisationTermsInput {}

@InputType()
class ReviseOrganisationInput extends OrganisationTermsInput {
  @Field(() => ID)
  organisationId!: string;
}

@InputType()
class GroupOrganisationInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  organisationId!: string;
  @Field(() => ID, { description: 'The ultimate parent of the control group.' })
  parentId!: string;
}

@InputType()
class UngroupOrganisationInput {
  @Field(() => UuidScalar)
  commandId!: string;
  @Field(() => ID)
  organisationId!: string;
  @Field()
  reason!: string;
}

@ObjectType()
class OrganisationRecorded {
  @Field(() => Organisation, { nullable: true, description: 'Null while the views have not caught up.' })
  organisation!: Organisation | null;
  @Field()
  receipt!: ReceiptObject;
}

const OrganisationResult = resultOf('OrganisationResult', OrganisationRecorded);
type Result = Promise<OrganisationRecorded | RefusalObject>;

@Resolver(() => Organisation)
export class OrganisationResolver {
  constructor(
    private readonly bus: Bus,
    private readonly recorder: Recorder,
  ) {}

  @Query(() => Organisation, { nullable: true })
  organisation(
    @Args('id', { type: () => ID }) id: string,
    @Args() _: AfterArgs,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, localId('Organisation', id, ['id']));
  }

  @Query(() => OrganisationConnection, { description: 'By name.' })
  async organisations(
    @Args() args: OrganisationsArgs,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Organisation>> {
    const page = await this.bus.ask(organisationPage, pageAsked(args, info));
    return toConnection(page, (row) => Organisation.of(row));
  }

  @ResolveField(() => Organisation, {
    nullable: true,
    description: 'The ultimate parent of its control group; the organisation itself while it stands alone.',
  })
  controlGroup(
    @Parent() { controlGroupId }: Organisation,
    @Context() context: GraphqlContext,
  ): Promise<Organisation | null> {
    return organisationOf(context, controlGroupId);
  }

  @Mutation(() => OrganisationResult, { description: 'Needs a key with the scope "admin".' })
  registerOrganisation(@Args('input') input: RegisterOrganisationInput, @Context() context: GraphqlContext): Result {
    const { commandId } = input;
    return this.record(context, () => ({
      type: 'RegisterOrganisation',
      id: newId(commandId),
      data: dataOf(input),
      commandId,
    }));
  }

  @Mutation(() => OrganisationResult, { description: 'Replaces what is said of the organisation as a whole.' })
  reviseOrganisation(@Args('input') input: ReviseOrganisationInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => {
      const { organisationId: _, ...data } = dataOf(input);
      return this.addressed('ReviseOrganisation', input, data);
    });
  }

  @Mutation(() => OrganisationResult)
  groupOrganisation(@Args('input') input: GroupOrganisationInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () =>
      this.addressed('GroupOrganisation', input, { parentId: localId('Organisation', input.parentId, ['parentId']) }),
    );
  }

  @Mutation(() => OrganisationResult)
  ungroupOrganisation(@Args('input') input: UngroupOrganisationInput, @Context() context: GraphqlContext): Result {
    return this.record(context, () => this.addressed('UngroupOrganisation', input, { reason: input.reason }));
  }

  private addressed(type: string, input: { commandId: string; organisationId: string }, data: unknown) {
    const id = localId('Organisation', input.organisationId, ['organisationId']);
    return { type, id, idField: 'organisationId', data, commandId: input.commandId };
  }

  private record(context: GraphqlContext, recording: Parameters<Recorder['record']>[1]): Result {
    return this.recorder.record(context, recording, async (receipt, id) =>
      Object.assign(new OrganisationRecorded(), { organisation: await organisationOf(context, id), receipt }),
    );
  }
}
