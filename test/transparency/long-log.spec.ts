import { describe, expect, it } from '@jest/globals';
import { entries, ledgerOf } from '../../libs/verifier/ledger.fixtures.js';
import { verify } from '../../libs/verifier/verify.js';
import { faultOf, flip, given, key } from '../../libs/verifier/verify.fixtures.js';

// Needs no server, but takes longer than a unit spec may.
describe('A whole ledger', () => {
  it('of more than a full tile of level 1 is valid, and its tiles are all looked at', async () => {
    const many = entries(65_536 + 300);
    const source = ledgerOf(many, key);
    const read = new Set<string>();
    const verdict = await verify(async (path) => {
      read.add(path);
      return source.get(path);
    }, given);
    expect(verdict).toMatchObject({ valid: true, size: 65_836n });
    expect([...source.keys()].filter((path) => path.includes('tile') && !read.has(path))).toEqual([]);
    flip(source, 'log/tile/2/000.p/1', 5);
    expect(await faultOf(source)).toMatchObject({ kind: 'TILE', position: 1n });
  });
});
