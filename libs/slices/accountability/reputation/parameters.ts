import type { Evidence } from '../commitment/events.js';

/** The constants of the formula; DESIGN.md, section 6. */
export interface Parameters {
  /** What is taken for granted before anything is known: so many observations of so much. */
  readonly priorWeight: number;
  readonly priorMean: number;
  /** After so many days an observation weighs half. */
  readonly halfLifeDays: number;
  /** With so many verified contributions of its own a reviewer's voice weighs half. */
  readonly anchorHalf: number;
  readonly calibrationWeight: number;
  readonly calibrationMean: number;
  /** The most that one control group of reviewers can ever weigh. */
  readonly saturation: number;
  readonly factWeight: number;
  /** The share of all points beyond which a review says good of somebody, and by how much counts for reciprocity. */
  readonly praiseAbove: number;
  readonly evidence: Readonly<Record<Evidence, number>>;
  /** Standard deviations from the estimate to the lower bound. */
  readonly lowerDeviations: number;
  readonly leastGroups: number;
  readonly leastMass: number;
}

export const PARAMETERS: Parameters = {
  priorWeight: 2,
  priorMean: 0.5,
  halfLifeDays: 365,
  anchorHalf: 2,
  calibrationWeight: 4,
  calibrationMean: 0.5,
  saturation: 2,
  factWeight: 2,
  praiseAbove: 0.5,
  evidence: { NONE: 0, DECLARED: 0.3, CORROBORATED: 0.6, VERIFIED: 1 },
  lowerDeviations: 1.645,
  leastGroups: 3,
  leastMass: 3,
};
