import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sealer } from '@maillage/ledger';
import { Database, loadConfig, projectRoot } from '@maillage/platform';
import { logKey } from '../../apps/host/sealing.js';
import { hasOldestPostgres, OLDEST_BINARIES, startOldestPostgres, type DebianServer } from '../harness/debian.js';
import { program } from '../harness/programs.js';

// The commands of the page on operating, word for word, against Debian's PostgreSQL and its own pg_dump.

(hasOldestPostgres ? describe : describe.skip)('Backing up and restoring, as the page on operating tells it', () => {
  let from: DebianServer | undefined;
  let to: DebianServer | undefined;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-backup-'));
    from = await startOldestPostgres();
    to = await startOldestPostgres();
    for (const each of ['data', 'data/evidence', 'restored', 'backup', 'bin']) await mkdir(join(folder, each));
    await writeFile(join(folder, 'data/evidence/photograph'), 'bytes');
    // What `npm run -s maillage --` runs, without a build.
    const cli = program('apps/cli/main.ts');
    await writeFile(join(folder, 'bin/npm'), `#!/bin/sh\nshift 4\nexec node '${cli}' "$@"\n`, { mode: 0o755 });
  });
  afterAll(async () => {
    await Promise.all([from?.stop(), to?.stop()]);
    await rm(folder, { recursive: true, force: true });
  });

  it('brings the log, the keys and the files to another server, where they are found valid', async () => {
    const [back, restore] = await commandsOf('Backing up and restoring');
    const here = { folder, data: join(folder, 'data'), url: from?.url ?? '' };
    await sh('npm run -s maillage -- migrate && npm run -s maillage -- sample --yes', here);
    await seal(here);
    await sh(back, here);
    const there = { folder, data: join(folder, 'restored'), url: to?.url ?? '' };
    const told = await sh(restore, there);
    expect(told).toMatch(/^Valid: localhost\/maillage, \d{3,} events\.$/m);
    expect(await readFile(join(there.data, 'evidence/photograph'), 'utf8')).toBe('bytes');
    const [before, after] = await Promise.all([here.url, there.url].map(contents));
    expect(after).toEqual(before);
    // Rights as well: the application cannot change what was restored.
    const writer = new Database({ url: there.url, schema: 'maillage', poolSize: 1 });
    await expect(writer.pool.query('delete from event')).rejects.toThrow('permission denied');
    await writer.close();
  });
});

interface Place {
  readonly folder: string;
  readonly data: string;
  readonly url: string;
}

/** The two lists of commands under a heading of the page. */
async function commandsOf(heading: string): Promise<readonly [string, string]> {
  const page = await readFile(join(projectRoot, 'infra/docs/operating.md'), 'utf8');
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  const [back, restore] = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands);
  if (back === undefined || restore === undefined) throw new Error(`The page has no commands under “${heading}”.`);
  return [back, restore];
}

/** @returns what is written to standard output. @throws {Error} with what is said, where any of the commands fails. */
async function sh(commands: string, { folder, data, url }: Place): Promise<string> {
  const child = spawn('sh', ['-euc', commands], {
    cwd: join(folder, 'backup'),
    env: {
      ...process.env,
      PATH: [join(folder, 'bin'), OLDEST_BINARIES, process.env['PATH']].join(delimiter),
      DATABASE_URL: url,
      MAILLAGE_DATA_DIR: data,
    },
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${commands}\nended with ${code}:\n${said.stdout}\n${said.stderr}`);
  return said.stdout;
}

/** As a worker does. */
async function seal({ data, url }: Place): Promise<void> {
  const config = loadConfig({ MAILLAGE_DATA_DIR: data, DATABASE_URL: url });
  const database = new Database({ ...config.database, url });
  const key = await logKey(config, { make: true });
  const sealer = new Sealer({ database, key, stateDir: config.seal.stateDir, policy: undefined });
  await sealer.seal();
  await sealer.stop();
  await database.close();
}

/** All entries, and how many rows each view and each table of keys has. */
async function contents(url: string): Promise<unknown> {
  const database = new Database({ url, schema: 'maillage', poolSize: 1 }, undefined, undefined, 'login');
  try {
    const { rows: tables } = await database.pool.query<{ readonly name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'maillage' order by 1`,
    );
    const counts: unknown[] = [];
    for (const { name } of tables) {
      const { rows } = await database.pool.query(`select count(*) from ${name}`);
      counts.push([name, rows]);
    }
    const { rows: entries } = await database.pool.query('select position, entry from event order by position');
    return { counts, entries };
  } finally {
    await database.close();
  }
}
