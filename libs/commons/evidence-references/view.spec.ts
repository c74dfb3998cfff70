import { describe, expect, it } from '@jest/globals';
import { Registry } from '@maillage/engine';
import { slices } from '../../../apps/host/slices.js';
import { id, projected, recorded } from '../../../test/harness/given.js';
import { evidenceReferencesOf } from './view.js';

const file = (digit: string) => ({ sha256: digit.repeat(64), name: 'a.pdf', mediaType: 'application/pdf', size: 1 });
const LINK = { url: 'https://example.org/' };

describe('References to files of evidence', () => {
  it('are those of contributions, of what is said of them, and of measurements', () => {
    const commitment = `commitment/${id(1)}`;
    const indicator = `indicator/${id(2)}`;
    const tables = projected(evidenceReferencesOf(new Registry(slices).events), [
      recorded(commitment, {
        type: 'ContributionRecorded',
        data: { evidence: [LINK, file('a'), file('b'), file('a')] },
      }),
      recorded(commitment, { type: 'ContributionDeclared', data: { evidence: [LINK] } }),
      recorded(commitment, { type: 'ContributionCorroborated', data: { evidence: [file('a')] } }),
      recorded(commitment, { type: 'ContributionVerified', data: { evidence: [file('c')] } }),
      recorded(indicator, { type: 'MeasurementRecorded', data: { evidence: [file('d')] } }),
      recorded(indicator, { type: 'MeasurementCorrected', data: { evidence: [file('c')] } }),
    ]);
    expect(
      tables['evidence_reference']?.map(({ sha256, position, stream }) => [(sha256 as string)[0], position, stream]),
    ).toEqual([
      ['a', '1', commitment],
      ['a', '3', commitment],
      ['b', '1', commitment],
      ['c', '4', commitment],
      ['c', '6', indicator],
      ['d', '5', indicator],
    ]);
  });
});
