import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { BundleError } from './layout.js';

/**
 * Has a folder filled beside its place and renames it when it is complete: a kill leaves nothing that looks like a bundle.
 * @throws {BundleError} where the place holds anything.
 */
export async function filledBeside(place: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const target = resolve(place);
  await mustBeFree(target);
  await mkdir(dirname(target), { recursive: true });
  const folder = join(dirname(target), `${basename(target)}.unfinished-${randomBytes(4).toString('hex')}`);
  await mkdir(folder);
  try {
    await fill(folder);
    // Over an empty folder this works; one that was filled meanwhile makes it fail.
    await rename(folder, target);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw taken(target);
    throw error;
  }
}

async function mustBeFree(target: string): Promise<void> {
  try {
    if ((await readdir(target)).length > 0) throw taken(target);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOTDIR') throw taken(target);
    if (code !== 'ENOENT') throw error;
  }
}

const taken = (target: string) =>
  new BundleError(`${target} holds something already; name a new folder or an empty one.`);
