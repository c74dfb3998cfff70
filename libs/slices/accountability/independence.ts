import { refuse, type CalendarDate, type Refusal } from '@maillage/kernel';
import type { Limits } from '@maillage/engine';
import type { Database } from '@maillage/platform';
import { areOneGroup } from '@maillage/directory';
import { commitmentById, partiesStanding } from './commitment/queries.js';
import { contributionById } from './contribution/queries.js';
import { reviewById } from './review/queries.js';
import { composite } from './shared.queries.js';

// Deciders know the groups of those they name. That two are one by way of a third organisation is found in the views, which
// have everybody's memberships: where an act needs somebody from outside, it is asked here as well. A race may pass it;
// what is said within one group weighs nothing in any figure.

type Judged = (sent: Parameters<Limits>[0], database: Database) => Promise<readonly string[]>;

/** Refuses whoever counts as one group with an organisation that the act speaks of. */
function fromOutside(judged: Judged, path: readonly string[] = []): Limits {
  return async (sent, database, on) => {
    const others = (await judged(sent, database)).filter((id) => id !== sent.actor);
    return refuseTied(sent.actor, others, { database, on, path });
  };
}

interface Asked {
  readonly database: Database;
  readonly on: CalendarDate;
  readonly path: readonly string[];
}

async function refuseTied(
  actor: string,
  others: readonly string[],
  { database, on, path }: Asked,
): Promise<Refusal<'SAME_CONTROL_GROUP'> | undefined> {
  if (others.length === 0) return undefined;
  const keys = others.map((other) => composite(actor, other));
  const alike = await areOneGroup.run(database, { keys, args: { on } });
  return alike.includes(true)
    ? refuse(
        'SAME_CONTROL_GROUP',
        'By way of others, your organisation shares a control group with one that this speaks of, or did within the last 365 days; somebody from outside it must say this.',
        path,
      )
    : undefined;
}

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
