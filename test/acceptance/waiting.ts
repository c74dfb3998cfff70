import { setTimeout as sleep } from 'node:timers/promises';
import { patience } from '../harness/patience.js';
import type { Client } from './client.js';

/** Asks again and again until there is an answer, for a bounded time. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false>,
  withinMs = patience(20_000),
  everyMs = 25,
): Promise<Value> {
  const end = Date.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`${what}: not within ${withinMs / 1_000} s.`);
    await sleep(everyMs);
  }
}

export interface ViewStanding {
  readonly name: string;
  readonly position: string;
  readonly lag: string;
  readonly state: 'RUNNING' | 'HALTED';
  readonly error: string | null;
  readonly errorPosition: string | null;
}

export async function viewsOf(client: Client): Promise<readonly ViewStanding[]> {
  return (await client.ask('{ views { name position lag state error errorPosition } }')).views as ViewStanding[];
}

/** Every view has folded every event there is. */
export async function reachHead(client: Client, withinMs = patience(30_000)): Promise<void> {
  await until(
    'Every view reaches the head',
    async () => {
      const views = await viewsOf(client);
      return views.length > 0 && views.every(({ lag, state }) => lag === '0' && state === 'RUNNING');
    },
    withinMs,
    50,
  );
}
