// Compiles TypeScript file by file with SWC, by the one .swcrc: for `npm run build`, and for what tests start as processes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { filesOf } from './built.js';

/** Specs and what is made up for them are no part of the product. */
export const SOURCE = /(?<!\.spec|\.fixtures|\.d)\.ts$/;

/** What else decides what comes out: the compiler's version, and its options, in which .swcrc is. */
export async function compilerOf(root) {
  const options = { ...JSON.parse(await readFile(join(root, '.swcrc'), 'utf8')), swcrc: false };
  const { version } = createRequire(import.meta.url)('@swc/core/package.json');
  return { options, version };
}

/**
 * Writes each source of these folders below `target` as JavaScript with a source map, laid out as the sources are.
 * `@maillage/<lib>` becomes a relative path, by tsconfig's rule for it.
 */
export async function compile(root, folders, target, wanted = SOURCE) {
  const sources = await filesOf(root, folders, wanted);
  const { options } = await compilerOf(root);
  const { transform } = await import('@swc/core');
  const known = new Set(sources);
  const written = [...new Set(sources.map((source) => join(target, dirname(source))))];
  for (const folder of written) await mkdir(folder, { recursive: true });
  await Promise.all(
    sources.map(async (source) => {
      const made = join(target, source.replace(/ts$/, 'js'));
      const { code, map } = await transform(await readFile(join(root, source), 'utf8'), {
        ...options,
        filename: join(root, source),
        sourceFileName: relative(dirname(made), join(root, source)),
        sourceMaps: true,
        inlineSourcesContent: false,
      });
      const text = withPaths(code, source, known);
      await writeFile(made, `${text}//# sourceMappingURL=${basename(made)}.map\n`);
      await writeFile(`${made}.map`, map);
    }),
  );
}

/** Where `@maillage/<name>` may be, by tsconfig's rule for it. */
export function indexesOf(name) {
  return [`libs/${name}/index.ts`, `libs/slices/${name}/index.ts`];
}

function withPaths(code, source, known) {
  return code.replace(/\b(from|import) (["'])@maillage\/([a-z-]+)\2/g, (_, keyword, quote, name) => {
    const index = indexesOf(name).find((each) => known.has(each));
    if (index === undefined) throw new Error(`${source} imports @maillage/${name}, and there is no such folder.`);
    const path = relative(dirname(source), index).replace(/ts$/, 'js');
    return `${keyword} ${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
  });
}
