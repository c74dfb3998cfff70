import { describe, expect, it } from '@jest/globals';
import { Pace, type Answered } from './pace.js';

/** A processor that works when it is told to, and a clock that goes by it and by `rest`. */
function machine() {
  const time = { now: 0, worked: 0 };
  return {
    watch: { now: () => time.now, worked: () => time.worked },
    work: (ms: number) => {
      time.now += ms;
      time.worked += ms;
    },
    rest: (ms: number) => {
      time.now += ms;
    },
  };
}

const ONE = 'address 192.0.2.1';
const OTHER = 'address 192.0.2.2';
const later = () => new Promise((resolve) => setImmediate(resolve, 'waits'));
const isIn = async (turn: Promise<Answered | undefined>) => (await Promise.race([turn, later()])) !== 'waits';
async function take(pace: Pace, visitor: string, work: () => void): Promise<void> {
  const answered = await pace.turn(visitor);
  work();
  answered?.();
}

describe('The time that visitors take', () => {
  it('is a second at once; then the next request waits until all beyond it is made up for, and others go on', async () => {
    const { watch, work, rest } = machine();
    const pace = new Pace(0.25, watch);
    await take(pace, ONE, () => work(900));
    await take(pace, ONE, () => work(350));
    const next = pace.turn(ONE);
    expect(await isIn(next)).toBe(false);
    expect(await isIn(pace.turn(OTHER))).toBe(true);
    // 1,250 ms less a quarter of those that went by since the first ended is 1,162.5: 650 ms until it is a second.
    rest(640);
    expect(await isIn(pace.turn(ONE))).toBe(false);
    rest(40);
    const answered = await next;
    expect(answered).toBeDefined();
  });

  it('is shared among the requests under way, and nobody is charged for what was worked without them', async () => {
    const { watch, work } = machine();
    const pace = new Pace(0.001, watch);
    work(5_000);
    const [one, other] = [await pace.turn(ONE), await pace.turn(OTHER)];
    work(1_980);
    other?.();
    one?.();
    // Twice is once.
    one?.();
    expect(await isIn(pace.turn(ONE))).toBe(true);
    const both = await pace.turn(OTHER);
    work(40);
    both?.();
    expect(await isIn(pace.turn(OTHER))).toBe(false);
  });

  it('is the database’s as well', async () => {
    const { watch, rest } = machine();
    const pace = new Pace(0.001, watch);
    pace.took(5_000);
    const slow = await pace.turn(ONE);
    rest(4_000);
    // Who comes as it ends pays for no more than the time it was there.
    await take(pace, OTHER, () => {
      rest(10);
      pace.took(4_010);
    });
    slow?.();
    expect(await isIn(pace.turn(ONE))).toBe(false);
    expect(await isIn(pace.turn(OTHER))).toBe(true);
  });

  it('is waited for so long at most, and no longer than the client is there', async () => {
    const { watch, work } = machine();
    const pace = new Pace(0.5, watch, 20);
    await take(pace, ONE, () => work(60_000));
    const going = new AbortController();
    const gone = pace.turn(ONE, going.signal);
    const told = pace.inTurn(ONE, going.signal, async () => 'told');
    expect(await pace.turn(ONE)).toBeUndefined();
    going.abort();
    expect([await gone, await pace.turn(ONE, going.signal), await told]).toEqual([undefined, undefined, 'told']);
  });

  it('lets those who waited in, in the order they came, as it is made up for by the real clock', async () => {
    const pace = new Pace(0.9);
    await take(pace, ONE, () => pace.took(1_030));
    const order: string[] = [];
    await Promise.all(['first', 'second', 'third'].map((name) => take(pace, ONE, () => order.push(name))));
    expect(order).toEqual(['first', 'second', 'third']);
  });

  it('is nobody’s concern where all of it may be taken', async () => {
    const { watch, work } = machine();
    const pace = new Pace(1, watch);
    await take(pace, ONE, () => work(60_000));
    expect(await isIn(pace.turn(ONE))).toBe(true);
  });
});
