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

/**
 * How many indicators the global framework has for each target (A/RES/71/313, with its refinements up to 2023), a goal a line;
 * those that a refinement deleted are counted in, so that older work keeps its codes.
 */
const INDICATORS: readonly string[] = [
  '1:1 2:2 3:1 4:2 5:4 a:3 b:1',
  '1:2 2:3 3:2 4:1 5:2 a:2 b:1 c:1',
  '1:2 2:2 3:5 4:2 5:2 6:1 7:2 8:2 9:3 a:1 b:3 c:1 d:2',
  '1:2 2:2 3:1 4:1 5:1 6:1 7:1 a:1 b:1 c:1',
  '1:1 2:2 3:2 4:1 5:2 6:2 a:2 b:1 c:1',
  '1:1 2:1 3:2 4:2 5:2 6:1 a:1 b:1',
  '1:2 2:1 3:1 a:1 b:1',
  '1:1 2:1 3:1 4:2 5:2 6:1 7:1 8:2 9:2 10:2 a:1 b:1',
  '1:2 2:2 3:2 4:1 5:2 a:1 b:1 c:1',
  '1:1 2:1 3:1 4:2 5:1 6:1 7:4 a:1 b:1 c:1',
  '1:1 2:1 3:2 4:1 5:3 6:2 7:2 a:1 b:2 c:1',
  '1:1 2:2 3:1 4:2 5:1 6:1 7:1 8:1 a:1 b:1 c:1',
  '1:3 2:2 3:2 a:1 b:2',
  '1:1 2:1 3:1 4:1 5:1 6:1 7:1 a:1 b:1 c:1',
  '1:2 2:1 3:1 4:2 5:1 6:1 7:1 8:1 9:1 a:2 b:2 c:1',
  '1:4 2:3 3:3 4:2 5:2 6:2 7:2 8:1 9:1 10:2 a:1 b:1',
  '1:2 2:1 3:2 4:1 5:1 6:2 7:1 8:1 9:1 10:1 11:1 12:1 13:1 14:1 15:1 16:1 17:1 18:3 19:2',
];

const indicatorsOf = (goal: number, line: string): readonly string[] =>
  line.split(' ').flatMap((each) => {
    const [target = '', count = '0'] = each.split(':');
    return Array.from({ length: Number(count) }, (_, index) => `${goal}.${target}.${index + 1}`);
  });

/** Indicators of the framework, `1.1.1` to `17.19.2`. */
const INDICATOR_CODES: ReadonlySet<string> = new Set(
  INDICATORS.flatMap((line, index) => indicatorsOf(index + 1, line)),
);

const sdg = z.string().refine((code) => SDG_CODES.has(code) || INDICATOR_CODES.has(code), {
  error:
    'is not a Sustainable Development Goal, target or indicator; write a goal from 1 to 17, a target such as 11.1 or 8.b, or an indicator such as 11.1.1',
});

export const sdgs = z
  .array(sdg)
  .max(30)
  .default([])
  .describe('Goals, targets and indicators of the 2030 Agenda for Sustainable Development: 11, 11.1, 8.b, 11.1.1');
