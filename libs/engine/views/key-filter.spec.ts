import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyFilter } from './key-filter.js';

describe('A filter of keys', () => {
  it('has every key that it was given, however many were expected', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 50 }), (events, keys) => {
        const filter = new KeyFilter(events);
        for (const [table, key] of keys) filter.add(table, key);
        return keys.every(([table, key]) => filter.mayHave(table, key));
      }),
      { numRuns: 50 },
    );
  });

  it.each([100, 20_000])(
    'mistakes one in a hundred others at most once it has four keys of each of %d events',
    (events) => {
      const filter = new KeyFilter(events);
      for (let n = 0; n < 4 * events; n += 1) filter.add('commitment', `key ${n}`);
      let mistaken = 0;
      for (let n = 0; n < 10_000; n += 1) if (filter.mayHave('commitment', `other ${n}`)) mistaken += 1;
      expect(mistaken).toBeLessThan(100);
    },
  );
});
