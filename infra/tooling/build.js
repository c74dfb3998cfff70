// `npm run build`, and what `npm start` does first: makes what has changed since it was made last. `-- --all` makes all anew.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, filesOf, standingOf } from './built.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Other versions of what builds, or is bundled, make other things; so may other rules of making. */
const ALWAYS = ['package.json', 'package-lock.json', 'infra/tooling/build.js', 'infra/tooling/built.js'];
const PROGRAMS = ['apps', 'infra', 'libs'];
const SOURCE = /(?<!\.spec|\.fixtures)\.ts$/;
const BUILD_INFO = 'dist/server.tsbuildinfo';

const STEPS = [
  {
    name: 'server',
    inputs: [...ALWAYS, ...PROGRAMS, 'tsconfig.json', 'tsconfig.build.json', 'nest-cli.json'],
    wanted: SOURCE,
    outputs: PROGRAMS.map((folder) => `dist/${folder}`),
    make: compile,
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

/** TypeScript compiles what has changed, where all it made last is still there; else everything. */
async function compile({ whole }) {
  const outputs = await filesOf(ROOT, this.outputs);
  const sources = new Set(await filesOf(ROOT, PROGRAMS, SOURCE));
  const left = outputs.filter(
    (file) => !whole || !sources.has(file.slice('dist/'.length).replace(/\.js(\.map)?$/, '.ts')),
  );
  await Promise.all([...left, ...(whole ? [] : [BUILD_INFO])].map((file) => rm(join(ROOT, file), { force: true })));
  await run('node_modules/@nestjs/cli/bin/nest.js', 'build');
}

async function run(script, ...args) {
  const child = spawn(process.execPath, [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(`${script} ended with ${signal ?? `code ${code}`}.`);
}

const all = process.argv.includes('--all');
const standings = await Promise.all(
  STEPS.map(async (step) => ({
    step,
    standing: all ? { whole: false, current: false } : await standingOf(ROOT, step),
  })),
);
const stale = standings.filter(({ standing }) => !standing.current);
if (stale.length > 0) process.stderr.write(`Building: ${stale.map(({ step }) => step.name).join(', ')}\n`);
const outcomes = await Promise.allSettled(
  stale.map(({ step, standing }) => build(ROOT, step, () => step.make(standing))),
);
for (const { reason } of outcomes) {
  if (reason === undefined) continue;
  process.stderr.write(`${reason.message}\n`);
  process.exitCode = 1;
}
