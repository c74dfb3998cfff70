import { z } from 'zod';
import { calendarDate, events, text, type EventOf } from '@maillage/kernel';
import { EVIDENCE } from '../commitment/events.js';

/**
 * Which sums a set of parameters goes into. In the second form a group's reviews saturate by how much it spoke and no
 * longer by how much it weighs, and so do the facts, by who received.
 */
export const FORMS = [1, 2] as const;
export type Form = (typeof FORMS)[number];

const positive = z.number().positive();
const share = z.number().min(0).max(1);

/** The constants of the formula, whichever its form. */
export const constants = z.strictObject({
  priorWeight: positive.describe('What is taken for granted before anything is known: so many observations'),
  priorMean: z.number().gt(0).lt(1).describe('Of so much'),
  halfLifeDays: positive.describe('After so many days an observation weighs half'),
  anchorHalf: positive.describe('With so much standing of its own, V, a reviewer’s voice weighs half'),
  calibrationWeight: positive.describe('What is taken for granted of a reviewer’s judgement: so many verified reviews'),
  calibrationMean: share.describe('Of so much agreement with the findings'),
  saturation: positive.describe(
    'The most that one control group of reviewers can ever weigh, but for the factors in its weight',
  ),
  volumeHalf: positive
    .optional()
    .describe('In the second form: with reviews, or facts, of so much in all, a group weighs half of what it may'),
  factWeight: z.number().min(0).describe('How much a fact counts beside a review'),
  praiseAbove: z
    .number()
    .min(0)
    .lt(1)
    .describe(
      'The share of all points beyond which a review says good of somebody, and by how much counts for reciprocity',
    ),
  evidence: z
    .strictObject({ NONE: share, DECLARED: share, CORROBORATED: share, VERIFIED: share })
    .refine((weights) => rises(EVIDENCE.map((level) => weights[level])), {
      error: 'weighs better evidence less than weaker; from NONE to VERIFIED the weights may only rise',
    })
    .describe('What each level of evidence weighs'),
  lowerDeviations: z.number().min(0).describe('Standard deviations from the estimate to the lower bound'),
  leastGroups: z.int().min(0).describe('Control groups of reviewers that must weigh before an estimate is published'),
  leastMass: z.number().min(0).describe('The mass it must have'),
});
export type Constants = z.output<typeof constants>;

/** A set of constants with the form they go into, and from which day on reputation is computed by them. */
export const adoption = z
  .strictObject({
    version: z
      .literal(FORMS, { error: `is none of the forms there are: ${FORMS.join(' and ')}` })
      .describe('Which sums the constants go into'),
    parameters: constants.describe('The constants of the formula'),
    from: calendarDate.describe('The first day that is asked about with them'),
    reason: text(1000).describe('Why; public'),
  })
  .refine(({ version, parameters }) => fits(version, parameters), {
    error: 'is a constant of the second form: version 2 needs it, version 1 has none',
    path: ['parameters', 'volumeHalf'],
  });
export type Adoption = z.output<typeof adoption>;

/** Stream `parameters/reputation`. */
export const parametersEvents = events({
  ReputationParametersAdopted: {
    says: 'The operator adopted the constants that reputation is computed with, from a day on.',
    data: adoption.safeExtend({ on: calendarDate }),
    authorship: 'LEDGER',
  },
});
export type ParametersEvent = EventOf<typeof parametersEvents>;

/** Whether these constants are those of that form: only the second has `volumeHalf`, and does not do without. */
function fits(version: Form, { volumeHalf }: Constants): boolean {
  return (version === 2) === (volumeHalf !== undefined);
}

function rises(numbers: readonly number[]): boolean {
  return numbers.every((each, n) => n === 0 || each >= (numbers[n - 1] ?? 0));
}
