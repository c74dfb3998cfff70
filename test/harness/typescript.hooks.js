import { readFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const ROOT = new URL('../../', import.meta.url);
const swc = JSON.parse(readFileSync(new URL('.swcrc', ROOT), 'utf8'));

/** `@maillage/<lib>` by tsconfig's paths, and `./x.js` for what is written in `./x.ts`. */
export async function resolve(specifier, context, next) {
  const lib = /^@maillage\/([a-z-]+)$/.exec(specifier);
  if (lib !== null) return next(new URL(`libs/${lib[1]}/index.ts`, ROOT).href, context);
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const written = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(written)) return next(written.href, context);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith(ROOT.href) || !url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...swc, filename, swcrc: false });
  return { format: 'module', source: code, shortCircuit: true };
}
