import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, lchown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join, resolve } from 'node:path';
import pg from 'pg';
import { chooseAccount, EmbeddedPostgresError, type Account } from './account.js';
import { holderOf, takeLock } from './lock.js';

export interface EmbeddedPostgresOptions {
  /** Everything is kept here: the cluster, its password, port, log and lock. Made if missing; nobody else may read it. */
  readonly dataDir: string;
  /** By default the one used last time, or else any that is free. */
  readonly port?: number;
  readonly log?: (message: string) => void;
  /** False trades safety from power cuts for speed: for tests, whose data is thrown away. */
  readonly durable?: boolean;
}

export interface EmbeddedPostgres {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Another live process has the data folder. */
export class DataFolderInUse extends EmbeddedPostgresError {
  constructor(dataDir: string, pid: number) {
    super(`${dataDir} is in use by process ${pid}; stop it or set MAILLAGE_DATA_DIR to another folder.`);
  }
}

interface Paths {
  readonly dataDir: string;
  readonly cluster: string;
  readonly password: string;
  readonly port: string;
  readonly log: string;
}

const HOST = '127.0.0.1';
const USER = 'postgres';
const DATABASE = 'maillage';
const SECONDS = '60';
const LARGEST_LOG = 10 * 1024 * 1024;

// One client of the server is whoever knows the password, over loopback TCP: no Unix socket in a shared folder.
const SETTINGS = [`listen_addresses=${HOST}`, 'unix_socket_directories=', 'max_connections=100', 'timezone=UTC'];
const CARELESS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts the PostgreSQL that npm brought along on a data folder of our own. One process at a time owns the folder; a
 * server that outlived its owner (killed with -9) is stopped and started afresh, its data recovered by PostgreSQL.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const log = options.log ?? (() => undefined);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chmod(dataDir, 0o700);
  const lock = await takeLock(join(dataDir, 'lock'), (pid) => new DataFolderInUse(dataDir, pid));
  const paths: Paths = {
    dataDir,
    cluster: join(dataDir, 'cluster'),
    password: join(dataDir, 'password'),
    port: join(dataDir, 'port'),
    log: join(dataDir, 'postgres.log'),
  };
  try {
    const account = await chooseAccount(dataDir);
    await stopSurvivor(account, paths, log);
    if (!existsSync(paths.cluster)) {
      log(`Preparing a PostgreSQL cluster in ${paths.cluster}`);
      await initialise(account, paths, options);
    }
    await handOver(account, paths);
    const port = await start(account, paths, options);
    const password = (await readFile(paths.password, 'utf8')).trim();
    const url = `postgres://${USER}:${password}@${HOST}:${port}/${DATABASE}`;
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      await stopServer(account, paths);
      await lock.release();
    };
    try {
      await createDatabase(url);
    } catch (error) {
      await stopServer(account, paths);
      throw error;
    }
    log(`PostgreSQL answers on ${HOST}:${port}`);
    return { url, port, stop: () => (stopped ??= stop()) };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The connection string of the server that another live process runs on this data folder; `undefined` when none does. */
export async function runningEmbeddedPostgres(folder: string): Promise<string | undefined> {
  const dataDir = resolve(folder);
  if ((await holderOf(join(dataDir, 'lock'))) === undefined) return undefined;
  const [password, port] = await Promise.all(
    ['password', 'port'].map((name) => readFile(join(dataDir, name), 'utf8').catch(() => undefined)),
  );
  if (password === undefined || port === undefined) return undefined;
  return `postgres://${USER}:${password.trim()}@${HOST}:${port.trim()}/${DATABASE}`;
}

async function initialise(account: Account, paths: Paths, options: EmbeddedPostgresOptions): Promise<void> {
  // Made under another name and renamed when complete: a kill half-way leaves nothing that looks like a cluster.
  const unfinished = `${paths.cluster}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await writeFile(paths.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account.owner !== undefined) await chown(paths.password, account.owner.uid, account.owner.gid);
  const { code, output } = await account.run('initdb', [
    `--pgdata=${basename(unfinished)}`,
    `--username=${USER}`,
    `--pwfile=${basename(paths.password)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Built into PostgreSQL: sorts by code point and folds case alike on every system and after every upgrade of it.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(options.durable === false ? ['--no-sync'] : []),
  ]);
  if (code !== 0) throw new EmbeddedPostgresError(`PostgreSQL's initdb failed in ${paths.dataDir}:\n${output}`);
  await rename(unfinished, paths.cluster);
}

