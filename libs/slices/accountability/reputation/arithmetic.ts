import type { Evidence } from '../commitment/events.js';
import { MOST_POINTS } from './dimension.js';
import { disagreementOf, type Disagreement, type Opinion } from './disagreement.arithmetic.js';
import type { FirstForm, Parameters, SecondForm } from './parameters.js';

/** One organisation's review of another in one mission and one dimension. */
export interface ReviewFact {
  /** Unique among the facts: sums are taken in its order, so that no other order can change a bit of them. */
  readonly id: string;
  readonly reviewerId: string;
  /** 0 to 4. */
  readonly points: number;
  /** The best among the undisputed contributions to the commitment it is about, as the form heard them. */
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
  /**
   * V, in all missions: in the first form, contributions of its own that were verified; in the second, distinct control
   * groups of accredited evaluators that verified one towards a promise it was bound to.
   */
  readonly verified: number;
  /** Of one control group with the organisation on the day asked about: what it says weighs nothing. In the second form. */
  readonly tied: boolean;
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
  /** Shares of the promise, best evidence first. With the three below they add up to 1. */
  readonly delivered: readonly DeliveredShare[];
  /** What contributions in dispute would deliver beyond that: it waits for their ruling, and speaks for nothing. */
  readonly awaitingRuling: number;
  /** What is neither for nor against for another reason. None in the first form. */
  readonly silent: number;
  /** Given here and not taken from 1, so that a promise kept in thirds lacks nothing. */
  readonly missing: number;
  /** The control groups that accepted it as receivers, each once; none where nobody did. Heard in the second form. */
  readonly receivers: readonly string[];
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
  readonly tied: boolean;
  /** u·a·q·e·d; 0 where it is tied. */
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
  /** How far those groups are apart; `undefined` where there are fewer than two. */
  readonly disagreement: Disagreement | undefined;
  /** Oldest first. */
  readonly reviews: readonly WeighedReview[];
  /** By due date. */
  readonly due: readonly WeighedDue[];
}

/**
 * The reputation of one organisation in one mission and one dimension, with its reasons. It costs time
 * proportional to the facts.
 * @throws {Error} where a review's reviewer is not among `reviewers`.
 */
