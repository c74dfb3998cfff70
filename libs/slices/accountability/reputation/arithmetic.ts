import type { Evidence } from '../commitment/events.js';
import { MOST_POINTS } from './dimension.js';
import type { Parameters } from './parameters.js';

/** One organisation's review of another in one mission and one dimension. */
export interface ReviewFact {
  /** Unique among the facts: sums are taken in its order, so that no other order can change a bit of them. */
  readonly id: string;
  readonly reviewerId: string;
  /** 0 to 4. */
  readonly points: number;
  /** The best among the undisputed contributions to the commitment it is about. */
  readonly evidence: Evidence;
  /** Whole days from the review to the day asked about. */
  readonly ageDays: number;
}

/** A review between a reviewer and the organisation, in whatever mission, as far as reciprocity minds it. */
export interface PraiseFact {
  /** Mean of the four dimensions, 0 to 4 in quarters. */
  readonly points: number;
  readonly ageDays: number;
}

export interface ReviewerFact {
  readonly id: string;
  readonly controlGroupId: string;
  /** Contributions of its own that were verified, in all missions. */
  readonly verified: number;
  /** Its reviews of commitments that were verified later, and the sum of 1−|x−y| over them. */
  readonly calibration: { readonly count: number; readonly sum: number };
  /** Its reviews of the organisation, and the organisation's of it, in all missions. */
  readonly given: readonly PraiseFact[];
  readonly received: readonly PraiseFact[];
}

export interface DeliveredShare {
  readonly evidence: Evidence;
  readonly share: number;
}

/** A commitment of the organisation past its due date. */
export interface DueFact {
  /** Unique among the facts. */
  readonly id: string;
  /** Whole days from the due date to the day asked about. */
  readonly ageDays: number;
  /** Shares of the promise, best evidence first. With the two below they add up to 1. */
  readonly delivered: readonly DeliveredShare[];
  /** What contributions in dispute would deliver beyond that: it waits for their ruling, and speaks for nothing. */
  readonly awaitingRuling: number;
  /** Given here and not taken from 1, so that a promise kept in thirds lacks nothing. */
  readonly missing: number;
}

/** All that bears on one organisation in one mission and one dimension on one day. */
export interface Facts {
  readonly reviews: readonly ReviewFact[];
  /** One for each who wrote one of `reviews`. */
  readonly reviewers: readonly ReviewerFact[];
  /** None in a dimension of which facts say nothing. */
  readonly due: readonly DueFact[];
}

export interface WeighedReview {
  readonly review: ReviewFact;
  /** x = points/4. */
  readonly score: number;
  readonly anchor: number;
  readonly calibration: number;
  readonly reciprocity: number;
  readonly evidenceWeight: number;
  readonly decay: number;
  /** u·a·q·e·d */
  readonly weight: number;
  /** Its part of its control group's mass m, in proportion to its weight. */
  readonly mass: number;
  /** The same as a share of r+s−2; 0 where that is 0. */
  readonly share: number;
}

export interface WeighedDue {
  readonly due: DueFact;
  readonly decay: number;
  /** Its part of r and of s. */
  readonly speaksFor: number;
  readonly speaksAgainst: number;
  /** Of r+s−2. */
  readonly share: number;
}

/** What an estimate lacks to be published. */
export interface Shortfall {
  readonly groups: number;
  readonly mass: number;
}

export interface Estimate {
  readonly r: number;
  readonly s: number;
  /** E = r/(r+s) */
  readonly estimate: number;
  /** U = 2/(r+s) */
  readonly uncertainty: number;
  /** A lower bound of E, never below 0. */
  readonly lower: number;
  /** r+s−2 */
  readonly mass: number;
  /** Control groups of reviewers whose weight is more than 0. */
  readonly groups: number;
  /** `undefined` where it is published. */
  readonly shortfall: Shortfall | undefined;
  /** Oldest first. */
  readonly reviews: readonly WeighedReview[];
  /** By due date. */
  readonly due: readonly WeighedDue[];
}

/**
 * The reputation of one organisation in one mission and one dimension, with its reasons; DESIGN.md, section 6. It costs
 * time proportional to the facts.
 * @throws {Error} where a review's reviewer is not among `reviewers`.
 */
export function estimate(facts: Facts, parameters: Parameters): Estimate {
  const reviews = weighReviews(facts, parameters);
  const due = inOrder(facts.due).map((fact) => weighDue(fact, parameters));

  const prior = parameters.priorWeight * parameters.priorMean;
  const r =
    prior + sum(reviews.weighed.map(({ mass, score }) => mass * score)) + sum(due.map((each) => each.speaksFor));
  const s =
    parameters.priorWeight -
    prior +
    sum(reviews.weighed.map(({ mass, score }) => mass * (1 - score))) +
    sum(due.map((each) => each.speaksAgainst));

  const total = r + s;
  const mass = total - parameters.priorWeight;
  const mean = r / total;
  const deviation = Math.sqrt((mean * (1 - mean)) / (total + 1));
  const shareOf = (part: number) => (mass > 0 ? part / mass : 0);
  return {
    r,
    s,
    estimate: mean,
    uncertainty: parameters.priorWeight / total,
    mass,
    lower: Math.max(0, mean - parameters.lowerDeviations * deviation),
    groups: reviews.groups,
    shortfall: shortfallOf(reviews.groups, mass, parameters),
    reviews: oldestFirst(
      reviews.weighed.map((each) => ({ ...each, share: shareOf(each.mass) })),
      ({ review }) => review,
    ),
    due: oldestFirst(
      due.map((each) => ({ ...each, share: shareOf(each.speaksFor + each.speaksAgainst) })),
      (each) => each.due,
    ),
  };
}

