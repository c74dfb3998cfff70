import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { Deadline } from './deadline.js';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Something that heeds no signal, and that nobody holds. */
const never = () => new Promise<never>(() => undefined);

describe('A deadline', () => {
  it('ends what is waited for, however much garbage is collected meanwhile', async () => {
    const deadline = new Deadline(50);
    const waiting = deadline.within(never());
    const collecting = setInterval(collectGarbage, 5);
    await expect(waiting).rejects.toThrow('It takes too long.');
    clearInterval(collecting);
    expect([deadline.passed, deadline.signal.aborted]).toEqual([true, true]);
  });

  it('gives what came in time, and then lets nobody wait', async () => {
    const deadline = new Deadline(60_000);
    expect(await deadline.within(Promise.resolve(1))).toBe(1);
    await expect(deadline.within(Promise.reject(new Error('no')))).rejects.toThrow('no');
    deadline.end();
    expect([deadline.passed, deadline.signal.aborted]).toEqual([false, false]);
  });

  it('is over with another signal, for its reason', async () => {
    const other = new AbortController();
    const deadline = new Deadline(60_000, other.signal);
    const waiting = deadline.within(never());
    other.abort(new Error('called off'));
    await expect(waiting).rejects.toThrow('called off');
    expect(deadline.passed).toBe(false);
    deadline.end();
    const late = new Deadline(60_000, other.signal);
    await expect(late.within(never())).rejects.toThrow('called off');
    late.end();
  });

  it('moves on where more time is given', async () => {
    const deadline = new Deadline(20);
    deadline.extend(60_000);
    expect(await deadline.within(new Promise((resolve) => setTimeout(resolve, 60, 'later')))).toBe('later');
    deadline.end();
  });
});
