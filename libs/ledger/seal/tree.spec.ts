import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shown, WITNESSES_HAVE_MS } from './tree.js';

interface Signed {
  readonly size: number;
  readonly signedAt: string;
  /** When it can be read, and from when on it has its quorum: by the clock that `now` is of. */
  readonly storedMs: number;
  readonly metMs: number;
}

const SECOND = 1_000;
const START = Date.parse('2026-03-01T12:00:00Z');
const at = (ms: number) => new Date(START + ms).toISOString();
const waited = ({ signedAt }: Signed, now: number) => START + now - Date.parse(signedAt) >= WITNESSES_HAVE_MS;

/** What is read at a time: the newest first, back to one that has waited, and at most so many. */
function recentAt(history: readonly Signed[], now: number, most: number): readonly Signed[] {
  const stored = history.filter(({ storedMs }) => storedMs <= now).reverse();
  const first = stored.findIndex((each) => waited(each, now));
  return stored.slice(0, Math.min(first < 0 ? stored.length : first + 1, most));
}

const shownAt = (history: readonly Signed[], now: number, most = 500) =>
  shown(recentAt(history, now, most), ({ metMs }) => metMs <= now, START + now);

/** One a line: seconds at which it is signed, and until it has its quorum. */
function historyOf(...lines: readonly (readonly [signed: number, met: number])[]): readonly Signed[] {
  return lines.map(([signed, met], n) => {
    const storedMs = signed * SECOND;
    return { size: n + 1, signedAt: at(storedMs), storedMs, metMs: storedMs + met * SECOND };
  });
}

const histories = fc
  .array(
    fc.record({
      after: fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 40_000 })),
      // The sealer has a clock of its own.
      skew: fc.integer({ min: -3_000, max: 3_000 }),
      met: fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.constant(Infinity)),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    let now = 0;
    return steps.map(({ after, skew, met }, n): Signed => {
      now += after;
      return { size: n + 1, signedAt: at(now + skew), storedMs: now, metMs: now + met };
    });
  });
const times = fc
  .array(fc.integer({ min: 0, max: 400_000 }), { minLength: 2, maxLength: 60 })
  .map((some) => some.sort((a, b) => a - b));

describe('The checkpoint shown', () => {
  it('is the newest with its quorum, also after a quiet hour', () => {
    const history = historyOf([0, 1], [3600, 1]);
    expect(shownAt(history, 3600 * SECOND)?.size).toBe(1);
    expect(shownAt(history, 3601 * SECOND)?.size).toBe(2);
  });

  it('is the newest of all once that has waited, on an idle log too', () => {
    const history = historyOf([0, 1], [20, Infinity]);
    expect(shownAt(history, 29_999)?.size).toBe(1);
    expect(shownAt(history, 30_000)?.size).toBe(2);
  });

  it('does not go back to one that gets its quorum late', () => {
    const history = historyOf([0, 0], [1, 15], [2, Infinity]);
    expect([11_000, 12_000, 16_000, 17_000].map((now) => shownAt(history, now)?.size)).toEqual([2, 3, 3, 3]);
  });

  it('is the first where none has its quorum or waited yet, and none where nothing was signed', () => {
    expect(shownAt(historyOf([0, Infinity], [1, Infinity]), 1_500)?.size).toBe(1);
    expect(shownAt([], 1_500)).toBeUndefined();
  });

  it('never goes back, however many are read', () => {
    fc.assert(
      fc.property(histories, times, fc.integer({ min: 1, max: 50 }), (history, moments, most) => {
        const sizes = moments.map((now) => shownAt(history, now, most)?.size ?? 0);
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves none aside that has waited, nor one newer that has its quorum, and shows no other before its time', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 400_000 }), (history, now) => {
        const stored = history.filter(({ storedMs }) => storedMs <= now);
        const found = shownAt(history, now);
        const due = stored.filter((each) => waited(each, now) || each.metMs <= now);
        expect(found?.size).toBe((due.at(-1) ?? stored[0])?.size);
      }),
      { numRuns: 500 },
    );
  });
});