function shortfallOf(groups: number, mass: number, { leastGroups, leastMass }: Parameters): Shortfall | undefined {
  if (groups >= leastGroups && mass >= leastMass) return undefined;
  return { groups: Math.max(0, leastGroups - groups), mass: Math.max(0, leastMass - mass) };
}

/** Groups weigh by their sum B, which saturates: many voices under one control are one voice. */
function weighReviews(
  { reviews, reviewers }: Facts,
  parameters: Parameters,
): { readonly weighed: readonly Omit<WeighedReview, 'share'>[]; readonly groups: number } {
  const byId = new Map(reviewers.map((reviewer) => [reviewer.id, { reviewer, ...voiceOf(reviewer, parameters) }]));
  const weighed = inOrder(reviews).map((review) => {
    const voice = byId.get(review.reviewerId);
    if (voice === undefined)
      throw new Error(`Review ${review.id} is by ${review.reviewerId}, who is no reviewer here.`);
    const { reviewer, anchor, calibration, reciprocity } = voice;
    const evidenceWeight = parameters.evidence[review.evidence];
    const decay = decayed(review.ageDays, parameters);
    const weight = anchor * calibration * reciprocity * evidenceWeight * decay;
    const score = review.points / MOST_POINTS;
    const group = reviewer.controlGroupId;
    return { review, score, anchor, calibration, reciprocity, evidenceWeight, decay, weight, group };
  });

  const weightOf = new Map<string, number>();
  for (const { group, weight } of weighed) weightOf.set(group, (weightOf.get(group) ?? 0) + weight);
  const { saturation } = parameters;
  return {
    groups: [...weightOf.values()].filter((weight) => weight > 0).length,
    // m·w/B, with m = saturation·B/(saturation + B); written so that a group without weight divides nothing by 0.
    weighed: weighed.map(({ group, ...each }) => ({
      ...each,
      mass: (saturation * each.weight) / (saturation + (weightOf.get(group) ?? 0)),
    })),
  };
}

/** What a reviewer's voice weighs towards the organisation, whatever it says. */
function voiceOf({ verified, calibration, given, received }: ReviewerFact, parameters: Parameters) {
  const { anchorHalf, calibrationWeight, calibrationMean } = parameters;
  const favour = Math.min(favourOf(given, parameters), favourOf(received, parameters));
  return {
    anchor: verified / (verified + anchorHalf),
    calibration: (calibrationWeight * calibrationMean + calibration.sum) / (calibrationWeight + calibration.count),
    reciprocity: 1 / (1 + favour),
  };
}

/** F: how much good one says of the other, old words counting less. */
function favourOf(praise: readonly PraiseFact[], parameters: Parameters): number {
  const { praiseAbove } = parameters;
  const ordered = [...praise].sort((a, b) => a.ageDays - b.ageDays || a.points - b.points);
  // 2x−1 where praise begins at a half.
  const good = (points: number) => Math.max(0, (points / MOST_POINTS - praiseAbove) / (1 - praiseAbove));
  return sum(ordered.map(({ points, ageDays }) => decayed(ageDays, parameters) * good(points)));
}

function weighDue(due: DueFact, parameters: Parameters): Omit<WeighedDue, 'share'> {
  const decay = decayed(due.ageDays, parameters);
  const weight = parameters.factWeight * decay;
  const spoken = due.delivered.map(({ evidence, share }) => parameters.evidence[evidence] * share);
  return { due, decay, speaksFor: weight * sum(spoken), speaksAgainst: weight * due.missing };
}

function decayed(ageDays: number, { halfLifeDays }: Parameters): number {
  return 2 ** (-ageDays / halfLifeDays);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

interface Identified {
  readonly id: string;
}

/** Floating-point sums depend on their order: this one is the same wherever the facts come from. */
function inOrder<Fact extends Identified>(facts: readonly Fact[]): readonly Fact[] {
  return [...facts].sort(byId);
}

/** Those of one age stay in the order they are in: sorting is stable. */
function oldestFirst<Weighed>(
  weighed: readonly Weighed[],
  factOf: (each: Weighed) => { readonly ageDays: number },
): readonly Weighed[] {
  return [...weighed].sort((a, b) => factOf(b).ageDays - factOf(a).ageDays);
}

function byId(a: Identified, b: Identified): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
