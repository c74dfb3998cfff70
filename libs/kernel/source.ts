import { z } from 'zod';
import { shape } from './naming.js';
import { text } from './text.js';

/** So that anyone can look it up there. */
export const source = shape(
  'Source',
  'Where an imported row comes from.',
  z.strictObject({
    dataset: text(120).describe('The data set, by its name'),
    record: text(300).describe('Where in the data set'),
  }),
);
export type Source = z.output<typeof source>;
