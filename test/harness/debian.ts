import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './ports.js';

// Servers that Debian installs, which refuse to run as root. What they would show is skipped where they are not there.

export const OLDEST_BINARIES = '/usr/lib/postgresql/15/bin';
const PASSWORD = 'of-a-test';

/** PostgreSQL 15, the oldest that is supported; says so where it is missing. */
export const hasOldestPostgres = isThere(join(OLDEST_BINARIES, 'initdb'), 'PostgreSQL 15', 'postgresql-15');

export interface DebianServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Of a test's own, empty, at an address whose login may do anything. */
export async function startOldestPostgres(): Promise<DebianServer> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-oldest-'));
  const user = await account();
  if (user !== undefined) await chown(folder, user.uid, user.gid);
  const [cluster, words] = [join(folder, 'cluster'), join(folder, 'password')];
  await writeFile(words, PASSWORD, { mode: 0o644 });
  const [auth, locale] = ['--auth=scram-sha-256', '--locale=C.UTF-8'];
  await tool(user, 'initdb', '-D', cluster, '-U', 'postgres', `--pwfile=${words}`, '-E', 'UTF8', auth, locale, '-N');
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
  await tool(user, 'pg_ctl', '-D', cluster, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  return {
    url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await tool(user, 'pg_ctl', '-D', cluster, '-m', 'immediate', 'stop');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function isThere(path: string, name: string, debian: string): boolean {
  const found = existsSync(path);
  if (!found) console.warn(`No ${name} at ${path}: what it would show is skipped (Debian: ${debian}).`);
  return found;
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** As whom such a server runs: whoever runs the tests, or else the user that Debian makes for PostgreSQL. */
export async function account(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8')) ?? [];
  if (uid === undefined || gid === undefined) throw new Error('There is no user postgres to run a server as.');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Its words go to a file: a server that it starts would keep a pipe open. */
async function tool(user: Account | undefined, name: string, ...args: readonly string[]): Promise<void> {
  const log = join(tmpdir(), `maillage-oldest-${randomUUID()}.log`);
  const words = await open(log, 'w');
  try {
    const stdio = ['ignore', words.fd, words.fd] as const;
    const child = spawn(join(OLDEST_BINARIES, name), args, { stdio: [...stdio], cwd: tmpdir(), ...user });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`${name} of PostgreSQL 15 failed:\n${await readFile(log, 'utf8')}`);
  } finally {
    await words.close();
    await rm(log);
  }
}
