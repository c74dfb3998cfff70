import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '@maillage/platform';
import { parseCheckpoint, parseNote } from '@maillage/verifier';

/** The latest checkpoint cosigned for one log. */
export interface Remembered {
  readonly size: bigint;
  readonly root: Buffer;
}

/** A witness cannot tell what it cosigned last, and must sign nothing until somebody has looked; the message says which file. */
export class StateUnreadable extends Error {
  override readonly name = 'StateUnreadable';
}

const KEPT = '.checkpoint';
const DRAFT = '.draft';

/**
 * What a witness remembers: for each log the latest checkpoint it cosigned, as the log signed it, in a file named after
 * the SHA-256 of its origin. One process at a time may use a folder; whoever opens one has made sure of that.
 */
export class WitnessState {
  private constructor(private readonly folder: string) {}

  /** Makes the folder if need be. @throws {StateUnreadable} when anything kept there cannot be read. */
  static async open(folder: string): Promise<WitnessState> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(folder)) {
      // Written by a process that was killed before it could answer: nothing was promised on it.
      if (name.endsWith(DRAFT)) await rm(join(folder, name));
      if (name.endsWith(KEPT)) originOf(join(folder, name), await readFile(join(folder, name), 'utf8'));
    }
    return new WitnessState(folder);
  }

  /** Read from the disk each time: what is on it is what a restart would go by. @throws {StateUnreadable} */
  async latest(origin: string): Promise<Remembered | undefined> {
    const path = this.path(origin, KEPT);
    let note: string;
    try {
      note = await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const kept = originOf(path, note);
    if (kept.origin !== origin)
      throw new StateUnreadable(`${path} holds a checkpoint of ${kept.origin}, not ${origin}.`);
    return kept;
  }

  /** Resolves once the note would survive a power cut. */
  async keep(origin: string, note: string): Promise<void> {
    await replaceFile(this.path(origin, KEPT), note, { draft: this.path(origin, DRAFT) });
  }

  private path(origin: string, suffix: string): string {
    return join(this.folder, `${createHash('sha256').update(origin, 'utf8').digest('hex')}${suffix}`);
  }
}

function originOf(path: string, note: string): Remembered & { readonly origin: string } {
  try {
    return parseCheckpoint(parseNote(note).text);
  } catch (error) {
    throw new StateUnreadable(
      `${path} is not a checkpoint (${(error as Error).message}); without it this witness cannot tell what it cosigned. ` +
        'Restore the file from a copy.',
      { cause: error },
    );
  }
}
