import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@maillage/platform';
import { createKeyCommand } from '../../apps/cli/commands/keys.js';
import { freshDatabase, type FreshDatabase } from '../harness/services.js';
import { endAll, maillage, postgresOf, run, SAMPLE, type Ended } from './cli.js';

const STACK = /\bat .*:\d+:\d+/;

interface Key {
  readonly id: string;
  readonly revokedAt: string | null;
}

describe('The command line', () => {
  let database: FreshDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'maillage-cli-'));
  });
  afterAll(async () => {
    await endAll();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const cli = (...args: string[]): Promise<Ended> => run(args, { DATABASE_URL: database.url });
  const importSample = (env: Readonly<Record<string, string>>) =>
    maillage(['import', 'indigo', SAMPLE, '--json', '--refused', join(folder, 'refused.csv')], env);
  const wrong = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await cli(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toMatch(STACK);
    return stderr;
  };
  let sampleEvents: number;

  it('migrates, and then finds nothing left to migrate', async () => {
    const first = await cli('migrate');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/^Migrations applied: 0001_log, .*Views built: organisations, /);
    const second = await cli('migrate');
    expect(second).toMatchObject({ code: 0, stdout: 'Migrations applied: none. Views built: none.\n' });
  });

  it('imports a folder, brings the views to the head, and says where they stand', async () => {
    const { code, stdout } = await importSample({ DATABASE_URL: database.url }).ended;
    expect(code).toBe(0);
    sampleEvents = (JSON.parse(stdout) as { totals: { events: number } }).totals.events;
    expect(sampleEvents).toBeGreaterThan(100);
    expect(await readFile(join(folder, 'refused.csv'), 'utf8')).toMatch(/^file,line,/);

    const status = await cli('status', '--json');
    expect(status.code).toBe(0);
    const { head, views } = JSON.parse(status.stdout) as { head: string; views: unknown };
    expect(head).toBe(String(sampleEvents));
    expect(views).toContainEqual(
      expect.objectContaining({ name: 'missions', position: head, lag: '0', state: 'RUNNING' }),
    );
    expect((await cli('status')).stdout).toMatch(
      new RegExp(`^head: ${head}\n[^]*\nmissions +\\d+ +${head} +0  RUNNING\n`),
    );
  });

  it('makes, lists and revokes keys, and shows a key once', async () => {
    const made = await cli('keys', 'create', '--register', 'Commune de Test', '--sector', 'PUBLIC', '--json');
    expect(made.code).toBe(0);
    const { key, id, organisation, scopes } = JSON.parse(made.stdout) as {
      readonly key: string;
      readonly id: string;
      readonly organisation: { readonly id: string; readonly name: string };
      readonly scopes: readonly string[];
    };
    expect(key).toMatch(/^mlg_/);
    expect(organisation.name).toBe('Commune de Test');
    expect(scopes).toEqual(['read', 'write']);
    const another = await cli('keys', 'create', '--organisation', organisation.id, '--scopes', 'read');
    expect(another.stdout).toMatch(/^mlg_\S+\n$/);
    expect(another.stderr).toMatch(/^For Commune de Test/);

    const listed = await cli('keys', 'list');
    expect(listed.stdout).toContain(id);
    expect(listed.stdout).not.toContain(key);
    expect(await cli('keys', 'revoke', key)).toMatchObject({ code: 0, stderr: '' });
    const keys = JSON.parse((await cli('keys', 'list', '--json')).stdout) as readonly Key[];
    expect(keys.find((each) => each.id === id)?.revokedAt).toMatch(/^2/);
  });

  it('rebuilds the views', async () => {
    const all = await cli('rebuild', 'all');
    expect(all).toMatchObject({ code: 0 });
    expect(all.stdout).toMatch(/^Rebuilt organisations, accreditations, missions, .*timeline\b.*\.\n$/);
  });

  it('says in a sentence what it cannot do, and what it could', async () => {
    expect(await wrong('rebuild', 'nonsense')).toMatch(/^There is no view "nonsense"; write all, or one of: organ/);
    expect(await wrong('keys', 'create')).toMatch(/^Name the organisation: --organisation <id>/);
    expect(await wrong('keys', 'revoke', 'mlg_none')).toMatch(/^There is no key mlg_none/);
    expect(await wrong('frobnicate')).toMatch(/unknown command 'frobnicate'/);
    const missing = await cli('import', 'indigo', join(folder, 'not there'));
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain(join(folder, 'not there'));
    expect(missing.stderr).not.toMatch(STACK);
    const { code, stderr } = await run(['status'], { DATABASE_URL: 'mysql://elsewhere' });
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('DATABASE_URL') });
  });

  it.each([
    [{ scopes: 'all' }, /^--scopes all is not acceptable; write some of read,write,operator/],
    [{ expires: '2126-02-30' }, /^--expires 2126-02-30 is not a date to come/],
    [{ expires: '2020-01-01' }, /^--expires 2020-01-01 is not a date to come/],
    [{ sector: 'CHURCH' }, /^--sector CHURCH is not one of PUBLIC,/],
  ])('makes no key of %j', async (wish, message) => {
    const options = { register: 'X', sector: 'PUBLIC', label: 'x', scopes: 'read', json: false, ...wish };
    const config = loadConfig({ DATABASE_URL: database.url });
    await expect(createKeyCommand(config, options)).rejects.toThrow(message);
  });

  it('makes a key on a data folder that nothing was ever started on', async () => {
    const env = { MAILLAGE_DATA_DIR: join(folder, 'new') };
    const { code, stdout } = await run(['keys', 'create', '--register', 'First'], env);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^mlg_\S+\n$/);
  });

  it('interrupted in the middle of an import, leaves a ledger that a second one completes, and no server', async () => {
    const env = { MAILLAGE_DATA_DIR: join(folder, 'interrupted') };
    const importing = importSample(env);
    await importing.says(/\d+\/\d+/, 'stderr');
    importing.signal('SIGINT');
    const { code, stdout, stderr } = await importing.ended;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toMatch(/Stopped by SIGINT before it was done\. What was recorded stays; importing again/);
    expect(await postgresOf(join(folder, 'interrupted'))).toBeUndefined();

    const head = async () =>
      BigInt((JSON.parse((await run(['status', '--json'], env)).stdout) as { head: string }).head);
    expect(await head()).toBeLessThan(BigInt(sampleEvents));
    expect((await importSample(env).ended).code).toBe(0);
    expect(await head()).toBe(BigInt(sampleEvents));
  });
});
