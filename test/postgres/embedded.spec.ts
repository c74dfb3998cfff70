import { afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { chmod, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../infra/postgres/embedded.js';
import { until } from '../acceptance/waiting.js';
import { runs } from '../harness/processes.js';
import { importable } from '../harness/programs.js';

const running: EmbeddedPostgres[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'maillage-embedded-'));
  folders.push(made);
  return made;
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function serverPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** PostgreSQL takes its file of the process away, by which its end is told, a moment before the process itself ends. */
const ended = (pid: number) => until(`${pid} has ended`, async () => !(await runs(pid)));

describe('The embedded PostgreSQL', () => {
  it('keeps its data, port and password over a restart, and is durable unless told otherwise', async () => {
    // Nothing of its name is taken for a shell's, or for the end of a setting.
    const dataDir = join(await folder(), `the "data" of O'Hara`, '$HOME `id` \\', 'not there yet');
    const first = await startEmbeddedPostgres({ dataDir });
    running.push(first);
    expect(await ask(first.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    expect(await ask(first.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await ask(first.url, `CREATE TABLE kept AS SELECT 'Île' AS word UNION ALL SELECT 'Zoo' UNION ALL SELECT 'ami'`);
    await first.stop();
    await first.stop();
    const second = await start(dataDir);
    expect(second.url).toBe(first.url);
    // By code point, the same everywhere.
    const words = await ask(second.url, 'SELECT word FROM kept ORDER BY word');
    expect(words).toEqual([{ word: 'Zoo' }, { word: 'ami' }, { word: 'Île' }]);
  });

  it('lets nobody in without its password, which only its owner can read', async () => {
    const dataDir = await folder();
    const { url, port } = await start(dataDir);
    await expect(ask(url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    await expect(ask(`postgres://postgres@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow();
    expect((await stat(join(dataDir, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a second instance on the same folder, and leaves the first alone', async () => {
    const dataDir = await folder();
    const first = await start(dataDir);
    await expect(start(dataDir)).rejects.toThrow(
      `${dataDir} is in use by process ${process.pid}; stop it or set MAILLAGE_DATA_DIR to another folder.`,
    );
    expect(await ask(first.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes over a server whose owner was killed with -9', async () => {
    const dataDir = await folder();
    const script = `
      const { startEmbeddedPostgres } = await import('${importable('infra/postgres/embedded.ts')}');
      const { url } = await startEmbeddedPostgres({ dataDir: process.env.DATA_DIR });
      console.log(url);
      setInterval(() => {}, 1000);`;
    const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [url] = (await once(owner.stdout, 'data')) as [Buffer];
    await ask(url.toString().trim(), 'CREATE TABLE survived (id int)');
    await expect(start(dataDir)).rejects.toThrow(`in use by process ${owner.pid ?? ''};`);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    const survivor = await serverPid(dataDir);
    expect(await runs(survivor)).toBe(true);

    const heir = await start(dataDir);
    await ended(survivor);
    expect(await ask(heir.url, 'SELECT count(*)::int AS rows FROM survived')).toEqual([{ rows: 0 }]);
  });

  it('finds another port when the one it had is taken', async () => {
    const dataDir = await folder();
    const first = await start(dataDir);
    await first.stop();
    const squatter = createServer().listen(first.port, '127.0.0.1');
    await once(squatter, 'listening');
    const second = await start(dataDir);
    expect(second.port).not.toBe(first.port);
    squatter.close();
    await expect(startEmbeddedPostgres({ dataDir: await folder(), port: second.port })).rejects.toThrow(
      `PostgreSQL did not start on port ${second.port}`,
    );
  });

  it('works under a folder that only its owner may enter', async () => {
    const closed = await folder();
    await mkdir(join(closed, 'project'));
    await chmod(closed, 0o700);
    const dataDir = join(closed, 'project', 'data');
    const { url } = await start(dataDir);
    expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('leaves no process and no lock behind', async () => {
    const dataDir = await folder();
    const server = await start(dataDir);
    const pid = await serverPid(dataDir);
    await server.stop();
    await ended(pid);
    await expect(stat(join(dataDir, 'lock'))).rejects.toThrow(/ENOENT/);
  });
});
