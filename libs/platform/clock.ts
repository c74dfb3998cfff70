import type { Clock } from '@maillage/kernel';

/** The machine's clock: what every process goes by. Only the test harness hands another one in, to play whole years. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
