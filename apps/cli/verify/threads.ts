import { availableParallelism } from 'node:os';

const MOST_THREADS = 3;

/** Beside the calling one, which only reads and waits: never none, so that what is checked cannot keep it from being stopped. */
export function checkingThreads(): number {
  return Math.min(Math.max(availableParallelism() - 1, 1), MOST_THREADS);
}
