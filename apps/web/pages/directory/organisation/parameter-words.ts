import type { IntlShape } from 'react-intl';
import type { ParametersFragment } from '../../../generated/graphql/pages/directory/organisation/organisation.js';

/** What the explanations say of the parameters that hold, by the names their messages have for it. */
export function parameterWords(intl: IntlShape, parameters: ParametersFragment) {
  const { version, evidence, leastGroups } = parameters;
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 3 });
  return {
    version: String(version),
    prior: intl.formatNumber(parameters.priorMean, { style: 'percent', maximumFractionDigits: 1 }),
    halfLife: number(parameters.halfLifeDays),
    calibration: number(parameters.calibrationMean),
    saturation: number(parameters.saturation),
    factWeight: number(parameters.factWeight),
    none: number(evidence.none),
    declared: number(evidence.declared),
    corroborated: number(evidence.corroborated),
    verified: number(evidence.verified),
    leastGroups,
    oneIn: number(oneIn(parameters.lowerDeviations)),
  };
}

/** One in how many normal values lies more than so many standard deviations below the mean, as a whole number. */
function oneIn(deviations: number): number {
  return Math.round(1 / below(deviations));
}

/** The share of the normal distribution below −z, by Zelen and Severo's approximation (to 7.5e-8). */
function below(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = series.reduceRight((rest, factor) => t * (factor + rest), 0);
  return (Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
export type ParameterWords = ReturnType<typeof parameterWords>;
