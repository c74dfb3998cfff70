import { setTimeout as sleep } from 'node:timers/promises';

/** However fast something is, one measurement ends. */
const MOST_PIECES = 5_000_000;

export interface Rate {
  readonly pieces: number;
  readonly seconds: number;
  readonly perSecond: number;
}

/**
 * So many workers, each of which begins its next piece when its last is done, until the time is up. What was begun is
 * finished and counted, and so is the time that takes.
 */
export async function closedLoop(workers: number, seconds: number, piece: () => Promise<number>): Promise<Rate> {
  const started = performance.now();
  const deadline = started + seconds * 1000;
  let begun = 0;
  let pieces = 0;
  const work = async () => {
    while (performance.now() < deadline && begun < MOST_PIECES) {
      begun += 1;
      // In two steps: `pieces += await …` would add to what `pieces` was before the wait.
      const more = await piece();
      pieces += more;
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  const took = (performance.now() - started) / 1000;
  return { pieces, seconds: took, perSecond: pieces / took };
}

/**
 * Begins a piece at every tick of a fixed schedule, whether or not earlier ones are done, as clients who know nothing of
 * each other do. Each is told when it was due, so that a late start counts as lag and is not left out.
 */
export async function openLoop<Result>(
  perSecond: number,
  seconds: number,
  piece: (n: number, due: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const count = Math.min(Math.floor(perSecond * seconds), MOST_PIECES);
  const started = performance.now();
  const pieces: Promise<PromiseSettledResult<Result>>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = started + (n * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    pieces.push(settled(piece(n, due)));
  }
  return (await Promise.all(pieces)).map((each) => {
    if (each.status === 'rejected') throw each.reason as Error;
    return each.value;
  });
}

/** Watched from the start: a failure while the loop still sleeps is not an unhandled one. */
async function settled<Result>(piece: Promise<Result>): Promise<PromiseSettledResult<Result>> {
  const [result] = await Promise.allSettled([piece]);
  return result;
}

/** Runs every job, so many at a time. The first failure ends it. */
export async function together(jobs: Iterable<() => Promise<void>>, atOnce: number): Promise<void> {
  const queue = jobs[Symbol.iterator]();
  const work = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) await next.value();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
