import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { installedProgram } from '../harness/programs.js';

// Asked at the end, of the process itself: what it takes its environment for, and what graphql-js took it for when it was
// loaded, which is the first of all libraries that ask.
const ASKING = `data:text/javascript,
  import { createRequire } from 'node:module';
  const { cache } = createRequire('${createRequire(import.meta.url).resolve('graphql')}');
  process.on('exit', () => {
    const found = Object.keys(cache).find((path) => path.endsWith('/graphql/jsutils/instanceOf.js'));
    const checks = found && cache[found].exports.instanceOf.toString().includes('className');
    process.stdout.write(JSON.stringify({ environment: process.env.NODE_ENV, checks }) + '\\n');
  });`;

async function asked(source: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const ran = promisify(execFile)(process.execPath, ['--import', ASKING, installedProgram(source), ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  // Without a database they end at once.
  const { stdout } = await ran.catch((error: unknown) => error as { stdout: string });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { environment?: string; checks?: boolean };
}

describe('Whatever runs the product', () => {
  const nowhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };

  it.each<[string, string, readonly string[], Readonly<Record<string, string>>]>([
    ['the API', 'apps/api/main.ts', [], {}],
    ['the worker', 'apps/worker/main.ts', [], {}],
    ['everything in one process', 'apps/cli/main.ts', ['start'], nowhere],
    ['a command', 'apps/cli/main.ts', ['status'], nowhere],
  ])('as %s does it as in production, before any library looks', async (_, source, args, env) => {
    expect(await asked(source, args, env)).toEqual({ environment: 'production', checks: false });
  });

  it('leaves it to whoever says otherwise', async () => {
    const answer = await asked('apps/api/main.ts', [], { NODE_ENV: 'development' });
    expect(answer).toEqual({ environment: 'development', checks: true });
  });
});
