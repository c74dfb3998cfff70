// The programs of this project as `npm run build` makes them, in a second: for what tests and benchmarks start as processes
// of their own. Node loads plain files faster than anything it is handed by hooks.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesOf } from '../../infra/tooling/built.js';
import { compile, compilerOf } from '../../infra/tooling/compile.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the project, so that packages and the project's own files are found from it. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'programs');
const FOLDERS = ['apps', 'infra', 'libs', 'test'];
const SOURCE = /(?<!\.spec|\.d)\.ts$/;
const DAY_MS = 24 * 3_600_000;

/**
 * Compiles what is not compiled yet. Kept by its content: a folder that exists is whole, and is that of these very sources.
 * @returns the folder, laid out as the sources are: `apps/cli/main.js` and so on.
 */
export async function compilePrograms() {
  const folder = join(CACHE, await fingerprint());
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await compile(ROOT, FOLDERS, unfinished, SOURCE);
  // Whole, as other runs may be at it too; whoever comes second has made the same.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  await removeOld(folder);
  return folder;
}

/**
 * The same programs over packages in one file (`dependencies.js`), with which a process starts in a third of the time.
 * @param dependencies the folder that holds it.
 */
export async function compileBundled(dependencies) {
  const programs = await compilePrograms();
  const folder = `${programs}-${basename(dependencies)}`;
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await cp(programs, unfinished, { recursive: true });
  // Node looks for packages in the nearest folder of this name first; what is not there it finds further up.
  await symlink(join(dependencies, 'node_modules'), join(unfinished, 'node_modules'));
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

async function fingerprint() {
  const hash = createHash('sha256').update(JSON.stringify(await compilerOf(ROOT)));
  for (const source of [...(await filesOf(ROOT, FOLDERS, SOURCE)), 'infra/tooling/compile.js']) {
    hash.update(`${source}\0`).update(await readFile(join(ROOT, source)));
  }
  return hash.digest('hex').slice(0, 32);
}

/** Of sources that are no more. What somebody may still be running stays. */
async function removeOld(newest) {
  for (const name of await readdir(CACHE)) {
    const folder = join(CACHE, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    if (folder !== newest && mtimeMs < Date.now() - DAY_MS) await rm(folder, { recursive: true, force: true });
  }
}

// `node test/harness/compiled.js some/file.ts [arguments]` runs a file as it stands, without a build.
const [, script, program, ...rest] = process.argv;
if (script !== undefined && import.meta.url === pathToFileURL(script).href && program !== undefined) {
  const path = join(await compilePrograms(), program.replace(/ts$/, 'js'));
  process.argv = [process.execPath, path, ...rest];
  await import(pathToFileURL(path).href);
}