export function estimate(facts: Facts, parameters: Parameters): Estimate {
  const reviews = weighReviews(facts, parameters);
  const due = weighDue(inOrder(facts.due), parameters);

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
    groups: reviews.opinions.length,
    disagreement: disagreementOf(reviews.opinions),
    shortfall: shortfallOf(reviews.opinions.length, mass, parameters),
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

function weighReviews(
  { reviews, reviewers }: Facts,
  parameters: Parameters,
): { readonly weighed: readonly Omit<WeighedReview, 'share'>[]; readonly opinions: readonly Opinion[] } {
  const byId = new Map(reviewers.map((reviewer) => [reviewer.id, { reviewer, ...voiceOf(reviewer, parameters) }]));
  const weighed = inOrder(reviews).map((review) => {
    const voice = byId.get(review.reviewerId);
    if (voice === undefined)
      throw new Error(`Review ${review.id} is by ${review.reviewerId}, who is no reviewer here.`);
    const { reviewer, anchor, calibration, reciprocity } = voice;
    const evidenceWeight = parameters.evidence[review.evidence];
    const decay = decayed(review.ageDays, parameters);
    const weight = reviewer.tied ? 0 : anchor * calibration * reciprocity * evidenceWeight * decay;
    const score = review.points / MOST_POINTS;
    const { controlGroupId: group, tied } = reviewer;
    return { review, score, anchor, calibration, reciprocity, evidenceWeight, decay, tied, weight, group };
  });

  const heard = new Map<string, Heard>();
  for (const { group, weight, score, evidenceWeight, decay } of weighed) {
    const before = heard.get(group) ?? UNHEARD;
    heard.set(group, {
      weight: before.weight + weight,
      volume: before.volume + (weight > 0 ? evidenceWeight * decay : 0),
      said: before.said + weight * score,
    });
  }
  return {
    opinions: [...heard].flatMap(([id, each]) => opinionsOf(id, each, parameters)),
    // m·w/B, with m as it saturates; written so that a group without weight divides nothing by 0.
    weighed: weighed.map(({ group, ...each }) => ({
      ...each,
      mass: (parameters.saturation * each.weight) / saturating(heard.get(group) ?? UNHEARD, parameters),
    })),
  };
}

/** What a control group said in all. */
interface Heard {
  /** B = Σ u·a·q·e·d */
  readonly weight: number;
  /** N = Σ e·d over its reviews that weigh. */
  readonly volume: number;
  /** A = Σ u·a·q·e·d·x */
  readonly said: number;
}
const UNHEARD: Heard = { weight: 0, volume: 0, said: 0 };

/** What a group says on the whole; nothing where nothing of it weighs. */
function opinionsOf(id: string, group: Heard, parameters: Parameters): readonly Opinion[] {
  const { weight, said } = group;
  if (weight <= 0) return [];
  return [{ id, score: said / weight, mass: (parameters.saturation * weight) / saturating(group, parameters) }];
}

/**
 * What a group's sum B is divided by, so that many voices under one control are one voice: m = saturation·B over this. In
 * the second form it does not hold B: what a group says again adds little, and never buys back what its anchor, its
 * calibration and reciprocity took away.
 */
function saturating({ weight, volume }: Pick<Heard, 'weight' | 'volume'>, parameters: Parameters): number {
  return parameters.version === 1 ? parameters.saturation + weight : parameters.volumeHalf + volume;
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

function weighDue(due: readonly DueFact[], parameters: Parameters): readonly Omit<WeighedDue, 'share'>[] {
  const spoken = due.map((fact) => {
    const decay = decayed(fact.ageDays, parameters);
    const delivered = sum(fact.delivered.map(({ evidence, share }) => parameters.evidence[evidence] * share));
    return { due: fact, decay, delivered };
  });
  return parameters.version === 1 ? eachByItself(spoken, parameters) : byReceivers(spoken, parameters);
}

interface Spoken {
  readonly due: DueFact;
  readonly decay: number;
  /** Σ e·c */
  readonly delivered: number;
}

function eachByItself(spoken: readonly Spoken[], { factWeight }: FirstForm) {
  return spoken.map(({ due, decay, delivered }) => {
    const weight = factWeight * decay;
    return { due, decay, speaksFor: weight * delivered, speaksAgainst: weight * due.missing };
  });
}

/** Those of nobody are heard as one group. */
const NOBODY = '';

/**
 * A receiving group hears at most `factWeight`, however many promises were made to it: φ for and ψ against come to
 * factWeight·φ/(volumeHalf + φ + ψ) and factWeight·ψ/(volumeHalf + φ + ψ). What several accepted is heard by each in part.
 */
function byReceivers(spoken: readonly Spoken[], { factWeight, volumeHalf }: SecondForm) {
  const partsOf = ({ due: { receivers } }: Spoken) => (receivers.length === 0 ? [NOBODY] : receivers);
  const volumes = new Map<string, number>();
  for (const each of spoken) {
    const groups = partsOf(each);
    const volume = (each.decay * (each.delivered + each.due.missing)) / groups.length;
    for (const group of groups) volumes.set(group, (volumes.get(group) ?? 0) + volume);
  }
  return spoken.map((each) => {
    const { due, decay, delivered } = each;
    const groups = partsOf(each);
    const weights = groups.toSorted().map((group) => factWeight / (volumeHalf + (volumes.get(group) ?? 0)));
    const weight = (sum(weights) / groups.length) * decay;
    return { due, decay, speaksFor: weight * delivered, speaksAgainst: weight * due.missing };
  });
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
