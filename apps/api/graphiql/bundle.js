// Lays GraphiQL out under dist/, whole: what a browser needs to show the page comes from this host alone. Run by
// `npm run build`.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = dirname(fileURLToPath(import.meta.url));
const target = join(source, '..', '..', '..', 'dist', 'graphiql');

// The editor's workers must be of the very release GraphiQL brings along: they are found from where it is.
const fromGraphiql = createRequire(createRequire(import.meta.url).resolve('graphiql'));
const fromEditor = createRequire(fromGraphiql.resolve('@graphiql/react'));

const common = {
  bundle: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  outdir: target,
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
  entryNames: '[name]',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'linked',
  logLevel: 'warning',
};

// Names change with contents: what was built before is not overwritten.
await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await build({
  ...common,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  entryPoints: [join(source, 'page.js')],
});
await build({
  ...common,
  entryPoints: {
    'editor.worker': fromEditor.resolve('monaco-editor/esm/vs/editor/editor.worker.js'),
    'json.worker': fromEditor.resolve('monaco-editor/esm/vs/language/json/json.worker.js'),
    'graphql.worker': fromEditor.resolve('monaco-graphql/esm/graphql.worker.js'),
  },
});
await copyFile(join(source, 'index.html'), join(target, 'index.html'));
