import type { ReviewShownFragment, ScaleFragment } from '../../generated/graphql/parts/review/review.js';
import type { Dimension } from '../../generated/graphql/schema.js';

/** In the order in which the API gives them. */
export const DIMENSIONS = ['RESULTS', 'RELIABILITY', 'OPENNESS', 'LEARNING'] as const satisfies readonly Dimension[];

export type Scores = ReviewShownFragment['scores'];
export type ScoreKey = keyof Scores;

export const SCORE_OF = {
  RESULTS: 'results',
  RELIABILITY: 'reliability',
  OPENNESS: 'openness',
  LEARNING: 'learning',
} as const satisfies Readonly<Record<Dimension, ScoreKey>>;

export const MOST_POINTS = 4;
const POINTS = [0, 1, 2, 3, 4] as const;
export type Points = (typeof POINTS)[number];

/** The key of the word for a score; a score beyond the scale has the nearest word. */
export function scoreWord(score: number): `score.${Points}` {
  const nearest = POINTS[Math.min(MOST_POINTS, Math.max(0, Math.round(score)))] ?? 0;
  return `score.${nearest}`;
}

/** What a score of a dimension stands for, in the language asked for. */
export function anchorOf(scale: readonly ScaleFragment[], dimension: Dimension, score: number): string | undefined {
  return scale.find((each) => each.dimension === dimension)?.anchors.find((anchor) => anchor.score === score)?.sentence;
}
