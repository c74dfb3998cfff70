import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, migrate, projectRoot } from '@maillage/platform';
import { freePort } from '../harness/ports.js';

// The ledger on the oldest PostgreSQL it supports, Debian's: the contract of the log and the journeys, as they are for the
// embedded one. Skipped where that server is not installed.

const BINARIES = '/usr/lib/postgresql/15/bin';
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

const there = existsSync(join(BINARIES, 'initdb'));
if (!there) console.warn(`No PostgreSQL 15 in ${BINARIES}: what it would show is skipped (Debian: postgresql-15).`);

(there ? describe : describe.skip)('PostgreSQL 15', () => {
  let folder: string;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-oldest-'));
    const user = await account();
    if (user !== undefined) await chown(folder, user.uid, user.gid);
    const [cluster, words] = [join(folder, 'cluster'), join(folder, 'password')];
    await writeFile(words, PASSWORD, { mode: 0o644 });
    const [auth, locale] = ['--auth=scram-sha-256', '--locale=C.UTF-8'];
    await tool(user, 'initdb', '-D', cluster, '-U', 'postgres', `--pwfile=${words}`, '-E', 'UTF8', auth, locale, '-N');
    const port = await freePort();
    const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
    await tool(user, 'pg_ctl', '-D', cluster, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
    url = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  });
  afterAll(async () => {
    await tool(await account(), 'pg_ctl', '-D', join(folder, 'cluster'), '-m', 'immediate', 'stop');
    await rm(folder, { recursive: true, force: true });
  });

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

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** As whom the server runs, which refuses root: whoever runs the tests, or else the user that Debian makes for it. */
async function account(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8')) ?? [];
  if (uid === undefined || gid === undefined) throw new Error('There is no user postgres to run PostgreSQL 15 as.');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Its words go to a file: a server that it starts would keep a pipe open. */
async function tool(user: User | undefined, name: string, ...args: readonly string[]): Promise<void> {
  const log = join(tmpdir(), `maillage-oldest-${process.pid}.log`);
  const words = await open(log, 'w');
  try {
    const stdio = ['ignore', words.fd, words.fd] as const;
    const child = spawn(join(BINARIES, name), args, { stdio: [...stdio], cwd: tmpdir(), ...user });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`${name} of PostgreSQL 15 failed:\n${await readFile(log, 'utf8')}`);
  } finally {
    await words.close();
    await rm(log);
  }
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
