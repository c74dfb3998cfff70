import { availableParallelism, loadavg } from 'node:os';

/**
 * How long an answer waits for the views, in seconds: longer than by default, since on a machine that does many other things
 * views may lag behind for longer, and the answer would lack what a test reads from it.
 */
export const READ_YOUR_WRITES_SECONDS = 20;

/**
 * How long a test waits for what takes so long on a machine with nothing else to do: twice as long, and longer the more
 * processes wait for each of its cores. What is asserted is that it is done at once, or ends at all, not how fast a machine is.
 * @param ms on a machine with nothing else to do
 */
export function patience(ms: number): number {
  const [ofTheLastMinute = 0] = loadavg();
  return ms * 2 * Math.max(1, ofTheLastMinute / availableParallelism());
}
