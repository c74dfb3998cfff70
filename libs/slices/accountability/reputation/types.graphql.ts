import { z } from 'zod';
import { computed, figure, MOST_PER_PAGE, one, PageError } from '@maillage/engine';
import { enumeration, shape } from '@maillage/kernel';
import { evidenceLevel } from '../commitment/events.js';
import { Commitment } from '../commitment/graphql.js';
import { Review } from '../review/graphql.js';
import { dimension, type Dimension } from './dimension.js';
import type { Estimate, WeighedDue, WeighedReview as Weighed } from './arithmetic.js';

const publication = enumeration('ReputationPublication', 'Whether an estimate rests on enough to be shown.', {
  PUBLISHED: 'So many independent control groups weigh, and the mass is so much, as its parameters ask for at least.',
  INSUFFICIENT_EVIDENCE: 'Withheld; `shortfall` says what would change that.',
});

const reputationShortfall = shape(
  'ReputationShortfall',
  'What an estimate lacks to be published.',
  z.strictObject({
    groups: z.int().describe('Further control groups whose reviews weigh'),
    mass: z.number().describe('Further mass'),
  }),
);

const disagreement = shape(
  'ReputationDisagreement',
  'How far the control groups whose reviews weigh are apart, all of them: an estimate in the middle may be what everybody ' +
    'sees, or what nobody does.',
  z.strictObject({
    lowest: z.number().describe('The mean score of the group that sees least in it, from 0 to 1'),
    highest: z.number().describe('The mean score of the group that sees most in it, from 0 to 1'),
    apart: z
      .number()
      .describe('By how much two groups differ on average, each pair by the product of its masses: from 0 to 1'),
  }),
);

const weighedReview = shape(
  'WeighedReview',
  'One review and what it weighs: anchor · calibration · reciprocity · evidenceWeight · decay.',
  z.strictObject({
    score: z.number().describe('x: the points in this dimension as a share of 4'),
    anchor: z
      .number()
      .describe(
        'u = V/(V+anchorHalf). In version 1, V is the reviewer’s own verified contributions in all missions; in version 2, ' +
          'how many control groups of accredited evaluators verified one towards a promise it was bound to, without a ' +
          'payment between the two. Who has given nothing weighs nothing',
      ),
    calibration: z
      .number()
      .describe(
        'a: how near the reviewer’s scores of results came to what was verified later. Consensus plays no part',
      ),
    reciprocity: z.number().describe('q: lower, the more good the two say of each other'),
    evidence: evidenceLevel.describe('The best among the undisputed contributions to the commitment it is about'),
    evidenceWeight: z.number().describe('e: what the parameters have that evidence weigh'),
    decay: z.number().describe('d: halves with every `halfLifeDays` since the review'),
    tied: z
      .boolean()
      .describe(
        'Of one control group with the organisation on the day asked about, or within the 365 days before: it weighs ' +
          'nothing. Minded in version 2',
      ),
    weight: z.number().describe('The product of the five; 0 where it is tied'),
    share: z
      .number()
      .describe('Its share of the mass, once its control group’s reviews have shared what the group may weigh'),
  }),
);
type WeighedReviewShown = z.output<typeof weighedReview> & { readonly key: string };

export const WeighedReview = figure<WeighedReviewShown>(weighedReview, {
  review: one(Review, { says: 'As it stands now.', by: 'key' }),
});

const deliveredShare = shape(
  'DeliveredShare',
  'The share of a promise that was delivered with one level of evidence.',
  z.strictObject({
    evidence: evidenceLevel.describe('How well it is attested'),
    share: z.number().describe('From 0 to 1, of what was promised'),
  }),
);

const weighedCommitment = shape(
  'WeighedCommitment',
  'One commitment past its due date and what it says of the organisation.',
  z.strictObject({
    decay: z.number().describe('d: halves with every `halfLifeDays` since the due date'),
    delivered: z.array(deliveredShare).describe('Best evidence first; 1 at most in all'),
    awaitingRuling: z
      .number()
      .describe('What contributions in dispute would add: it waits for the ruling and speaks for nothing'),
    silent: z
      .number()
      .describe(
        'What is neither for nor against for another reason: the giver’s own word in time, what a change or a settlement ' +
          'took away, and what others who promised it gave. 0 in version 1',
      ),
    missing: z.number().describe('The share not delivered'),
    speaksFor: z
      .number()
      .describe('The decay times each share delivered by the weight of its evidence, as much as a fact counts'),
    speaksAgainst: z.number().describe('The decay times the share not delivered, as much as a fact counts'),
    share: z.number().describe('Its share of the mass'),
  }),
);
type WeighedCommitmentShown = z.output<typeof weighedCommitment> & { readonly commitmentId: string };

