import { readdirSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defineConfig, type Plugin } from 'vite';

/** A folder for each language of the pages. */
const MESSAGES = join(import.meta.dirname, 'i18n', 'messages');
const COMPRESSED = /\.(js|css|svg)$/;

/** Compressed once, when they are built, and as well as can be: the server sends them as they lie. */
function precompressed(): Plugin {
  let folder = '';
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved: ({ root, build }) => void (folder = resolve(root, build.outDir)),
    async writeBundle() {
      const files = (await readdir(join(folder, 'assets'))).filter((file) => COMPRESSED.test(file));
      await Promise.all(
        files.map(async (file) => {
          const path = join(folder, 'assets', file);
          const content = await readFile(path);
          const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
          await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
          await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
        }),
      );
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  // Components say every sentence in thirty languages; the pages speak few.
  plugins: [optimizeLocales.vite({ locales: readdirSync(MESSAGES) }), precompressed()],
  build: {
    // Beside what is compiled for Node, which holds the list of routes as well.
    outDir: '../../dist/pages',
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    target: 'es2022',
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Packages mark files with "use client" for frameworks that also render on a server; nothing does here.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      // Patterns, as a mere '/graphql' would take the sources in graphql/ for the API's.
      ['^/graphql$', '^/session', '^/evidence', '^/log/'].map((path) => [
        path,
        { target: 'http://127.0.0.1:3000', ws: true },
      ]),
    ),
  },
});
