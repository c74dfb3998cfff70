import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Info,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { today } from '@maillage/kernel';
import {
  AfterArgs,
  ConnectionArgs,
  DateScalar,
  localId,
  notSignedIn,
  pageAsked,
  toConnection,
  type BatchQuery,
  type Connection,
  type GraphqlContext,
  type Page,
  type PageInput,
} from '@maillage/engine';
import { Organisation, organisationOf } from '@maillage/directory';
import { Commitment, CommitmentConnection, commitmentOf } from '../commitment/graphql.js';
import { Contribution, ContributionConnection } from '../contribution/graphql.js';
import {
  ASKED_AS,
  commitmentsToDeliver,
  contributionsToCorroborate,
  contributionsToDeclare,
  contributionsToVerify,
  reviewRequestsOf,
  reviewsToAnswer,
  type AskedAs,
  type ReviewRequestRow,
} from './queries.js';
import { Review, ReviewConnection } from '../review/graphql.js';
import { enumOf } from '../shared.graphql.js';
import type { ContributionRow } from '../commitment/view.js';

const AskedAsEnum = enumOf(ASKED_AS);
registerEnumType(AskedAsEnum, {
  name: 'AskedAs',
  description: 'Why an organisation is asked for a review.',
  valuesMap: {
    COUNTERPARTY: { description: 'The commitment names it as counterparty.' },
    MEMBER: { description: 'It takes part in the mission.' },
  },
});

@ObjectType({ description: 'A review that is asked for: of one promisor’s work on one commitment.' })
export class ReviewRequest {
  @Field()
  commitment!: Commitment;
  @Field()
  reviewed!: Organisation;
  @Field(() => DateScalar, { description: 'When it fell due or was delivered, whichever came first.' })
  since!: string;
  @Field(() => AskedAsEnum)
  askedAs!: AskedAs;
}

@ObjectType({ description: 'What awaits an organisation today, in UTC. Each list has the oldest first.' })
export class Desk {
  @Field()
  organisation!: Organisation;

  /** Of the organisation, as views hold it. */
  organisationId!: string;
}

@ArgsType()
class DeskArgs extends AfterArgs {
  @Field(() => ID, { description: 'The organisation you act for.' })
  organisationId!: string;
}

