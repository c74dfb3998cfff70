import { dateOf, idOf, jsonb, type CalendarDate, type RecordedEvent, type RowOfColumns } from '@maillage/kernel';
import { Decimal } from '../decimal.arithmetic.js';
import type { CommitmentEvent, CommitmentEventOf } from '../commitment/events.js';

type Of<Type extends CommitmentEvent['type']> = RecordedEvent<CommitmentEventOf<Type>>;

interface Pending {
  readonly contributorId: string;
  readonly amount?: string;
  readonly unit?: string;
}

/** A review's results score, 0 to 4, and what it was before the day it was last changed on: null where it was not. */
export interface HeardReview {
  readonly reviewerId: string;
  readonly score: number;
  readonly on: CalendarDate;
  readonly earlier: number | null;
}

export const commitmentColumns = {
  id: 'text',
  amount: 'numeric?',
  unit: 'text?',
  withdrawn_position: 'bigint?',
  withdrawn_on: 'date?',
  /** Not verified yet, by id. */
  contributions: jsonb<Readonly<Record<string, Pending>>>(),
  /** Verified contributions by contributor: how many. */
  verified_count: jsonb<Readonly<Record<string, number>>>(),
  /** The same by unit: how much. */
  verified_amount: jsonb<Readonly<Record<string, string>>>(),
  /** By id: the reviewer, and its results score as it stood. */
  reviews: jsonb<Readonly<Record<string, HeardReview>>>(),
  /** Once a contribution is verified: `reviews` holds what was said before that day, and no more is added. */
  verified: 'boolean',
} as const;
/** A row of `reputation_commitment`. */
export type CommitmentFacts = RowOfColumns<typeof commitmentColumns>;

export function made(event: Of<'CommitmentMade'>): CommitmentFacts {
  return {
    id: idOf(event.stream),
    ...quantityOf(event),
    withdrawn_position: null,
    withdrawn_on: null,
    contributions: {},
    verified_count: {},
    verified_amount: {},
    reviews: {},
    verified: false,
  };
}

export function amended(row: CommitmentFacts, event: Of<'CommitmentAmended'>): CommitmentFacts {
  return { ...row, ...quantityOf(event) };
}

export function withdrawn(row: CommitmentFacts, event: Of<'CommitmentWithdrawn'>): CommitmentFacts {
  return { ...row, withdrawn_position: event.position.toString(), withdrawn_on: dateOf(event.recordedAt) };
}

function quantityOf({ data }: Of<'CommitmentMade'> | Of<'CommitmentAmended'>) {
  return { amount: data.quantity?.amount ?? null, unit: data.quantity?.unit ?? null };
}

export function gaveRecorded(row: CommitmentFacts, { data }: Of<'ContributionRecorded'>): CommitmentFacts {
  const { contributions } = row;
  const pending: Pending = { contributorId: data.contributorId, ...data.quantity };
  return { ...row, contributions: { ...contributions, [data.contributionId]: pending } };
}

/** Taken up where it is not verified yet: what an evaluator found stays found. */
export function gaveCorrected(row: CommitmentFacts, { data }: Of<'ContributionCorrected'>): CommitmentFacts {
  const { contributions } = row;
  const before = contributions[data.contributionId];
  if (before === undefined) return row;
  const pending: Pending = { contributorId: before.contributorId, ...data.quantity };
  return { ...row, contributions: { ...contributions, [data.contributionId]: pending } };
}

export function gaveRetracted(row: CommitmentFacts, { data }: Of<'ContributionRetracted'>): CommitmentFacts {
  const { [data.contributionId]: retracted, ...contributions } = row.contributions;
  return retracted === undefined ? row : { ...row, contributions };
}

/** A second verification of the same contribution finds it no longer pending: a gift is counted once. */
export function gaveVerified(row: CommitmentFacts, { data, recordedAt }: Of<'ContributionVerified'>): CommitmentFacts {
  const { contributions, verified_count, verified_amount, reviews, verified } = row;
  const { [data.contributionId]: gift, ...pending } = contributions;
  if (gift === undefined) return row;
  return {
    ...row,
    contributions: pending,
    verified_count: { ...verified_count, [gift.contributorId]: (verified_count[gift.contributorId] ?? 0) + 1 },
    verified_amount: plus(verified_amount, gift),
    reviews: verified ? reviews : heardBefore(reviews, dateOf(recordedAt)),
    verified: true,
  };
}

function plus(amounts: Readonly<Record<string, string>>, { amount, unit }: Pending): Readonly<Record<string, string>> {
  if (amount === undefined || unit === undefined) return amounts;
  return { ...amounts, [unit]: new Decimal(amounts[unit] ?? '0').plus(new Decimal(amount)).toFixed() };
}

/**
 * What was said before the day of the first verification: who speaks on that day may know the finding, and in which order
 * the events of one day came must not matter.
 */
function heardBefore(
  reviews: Readonly<Record<string, HeardReview>>,
  day: CalendarDate,
): Readonly<Record<string, HeardReview>> {
  return Object.fromEntries(
    Object.entries(reviews).flatMap(([id, review]) => {
      const score = review.on < day ? review.score : review.earlier;
      return score === null ? [] : [[id, { ...review, score }]];
    }),
  );
}

export function reviewSubmitted(row: CommitmentFacts, { data, recordedAt }: Of<'ReviewSubmitted'>): CommitmentFacts {
  const { reviews, verified } = row;
  if (verified) return row;
  const heard: HeardReview = {
    reviewerId: data.reviewerId,
    score: data.scores.results,
    on: dateOf(recordedAt),
    earlier: null,
  };
  return { ...row, reviews: { ...reviews, [data.reviewId]: heard } };
}

export function reviewRevised(row: CommitmentFacts, { data, recordedAt }: Of<'ReviewRevised'>): CommitmentFacts {
  const { reviews, verified } = row;
  const review = reviews[data.reviewId];
  if (verified || review === undefined) return row;
  const on = dateOf(recordedAt);
  const earlier = on > review.on ? review.score : review.earlier;
  return { ...row, reviews: { ...reviews, [data.reviewId]: { ...review, score: data.scores.results, on, earlier } } };
}