export const WeighedCommitment = figure<WeighedCommitmentShown>(weighedCommitment, {
  commitment: one(Commitment, { says: 'As it stands now.', by: 'commitmentId' }),
});

const reputationEstimate = shape(
  'ReputationEstimate',
  'The reputation in one dimension, with its reasons.',
  z.strictObject({
    dimension: dimension.describe('What of its work it is about'),
    publication: publication.describe('Whether there is evidence enough to show an estimate'),
    estimate: z.number().nullable().describe('E = r/(r+s), from 0 to 1; null while the evidence is insufficient'),
    uncertainty: z
      .number()
      .nullable()
      .describe(
        'U = priorWeight/(r+s): 1 where nothing is known, nearing 0 with evidence; null while the evidence is insufficient',
      ),
    lower: z
      .number()
      .nullable()
      .describe('E − lowerDeviations·√(E(1−E)/(r+s+1)), not below 0; null while the evidence is insufficient'),
    mass: z.number().describe('r+s−priorWeight: how much evidence there is'),
    groups: z.int().describe('Independent control groups whose reviews weigh'),
    disagreement: disagreement.nullable().describe('Null while the evidence is insufficient'),
    shortfall: reputationShortfall.nullable().describe('Null where the estimate is published'),
    reviewCount: z.int().describe('How many reviews bear on it, those that weigh nothing included'),
    commitmentCount: z.int().describe('How many commitments past their due date bear on it'),
  }),
);
type EstimateShown = z.output<typeof reputationEstimate> & { readonly weighed: Estimate };

/** An explanation may have a thousand lines, and is the same whenever it is asked for: any stretch of it can be had. */
const stretch = {
  first: z.int().default(MOST_PER_PAGE).describe(`How many, 1 to ${MOST_PER_PAGE}.`),
  skip: z.int().default(0).describe('How many to pass over.'),
};

export const ReputationEstimate = figure<EstimateShown>(reputationEstimate, {
  reviews: computed({
    says: 'Oldest first.',
    type: [WeighedReview],
    args: stretch,
    resolve: ({ row, args }) => stretchOf(row.weighed.reviews, args).map(weighedReviewShown),
  }),
  commitments: computed({
    says: 'By due date. Empty in OPENNESS and LEARNING.',
    type: [WeighedCommitment],
    args: stretch,
    resolve: ({ row, args }) => stretchOf(row.weighed.due, args).map(weighedCommitmentShown),
  }),
});

/** What is shown of an estimate: too little evidence withholds it, and says what is lacking. */
export function estimateShown(which: Dimension, weighed: Estimate): EstimateShown {
  const { shortfall = null, mass, groups, reviews, due } = weighed;
  const shown = (figure: number) => (shortfall === null ? figure : null);
  return {
    dimension: which,
    publication: shortfall === null ? 'PUBLISHED' : 'INSUFFICIENT_EVIDENCE',
    estimate: shown(weighed.estimate),
    uncertainty: shown(weighed.uncertainty),
    lower: shown(weighed.lower),
    mass,
    groups,
    disagreement: shortfall === null ? (weighed.disagreement ?? null) : null,
    shortfall,
    reviewCount: reviews.length,
    commitmentCount: due.length,
    weighed,
  };
}

function weighedReviewShown({ review, ...weighed }: Weighed): WeighedReviewShown {
  return { ...weighed, evidence: review.evidence, key: review.id };
}

function weighedCommitmentShown({ due, ...weighed }: WeighedDue): WeighedCommitmentShown {
  const { id: commitmentId, delivered, awaitingRuling, silent, missing } = due;
  return { ...weighed, commitmentId, delivered: [...delivered], awaitingRuling, silent, missing };
}

interface Stretch {
  readonly first: number;
  readonly skip: number;
}

/** @throws {PageError} naming what would be accepted. */
function stretchOf<Item>(items: readonly Item[], { first, skip }: Stretch): readonly Item[] {
  if (first < 1 || first > MOST_PER_PAGE) {
    throw new PageError(
      `first: ${first} is not acceptable; ask for 1 to ${MOST_PER_PAGE}, and for more with \`skip\`.`,
    );
  }
  if (skip < 0) throw new PageError(`skip: ${skip} is not acceptable; pass over 0 or more.`);
  return items.slice(skip, skip + first);
}
