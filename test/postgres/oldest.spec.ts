import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, migrate, projectRoot } from '@maillage/platform';
import { hasOldestPostgres, startOldestPostgres, type DebianServer } from '../harness/debian.js';

// The ledger on the oldest PostgreSQL it supports, Debian's: the contract of the log and the journeys, as they are for the
// embedded one. Skipped where that server is not installed.

const SUITES = [
  'test/ledger/append.spec.ts',
  'test/ledger/log.spec.ts',
  'test/ledger/private.spec.ts',
  'test/ledger/serial.spec.ts',
  'test/acceptance/erasure.spec.ts',
  'test/acceptance/journey.spec.ts',
  'test/acceptance/years.spec.ts',
];
const PASSWORD = 'of-a-test';

(hasOldestPostgres ? describe : describe.skip)('PostgreSQL 15', () => {
  let server: DebianServer;
  let url: string;

  beforeAll(async () => {
    server = await startOldestPostgres();
    ({ url } = server);
  });
  afterAll(() => server.stop());

  it('takes migrations from a login that may make roles and owns the database, and no more', async () => {
    const asSuperuser = new Database({ url, schema: 'maillage', poolSize: 1 }, undefined, undefined, 'login');
    await asSuperuser.pool.query(`create role steward login createrole password '${PASSWORD}'`);
    await asSuperuser.pool.query('create database stewarded owner steward');
    await asSuperuser.close();
    const own = new URL(url);
    [own.username, own.pathname] = ['steward', '/stewarded'];
    const database = new Database({ url: own.href, schema: 'maillage', poolSize: 1 });
    expect((await migrate(database)).length).toBeGreaterThan(0);
    expect(await migrate(database)).toEqual([]);
    await database.close();
  });

  it('fulfils the contract of the log, and whole journeys through the API', async () => {
    const jest = join(projectRoot, 'node_modules/jest/bin/jest.js');
    const options = ['--selectProjects', 'servers', '--maxWorkers=1', '--json', '--runTestsByPath', ...SUITES];
    const { stdout, stderr } = await ended(process.execPath, [jest, ...options], { TEST_DATABASE_URL: url });
    const told = stdout.startsWith('{') ? (JSON.parse(stdout) as Told) : undefined;
    expect({ failed: told?.numFailedTests, success: told?.success, ...(told?.success !== true && { stderr }) }).toEqual(
      {
        failed: 0,
        success: true,
      },
    );
    expect(told?.numPassedTests).toBeGreaterThan(60);
  });
});

interface Told {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

async function ended(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(command, args, { stdio: [...stdio], cwd: projectRoot, env: { ...process.env, ...env } });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  await once(child, 'close');
  return said;
}
