import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { enumType, type GraphqlContext } from '@maillage/engine';
import { tieKind, type TieKind } from '../commitment/events.js';
import { Contribution } from '../contribution/graphql.js';
import { shareAMember, sharing } from '../ports.js';
import { tiesOfReview } from './ties.queries.js';
import { tieBasis, tiesBeside, type Tie, type TieBasis } from './ties.js';

const TieKindEnum = enumType(tieKind);
const TieBasisEnum = enumType(tieBasis);

@ObjectType({ description: 'Something between reviewer and reviewed that readers of the review should know of.' })
export class ReviewTie {
  @Field(() => TieKindEnum, { description: 'What it is.' })
  kind!: TieKind;
  @Field(() => TieBasisEnum, { description: 'How it is known.' })
  basis!: TieBasis;

  contributionKey!: string | null;
}

@Resolver(() => ReviewTie)
export class ReviewTieResolver {
  @ResolveField(() => Contribution, {
    nullable: true,
    description: 'The latest payment found between the two. Null in ties of another kind, and in those only declared.',
  })
  contribution(
    @Parent() { contributionKey }: ReviewTie,
    @Context() context: GraphqlContext,
  ): Promise<Contribution | null> {
    return contributionKey === null ? Promise.resolve(null) : Contribution.find(context, contributionKey);
  }
}

/** The ties shown beside a review, by its composite key: none for one that is not there. */
export async function tiesOf({ loaders }: Pick<GraphqlContext, 'loaders'>, key: string): Promise<readonly Tie[]> {
  const known = await loaders.load(tiesOfReview, key, null);
  if (known === undefined) return [];
  const { reviewerId, reviewedId, saidAt, declared, payment } = known;
  const sharedMember = await loaders.load(shareAMember, sharing(reviewerId, reviewedId, saidAt), null);
  return tiesBeside(declared, { payment, sharedMember });
}
