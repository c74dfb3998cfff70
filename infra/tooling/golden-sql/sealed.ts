import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openCommandPath, type Slice } from '@maillage/engine';
import { isRefusal } from '@maillage/kernel';
import { Sealer, SigningKey } from '@maillage/ledger';
import { systemClock, type Database } from '@maillage/platform';

/**
 * Three events that a checkpoint covers, under a policy that names a witness: some queries about the seal go on only where
 * there is one.
 */
export async function sealThreeEvents(database: Database, slices: readonly Slice[], folder: string): Promise<void> {
  const [key, witness] = [SigningKey.generate('example.org/log'), SigningKey.generate('example.org/witness')];
  const policy = `witness w ${witness.cosignerVkey}\nquorum w\n`;
  const sealer = new Sealer({ database, key, stateDir: join(folder, 'sealing'), policy });
  try {
    // The first time it opens the log.
    await sealer.seal();
    const { executor } = openCommandPath(database, slices);
    for (const name of ['One', 'Two', 'Three']) {
      const id = randomUUID();
      const result = await executor.execute({
        type: 'RegisterOrganisation',
        id,
        data: { name, sector: 'UNDECLARED' },
        commandId: randomUUID(),
        actor: { organisation: id },
        scopes: ['write'],
        at: systemClock.now(),
      });
      if (isRefusal(result)) throw new Error(`${name} could not be registered: ${result.message}`);
    }
    await sealer.seal();
  } finally {
    await sealer.stop();
  }
}