@Resolver(() => Desk)
export class DeskResolver {
  @Query(() => Desk, {
    description:
      'What awaits the organisation you act for; another’s is refused with the error code FORBIDDEN, and without a key, token ' +
      'or session with UNAUTHENTICATED.',
  })
  async desk(@Args() args: DeskArgs, @Context() context: GraphqlContext): Promise<Desk> {
    const organisationId = ownId(args.organisationId, context);
    const organisation = await organisationOf(context, organisationId);
    if (organisation === null) {
      throw new GraphQLError('organisationId: the organisation you act for is not registered; register it first.', {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    return Object.assign(new Desk(), { organisation, organisationId });
  }

  @ResolveField(() => [ReviewRequest], {
    description:
      'By promisor and commitment past due or delivered: those neither reviewed nor declined. Five at most; the next come as ' +
      'these are answered.',
  })
  async reviewRequests(
    @Parent() { organisationId }: Desk,
    @Context() context: GraphqlContext,
  ): Promise<ReviewRequest[]> {
    const rows = await context.loaders.load(reviewRequestsOf, organisationId, { on: today(context.clock) });
    const requests = await Promise.all(rows.map((row) => requestOf(context, row)));
    return requests.filter((request) => request !== null);
  }

  @ResolveField(() => ReviewConnection, {
    description: 'Reviews of its own work that it has not answered, or that were revised since it has.',
  })
  async reviewsToAnswer(
    @Parent() { organisationId }: Desk,
    @Args() args: ConnectionArgs,
    @Context() { loaders }: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Review>> {
    const page = await loaders.load(reviewsToAnswer, organisationId, pageAsked(args, info));
    return toConnection(page, (row) => Review.of(row));
  }

  @ResolveField(() => CommitmentConnection, {
    description: 'Its own promises that are neither kept nor withdrawn, by due date; those without one come last.',
  })
  async commitmentsToDeliver(
    @Parent() { organisationId }: Desk,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Commitment>> {
    const input = { ...pageAsked(args, info), on: today(context.clock) };
    const page = await context.loaders.load(commitmentsToDeliver, organisationId, input);
    const found = new Map(
      await Promise.all(page.rows.map(async ({ id }) => [id, await present(context, id)] as const)),
    );
    return toConnection(page, ({ id }) => found.get(id) as Commitment);
  }

  @ResolveField(() => ContributionConnection, {
    description: 'Recorded on its behalf, and not yet declared its own.',
  })
  contributionsToDeclare(
    @Parent() desk: Desk,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Contribution>> {
    return contributions(contributionsToDeclare, desk, args, context, info);
  }

  @ResolveField(() => ContributionConnection, {
    description: 'Nobody attests them yet, and it may: as a counterparty or, where none is named, as another member.',
  })
  contributionsToCorroborate(
    @Parent() desk: Desk,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Contribution>> {
    return contributions(contributionsToCorroborate, desk, args, context, info);
  }

  @ResolveField(() => ContributionConnection, {
    description: 'For evaluators of their missions: not yet verified, and of no party tied to it by control group.',
  })
  contributionsToVerify(
    @Parent() desk: Desk,
    @Args() args: ConnectionArgs,
    @Context() context: GraphqlContext,
    @Info() info?: GraphQLResolveInfo,
  ): Promise<Connection<Contribution>> {
    return contributions(contributionsToVerify, desk, args, context, info);
  }
}

/** The organisation named, if whoever asks acts for it and may read. @throws {GraphQLError} otherwise. @throws {IdError} */
function ownId(globalId: string, { principal, sessionOver }: GraphqlContext): string {
  if (principal === undefined) {
    // In the body alone: browsers report a status of 401 as a fault of the page, which has only been left open too long.
    const { message, extensions } = notSignedIn(
      sessionOver,
      "A desk is shown to its organisation: sign in, or send the organisation's access key or token.",
    );
    throw new GraphQLError(message, { extensions: { code: extensions['code'] } });
  }
  const organisationId = localId('Organisation', globalId, ['organisationId']);
  if (principal.organisation !== organisationId) {
    throw forbidden('organisationId: this is the desk of another organisation; ask for that of the one you act for.');
  }
  if (!principal.scopes.includes('read')) {
    throw forbidden('This access key may not read; a desk needs one with the scope "read".');
  }
  return organisationId;
}

function forbidden(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}

async function contributions(
  query: BatchQuery<PageInput, Page<ContributionRow>>,
  { organisationId }: Desk,
  args: ConnectionArgs,
  { loaders }: GraphqlContext,
  info: GraphQLResolveInfo | undefined,
): Promise<Connection<Contribution>> {
  const page = await loaders.load(query, organisationId, pageAsked(args, info));
  return toConnection(page, (row) => Contribution.of(row));
}

/** @throws {Error} where a commitment that a list named is not there: commitments are never taken away. */
async function present(context: GraphqlContext, id: string): Promise<Commitment> {
  const commitment = await commitmentOf(context, id);
  if (commitment === null) throw new Error(`Commitment ${id} was there and is no longer.`);
  return commitment;
}

/** Null while the directory's view has not caught up with an organisation that this slice's views know already. */
async function requestOf(context: GraphqlContext, row: ReviewRequestRow): Promise<ReviewRequest | null> {
  const { commitment_id, reviewed_id, since, asked_as: askedAs } = row;
  const [commitment, reviewed] = await Promise.all([
    present(context, commitment_id),
    organisationOf(context, reviewed_id),
  ]);
  return reviewed === null ? null : Object.assign(new ReviewRequest(), { commitment, reviewed, since, askedAs });
}
