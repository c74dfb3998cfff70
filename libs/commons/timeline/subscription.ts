import { setTimeout as sleep } from 'node:timers/promises';
import { Args, Extensions, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Bus, localId, PositionScalar, ViewPositions } from '@maillage/engine';
import { TimelineEntry } from './graphql.js';
import { timelineSince } from './queries.js';
import { SharedTimelines, type SharedTimeline, type TimelineReader } from './shared.js';
import { TIMELINE } from './view.js';

/** How long a view that is halted is left alone, and a wait lasts before another is begun. */
const LOOK_AGAIN_MS = 5_000;

/** What is read for one who begins to follow takes as long as so many plain values. */
const FOLLOWING_COST = 1_000;

@Resolver(() => TimelineEntry)
export class TimelineSubscription {
  private readonly timelines: SharedTimelines;

  constructor(bus: Bus, positions: ViewPositions) {
    this.timelines = new SharedTimelines({
      read: (since) => bus.ask(timelineSince, since),
      reached: (position, timeoutMs) => positions.reached([TIMELINE.name], position, timeoutMs),
    });
  }

  @Extensions({ complexity: FOLLOWING_COST })
  @Subscription(() => TimelineEntry, {
    description: 'What happens in a mission, as it happens: every event behind a position, once each and in order.',
    resolve: (entry: TimelineEntry) => entry,
  })
  async missionTimeline(
    @Args('missionId', { type: () => ID, description: 'Whose timeline is followed.' }) missionId: string,
    @Args('afterPosition', {
      type: () => PositionScalar,
      nullable: true,
      description: 'The last position you have seen; from now on, if left out.',
    })
    afterPosition: string | null | undefined,
  ): Promise<AsyncIterableIterator<TimelineEntry>> {
    const id = localId('Mission', missionId, ['missionId']);
    // "Now" is where the view stands: what a query shows and what follows here leave no gap between them.
    const after =
      afterPosition === null || afterPosition === undefined
        ? (await this.timelines.reader.read({ missionId: id, after: 0n, limit: 1 })).viewAt
        : BigInt(afterPosition);
    return followTimeline(this.timelines, id, after, LOOK_AGAIN_MS);
  }
}

/**
 * Everything in a mission's timeline behind a position, then whatever comes. Leaving ends a wait under way at once, where
 * a generator alone would hear of it only after its next entry.
 */
export function followTimeline(
  timelines: SharedTimelines,
  missionId: string,
  after: bigint,
  lookAgainMs: number,
): AsyncIterableIterator<TimelineEntry> {
  const leaving = new AbortController();
  const shared = timelines.join(missionId);
  const entries = follow(shared, timelines.reader, after, lookAgainMs, leaving.signal);
  const leave = () => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    timelines.leave(shared);
  };
  return {
    next: () =>
      entries.next().catch((error: unknown) => {
        leave();
        throw error;
      }),
    return: () => {
      leave();
      return entries.return(undefined);
    },
    throw: (error: unknown) => {
      leave();
      return entries.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* follow(
  shared: SharedTimeline,
  reader: TimelineReader,
  after: bigint,
  lookAgainMs: number,
  left: AbortSignal,
): AsyncGenerator<TimelineEntry, undefined> {
  let seen = after;
  let woken = false;
  while (!left.aborted) {
    const { entries, to, more } = await shared.since(seen);
    yield* entries;
    // A halted view counts as past every position: woken and yet where it was, it is given time.
    const stuck: boolean = woken && to <= seen;
    if (to > seen) seen = to;
    if (more) continue;
    woken = stuck ? await pause(lookAgainMs, left) : await untilReached(reader, seen + 1n, lookAgainMs, left);
  }
  return undefined;
}

/** False once the client leaves. Whoever waits for a position is told of it though a wake-up be lost: nothing is read meanwhile. */
async function untilReached(
  reader: TimelineReader,
  position: bigint,
  timeoutMs: number,
  left: AbortSignal,
): Promise<boolean> {
  let reached = false;
  while (!reached && !left.aborted) reached = await untilLeft(reader.reached(position, timeoutMs), left);
  return reached;
}

/** What `waited` says, or false once the client leaves. */
function untilLeft(waited: Promise<boolean>, left: AbortSignal): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      resolve(false);
    };
    left.addEventListener('abort', leave, { once: true });
    waited.then(resolve, reject).finally(() => {
      left.removeEventListener('abort', leave);
    });
  });
}

async function pause(ms: number, left: AbortSignal): Promise<boolean> {
  // Leaving rejects the wait, which is all that is wanted of it.
  await sleep(ms, undefined, { signal: left }).catch(() => undefined);
  return false;
}
