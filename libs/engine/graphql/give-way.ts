import { setImmediate } from 'node:timers/promises';

/** For how long, in milliseconds, arithmetic goes on before whatever else waits has its turn. */
const LONGEST_MS = 10;

/** Of the whole process, as the thread is that all of it runs on. */
let line = Promise.resolve();
let began = -Infinity;

/**
 * Awaited before each piece of long arithmetic. Many that are ready at once follow one another, and once they have lasted for a
 * while, everything else that waits goes first: requests, answers of the database, other visitors' pages.
 */
export function giveWay(): Promise<void> {
  line = line.then(async () => {
    if (performance.now() - began < LONGEST_MS) return;
    await setImmediate();
    began = performance.now();
  });
  return line;
}
