import type { Scores } from '../commitment/events.js';

/** What a review scores, each from 0 to 4 points; in this order wherever they are listed. */
export const DIMENSIONS = ['RESULTS', 'RELIABILITY', 'OPENNESS', 'LEARNING'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Most points of a score. */
export const MOST_POINTS = 4;

/** The same as events and rows name it. */
export const SCORE_OF = {
  RESULTS: 'results',
  RELIABILITY: 'reliability',
  OPENNESS: 'openness',
  LEARNING: 'learning',
} as const satisfies Readonly<Record<Dimension, keyof Scores>>;
