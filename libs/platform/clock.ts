import type { Clock, Instant } from '@maillage/kernel';

/** The machine's clock: what every process goes by. Only the test harness hands another one in, to play whole years. */
export const systemClock: Clock = { now: () => new Date().toISOString() };

/** By the machine's clock; 0 for what has not been. */
export function secondsSince(at: Instant | undefined): number {
  return at === undefined ? 0 : Math.max(0, (Date.parse(systemClock.now()) - Date.parse(at)) / 1_000);
}
