import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { until } from './waiting.js';

/** A client of the subscription to a mission's timeline. */
export interface Follower {
  /** The positions that arrived, once there are so many at least. */
  take(count: number): Promise<readonly string[]>;
  leave(): Promise<void>;
}

const TIMELINE = `subscription ($missionId: ID!, $afterPosition: Position) {
  missionTimeline(missionId: $missionId, afterPosition: $afterPosition) { position type }
}`;

export function followTimeline(url: string, missionId: string, afterPosition?: string): Follower {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
  });
  const positions: string[] = [];
  let failure: unknown;
  client.subscribe<{ missionTimeline: { position: string } }>(
    { query: TIMELINE, variables: { missionId, afterPosition: afterPosition ?? null } },
    {
      next: ({ data, errors }) => {
        if (data) positions.push(data.missionTimeline.position);
        else failure = errors;
      },
      error: (error) => (failure = error),
      complete: () => undefined,
    },
  );
  const heard = async (count: number) => {
    if (failure !== undefined) throw new Error(`The subscription failed: ${JSON.stringify(failure)}`);
    return Promise.resolve(positions.length >= count);
  };
  return {
    take: async (count) => {
      await until(`${count} entries arrive`, () => heard(count));
      return [...positions];
    },
    leave: async () => {
      await client.dispose();
    },
  };
}
