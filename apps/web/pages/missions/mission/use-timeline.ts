import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import {
  MissionTimelineDocument,
  MoreTimelineDocument,
  type MissionTimelineSubscription,
  type MissionTimelineSubscriptionVariables,
  type MissionTimelinePageFragment,
  type TimelineLineFragment,
} from '../../../generated/graphql/pages/missions/mission/mission.js';
import { useAsk } from '../../../shell/graphql/use-page.js';

/** Several events may come at once: figures are asked for anew once for all of them. */
const GATHERED_MS = 500;

export interface Timeline {
  /** Newest first. */
  readonly entries: readonly TimelineLineFragment[];
  /** Came while the page was open, since the last time it was said. */
  readonly arrived: readonly TimelineLineFragment[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly failed: boolean;
  showMore(): void;
}

/**
 * The timeline as the page's request gave it, what has happened since as it happens, and what was before on demand.
 * @param happened called with the last position, at most once per {@link GATHERED_MS}.
 */
export function useTimeline(
  missionId: string,
  page: MissionTimelinePageFragment,
  happened: (position: string) => void,
): Timeline {
  // Followed from the page's first answer on; the socket, when it was lost, gives all of it once more.
  const [start] = useState(page);
  const [live, setLive] = useState<readonly TimelineLineFragment[]>([]);
  const [arrived, setArrived] = useState<readonly TimelineLineFragment[]>([]);
  const { older, ...more } = useOlder(missionId, start);

  const gathered = useRef<TimelineLineFragment[]>([]);
  const timer = useRef<number>(undefined);
  const seen = useRef(new Set<string>());
  const latest = useRef(happened);
  useEffect(() => {
    latest.current = happened;
  });
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );

  const arrive = useCallback((entry: TimelineLineFragment) => {
    if (seen.current.has(entry.position)) return;
    seen.current.add(entry.position);
    gathered.current.push(entry);
    setLive((entries) => [entry, ...entries]);
    timer.current ??= window.setTimeout(() => {
      timer.current = undefined;
      const entries = gathered.current.splice(0);
      setArrived(entries);
      const last = entries.at(-1);
      if (last !== undefined) latest.current(last.position);
    }, GATHERED_MS);
  }, []);

  const client = useClient();
  useEffect(() => {
    const subscription = client
      .subscription<MissionTimelineSubscription, MissionTimelineSubscriptionVariables>(MissionTimelineDocument, {
        missionId,
        afterPosition: start.computedAt,
      })
      .subscribe(({ data }) => {
        if (data !== undefined) arrive(data.missionTimeline);
      });
    return () => {
      subscription.unsubscribe();
    };
  }, [client, missionId, start, arrive]);

  const byPosition = new Map<string, TimelineLineFragment>();
  // The page's own last: what it says of each was asked for since.
  for (const some of [live, start.nodes, ...older.map(({ nodes }) => nodes), page.nodes]) {
    for (const entry of some) byPosition.set(entry.position, entry);
  }
  const entries = [...byPosition.values()].sort((a, b) => (BigInt(a.position) < BigInt(b.position) ? 1 : -1));
  return { entries, arrived, ...more };
}

/** What was before the page's first answer, a page at a time, on demand. */
function useOlder(missionId: string, start: MissionTimelinePageFragment) {
  const [older, setOlder] = useState<readonly MissionTimelinePageFragment[]>([]);
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(false);
  const ask = useAsk();
  const { endCursor, hasNextPage } = (older.at(-1) ?? start).pageInfo;
  const showMore = useCallback(() => {
    setLoading(true);
    setFailed(false);
    ask(MoreTimelineDocument, { id: missionId, after: endCursor })
      .then(({ mission }) => {
        if (mission !== null) setOlder((pages) => [...pages, mission.timeline]);
      })
      .catch(() => {
        setFailed(true);
      })
      .finally(() => {
        setLoading(false);
      });
  }, [ask, missionId, endCursor]);
  return { older, hasMore: hasNextPage, loading, failed, showMore };
}
