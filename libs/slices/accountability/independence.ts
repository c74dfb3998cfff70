import { fromOutside } from '@maillage/directory';
import { commitmentById, partiesStanding } from './commitment/queries.js';
import { contributionById } from './contribution/queries.js';
import { reviewById } from './review/queries.js';
import { composite } from './shared.queries.js';

// Whoever judges is from outside; see `fromOutside`.

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Of a review to be submitted or declined. */
export const reviewFromOutside = fromOutside(({ data }) => Promise.resolve([text(data['reviewedId'])]), ['reviewedId']);

/** Of a review to be revised. */
export const revisionFromOutside = fromOutside(
  async ({ id, data }, database) => {
    const [review] = await reviewById.run(database, { keys: [composite(id, text(data['reviewId']))], args: null });
    return review === undefined ? [] : [review.reviewed_id];
  },
  ['reviewId'],
);

/** Of a contribution to be corroborated or disputed. */
export const attestedFromOutside = fromOutside(
  async ({ id, data }, database) => {
    const keys = [composite(id, text(data['contributionId']))];
    const [contribution] = await contributionById.run(database, { keys, args: null });
    return contribution === undefined ? [] : [contribution.contributor_id];
  },
  ['contributionId'],
);

/** Of a contribution to be verified: its evaluator is tied to no party. */
export const verifiedFromOutside = fromOutside(
  async ({ id }, database) => {
    const [commitment] = await commitmentById.run(database, { keys: [id], args: null });
    return commitment === undefined ? [] : partiesStanding(commitment);
  },
  ['contributionId'],
);

/** Of a change or a settlement to be agreed to by a backbone in the place of counterparties; parties agree whoever they are. */
export const agreedFromOutside = fromOutside(async ({ id, actor }, database) => {
  const [commitment] = await commitmentById.run(database, { keys: [id], args: null });
  const parties = commitment === undefined ? [] : partiesStanding(commitment);
  return parties.includes(actor) ? [] : parties;
});
