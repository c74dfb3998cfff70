import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, whether this runs from the sources or from `dist`. */
export const projectRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'infra', 'migrations', '0001_log.sql'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('infra/migrations was not found above the running code.');
    folder = parent;
  }
  return folder;
})();
