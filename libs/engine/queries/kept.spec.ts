import { describe, expect, it } from '@jest/globals';
import { pageOfKept } from './kept.js';
import { PageError, pageBounds, type Page, type PageInput } from './page.js';

// 1 to 300, of which those are kept that seven divides.
const ALL = Array.from({ length: 300 }, (_, index) => index + 1);
const KEPT = ALL.filter((each) => each % 7 === 0);

/** A list whose cursors are its rows; each page is read a little later than the one before. */
function open(all: readonly number[] = ALL) {
  const asked: PageInput[] = [];
  const tested: number[] = [];
  const load = (input: PageInput): Promise<Page<number>> => {
    asked.push(input);
    const { limit, backward, cursor, asks } = pageBounds(input);
    const beyond = all.filter(
      (each) => cursor === undefined || (backward ? each < Number(cursor) : each > Number(cursor)),
    );
    const rows = asks.rows ? (backward ? beyond.slice(-limit) : beyond.slice(0, limit)) : [];
    const more = beyond.length > limit;
    const others = asks.otherSide && beyond.length < all.length;
    return Promise.resolve({
      rows,
      cursors: rows.map(String),
      hasNextPage: backward ? others : more,
      hasPreviousPage: backward ? more : others,
      totalCount: undefined,
      computedAt: (100 + asked.length).toString(),
    });
  };
  const keeps = (rows: readonly number[]) => {
    tested.push(...rows);
    return Promise.resolve(rows.map((each) => each % 7 === 0));
  };
  return { asked, tested, page: (input: PageInput) => pageOfKept(input, load, keeps) };
}

describe('A page of the rows that pass a test', () => {
  it('is full, however many are tested to fill it', async () => {
    const { page, asked } = open();
    const { rows, cursors, hasNextPage, hasPreviousPage, computedAt } = await page({ first: 5, after: '70' });
    expect({ rows, cursors, hasNextPage, hasPreviousPage }).toEqual({
      rows: [77, 84, 91, 98, 105],
      cursors: ['77', '84', '91', '98', '105'],
      hasNextPage: true,
      hasPreviousPage: true,
    });
    // The lowest that any of it was read at.
    expect([computedAt, asked.length]).toEqual(['101', 3]);
  });

  it.each([1, 2, 5, 42, 100])('leads to all of them, %i at a time, from either end', async (size) => {
    const { page } = open();
    const forward: number[] = [];
    for (let next = await page({ first: size }); ; next = await page({ first: size, after: next.cursors.at(-1) })) {
      forward.push(...next.rows);
      if (!next.hasNextPage) break;
    }
    expect(forward).toEqual(KEPT);
    const backward: number[] = [];
    for (let next = await page({ last: size }); ; next = await page({ last: size, before: next.cursors[0] })) {
      backward.unshift(...next.rows);
      if (!next.hasPreviousPage) break;
    }
    expect(backward).toEqual(KEPT);
  });

  it('counts those alone, and tests none where neither rows nor their number are asked for', async () => {
    const { page, tested } = open();
    const asks = { rows: false, otherSide: false, totalCount: true };
    expect((await page({ first: 1, asks })).totalCount).toBe(KEPT.length);
    const nothing = open();
    const empty = await nothing.page({ first: 1, asks: { ...asks, totalCount: false } });
    expect([empty.rows, empty.totalCount, empty.computedAt, nothing.tested]).toEqual([[], undefined, '101', []]);
    expect(tested).toEqual(ALL);
  });

  it('may be empty, and is refused as any other where it is too large', async () => {
    const { page } = open([1, 2, 3]);
    expect(await page({ first: 3 })).toMatchObject({ rows: [], hasNextPage: false, hasPreviousPage: false });
    await expect(page({ first: 101 })).rejects.toThrow(PageError);
  });
});
