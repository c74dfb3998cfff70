import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface Replacing {
  /** Where the new content is written first, beside the old; by default under a name nobody else uses. */
  readonly draft?: string;
  /** Throws where this process may no longer replace it: then the old content stays. */
  readonly beforeReplacing?: () => Promise<void>;
}

/** Replaces a file, for nobody else to read: whole or not at all, and returns once it would survive a power cut. */
export async function replaceFile(
  path: string,
  content: string,
  { draft = `${path}.${randomUUID()}`, beforeReplacing }: Replacing = {},
): Promise<void> {
  try {
    await writeSynced(draft, content, 'w');
    await beforeReplacing?.();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** @param flags `wx` where the file must not be there yet. */
export async function writeSynced(path: string, content: string, flags: 'w' | 'wx'): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(content, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that a name just made or replaced in it, which is content of the folder, survives a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
