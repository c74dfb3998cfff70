import { hash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openCheckpoint, parseVerifierKey, VerificationError, type Checkpoint } from '@maillage/verifier';
import type { SigningKey } from './signing-key.js';

/** The file is there, but does not hold what was written to it. */
export class LastSignedUnreadable extends Error {
  override readonly name = 'LastSignedUnreadable';
}

/**
 * The last checkpoint signed, in a file outside the database: a restored backup of the database does not take it along,
 * and so cannot make the log sign something else at a size it has signed before.
 */
export class LastSigned {
  /** Named in messages, for the operator. */
  readonly path: string;

  /** @param folder made if missing, for nobody else to write in. */
  constructor(
    private readonly folder: string,
    private readonly key: Pick<SigningKey, 'name' | 'vkey'>,
  ) {
    this.path = join(folder, `${hash('sha256', key.name, 'hex').slice(0, 16)}.checkpoint`);
  }

  /**
   * `undefined` when there is none.
   * @throws {LastSignedUnreadable} where it is not a checkpoint that this key signed.
   */
  async read(): Promise<(Checkpoint & { readonly note: string }) | undefined> {
    let note: string;
    try {
      note = await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return { ...openCheckpoint(note, parseVerifierKey(this.key.vkey)), note };
    } catch (error) {
      if (!(error instanceof VerificationError)) throw error;
      throw new LastSignedUnreadable(
        `${this.path} should hold the last checkpoint signed by ${this.key.name}, but: ${error.message}`,
        { cause: error },
      );
    }
  }

  /** Returns once it would survive a power cut. The old one stays until the new one is whole. */
  async write(note: string, beforeReplacing: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const beside = `${this.path}.new`;
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(note, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await beforeReplacing();
    await rename(beside, this.path);
    const folder = await open(this.folder, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}
