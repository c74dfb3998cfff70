import { hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { replaceFile } from '@maillage/platform';
import { openCheckpoint, parseVerifierKey, VerificationError, type Checkpoint } from '@maillage/verifier';
import type { SigningKey } from './signing-key.js';

/** The file is there, but does not hold what it should. */
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

  /**
   * Returns once it would survive a power cut. The old one stays until the new one is whole.
   * @param beforeReplacing throws where this process may no longer say what was signed last.
   * @throws {LastSignedUnreadable} where another process has written something this does not continue; its word stays.
   */
  async write(note: string, beforeReplacing: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await replaceFile(this.path, note, {
      beforeReplacing: async () => {
        await beforeReplacing();
        await this.refuseToGoBack(note);
      },
    });
    await this.clearDrafts();
  }

  /** What processes left that were killed; one that is still at it has lost the right, and fails. */
  private async clearDrafts(): Promise<void> {
    const drafts = (await readdir(this.folder)).filter((name) => name.startsWith(`${basename(this.path)}.`));
    await Promise.all(drafts.map((name) => rm(join(this.folder, name), { force: true })));
  }

  /** For an operator who knows better. */
  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }

  private async refuseToGoBack(note: string): Promise<void> {
    const [next, last] = [openCheckpoint(note, parseVerifierKey(this.key.vkey)), await this.read()];
    if (last === undefined || last.size < next.size || (last.size === next.size && last.root.equals(next.root))) return;
    throw new LastSignedUnreadable(
      `${this.path} says that size ${last.size} was signed meanwhile, by another sealer; ${next.size} is not signed after it.`,
    );
  }
}
