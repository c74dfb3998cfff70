import type { IndicatorPageQuery } from '../../../generated/graphql/pages/missions/indicator/indicator.js';

export type IndicatorData = NonNullable<IndicatorPageQuery['indicator']>;
