// The programs of this project as `npm run build` makes them, file by file, with SWC as in Jest and in a second: for what
// tests and benchmarks start as processes of their own. Node loads plain files faster than anything it is handed by hooks.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the project, so that packages and the project's own files are found from it. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'programs');
const SOURCES = ['apps', 'infra', 'libs', 'test'];
const DAY_MS = 24 * 3_600_000;

/**
 * Compiles what is not compiled yet. Kept by its content: a folder that exists is whole, and is that of these very sources.
 * @returns the folder, laid out as the sources are: `apps/cli/main.js` and so on.
 */
export async function compile() {
  const paths = (await Promise.all(SOURCES.map(sourcesUnder))).flat().sort();
  const sources = await Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })),
  );
  const options = JSON.parse(await readFile(join(ROOT, '.swcrc'), 'utf8'));
  const { version } = createRequire(import.meta.url)('@swc/core/package.json');
  const hash = createHash('sha256').update(JSON.stringify([version, options, sources]));
  const folder = join(CACHE, hash.digest('hex').slice(0, 32));
  if (existsSync(folder)) return folder;

  const { transform } = await import('@swc/core');
  const unfinished = `${folder}.${process.pid}`;
  const folders = new Set(paths.map((path) => join(unfinished, dirname(path))));
  for (const each of folders) await mkdir(each, { recursive: true });
  const known = new Set(paths);
  await Promise.all(
    sources.map(async ({ path, text }) => {
      const { code } = await transform(text, { ...options, filename: join(ROOT, path), swcrc: false });
      await writeFile(join(unfinished, path.replace(/ts$/, 'js')), withPaths(code, path, known));
    }),
  );
  // Whole, as other runs may be at it too; whoever comes second has made the same.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  await removeOld(folder);
  return folder;
}

async function sourcesUnder(folder) {
  const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /(?<!\.spec|\.d)\.ts$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(ROOT.length).replaceAll('\\', '/'));
}

/** `@maillage/<lib>` by tsconfig's paths, as a relative path. */
function withPaths(code, path, known) {
  return code.replace(/\b(from|import) (["'])@maillage\/([a-z-]+)\2/g, (_, keyword, quote, name) => {
    const index = [`libs/${name}/index.ts`, `libs/slices/${name}/index.ts`].find((each) => known.has(each));
    if (index === undefined) throw new Error(`${path} imports @maillage/${name}, and there is no such folder.`);
    const relative = posix.relative(posix.dirname(path), index).replace(/ts$/, 'js');
    return `${keyword} ${quote}${relative.startsWith('.') ? relative : `./${relative}`}${quote}`;
  });
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
  const path = join(await compile(), program.replace(/ts$/, 'js'));
  process.argv = [process.execPath, path, ...rest];
  await import(pathToFileURL(path).href);
}
