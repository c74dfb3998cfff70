import { describe, expect, it } from '@jest/globals';
import { createIntl } from 'react-intl';
import type { ParametersFragment } from '../../../generated/graphql/pages/directory/organisation/organisation.js';
import { parameterWords } from './parameter-words.js';

const parameters: ParametersFragment = {
  version: 2,
  priorMean: 0.5,
  halfLifeDays: 365,
  calibrationMean: 0.5,
  saturation: 4,
  factWeight: 2,
  evidence: { none: 0, declared: 0.3, corroborated: 0.6, verified: 1 },
  lowerDeviations: 1.645,
  leastGroups: 3,
};

describe('The words for the parameters', () => {
  it.each([
    [1.645, '20'],
    [2.326, '100'],
    [1.2816, '10'],
    [0, '2'],
  ])('say how cautious a bound %d deviations below is: one in %s', (lowerDeviations, said) => {
    const intl = createIntl({ locale: 'en' });
    expect(parameterWords(intl, { ...parameters, lowerDeviations }).oneIn).toBe(said);
  });
});
