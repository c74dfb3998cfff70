import { describe, expect, it } from '@jest/globals';
import type { View } from '@maillage/kernel';
import { firstDifference, tell } from './compare.js';

const view: View = {
  name: 'shelf',
  version: 1,
  tables: {
    book: { columns: { shelf: 'integer', title: 'text', pages: 'bigint?' }, primaryKey: ['shelf', 'title'], on: {} },
    reader: { columns: { id: 'text' }, primaryKey: ['id'], on: {} },
  },
};
const book = (shelf: number, title: string, pages: string | null = '1') => JSON.stringify({ pages, shelf, title });
const COMPUTED = ['book', book(2, 'A'), book(2, 'Z\u2028'), book(2, 'a'), book(10, 'A'), 'reader', '{"id":"x"}'];

/** In pieces that break lines and characters apart. */
async function* pieces(lines: readonly string[], size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const differing = (published: readonly string[], size = 7) =>
  firstDifference(view, pieces(published, size), pieces(COMPUTED, 5));
const changed = (at: number, ...lines: string[]) => COMPUTED.toSpliced(at, 1, ...lines);

describe('The first difference of two texts of a view', () => {
  it.each([1, 2, 3, 1000])('is none where they are the same, in pieces of %d bytes', async (size) => {
    expect(await differing(COMPUTED, size)).toBeUndefined();
  });

  it('names table, key and columns of a row that differs', async () => {
    const difference = await differing(changed(3, book(2, 'a', '300')));
    expect(difference).toEqual({
      kind: 'COLUMNS',
      table: 'book',
      key: { shelf: 2, title: 'a' },
      columns: [{ column: 'pages', published: '300', computed: '1' }],
    });
    expect(tell('shelf', difference!)).toBe(
      'shelf: in the table book the row {"shelf":2,"title":"a"} differs: pages is published as "300" and comes to "1"',
    );
  });

  it.each([
    ['between others', changed(3, book(2, 'Zz'), book(2, 'a')), { shelf: 2, title: 'Zz' }],
    ['by number, not by digit', changed(4, book(9, 'A'), book(10, 'A')), { shelf: 9, title: 'A' }],
    ['by code point, not by UTF-16', changed(4, book(2, '\u{10000}'), book(10, 'A')), { shelf: 2, title: '\u{10000}' }],
    ['at the end of its table', changed(5, book(11, 'A'), 'reader'), { shelf: 11, title: 'A' }],
    ['at the end', [...COMPUTED, '{"id":"y"}'], { id: 'y' }],
  ])('names a row that is published only: %s', async (_, published, key) => {
    expect(await differing(published)).toMatchObject({ kind: 'ROW', key, says: 'PUBLISHED_ONLY' });
  });

  it.each([
    [1, { shelf: 2, title: 'A' }],
    [2, { shelf: 2, title: 'Z\u2028' }],
    [4, { shelf: 10, title: 'A' }],
    [6, { id: 'x' }],
  ])('names a row that is not published: line %d', async (at, key) => {
    expect(await differing(changed(at))).toMatchObject({ kind: 'ROW', key, says: 'COMPUTED_ONLY' });
  });

  it('names a table that one of them has not', async () => {
    expect(await differing(COMPUTED.slice(0, 5))).toEqual({ kind: 'TABLE', table: 'reader', says: 'COMPUTED_ONLY' });
    expect(await differing([])).toEqual({ kind: 'TABLE', table: 'book', says: 'COMPUTED_ONLY' });
    expect(await differing(COMPUTED.slice(5))).toEqual({ kind: 'TABLE', table: 'book', says: 'COMPUTED_ONLY' });
  });

  it.each(['nonsense', '{"id":', ''])('shows a line that is neither table nor row: %j', async (line) => {
    expect(await differing(changed(3, line))).toMatchObject({ kind: 'LINE', table: 'book', line: 4, text: line });
  });

  it('is none where only the last line break is missing, which the digest tells', async () => {
    const whole = COMPUTED.map((line) => `${line}\n`).join('');
    async function* cut() {
      yield whole.slice(0, -1);
    }
    expect(await firstDifference(view, cut(), pieces(COMPUTED, 9))).toBeUndefined();
  });
});
