import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from './client.js';
import { promise, type Shared } from './mission.js';

export interface Load {
  /** Mutations that were answered, all with a receipt. */
  readonly answered: number;
  readonly slowestMs: number;
}

/** Members commit, contribute and amend all the while `during` runs. A mutation that fails or is refused throws. */
export async function whileRecording(
  { missionId, city, builder, tenants }: Shared,
  clients: number,
  during: (soFar: () => number) => Promise<void>,
): Promise<Load> {
  let on = true;
  let answered = 0;
  let slowestMs = 0;
  const timed = async <Value>(work: Promise<Value>): Promise<Value> => {
    const began = performance.now();
    const value = await work;
    slowestMs = Math.max(slowestMs, performance.now() - began);
    answered += 1;
    return value;
  };
  const member = async (client: Client, n: number) => {
    for (let round = 0; on; round += 1) {
      const description = `Promise ${round} of client ${n}.`;
      const { receipt } = await timed(client.record('makeCommitment', promise(missionId, { description })));
      const commitmentId = commitmentOf(receipt.events[0]?.stream);
      const given = { commitmentId, quantity: { amount: '40', unit: 'dwelling' }, date: '2026-01-15' };
      await timed(client.record('recordContribution', given));
      await sleep(5);
    }
  };
  const [first, second, third] = [city.client, builder.client, tenants.client];
  const loads = Array.from({ length: clients }, (_, n) => member([first, second, third][n % 3] ?? first, n));
  const load = Promise.all(loads);
  // A client that fails ends the load at once, and is heard of even while `during` still waits.
  const failure = load.then(
    () => new Promise<never>(() => undefined),
    (error: unknown) => Promise.reject(error as Error),
  );
  try {
    await Promise.race([during(() => answered), failure]);
  } finally {
    on = false;
    await Promise.allSettled(loads);
  }
  await load;
  return { answered, slowestMs };
}

function commitmentOf(stream: string | undefined): string {
  return Buffer.from(`Commitment:${(stream ?? '').slice('commitment/'.length)}`, 'utf8').toString('base64url');
}
