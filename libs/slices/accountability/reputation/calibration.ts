import Big from 'big.js';
import type { CalendarDate } from '@maillage/kernel';
import type { ReviewerFact } from './arithmetic.js';
import { MOST_POINTS } from './dimension.js';
import type { Standing } from './standing.js';

// How well reviewers knew beforehand what evaluators found, in the second form.

// A constructor of its own: strictness and precision are settings of it, not of each sum.
const Decimal = Big();
Decimal.strict = true;
Decimal.DP = 20;

const NOTHING = new Decimal('0');

/** What an evaluator found of a contribution to a commitment that somebody reviewed. */
export interface FindingFact {
  readonly contributionId: string;
  readonly giverId: string;
  readonly evaluatorId: string;
  readonly on: CalendarDate;
  /** How much it found. */
  readonly amount: string | null;
  readonly unit: string | null;
}

/** A review of a commitment of which something was verified. */
export interface HeldReview {
  /** `<commitment>/<review>`: sums are taken in its order. */
  readonly id: string;
  readonly reviewerId: string;
  /** All that it ever said of results, 0 to 4, oldest first. */
  readonly said: readonly { readonly on: CalendarDate; readonly results: number }[];
  /** What is promised; no amount where nothing countable is. */
  readonly promised: { readonly amount: string | null; readonly unit: string | null };
  /** Of the promise: an evaluator tied to one of them is none. */
  readonly parties: readonly string[];
  /** Oldest first. */
  readonly findings: readonly FindingFact[];
}

export type Calibration = ReviewerFact['calibration'];

/**
 * Each reviewer's reviews of commitments that were verified later, and the sum of 1−|x−y| over them. Only accredited,
 * independent evaluators' findings count; x is what was said before the day of the first of them, since who speaks on that
 * day may know it.
 */
export function calibrationsOf(reviews: readonly HeldReview[], standing: Standing): ReadonlyMap<string, Calibration> {
  const byReviewer = new Map<string, Calibration>();
  for (const review of [...reviews].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const agreement = agreementOf(review, standing);
    if (agreement === undefined) continue;
    const { count, sum } = byReviewer.get(review.reviewerId) ?? { count: 0, sum: 0 };
    byReviewer.set(review.reviewerId, { count: count + 1, sum: sum + agreement });
  }
  return byReviewer;
}

/** 1−|x−y|; `undefined` where nothing was said before anything was found. */
function agreementOf({ said, promised, parties, findings }: HeldReview, standing: Standing): number | undefined {
  const { groupOf, isHeard } = standing;
  const ofParties = new Set(parties.map(groupOf));
  const heard = findings.filter(
    ({ evaluatorId, giverId, on }) => !ofParties.has(groupOf(evaluatorId)) && isHeard(evaluatorId, giverId, on),
  );
  const firstOn = heard.reduce<CalendarDate | undefined>(
    (first, { on }) => (first === undefined || on < first ? on : first),
    undefined,
  );
  const before = said.findLast(({ on }) => firstOn !== undefined && on < firstOn);
  if (before === undefined) return undefined;
  return 1 - Math.abs(before.results / MOST_POINTS - keptOf(promised, heard));
}

/**
 * y: how much of the promise was verified, at most all of it. Where nothing countable is promised, any of it is all; what was
 * looked for and not found is none of it.
 */
function keptOf({ amount, unit }: HeldReview['promised'], heard: readonly FindingFact[]): number {
  // Of several findings about one contribution the latest counts.
  const latest = [...new Map(heard.map((finding) => [finding.contributionId, finding])).values()];
  if (amount === null) return latest.some((finding) => finding.amount === null || !isNothing(finding.amount)) ? 1 : 0;
  const verified = latest
    .filter((finding) => finding.unit === unit)
    .reduce((total, finding) => total.plus(new Decimal(finding.amount ?? '0')), NOTHING);
  return Math.min(1, Number(verified.div(new Decimal(amount)).toFixed()));
}

function isNothing(amount: string): boolean {
  return new Decimal(amount).eq(NOTHING);
}
