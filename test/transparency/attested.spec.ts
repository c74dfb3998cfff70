import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { digestViews, type ViewDigest } from '@maillage/engine';
import { LEDGER_ACTOR } from '@maillage/kernel';
import { Sealer, SigningKey } from '@maillage/ledger';
import { slices } from '../../apps/host/slices.js';
import { endAll, run } from '../cli/cli.js';
import { command, executed, openEngine, register, type TestEngine } from '../harness/engine.js';

const NAME = 'organisations';

let engine: TestEngine;
let sealer: Sealer;
let folder: string;
beforeAll(async () => {
  engine = await openEngine(slices);
  folder = await mkdtemp(join(tmpdir(), 'maillage-attested-'));
  // The embedded PostgreSQL may run as another user, who must get there.
  await chmod(folder, 0o755);
  const key = SigningKey.generate('ledger.example.org/attested');
  sealer = new Sealer({ database: engine.database, key, stateDir: join(folder, 'state') });
  await sealer.seal();
});
afterAll(async () => {
  await endAll();
  await sealer.stop();
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the view is now, as the ledger would attest it, or with something of it said otherwise. */
async function attest(otherwise: Partial<ViewDigest> = {}): Promise<void> {
  await engine.catchUp();
  const view = engine.views().find(({ name }) => name === NAME)!;
  const client = await engine.database.pool.connect();
  const digests = await digestViews(client, [view]).finally(() => {
    client.release();
  });
  const views = digests.map((each) => ({ ...each, ...otherwise }));
  const data = { views: views.map((each) => ({ ...each, position: each.position.toString() })) };
  const attesting = command('AttestViews', 'log', data, LEDGER_ACTOR, { scopes: ['write', 'operator'] });
  await executed(engine.executor.execute(attesting));
}

async function exported(name: string): Promise<string> {
  await engine.catchUp();
  await sealer.seal();
  const place = join(folder, name);
  expect(await run(['export', place], { DATABASE_URL: engine.url })).toMatchObject({ code: 0 });
  return place;
}

const machine = () => ({ DATABASE_URL: '', MAILLAGE_DATA_DIR: join(folder, 'none') });

describe('A replay', () => {
  it('finds what was attested falsely, under another version or of a later position, though the last word is true', async () => {
    await register(engine.executor, 'A first organisation');
    await attest();
    expect(await run(['replay', await exported('true')], machine())).toMatchObject({ code: 0 });

    await register(engine.executor, 'A second organisation');
    await attest({ digest: 'ab'.repeat(32) });
    await attest({ version: 99 });
    await attest({ position: 99_999n, version: 98 });
    await attest();
    const { code, stdout } = await run(['replay', await exported('false')], machine());
    expect(code).toBe(1);
    expect(stdout).toMatch(/^organisations: the attestation at position 4 says (?:ab){32} at position 3;/m);
    expect(stdout).toMatch(/^organisations: the attestation at position 5 has it in version 99, /m);
    expect(stdout).toMatch(/^organisations: the attestation at position 6 has it at position 99999, which the log/m);
  });

  it('finds a view that the bundle leaves out', async () => {
    const bundle = join(folder, 'true');
    const copy = join(folder, 'without');
    await cp(bundle, copy, { recursive: true });
    const digests = JSON.parse(await readFile(join(bundle, 'views/digests.json'), 'utf8')) as { view: string }[];
    const others = digests.filter(({ view }) => view !== NAME);
    await writeFile(join(copy, 'views/digests.json'), JSON.stringify(others));
    expect(await run(['replay', copy], machine())).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^organisations: views\/digests\.json says nothing of it/m),
    });
    // Up to a position, a bundle need not have said anything.
    expect(await run(['replay', copy, '--at', '1'], machine())).toMatchObject({ code: 0 });
  });
});
