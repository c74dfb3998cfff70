import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '@maillage/kernel';
import { createLogger, loadConfig, personas } from '@maillage/platform';
import { loadFirstSample } from '../../apps/cli/sample/first.js';
import { openSession } from '../../apps/cli/session.js';
import { startTestApi, type TestApi } from '../harness/api.js';

let api: TestApi;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-first-'));
  api = await startTestApi({ projects: false });
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

type Cut = () => boolean | Promise<boolean>;

/** As one start of the embedded kind does, cut off before the first command for which `cut` says so. */
async function start(language: string, cut: Cut = () => false): Promise<void> {
  const { ledger, execute } = openSession(api.database, new AbortController().signal);
  const interrupted = async (command: Command) => {
    if (await cut()) throw new Error('Stopped.');
    return execute(command);
  };
  await loadFirstSample({
    config: loadConfig({ MAILLAGE_DATA_DIR: folder }),
    database: api.database,
    execute: interrupted,
    empty: (await ledger.head()) === 0n,
    logger: createLogger('silent'),
    env: { LANG: language },
  });
}

function after(commands: number): Cut {
  let left = commands;
  return () => (left -= 1) < 0;
}

/** Its personas are offered once the coalition is whole; what follows is published data. */
function behindTheCoalition(): Cut {
  const some = after(30);
  return async () => (await personas(api.database)).length > 0 && some();
}

const head = () => openSession(api.database, new AbortController().signal).ledger.head();
const underWay = async () => (await readdir(folder)).filter((name) => name.startsWith('sample-'));

describe('The sample of the first start', () => {
  it('is whole after a start that was cut off half-way in it, whatever is spoken by then, and is left alone from then on', async () => {
    await expect(start('fr_FR.UTF-8', after(30))).rejects.toThrow('Stopped.');
    expect([await personas(api.database), (await underWay()).length]).toEqual([[], 1]);
    // In the coalition, and behind it.
    await expect(start('en_GB.UTF-8', after(30))).rejects.toThrow('Stopped.');
    await expect(start('en_GB.UTF-8', behindTheCoalition())).rejects.toThrow('Stopped.');
    const offered = await personas(api.database);
    expect([offered.length > 0, (await underWay()).length]).toEqual([true, 1]);

    const cut = await head();
    await start('en_GB.UTF-8');
    const whole = await head();
    expect(whole > cut).toBe(true);
    expect(await underWay()).toEqual([]);

    await start('en_GB.UTF-8', after(0));
    expect(await head()).toBe(whole);
  });
});
