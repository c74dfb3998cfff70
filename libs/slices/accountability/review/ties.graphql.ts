import { z } from 'zod';
import { figure, one, type GraphqlContext } from '@maillage/engine';
import { shape } from '@maillage/kernel';
import { tieKind } from '../commitment/events.js';
import { Contribution } from '../contribution/graphql.js';
import { shareAMember, sharing } from '../ports.js';
import { tiesOfReview } from './ties.queries.js';
import { tieBasis, tiesBeside, type Tie } from './ties.js';

const reviewTie = shape(
  'ReviewTie',
  'Something between reviewer and reviewed that readers of the review should know of.',
  z.strictObject({ kind: tieKind.describe('What it is'), basis: tieBasis.describe('How it is known') }),
);

export const ReviewTie = figure<Tie>(reviewTie, {
  contribution: one(Contribution, {
    says: 'The latest payment found between the two. Null in ties of another kind, and in those only declared.',
    by: 'contributionKey',
  }),
});

/** The ties shown beside a review, by its composite key: none for one that is not there. */
export async function tiesOf({ loaders }: Pick<GraphqlContext, 'loaders'>, key: string): Promise<readonly Tie[]> {
  const known = await loaders.load(tiesOfReview, key, null);
  if (known === undefined) return [];
  const { reviewerId, reviewedId, saidAt, declared, payment } = known;
  const sharedMember = await loaders.load(shareAMember, sharing(reviewerId, reviewedId, saidAt), null);
  return tiesBeside(declared, { payment, sharedMember });
}
