// `npm run build`, and what `npm start` does first: makes what has changed since it was made last. `-- --all` makes all anew.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isCurrent } from './built.js';
import { compile, SOURCE } from './compile.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Other versions of what builds, or is bundled, make other things; so may other rules of making. */
const ALWAYS = [
  'package.json',
  'package-lock.json',
  'infra/tooling/build.js',
  'infra/tooling/built.js',
  'infra/tooling/compile.js',
];
const PROGRAMS = ['apps', 'infra', 'libs'];

const STEPS = [
  {
    name: 'server',
    inputs: [...ALWAYS, ...PROGRAMS, '.swcrc'],
    wanted: SOURCE,
    outputs: PROGRAMS.map((folder) => `dist/${folder}`),
    make: async () => {
      // Of a source that is gone, nothing stays.
      for (const folder of PROGRAMS) await rm(join(ROOT, 'dist', folder), { recursive: true, force: true });
      await compile(ROOT, PROGRAMS, join(ROOT, 'dist'));
    },
  },
  {
    name: 'graphiql',
    inputs: [...ALWAYS, 'apps/api/graphiql'],
    outputs: ['dist/graphiql'],
    make: () => run('apps/api/graphiql/bundle.js'),
  },
  {
    name: 'pages',
    inputs: [...ALWAYS, 'apps/web'],
    outputs: ['dist/pages'],
    make: () => run('node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'),
  },
];

async function run(script, ...args) {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script} ended with ${signal ?? `code ${code}`}.`);
}

const all = process.argv.includes('--all');
const current = await Promise.all(STEPS.map((step) => !all && isCurrent(ROOT, step)));
const stale = STEPS.filter((_, n) => !current[n]);
if (stale.length > 0) process.stderr.write(`Building: ${stale.map(({ name }) => name).join(', ')}\n`);
const outcomes = await Promise.allSettled(stale.map((step) => build(ROOT, step, step.make)));
for (const { reason } of outcomes) {
  if (reason === undefined) continue;
  process.stderr.write(`${reason.message}\n`);
  process.exitCode = 1;
}
