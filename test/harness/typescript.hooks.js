import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compilerOf, indexesOf } from '../../infra/tooling/compile.js';

const ROOT = new URL('../../', import.meta.url);
const CACHE = new URL('node_modules/.cache/typescript/', ROOT);
/** What tests are made of, and not what they test; a slice that is made up is tested like the others. */
const OF_TESTS = /\/test\/.*(?<!\.slice)\.ts$|\.fixtures\.ts$/;
const compiler = await compilerOf(fileURLToPath(ROOT));

let globals;
let places = {};
let dependencies = '';

/**
 * For suites that Node itself loads (`runtime.cjs`).
 * @param data where `@jest/globals` is, and the folder of the packages in one file (`dependencies.js`)
 */
export function initialize(data) {
  if (data === undefined) return;
  ({ globals, dependencies } = data);
  places = JSON.parse(readFileSync(join(dependencies, 'places.json'), 'utf8'));
}

/** `@maillage/<lib>` by tsconfig's paths, and `./x.js` for what is written in `./x.ts`. */
export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals' && globals !== undefined) return { url: globals, shortCircuit: true };
  const lib = /^@maillage\/([a-z-]+)$/.exec(specifier);
  if (lib !== null) {
    const found = indexesOf(lib[1]).map((place) => new URL(place, ROOT));
    return next((found.find((place) => existsSync(place)) ?? found[0]).href, context);
  }
  const [from, suite] = (context.parentURL ?? '').split('?');
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && from.endsWith('.ts')) {
    const written = new URL(specifier.replace(/js$/, 'ts'), from);
    // Each suite has its own, with what it keeps; what is tested is loaded once for all suites of a process.
    if (suite !== undefined && OF_TESTS.test(written.pathname.slice(ROOT.pathname.length - 1))) written.search = suite;
    if (existsSync(fileURLToPath(written))) return next(written.href, context);
  }
  const found = await next(specifier, context);
  const place = found.url.startsWith('file:') ? places[fileURLToPath(found.url)] : undefined;
  return place === undefined ? found : { url: pathToFileURL(join(dependencies, place.path)).href, shortCircuit: true };
}

export async function load(url, context, next) {
  const [file] = url.split('?');
  if (!file.startsWith(ROOT.href) || !file.endsWith('.ts')) return next(url, context);
  return { format: 'module', source: await compiled(fileURLToPath(file)), shortCircuit: true };
}

/** Kept by what it was made from: tests start many processes, and each would compile the same files again. */
async function compiled(filename) {
  const source = await readFile(filename, 'utf8');
  const made = createHash('sha256')
    .update(JSON.stringify([compiler, filename, source]))
    .digest('hex');
  const kept = fileURLToPath(new URL(`${made}.js`, CACHE));
  const found = await readFile(kept, 'utf8').catch(() => undefined);
  if (found !== undefined) return found;
  // Only where something has to be compiled: loading the compiler takes longer than most programs take to start.
  const { transform } = await import('@swc/core');
  const { code } = await transform(source, { ...compiler.options, filename });
  await mkdir(CACHE, { recursive: true });
  // Renamed into place whole, as several processes may be at it.
  await writeFile(`${kept}.${process.pid}`, code);
  await rename(`${kept}.${process.pid}`, kept);
  return code;
}
