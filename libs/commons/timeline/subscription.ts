import { setTimeout as sleep } from 'node:timers/promises';
import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { Bus, localId, PositionScalar, ViewPositions, type GraphqlContext } from '@maillage/engine';
import { TimelineEntry } from './graphql.js';
import { timelineSince, type TimelineRow, type TimelineSince, type TimelineStretch } from './queries.js';
import { TIMELINE } from './view.js';

const ROWS_PER_READ = 100;
/** How long to wait for a wake-up before looking again: one may be lost. */
const LOOK_AGAIN_MS = 5_000;

export interface TimelineReader {
  read(since: TimelineSince): Promise<TimelineStretch>;
  /** Waits until the view has passed a position; false when time ran out. */
  reached(position: bigint, timeoutMs: number): Promise<boolean>;
}

@Resolver(() => TimelineEntry)
export class TimelineSubscription {
  constructor(
    private readonly bus: Bus,
    private readonly positions: ViewPositions,
  ) {}

  @Subscription(() => TimelineEntry, {
    description: 'What happens in a mission, as it happens: every event behind a position, once each and in order.',
    resolve: (entry: TimelineEntry, _: unknown, { loaders }: GraphqlContext) => {
      // What is loaded for one entry is not to be shown beside a later one.
      loaders.clear();
      return entry;
    },
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
    const reader: TimelineReader = {
      read: (since) => this.bus.ask(timelineSince, since),
      reached: (position, timeoutMs) => this.positions.reached([TIMELINE.name], position, timeoutMs),
    };
    // "Now" is where the view stands: what a query shows and what follows here leave no gap between them.
    const after =
      afterPosition === null || afterPosition === undefined
        ? (await reader.read({ missionId: id, after: 0n, limit: 1 })).viewAt
        : BigInt(afterPosition);
    return followTimeline(reader, id, after, LOOK_AGAIN_MS);
  }
}

/**
 * Everything in a mission's timeline behind a position, then whatever comes. Leaving ends a wait under way at once, where
 * a generator alone would hear of it only after its next entry.
 */
export function followTimeline(
  reader: TimelineReader,
  missionId: string,
  after: bigint,
  lookAgainMs: number,
): AsyncIterableIterator<TimelineEntry> {
  const leaving = new AbortController();
  const entries = follow(reader, missionId, after, lookAgainMs, leaving.signal);
  return {
    next: () => entries.next(),
    return: () => {
      leaving.abort();
      return entries.return(undefined);
    },
    throw: (error: unknown) => {
      leaving.abort();
      return entries.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* follow(
  reader: TimelineReader,
  missionId: string,
  after: bigint,
  lookAgainMs: number,
  left: AbortSignal,
): AsyncGenerator<TimelineEntry, undefined> {
  let seen = after;
  let woken = false;
  while (!left.aborted) {
    const { rows, viewAt } = await reader.read({ missionId, after: seen, limit: ROWS_PER_READ });
    for (const row of rows) yield TimelineEntry.of(row);
    if (rows.length === ROWS_PER_READ) {
      seen = lastPosition(rows, seen);
      continue;
    }
    // A halted view counts as past every position: woken and yet where it was, it is given time.
    const stuck: boolean = woken && viewAt <= seen;
    seen = viewAt > seen ? viewAt : lastPosition(rows, seen);
    woken = stuck ? await pause(lookAgainMs, left) : await untilLeft(reader.reached(seen + 1n, lookAgainMs), left);
  }
  return undefined;
}

function lastPosition(rows: readonly TimelineRow[], otherwise: bigint): bigint {
  const last = rows.at(-1);
  return last === undefined ? otherwise : BigInt(last.position);
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
