import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../shared.graphql.js';
import { DIMENSIONS } from './dimension.js';

/** The one registration of the enum: whoever names a dimension in GraphQL imports it from here. */
export const DimensionEnum = enumOf(DIMENSIONS);
registerEnumType(DimensionEnum, {
  name: 'Dimension',
  description: 'What a review scores.',
  valuesMap: {
    RESULTS: { description: 'What came of the work, for those it was meant for.' },
    RELIABILITY: { description: 'Whether what was promised came as promised.' },
    OPENNESS: { description: 'Whether others could see what was done, setbacks included.' },
    LEARNING: { description: 'Whether experience changed what was done.' },
  },
});