/** When another account is chosen than last time (the folder moved, say), the files follow it. */
async function handOver(account: Account, paths: Paths): Promise<void> {
  if (account.owner === undefined) return;
  const { uid } = await stat(paths.cluster);
  if (uid !== account.owner.uid) await chownAll(paths.cluster, account.owner);
  for (const path of [paths.password, paths.log]) {
    if (existsSync(path)) await chown(path, account.owner.uid, account.owner.gid);
  }
}

async function chownAll(path: string, owner: { readonly uid: number; readonly gid: number }): Promise<void> {
  await lchown(path, owner.uid, owner.gid);
  for (const entry of await readdir(path, { recursive: true })) await lchown(join(path, entry), owner.uid, owner.gid);
}

async function start(account: Account, paths: Paths, options: EmbeddedPostgresOptions): Promise<number> {
  await rotate(paths.log);
  // Between finding a port free and the server taking it another process may come first.
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (attempt === 1 ? await rememberedPort(paths.port) : await freePort());
    const settings = [...SETTINGS, `port=${port}`, ...(options.durable === false ? CARELESS : [])];
    const flags = settings.map((setting) => `-c ${setting}`).join(' ');
    const started = await account.run('pg_ctl', [
      '-D',
      basename(paths.cluster),
      '-l',
      basename(paths.log),
      '-w',
      '-t',
      SECONDS,
      '-o',
      flags,
      'start',
    ]);
    if (started.code === 0) {
      await writeFile(paths.port, `${port}\n`);
      return port;
    }
    const tail = (await readFile(paths.log, 'utf8').catch(() => '')).split('\n').slice(-12).join('\n').trim();
    if (tail.includes('could not bind') && options.port === undefined && attempt < 5) continue;
    // It may have come up after all, late or unnoticed; nobody would ever stop it.
    await stopServer(account, paths);
    throw new EmbeddedPostgresError(
      `PostgreSQL did not start on port ${port}:\n${tail === '' ? started.output : tail}`,
    );
  }
}

async function rotate(log: string): Promise<void> {
  if (existsSync(log) && (await stat(log)).size > LARGEST_LOG) await rename(log, `${log}.1`);
}

/** Last time's port, so that a saved connection string keeps working, if it is free. */
async function rememberedPort(path: string): Promise<number> {
  const last = Number((await readFile(path, 'utf8').catch(() => '')).trim());
  return Number.isInteger(last) && last > 0 && (await bound(last)) !== undefined ? last : freePort();
}

async function freePort(): Promise<number> {
  const port = await bound(0);
  if (port === undefined) throw new EmbeddedPostgresError(`No TCP port is free on ${HOST}.`);
  return port;
}

/** Binds the port for a moment; `undefined` if something else has it. */
function bound(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => {
      done(undefined);
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      server.close(() => {
        done(typeof address === 'object' && address !== null ? address.port : undefined);
      });
    });
  });
}

async function stopSurvivor(account: Account, paths: Paths, log: (message: string) => void): Promise<void> {
  if (!existsSync(join(paths.cluster, 'postmaster.pid'))) return;
  if ((await account.run('pg_ctl', ['-D', basename(paths.cluster), 'status'])).code !== 0) return;
  log('A PostgreSQL outlived the process that started it; stopping it before starting it again.');
  await stopServer(account, paths);
}

async function stopServer(account: Account, paths: Paths): Promise<void> {
  const cluster = basename(paths.cluster);
  const stopped = await account.run('pg_ctl', ['-D', cluster, '-w', '-t', SECONDS, '-m', 'fast', 'stop']);
  if (stopped.code === 0) return;
  // Already gone is as good as stopped.
  if ((await account.run('pg_ctl', ['-D', cluster, 'status'])).code === 3) return;
  throw new EmbeddedPostgresError(`PostgreSQL in ${paths.dataDir} did not stop:\n${stopped.output}`);
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/[^/]+$/, 'postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
