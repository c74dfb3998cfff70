import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compilerOf, indexesOf } from '../../infra/tooling/compile.js';

const ROOT = new URL('../../', import.meta.url);
const CACHE = new URL('node_modules/.cache/typescript/', ROOT);
const compiler = await compilerOf(fileURLToPath(ROOT));

/** `@maillage/<lib>` by tsconfig's paths, and `./x.js` for what is written in `./x.ts`. */
export async function resolve(specifier, context, next) {
  const lib = /^@maillage\/([a-z-]+)$/.exec(specifier);
  if (lib !== null) {
    const places = indexesOf(lib[1]).map((place) => new URL(place, ROOT));
    return next((places.find((place) => existsSync(place)) ?? places[0]).href, context);
  }
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const written = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(written)) return next(written.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith(ROOT.href) || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  return { format: 'module', source: await compiled(filename), shortCircuit: true };
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
