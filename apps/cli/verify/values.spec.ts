import { describe, expect, it } from '@jest/globals';
import { SourceUnreadable } from '@maillage/verifier';
import { ledgerOf, type Source } from '../../../libs/verifier/ledger.fixtures.js';
import { key, whispered } from '../../../libs/verifier/verify.fixtures.js';
import { ValuesTold } from './values.js';

// Three values at positions 601 to 603, and the three erasures behind them.
const { texts, ids } = whispered(3);
const BUNDLES = ['log/tile/entries/000', 'log/tile/entries/001'];
const keptOf = (...events: readonly number[]) =>
  JSON.stringify({ kept: events.map((n) => ({ eventId: ids[n], path: '/note' })) });
const ERASED_SINCE = 'log/events?from=604&type=ValueErased';

/** What is found amiss in the log up to a position, where the server says this of its values. */
async function faultAt(size: number, told: Readonly<Record<string, string>>) {
  const source: Source = ledgerOf(texts.slice(0, size), key);
  for (const [path, text] of Object.entries(told)) source.set(path, Buffer.from(text));
  const values = new ValuesTold(async (path) => source.get(path));
  for (const path of [...BUNDLES, `log/tile/entries/002.p/${size - 512}`]) await values.read(path);
  return values.fault();
}

describe('Private values of a ledger read over HTTP', () => {
  it('are all right where they are there', async () => {
    expect(await faultAt(603, { 'log/values/2': keptOf(0, 1, 2) })).toBeUndefined();
  });

  it('are amiss where one is gone and no event says that it was erased', async () => {
    const told = { 'log/values/2': keptOf(0), [ERASED_SINCE]: '' };
    expect(await faultAt(603, told)).toEqual({
      kind: 'PRIVATE',
      position: 602n,
      message: 'The private value at data/note is gone, and no event says that it was erased.',
    });
    // Two of the three were erased by then.
    expect(await faultAt(605, { 'log/values/2': keptOf() })).toMatchObject({ position: 603n });
  });

  it('may be gone where an event says that they were erased, also behind the checkpoint', async () => {
    expect(await faultAt(606, { 'log/values/2': keptOf() })).toBeUndefined();
    const since = ids.map((eventId) => `${JSON.stringify({ data: { eventId, path: '/note' } })}\n`).join('');
    expect(await faultAt(603, { 'log/values/2': keptOf(), [ERASED_SINCE]: since })).toBeUndefined();
  });

  it('are not told of by a copy of the log’s files, nor by servers of before', async () => {
    expect(await faultAt(603, {})).toBeUndefined();
  });

  it('are not known where the answer cannot be read', async () => {
    await expect(faultAt(603, { 'log/values/2': '{"kept":"all"}' })).rejects.toThrow(SourceUnreadable);
  });
});
