// A log of its own for each test, and a sealer on it: importing this file gives a spec both, before and after each test.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { Sealer, SigningKey } from '@maillage/ledger';
import { CompactRange, leafHash, parseVerifierKey } from '@maillage/verifier';
import { openLedger, type OpenLedger } from '../harness/ledger.js';
import { noted, request, types } from '../ledger/requests.js';

export const key = SigningKey.generate('ledger.example.org/housing');
export const logKey = parseVerifierKey(key.vkey);

export let log: OpenLedger;
export let stateDir: string;
export let sealer: Sealer;
export let refusals: string[];

beforeEach(async () => {
  log = await openLedger(types);
  stateDir = await mkdtemp(join(tmpdir(), 'maillage-seal-'));
  refusals = [];
  sealer = newSealer();
});
afterEach(async () => {
  await sealer.stop();
  await log.close();
  await rm(stateDir, { recursive: true, force: true });
});

export function newSealer(options: Partial<ConstructorParameters<typeof Sealer>[0]> = {}): Sealer {
  return new Sealer({
    database: log.database,
    key,
    stateDir,
    observer: { refused: (reason) => refusals.push(reason) },
    ...options,
  });
}

/** Another one after the first has gone, as after a restart. */
export async function restarted(options: Parameters<typeof newSealer>[0] = {}): Promise<Sealer> {
  await sealer.stop();
  return (sealer = newSealer(options));
}

export async function record(events: number, stream = 'note/1'): Promise<void> {
  const { length } = await log.ledger.readStream(stream);
  await log.ledger.append(
    request({ [stream]: [BigInt(length), ...Array.from({ length: events }, (_, n) => noted(`${length + n}`))] }),
  );
}

/** The roots of every size, from the entries alone and by the verifier's arithmetic. */
export async function roots(): Promise<readonly Buffer[]> {
  const range = CompactRange.empty();
  const found = [range.root()];
  for (const { entry } of await log.ask('select entry from event order by position')) {
    range.append(leafHash(Buffer.from(entry as string, 'utf8')));
    found.push(range.root());
  }
  return found;
}
