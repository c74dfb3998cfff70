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
function giveWay(): Promise<void> {
  line = line.then(async () => {
    if (performance.now() - began < LONGEST_MS) return;
    await setImmediate();
    began = performance.now();
  });
  return line;
}

const underWay = new WeakMap<object, Promise<unknown>[]>();

/**
 * Long arithmetic in pieces, between which whatever else waits has its turn.
 * @param request what it is for. Its pieces are all done before any is answered, so that what is loaded next is loaded for
 * all of them at once.
 */
export async function inPieces<Value>(request: object, compute: () => Value): Promise<Value> {
  const piece = giveWay().then(compute);
  const pieces = underWay.get(request) ?? [];
  underWay.set(request, pieces);
  pieces.push(piece);
  for (let known = 0; known < pieces.length;) {
    known = pieces.length;
    await Promise.allSettled(pieces);
  }
  if (underWay.get(request) === pieces) underWay.delete(request);
  return piece;
}
