import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runs } from '../harness/processes.js';
import { freshDatabase } from '../harness/services.js';
import { address, ask, endAll, maillage, postgresOf, run, until } from './cli.js';
import { patience } from '../harness/patience.js';

const MISSIONS = '{ missions(first: 100) { nodes { title } } }';
const STACK = /\bat .*:\d+:\d+/;

const folders: string[] = [];

afterEach(async () => {
  await endAll();
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Under a folder that only its owner may enter, as many home folders are, and named as no shell would like it. */
async function newDataDir(): Promise<string> {
  const closed = await mkdtemp(join(tmpdir(), 'maillage-cli-'));
  folders.push(closed);
  await chmod(closed, 0o700);
  return join(closed, `l'été "$HOME" \`of\` Maillage`);
}

async function head(dataDir: string): Promise<string> {
  const { stdout } = await run(['status', '--json'], { MAILLAGE_DATA_DIR: dataDir });
  return (JSON.parse(stdout) as { head: string }).head;
}

describe('maillage start', () => {
  it('serves the sample, refuses a second instance, exports, ends on Ctrl-C without a trace, and keeps everything', async () => {
    const dataDir = await newDataDir();
    const env = { MAILLAGE_DATA_DIR: dataDir };
    const first = maillage(['start'], env);
    const url = await address(first);
    const { missions } = await ask(url, MISSIONS);
    expect(missions.nodes.length).toBeGreaterThan(5);
    const postgres = await postgresOf(dataDir);
    expect(postgres).toBeDefined();

    const second = await run(['start'], env);
    expect(second).toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        `${join(dataDir, 'postgres')} is in use by process ${first.pid}; ` +
        'stop it or set MAILLAGE_DATA_DIR to another folder.\n',
    });
    // Other commands share the running server.
    const recorded = await head(dataDir);
    expect(BigInt(recorded)).toBeGreaterThan(100n);
    expect(await ask(url, '{ __typename }')).toEqual({ __typename: 'Query' });

    const bundle = join(dataDir, 'bundle');
    expect(await run(['export', bundle], env)).toMatchObject({ code: 0 });
    const verified = await run(['verify', bundle], env);
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Valid: /) });

    const asked = Date.now();
    first.signal('SIGINT');
    // npm and some shells pass on what the terminal has sent to the whole group already.
    process.kill(first.pid, 'SIGINT');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
    expect(Date.now() - asked).toBeLessThan(patience(20_000));
    expect(await runs(postgres!)).toBe(false);
    expect(existsSync(join(dataDir, 'postgres', 'lock'))).toBe(false);

    const again = maillage(['start'], env);
    expect(await ask(await address(again), MISSIONS)).toEqual({ missions });
    expect(await head(dataDir)).toBe(recorded);
    const orphan = await postgresOf(dataDir);
    again.signal('SIGKILL');
    await again.ended;

    const heir = maillage(['start'], env);
    expect(await ask(await address(heir), MISSIONS)).toEqual({ missions });
    expect(await runs(orphan!)).toBe(false);
    expect(await head(dataDir)).toBe(recorded);
    heir.signal('SIGTERM');
    expect(await heir.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await postgresOf(dataDir)).toBeUndefined();
  });

  it.each([
    // When its folder is taken, while the cluster is being made; when the server runs, before anything answers.
    ['at once', join('postgres', 'lock')],
    ['half-way', join('postgres', 'cluster', 'postmaster.pid')],
  ])('stops %s while it starts', async (_, file) => {
    const dataDir = await newDataDir();
    const server = maillage(['start'], { MAILLAGE_DATA_DIR: dataDir });
    await until(() => existsSync(join(dataDir, file)) || undefined);
    server.signal('SIGTERM');
    const { code, stdout, stderr } = await server.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toMatch(/Maillage is at/);
    expect(await postgresOf(dataDir)).toBeUndefined();
    expect(existsSync(join(dataDir, 'postgres', 'lock'))).toBe(false);
  });

  it('says which port is taken, and closes what it had opened', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const dataDir = await newDataDir();
    const env = { MAILLAGE_DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' };
    const { code, stdout, stderr } = await run(['start', '--no-sample'], env);
    squatter.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `Port ${port} of 127.0.0.1 is in use by another program; stop it or set PORT to another port.\n`,
    );
    expect(await postgresOf(dataDir)).toBeUndefined();
  });

  it('tells whoever starts an empty ledger how to operate it, at each start the same, so that others may register', async () => {
    const env = { MAILLAGE_DATA_DIR: await newDataDir() };
    const kept: string[] = [];
    for (let start = 0; start < 2; start += 1) {
      const server = maillage(['start', '--no-sample'], env);
      await address(server);
      kept.push(await readFile(join(env.MAILLAGE_DATA_DIR, 'operator-organisation'), 'utf8'));
      server.signal('SIGTERM');
      const { code, stdout, stderr } = await server.ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^Nobody operates this ledger yet\. .*: http:\/\/localhost:\d+\/operator#token=\S+$/m);
    }
    expect(kept[0]).toMatch(/^[0-9a-f-]{36}\n$/);
    expect(kept[1]).toBe(kept[0]);
    const { stdout } = await run(['operator', 'link'], env);
    expect(stdout).toMatch(/^http:\/\/localhost:\d+\/operator#token=\S+\n$/);
  });

  it('works with a PostgreSQL of one’s own, and then starts none', async () => {
    const database = await freshDatabase();
    const dataDir = await newDataDir();
    const server = maillage(['start'], { DATABASE_URL: database.url, MAILLAGE_DATA_DIR: dataDir });
    const { missions } = await ask(await address(server), MISSIONS);
    expect(missions.nodes.length).toBeGreaterThan(5);
    // Its key and what it signed last are kept there all the same: outside the database.
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
    server.signal('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' });
    await database.drop();
  });

  it('says so when that PostgreSQL is out of reach, or does not know the database', async () => {
    const database = await freshDatabase();
    await database.drop();
    for (const [url, why] of [
      ['postgres://nobody@127.0.0.1:1/none', /ECONNREFUSED/],
      [database.url, /does not exist/],
    ] as const) {
      const { code, stdout, stderr } = await run(['start'], { DATABASE_URL: url });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^PostgreSQL cannot be used: .*DATABASE_URL/);
      expect(stderr).toMatch(why);
      expect(stderr).not.toMatch(STACK);
    }
  });
});
