import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Has a folder hold these files, by path within it, and no others: what was generated once and is no longer goes. */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const each of present) {
    const path = join(each.parentPath, each.name);
    const expected = [...files.keys()].some((file) => {
      const at = join(folder, file);
      return at === path || at.startsWith(join(path, '/'));
    });
    if (!expected) await rm(path, { recursive: true, force: true });
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}
