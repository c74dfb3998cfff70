import { describe, expect, it } from '@jest/globals';
import { InFlight } from './in-flight.js';

const visit = (visitor = 'address 192.0.2.1', client?: AbortSignal) => ({ visitor, principal: undefined, client });
const PATIENT_SECONDS = 60;
/** Whether it was let in by now: everything that hangs on no clock has happened. */
async function isIn(turn: Promise<unknown>): Promise<boolean> {
  const later = new Promise((resolve) => setImmediate(resolve, 'waits'));
  return (await Promise.race([turn, later])) !== 'waits';
}

describe('Operations that are under way', () => {
  it('wait for their turn in the order they came, where those of one visitor cost too much together', async () => {
    const inFlight = new InFlight(100, PATIENT_SECONDS);
    const first = await inFlight.enter(visit(), 60);
    const [dear, cheap] = [inFlight.enter(visit(), 50), inFlight.enter(visit(), 10)];
    expect([await isIn(dear), await isIn(cheap)]).toEqual([false, false]);
    expect(await isIn(inFlight.enter(visit('address 192.0.2.2'), 100))).toBe(true);
    first();
    // Once more gives nothing back.
    first();
    expect([await isIn(dear), await isIn(cheap)]).toEqual([true, true]);
    expect(await isIn(inFlight.enter(visit(), 41))).toBe(false);
  });

  it('go by themselves, where one costs more than all may', async () => {
    const inFlight = new InFlight(100, PATIENT_SECONDS);
    const leave = await inFlight.enter(visit(), 1_000);
    const next = inFlight.enter(visit(), 0);
    expect(await isIn(next)).toBe(false);
    leave();
    expect(await isIn(next)).toBe(true);
  });

  it('are refused after the longest wait, and let those behind them go on', async () => {
    const inFlight = new InFlight(100, 0.01);
    await inFlight.enter(visit(), 60);
    const dear = inFlight.enter(visit(), 50);
    const subscribed = inFlight.inTurn(visit(), 40, () => 'told');
    await expect(dear).rejects.toMatchObject({
      message: expect.stringMatching(/^Operations of this address without a key .* 100 values .* waited 0.01 s/),
      extensions: { code: 'RATE_LIMITED', cost: 50, most: 100, retryAfter: 0.01, http: { status: 429 } },
    });
    expect(await subscribed).toBe('told');
  });

  it('lose their place in the line as the client goes away, and not what they have begun', async () => {
    const inFlight = new InFlight(100, PATIENT_SECONDS);
    const going = new AbortController();
    const leave = await inFlight.enter(visit(undefined, going.signal), 60);
    const waiting = inFlight.enter(visit(undefined, going.signal), 50);
    const behind = inFlight.enter(visit(), 70);
    going.abort();
    await expect(waiting).rejects.toThrow('gone');
    await expect(inFlight.enter(visit(undefined, going.signal), 50)).rejects.toThrow('gone');
    expect(await isIn(behind)).toBe(false);
    leave();
    expect(await isIn(behind)).toBe(true);
  });
});
