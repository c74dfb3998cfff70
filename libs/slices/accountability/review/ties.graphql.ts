import { Context, Field, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '@maillage/engine';
import type { TieKind } from '../commitment/events.js';
import { Contribution } from '../contribution/graphql.js';
import { Review } from './graphql.js';
import { TieKindEnum } from './inputs.js';
import { tiesOfReview } from './ties.queries.js';
import { tiesBeside, TIE_BASES, type Tie, type TieBasis } from './ties.js';
import { shareAMember, sharing } from '../ports.js';
import { enumOf } from '../shared.graphql.js';

const TieBasisEnum = enumOf(TIE_BASES);
registerEnumType(TieBasisEnum, {
  name: 'TieBasis',
  description: 'How a tie is known.',
  valuesMap: {
    DECLARED: { description: 'The reviewer says so, and the log does not show it.' },
    FOUND: { description: 'The log shows it, declared or not.' },
  },
});

@ObjectType({ description: 'Something between reviewer and reviewed that readers of the review should know of.' })
export class ReviewTie {
  @Field(() => TieKindEnum)
  kind!: TieKind;
  @Field(() => TieBasisEnum)
  basis!: TieBasis;

  contributionKey!: string | null;
}

@Resolver(() => Review)
export class ReviewTiesResolver {
  @ResolveField(() => [ReviewTie], {
    description:
      'As they stood when the review was submitted or revised, one of a kind at most. They take nothing from its weight.',
  })
  async ties(@Parent() { key }: Review, @Context() context: GraphqlContext): Promise<ReviewTie[]> {
    const ties = await tiesOf(context, key);
    return ties.map((tie) => Object.assign(new ReviewTie(), tie));
  }
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
