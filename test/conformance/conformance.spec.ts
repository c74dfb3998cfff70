import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SigningKey } from '@maillage/ledger';
import { projectRoot } from '@maillage/platform';
import { Witness } from '@maillage/witness';
import { startLogServer, type LogServer } from '../api/log.server.js';

// Debian's golang-golang-x-mod-dev, the code of the Go checksum database: another reading of the same formats than ours.
const GOPATH = '/usr/share/gocode';
const hasGo =
  spawnSync('go', ['version']).status === 0 && existsSync(join(GOPATH, 'src/golang.org/x/mod/sumdb/tlog/tlog.go'));
const BUNDLE = join(projectRoot, 'test/fixtures/bundles/2026-11-before-consent');

if (!hasGo) {
  it.skip('Conformance is not checked: apt-get install golang-go golang-golang-x-mod-dev, then run this again', () =>
    undefined);
}

(hasGo ? describe : describe.skip)('Somebody else’s implementation of transparency logs', () => {
  let folder: string;
  let log: LogServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'maillage-conformance-'));
    const env = {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH,
      GOCACHE: join(folder, 'cache'),
      GOFLAGS: '',
      CGO_ENABLED: '0',
    };
    const source = join(projectRoot, 'test/conformance/logcheck.go');
    await promisify(execFile)('go', ['build', '-o', join(folder, 'logcheck'), source], { env });
    log = await startLogServer();
  });
  afterAll(async () => {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  const checked = async (...args: readonly string[]) => {
    try {
      const { stdout } = await promisify(execFile)(join(folder, 'logcheck'), args);
      return { code: 0, said: stdout.trim() };
    } catch (error) {
      const { code, stderr } = error as { readonly code: number; readonly stderr: string };
      return { code, said: stderr.trim() };
    }
  };
  const keyOf = async (bundle: string) => (await readFile(join(bundle, 'log/key'), 'utf8')).trim();

  it('finds a bundle of an earlier version whole', async () => {
    expect(await checked(BUNDLE, await keyOf(BUNDLE))).toEqual({
      code: 0,
      said: 'localhost/maillage: 820 entries, signed by 1',
    });
  });

  it('finds what was changed in one', async () => {
    const bundle = join(folder, 'changed');
    await cp(BUNDLE, bundle, { recursive: true });
    const path = join(bundle, 'log/tile/entries/001');
    const bytes = await readFile(path);
    bytes[bytes.length - 3]! ^= 1;
    await writeFile(path, bytes);
    expect(await checked(bundle, await keyOf(bundle))).toEqual({
      code: 1,
      said: 'entry 512 is not the one of the tree',
    });
    const other = SigningKey.generate('localhost/maillage');
    expect(await checked(BUNDLE, other.vkey)).toMatchObject({ code: 1 });
  });

  it('finds a log that runs whole, at every size it was sealed at, and its witness’s cosignature', async () => {
    const key = SigningKey.generate('witness.example/w1');
    const witness = await Witness.open({ folder: join(folder, 'witness'), key, logs: [log.key.vkey] });
    for (const [more, size] of [
      [1, 1],
      [255, 256],
      [1, 257],
      [400, 657],
    ] as const) {
      await log.record(more);
      await log.seal();
      expect(await checked(log.url, log.key.vkey)).toEqual({
        code: 0,
        said: `${log.key.name}: ${size} entries, signed by 1`,
      });
    }
    const note = await (await fetch(`${log.url}/log/checkpoint`)).text();
    const { status, body } = await witness.addCheckpoint(Buffer.from(`old 0\n\n${note}`));
    expect(status).toBe(200);
    // As the sealer keeps it: whoever has no address is not asked.
    await log.sealWith(`log ${log.key.vkey}\nwitness W ${witness.vkey}\nquorum W\n`);
    const insert = 'insert into cosignature (origin, size, witness, line, signed_at) values ($1, $2, $3, $4, now())';
    await log.ask(insert, [log.key.name, '657', 'W', body]);
    expect(await checked(log.url, log.key.vkey, witness.vkey)).toEqual({
      code: 0,
      said: `${log.key.name}: 657 entries, signed by 2`,
    });
  });
});
