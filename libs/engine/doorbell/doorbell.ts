/**
 * A wake-up for whoever moves views: never events, never order. Losing a ring costs delay, not correctness, since
 * sweeps and checkpoints find what was missed.
 */
export interface Doorbell {
  /** Returns at once and never throws: recording must not wait for whoever projects. */
  ring(): void;
  close(): Promise<void>;
}

/** Where the log itself rings: `append_events` notifies whoever listens on PostgreSQL. */
export const ringsByItself: Doorbell = {
  ring: () => undefined,
  close: () => Promise.resolve(),
};
