import type { z } from 'zod';
import { enumeration } from '@maillage/kernel';
import type { Scores } from '../commitment/events.js';

/** Each from 0 to 4 points; in this order wherever they are listed. */
export const dimension = enumeration('Dimension', 'What a review scores.', {
  RESULTS: 'What came of the work, for those it was meant for.',
  RELIABILITY: 'Whether what was promised came as promised.',
  OPENNESS: 'Whether others could see what was done, setbacks included.',
  LEARNING: 'Whether experience changed what was done.',
});
export type Dimension = z.output<typeof dimension>;
export const DIMENSIONS: readonly Dimension[] = dimension.options;

/** Most points of a score. */
export const MOST_POINTS = 4;

/** The same as events and rows name it. */
export const SCORE_OF = {
  RESULTS: 'results',
  RELIABILITY: 'reliability',
  OPENNESS: 'openness',
  LEARNING: 'learning',
} as const satisfies Readonly<Record<Dimension, keyof Scores>>;
