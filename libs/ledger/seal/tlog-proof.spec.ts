import { describe, it, expect } from '@jest/globals';
import { tlogProof } from './tlog-proof.js';

const NOTE = 'example.com/log\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/log AAAAAAAA\n';

describe('A tlog-proof', () => {
  it('is the index, a hash a line, an empty line and the checkpoint as it stands', () => {
    expect(tlogProof(2n, [Buffer.alloc(32, 1), Buffer.alloc(32, 2)], NOTE)).toBe(
      'c2sp.org/tlog-proof@v1\nindex 2\n' +
        'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\nAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=\n' +
        `\n${NOTE}`,
    );
  });

  it('has no hash where the leaf is the whole tree', () => {
    expect(tlogProof(0n, [], NOTE)).toBe(`c2sp.org/tlog-proof@v1\nindex 0\n\n${NOTE}`);
  });
});
