import { Args, Context, Info, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ConnectionArgs, pageAsked, toConnection, type Connection, type GraphqlContext } from '@maillage/engine';
import { Organisation } from '@maillage/directory';
import { Mission } from '@maillage/missions';
import { Commitment, CommitmentConnection } from './graphql.js';
import { OrganisationCommitmentsArgs } from './inputs.js';
import { commitmentsOfMission, commitmentsOfOrganisation } from './queries.js';

@Resolver(() => Mission)
export class MissionCommitmentsResolver {
  @ResolveField(() => CommitmentConnection, { description: 'In the order they were made.' })
  async commitments(
    @Parent() { uuid }: Mission,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Commitment>> {
    const page = await context.loaders.load(commitmentsOfMission, uuid, pageAsked(args, info));
    return toConnection(page, (row) => Commitment.of(row));
  }
}

@Resolver(() => Organisation)
export class OrganisationCommitmentsResolver {
  @ResolveField(() => CommitmentConnection, { description: 'Those it is a party to, in the order they were made.' })
  async commitments(
    @Parent() { uuid }: Organisation,
    @Args() args: OrganisationCommitmentsArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Commitment>> {
    const page = await context.loaders.load(commitmentsOfOrganisation, uuid, pageAsked(args, info));
    return toConnection(page, (row) => Commitment.of(row));
  }
}
