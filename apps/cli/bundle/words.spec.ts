import { describe, expect, it } from '@jest/globals';
import { id } from '../../../test/harness/given.js';
import { hashOf } from '../verify/rows.js';
import { BundleError, WORDS_FILE } from './layout.js';
import { faultOfWords } from './words.js';

const SALT = 'ab'.repeat(32);
const REASON = '"Works without a permit."';
const removed = {
  id: id(1),
  type: 'MemberRemoved',
  data: { organisationId: id(9), reason: { sha256: hashOf(Buffer.from(SALT, 'hex'), REASON) } },
};
const word = { eventId: id(1), path: '/reason', salt: SALT, value: REASON };

/** What is found in a bundle of these entries and words. */
function found(entries: readonly object[], ...words: readonly unknown[]) {
  const bundle = Buffer.concat(
    entries.flatMap((entry) => {
      const bytes = Buffer.from(JSON.stringify(entry), 'utf8');
      return [Buffer.of(bytes.length >> 8, bytes.length & 0xff), bytes];
    }),
  );
  const lines = words.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');
  const files: Readonly<Record<string, Buffer>> = {
    [`log/tile/entries/000.p/${entries.length}`]: bundle,
    [WORDS_FILE]: Buffer.from(`${lines}\n`, 'utf8'),
  };
  return faultOfWords((path) => Promise.resolve(files[path]), BigInt(entries.length));
}

describe('The words of a bundle', () => {
  const joined = { id: id(2), type: 'MissionJoined', data: {} };
  const erased = { id: id(3), type: 'ValueErased', data: { eventId: id(1), path: '/reason' } };

  it('are sound where the log has the salted hash of each, and where there are none', async () => {
    expect(await found([joined, removed], word)).toBeUndefined();
    expect(await found([joined, removed])).toBeUndefined();
  });

  it.each([
    ['altered', { ...word, value: '"Works with a permit."' }],
    ['salted otherwise', { ...word, salt: 'cd'.repeat(32) }],
  ])('are not where they are %s', async (_, other) => {
    expect(await found([joined, removed], other)).toMatchObject({ kind: 'PRIVATE', position: 2n });
  });

  it('are not where the log says that they were erased', async () => {
    expect(await found([removed, joined, erased], word)).toMatchObject({ kind: 'PRIVATE', position: 3n });
  });

  it('are not where the log has no hash of them', async () => {
    const elsewhere = { ...word, path: '/other' };
    expect(await found([joined, removed], word, elsewhere)).toMatchObject({
      kind: 'PRIVATE',
      message: `${WORDS_FILE} has a value of event ${id(1)} at data/other, where the log has no salted hash.`,
    });
  });

  it.each([['no JSON'], [{ ...word, more: 1 }], [{ ...word, salt: 'ab' }]])(
    'are not read where a line is %j',
    async (line) => {
      const reading = found([removed], word, line);
      await expect(reading).rejects.toThrow(BundleError);
      await expect(reading).rejects.toThrow(`${WORDS_FILE}, line 2: `);
    },
  );
});
