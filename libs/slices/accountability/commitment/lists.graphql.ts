import { Args, Context, Info, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Bus, localId, pageAsked, toConnection, type Connection, type GraphqlContext } from '@maillage/engine';
import { Organisation } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { Commitment, CommitmentConnection } from './graphql.js';
import {
  CommitmentListArgs,
  CommitmentsArgs,
  filterGiven,
  OrganisationCommitmentsArgs,
  type WhosePart,
} from './lists.inputs.js';
import {
  commitmentPage,
  commitmentsOfMission,
  commitmentsOfOrganisation,
  type CommitmentFilter,
  type CommitmentsAsked,
} from './lists.queries.js';

@Resolver(() => Commitment)
export class CommitmentsResolver {
  constructor(private readonly bus: Bus) {}

  @Query(() => CommitmentConnection, { description: 'In the order they were made, unless told otherwise.' })
  async commitments(
    @Args() args: CommitmentsArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Commitment>> {
    const { missionId: mission, organisationId: organisation, kind, search, ...asked } = pageAsked(args, info);
    const missionId = mission === undefined ? undefined : localId('Mission', mission, ['missionId']);
    const organisationId =
      organisation === undefined ? undefined : localId('Organisation', organisation, ['organisationId']);
    const whosePart = organisationId === undefined ? undefined : { organisationId };
    const ofArguments = { missionId, organisationId, kind: kind === undefined ? undefined : [kind], search };
    const page = await this.bus.ask(commitmentPage, listed(asked, context, whosePart, ofArguments));
    return toConnection(page, (row) => Commitment.of(row));
  }
}

@Resolver(() => Mission)
export class MissionCommitmentsResolver {
  @ResolveField(() => CommitmentConnection, { description: 'In the order they were made, unless told otherwise.' })
  async commitments(
    @Parent() { uuid }: Mission,
    @Args() args: CommitmentListArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Commitment>> {
    const asked = listed(pageAsked(args, info), context, undefined);
    const page = await context.loaders.load(commitmentsOfMission, uuid, asked);
    return toConnection(page, (row) => Commitment.of(row));
  }
}

@Resolver(() => Organisation)
export class OrganisationCommitmentsResolver {
  @ResolveField(() => CommitmentConnection, {
    description: 'Those it is a party to, in the order they were made, unless told otherwise.',
  })
  async commitments(
    @Parent() { key }: Organisation,
    @Args() args: OrganisationCommitmentsArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Commitment>> {
    const { part, ...asked } = pageAsked(args, info);
    const page = await context.loaders.load(
      commitmentsOfOrganisation,
      key,
      listed(asked, context, 'THE_PARENT', { part }),
    );
    return toConnection(page, (row) => Commitment.of(row));
  }
}

/** What a list is asked for by its filter, and by arguments of its own beside it. */
function listed(
  { filter, ...asked }: Omit<CommitmentsAsked, 'filters'> & { readonly filter?: CommitmentListArgs['filter'] },
  context: GraphqlContext,
  whosePart: WhosePart,
  ofArguments: CommitmentFilter = {},
): CommitmentsAsked {
  // GraphQL sends null for "not given" just as well; pageAsked has taken that away.
  const ofFilter = filter === undefined ? [] : [filterGiven(filter, context, whosePart)];
  return { ...asked, filters: [ofArguments, ...ofFilter] };
}
