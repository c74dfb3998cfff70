import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import {
  argumentsOf,
  byPosition,
  ConnectionArgs,
  localId,
  toConnection,
  type Connection,
  type GraphqlContext,
} from '@maillage/engine';
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
  ): Promise<Connection<Commitment>> {
    const page = await context.loaders.load(commitmentsOfMission, uuid, argumentsOf(args));
    return toConnection(page, (row) => Commitment.of(row), byPosition);
  }
}

@Resolver(() => Organisation)
export class OrganisationCommitmentsResolver {
  @ResolveField(() => CommitmentConnection, { description: 'Those it is a party to, in the order they were made.' })
  async commitments(
    @Parent() { id }: Organisation,
    @Args() args: OrganisationCommitmentsArgs,
    @Context() context: GraphqlContext,
  ): Promise<Connection<Commitment>> {
    const organisationId = localId('Organisation', id, ['id']);
    const page = await context.loaders.load(commitmentsOfOrganisation, organisationId, argumentsOf(args));
    return toConnection(page, (row) => Commitment.of(row), byPosition);
  }
}
