import { z } from 'zod';

/**
 * The targets of each Sustainable Development Goal as the UN General Assembly adopted them (A/RES/70/1): how many are
 * numbered, and up to which letter the means of implementation run. 169 in all.
 */
const TARGETS: readonly (readonly [goal: number, numbered: number, lastLetter: string])[] = [
  [1, 5, 'b'],
  [2, 5, 'c'],
  [3, 9, 'd'],
  [4, 7, 'c'],
  [5, 6, 'c'],
  [6, 6, 'b'],
  [7, 3, 'b'],
  [8, 10, 'b'],
  [9, 5, 'c'],
  [10, 7, 'c'],
  [11, 7, 'c'],
  [12, 8, 'c'],
  [13, 3, 'b'],
  [14, 7, 'c'],
  [15, 9, 'c'],
  [16, 10, 'b'],
  [17, 19, ''],
];

/** Goals `1` to `17` and their targets, `1.1` to `17.19`, lettered ones such as `8.b` included. */
export const SDG_CODES: ReadonlySet<string> = new Set(
  TARGETS.flatMap(([goal, numbered, lastLetter]) => [
    `${goal}`,
    ...Array.from({ length: numbered }, (_, index) => `${goal}.${index + 1}`),
    ...['a', 'b', 'c', 'd'].filter((letter) => letter <= lastLetter).map((letter) => `${goal}.${letter}`),
  ]),
);

const sdg = z.string().refine((code) => SDG_CODES.has(code), {
  error: 'is not a Sustainable Development Goal or target; write a goal from 1 to 17 or a target such as 11.1 or 8.b',
});

export const sdgs = z
  .array(sdg)
  .max(30)
  .default([])
  .describe('Goals and targets of the 2030 Agenda for Sustainable Development: 11, 11.1, 8.b');
