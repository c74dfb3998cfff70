import { describe, expect, it } from '@jest/globals';
import { linesOf, placesIn } from './places.js';

const DIONYSIENS = [
  { name: 'Saint-Denis', country: 'FR', code: '93066' },
  { name: 'Saint-Denis', country: 'RE', code: '97411' },
  { name: 'Rennes', country: 'FR' },
];

describe('places, a line each', () => {
  it('keep their country and code, two of one name apart', () => {
    const lines = linesOf(DIONYSIENS, DIONYSIENS);
    expect(lines).toBe('Saint-Denis (93066, FR)\nSaint-Denis (97411, RE)\nRennes');
    expect(placesIn(lines, DIONYSIENS)).toEqual(DIONYSIENS);
    expect(placesIn('Saint-Denis (97411, RE)\n Rennes\n', DIONYSIENS)).toEqual(DIONYSIENS.slice(1));
  });

  it('that are new have a name alone, and one that is written twice is one', () => {
    expect(placesIn('Betton\nBetton\n\nRennes', DIONYSIENS)).toEqual([{ name: 'Betton' }, DIONYSIENS[2]]);
  });
});
