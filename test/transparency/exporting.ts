import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Attester } from '@maillage/engine';
import { Sealer, SigningKey } from '@maillage/ledger';
import { createLogger, systemClock } from '@maillage/platform';
import { importIndigo } from '../../apps/cli/import/index.js';
import { slices } from '../../apps/host/slices.js';
import { digestsOf } from '../acceptance/digests.js';
import { openEngine, type TestEngine } from '../harness/engine.js';
import { FULL, SAMPLE } from '../import/dataset.js';

/** A ledger that holds the INDIGO import, sealed and attested once half-way and once at the end. */
export interface ExportedLedger {
  readonly engine: TestEngine;
  readonly key: SigningKey;
  readonly sealer: Sealer;
  /** Where the ledger stood still half-way, with all views there, before it was attested. */
  readonly half: { readonly position: bigint; readonly digests: Readonly<Record<string, string>> };
  /** A folder for the test's own files. */
  readonly folder: string;
  attest(): Promise<void>;
  close(): Promise<void>;
}

// As the ledger attests its views by the machine's clock, what is imported meanwhile is recorded by it too.
const now = systemClock.now();

/** The whole dataset where it lies beside the project; the sample where not. */
export const DATASET = existsSync(FULL) ? FULL : SAMPLE;

export async function openIndigo(dataset: string): Promise<ExportedLedger> {
  const engine = await openEngine(slices);
  const folder = await mkdtemp(join(tmpdir(), 'maillage-bundle-'));
  const key = SigningKey.generate('ledger.example.org/indigo');
  const sealer = new Sealer({ database: engine.database, key, stateDir: join(folder, 'state') });
  const attest = async () => {
    await engine.catchUp();
    await new Attester({
      database: engine.database,
      views: engine.views(),
      execute: (command) => engine.executor.execute(command),
      intervalMs: 3_600_000,
      logger: createLogger('fatal'),
    }).attest();
    await engine.catchUp();
  };
  await sealer.seal();

  // The import is held up once, with nothing under way: what the ledger is then is what one that stopped there would be.
  const commands = await commandsOf(dataset);
  let [begun, underWay] = [0, 0];
  let half: ExportedLedger['half'] | undefined;
  let stillness: Promise<void> | undefined;
  let release: () => void = () => undefined;
  const standStill = async () => {
    while (underWay > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await engine.catchUp();
    half = { position: await engine.ledger.head(), digests: await digestsOf(engine.database) };
    await sealer.seal();
    await attest();
    release();
  };
  await importIndigo(dataset, {
    at: now,
    execute: async (command) => {
      begun += 1;
      if (begun === Math.floor(commands / 2)) {
        stillness = new Promise((resolve) => (release = resolve));
        void standStill();
      }
      await stillness;
      underWay += 1;
      try {
        return await engine.executor.execute(command);
      } finally {
        underWay -= 1;
      }
    },
  });
  await attest();
  await sealer.seal();
  if (half === undefined) throw new Error('The import never stood still.');
  return {
    engine,
    key,
    sealer,
    half,
    folder,
    attest,
    close: async () => {
      await sealer.stop();
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How many commands importing the dataset takes: they are counted, and none is recorded. */
async function commandsOf(dataset: string): Promise<number> {
  let count = 0;
  await importIndigo(dataset, {
    at: now,
    execute: ({ commandId }) => {
      count += 1;
      return Promise.resolve({ receipt: { commandId, events: [] }, appended: true });
    },
  });
  return count;
}
