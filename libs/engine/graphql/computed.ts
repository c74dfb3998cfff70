import { Field } from '@nestjs/graphql';
import { position } from '@maillage/kernel';
import { PositionScalar } from './scalars.js';

const SAYS =
  'The position in the log this was computed at: everything recorded up to there is in it. Where it draws on several ' +
  'read models, the lowest of their positions.';

/**
 * The field every figure has that is computed from read models. Whoever replays the log up to there gets the same one;
 * its value must be read in the same statement as the figure, see `computedAt` among the queries.
 */
export const ComputedAt = (): PropertyDecorator => Field(() => PositionScalar, { description: SAYS });

/** The same in an object that a shape describes. */
export const computedAtPosition = position.describe(SAYS);
