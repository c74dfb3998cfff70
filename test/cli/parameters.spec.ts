import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plusDays, today } from '@maillage/kernel';
import { systemClock } from '@maillage/platform';
import { freshDatabase, type FreshDatabase } from '../harness/services.js';
import { endAll, run, type Ended } from './cli.js';

const NOTICE = /^Parameters are adopted at least 30 days before/;

interface Set {
  readonly version: number;
  readonly parameters: Readonly<Record<string, unknown>>;
}

describe('The parameters of reputation, on the command line', () => {
  let database: FreshDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'maillage-parameters-'));
  });
  afterAll(async () => {
    await endAll();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const cli = (...args: string[]): Promise<Ended> => run(['parameters', ...args], { DATABASE_URL: database.url });
  const adopt = (file: string, from: string) => cli('adopt', '--file', file, '--from', from, '--reason', 'Tried out.');
  const fileOf = async (name: string, content: unknown) => {
    const file = join(folder, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const refused = async (file: string, from: string) => {
    const { code, stdout, stderr } = await adopt(file, from);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    return stderr;
  };

  it('are shown, changed in a file, and adopted with notice', async () => {
    expect((await run(['migrate'], { DATABASE_URL: database.url })).code).toBe(0);
    const day = today(systemClock);
    const soon = plusDays(day, 29);
    // A day more than the notice: midnight may pass meanwhile.
    const from = plusDays(day, 31);
    // A ledger that was never started has what was published at first; adopting begins with what every ledger begins with.
    const published = JSON.parse((await cli('show')).stdout) as Set;
    expect(published).toMatchObject({ version: 1, parameters: { saturation: 2 } });
    expect(await refused(await fileOf('published.json', published), soon)).toMatch(NOTICE);
    const shown = JSON.parse((await cli('show')).stdout) as Set;
    expect(shown).toMatchObject({ version: 2, parameters: { saturation: 4, volumeHalf: 0.25, leastGroups: 3 } });
    expect(await refused(await fileOf('same.json', shown), from)).toMatch(/^These are the parameters as they stand/);
    const parameters = { ...shown.parameters, leastGroups: 4 };
    const changed = await fileOf('changed.json', { ...shown, parameters });
    expect(await refused(changed, soon)).toMatch(NOTICE);
    expect(await adopt(changed, from)).toMatchObject({ code: 0, stdout: expect.stringContaining(`from ${from} on`) });
    expect(await refused(changed, from)).toMatch(/^These are the parameters as they stand/);
    // Until that day the others hold.
    expect(JSON.parse((await cli('show')).stdout)).toEqual(shown);

    expect(await refused(join(folder, 'none.json'), from)).toMatch(/cannot be read/);
    expect(await refused(await fileOf('words.json', 'a few'), from)).toMatch(/`parameters show` prints one/);
    const twice = JSON.stringify(shown).replace('"version":2', '"version":2,"version":3');
    expect(await refused(await fileOf('twice.json', twice), from)).toMatch(/The key "version" comes twice/);
    const wild = { ...shown, parameters: { ...parameters, priorMean: 2 } };
    expect(await refused(await fileOf('wild.json', wild), from)).toMatch(/^parameters\.priorMean: /);
  });
});
