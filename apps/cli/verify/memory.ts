import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replaceFile } from '@maillage/platform';
import { z } from 'zod';
import { UsageError } from '../usage.js';

const remembered = z.object({
  origin: z.string(),
  vkey: z.string(),
  /** A signed note. */
  checkpoint: z.string(),
});

/** What was found valid last: the key that is trusted since the first time, and what the ledger must have grown out of. */
export type Remembered = z.output<typeof remembered>;

/** Keeps, for each ledger by its origin, the last checkpoint found valid, outside any ledger. */
export class Memory {
  constructor(private readonly dataDir: string) {}

  fileOf(origin: string): string {
    return join(this.dataDir, 'verified', createHash('sha256').update(origin).digest('hex'));
  }

  /** @throws {UsageError} where what is there cannot be read: nothing is taken on trust a second time by accident. */
  async recall(origin: string): Promise<Remembered | undefined> {
    const file = this.fileOf(origin);
    try {
      return remembered.parse(JSON.parse(await readFile(file, 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new UsageError(
        `${file}, which remembers what ${origin} was, cannot be read: ${(error as Error).message}. ` +
          'Mend it, or leave it behind with --forget.',
        { cause: error },
      );
    }
  }

  /** Whole or not at all, whenever the machine stops. */
  async remember(what: Remembered): Promise<void> {
    const file = this.fileOf(what.origin);
    await mkdir(dirname(file), { recursive: true });
    await replaceFile(file, `${JSON.stringify(what, null, 2)}\n`);
  }

  async forget(origin: string): Promise<void> {
    await rm(this.fileOf(origin), { force: true });
  }
}
