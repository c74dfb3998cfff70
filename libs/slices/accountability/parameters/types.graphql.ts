import { z } from 'zod';
import { calendarDate, shape } from '@maillage/kernel';
import type { ParametersInForce } from './queries.js';

const evidenceWeights = shape(
  'EvidenceWeights',
  'What each level of evidence weighs, from 0 to 1.',
  z.strictObject({
    none: z.number().describe('Attested by nobody'),
    declared: z.number().describe('Said by its giver'),
    corroborated: z.number().describe('Confirmed by a receiver'),
    verified: z.number().describe('Found so by an evaluator'),
  }),
);

/** What the formula is computed with, as the API shows it. */
export const parametersShown = shape(
  'ReputationParameters',
  'The constants of the formula that reputation is computed with: adopted by the operator, on record, at least 30 days ' +
    'before they are computed with. The letters are those of the descriptions that name them.',
  z.strictObject({
    version: z
      .int()
      .describe(
        'Which sums they go into. In 1 a group of reviewers weighs saturation·B/(saturation+B), and each fact by itself. In 2 ' +
          'a group weighs saturation·B/(volumeHalf+N), N = Σ e·d over its reviews that weigh, and facts saturate alike, by ' +
          'who received',
      ),
    from: calendarDate
      .nullable()
      .describe(
        'The first day they hold for; null where none were adopted yet, and version 1 holds as it was published',
      ),
    reason: z.string().nullable().describe('Why they were adopted'),
    priorWeight: z.number().describe('What is taken for granted before anything is known: so many observations'),
    priorMean: z.number().describe('Of so much: where an estimate begins'),
    halfLifeDays: z.number().describe('After so many days an observation weighs half: d = 2^(−age/halfLifeDays)'),
    anchorHalf: z.number().describe('u = V/(V+anchorHalf)'),
    calibrationWeight: z
      .number()
      .describe(
        'What is taken for granted of a reviewer’s judgement: so many reviews that were held against a finding',
      ),
    calibrationMean: z.number().describe('Of so much agreement with the findings'),
    saturation: z.number().describe('See `version`'),
    volumeHalf: z.number().nullable().describe('See `version`; null in 1, which has none'),
    factWeight: z.number().describe('How much a fact counts beside a review'),
    praiseAbove: z.number().describe('The share of all points beyond which a review says good of somebody'),
    evidence: evidenceWeights.describe('e: what each level of evidence weighs'),
    lowerDeviations: z.number().describe('Standard deviations from the estimate to the lower bound'),
    leastGroups: z.int().describe('Control groups of reviewers that must weigh before an estimate is published'),
    leastMass: z.number().describe('The mass it must have to be published'),
  }),
);

export function shownParameters({ parameters, from, reason }: ParametersInForce): z.output<typeof parametersShown> {
  const { evidence, ...constants } = parameters;
  const { NONE: none, DECLARED: declared, CORROBORATED: corroborated, VERIFIED: verified } = evidence;
  const volumeHalf = parameters.version === 1 ? null : parameters.volumeHalf;
  return { ...constants, volumeHalf, from, reason, evidence: { none, declared, corroborated, verified } };
}
