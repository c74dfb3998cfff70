import { afterAll, beforeAll, describe, it, expect } from '@jest/globals';
import { toGlobalId } from '@maillage/engine';
import { CITY, MISSION, OTHER_MISSION } from '../../../test/harness/cast.js';
import { id } from '../../../test/harness/given.js';
import { fillMissions, openNetwork, type Network } from '../../../test/harness/network.js';
import { timelineSince } from './queries.js';
import { SharedTimelines, type TimelineReader } from './shared.js';
import { followTimeline, TimelineSubscription } from './subscription.js';
import type { TimelineEntry } from './graphql.js';
import { patience } from '../../../test/harness/patience.js';

let network: Network;
let subscription: TimelineSubscription;
let made = 0;

beforeAll(async () => {
  network = await openNetwork();
  await fillMissions(network);
  await network.project();
  subscription = new TimelineSubscription(network.bus, network.positions);
});

afterAll(() => network.close());

const follow = (after?: bigint) =>
  subscription.missionTimeline(toGlobalId('Mission', MISSION), after === undefined ? undefined : after.toString());

async function promise(missionId = MISSION): Promise<string> {
  made += 1;
  const data = { missionId, kind: 'TIME', description: 'An hour.' };
  return (await network.record(CITY, 'MakeCommitment', id(0x500 + made), data)).toString();
}

async function take(entries: AsyncIterator<TimelineEntry>, count: number): Promise<TimelineEntry[]> {
  const taken: TimelineEntry[] = [];
  while (taken.length < count) {
    const { value, done } = await entries.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

describe('Following a mission’s timeline', () => {
  it('shows everything behind a position in pages, then what comes, each once and in order', async () => {
    const past: string[] = [];
    const before = BigInt(await promise(OTHER_MISSION));
    for (let n = 0; n < 120; n += 1) past.push(await promise());
    await network.project();
    const entries = await follow(before);
    expect((await take(entries, 120)).map(({ position }) => position)).toEqual(past);

    const waiting = take(entries, 2);
    const first = await promise();
    await promise(OTHER_MISSION);
    await network.project();
    const second = await promise();
    await network.project();
    expect((await waiting).map(({ position }) => position)).toEqual([first, second]);
    await entries.return?.();
  });

  it('begins from now on, unless told otherwise', async () => {
    const entries = await follow();
    const next = await promise();
    await network.project();
    const [entry] = await take(entries, 1);
    expect(entry).toMatchObject({ position: next, type: 'CommitmentMade', data: { description: 'An hour.' } });
    await entries.return?.();
  });

  it('ends at once when the client leaves, though nothing happens', async () => {
    const entries = await follow();
    const waiting = entries.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    await entries.return?.();
    expect(await waiting).toEqual({ value: undefined, done: true });
    expect(performance.now() - started).toBeLessThan(patience(5_000));
  });

  it('looks again now and then, not all the time, while the view is halted', async () => {
    let reads = 0;
    const halted: TimelineReader = {
      read: async () => ({ rows: [], viewAt: (reads += 1) > 0 ? 7n : 0n }),
      reached: async () => true,
    };
    const entries = followTimeline(new SharedTimelines(halted), MISSION, 7n, 50);
    const waiting = entries.next();
    const began = performance.now();
    while (reads < 12) await new Promise((resolve) => setTimeout(resolve, 10));
    await entries.return?.();
    await waiting;
    // A few reads at a time, then a pause of 50 ms.
    expect(performance.now() - began).toBeGreaterThan(100);
  });

  it('is read once for all who follow the same mission, however many', async () => {
    const asked: bigint[] = [];
    const reading: TimelineReader = {
      read: (since) => {
        asked.push(since.after);
        return network.bus.ask(timelineSince, since);
      },
      reached: (position, timeoutMs) => network.positions.reached(['timeline'], position, timeoutMs),
    };
    const timelines = new SharedTimelines(reading);
    const start = await reading.read({ missionId: MISSION, after: 0n, limit: 1 });
    const followers = Array.from({ length: 1_000 }, () => followTimeline(timelines, MISSION, start.viewAt, 5_000));
    const all = (count: number) => Promise.all(followers.map((entries) => take(entries, count)));
    const told: string[][] = [];
    for (const count of [1, 2]) {
      const waiting = all(count);
      await new Promise((resolve) => setTimeout(resolve, 50));
      asked.length = 0;
      const made = [];
      for (let n = 0; n < count; n += 1) made.push(await promise());
      await network.project();
      told.push(made);
      for (const entries of await waiting) expect(entries.map(({ position }) => position)).toEqual(made);
      expect(asked.length).toBeLessThanOrEqual(count);
    }
    // Whoever comes late, or has been away, misses nothing.
    const late = followTimeline(timelines, MISSION, BigInt(told[0]?.[0] ?? 0) - 1n, 5_000);
    expect((await take(late, 3)).map(({ position }) => position)).toEqual(told.flat());
    for (const entries of [late, ...followers]) await entries.return?.();
  });
});
