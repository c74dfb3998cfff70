import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Sealer, SigningKey } from '@maillage/ledger';
import { loadConfig, systemClock } from '@maillage/platform';
import { openCheckpoint, parsePolicy, parseVerifierKey, verify } from '@maillage/verifier';
import { BundleError } from '../../apps/cli/bundle/layout.js';
import { replay, type Replayed } from '../../apps/cli/bundle/replay.js';
import { folderReader } from '../../apps/cli/bundle/read.js';
import { exportCommand } from '../../apps/cli/commands/export.js';
import { replayCommand } from '../../apps/cli/commands/replay.js';
import { UsageError } from '../../apps/cli/usage.js';
import { lifetime } from '../../apps/host/lifetime.js';
import { digestsOf } from '../acceptance/digests.js';
import { endAll, maillage, run, until, type Ended } from '../cli/cli.js';
import { register } from '../harness/engine.js';
import { runs } from '../harness/processes.js';
import { DATASET, openIndigo, type ExportedLedger } from './exporting.js';

const STACK = /\bat .*:\d+:\d+/;

type Json<T> = T extends bigint ? string : T extends Buffer ? string : { [Key in keyof T]: Json<T[Key]> };
type Report = Json<Replayed>;

let ledger: ExportedLedger;
let bundle: string;
let scratch: string;

beforeAll(async () => {
  ledger = await openIndigo(DATASET);
  bundle = join(ledger.folder, 'bundle');
  scratch = join(ledger.folder, 'scratch');
  await mkdir(scratch);
  // The embedded PostgreSQL may run as another user, who must get there.
  await chmod(ledger.folder, 0o755);
  await chmod(scratch, 0o755);
});
afterAll(async () => {
  await endAll();
  await ledger.close();
});

const exporting = (place: string, ...options: string[]): Promise<Ended> =>
  run(['export', place, ...options], { DATABASE_URL: ledger.engine.url });

/** A machine that has the bundle and this program: no database, no configuration, a folder for temporary files. */
const machine = () => ({ TMPDIR: scratch, DATABASE_URL: '', MAILLAGE_DATA_DIR: join(scratch, 'none') });

async function replaying(...args: string[]): Promise<{ code: number | null; report: Report; stderr: string }> {
  const { code, stdout, stderr } = await run(['replay', ...args, '--json'], machine());
  expect(await readdir(scratch)).toEqual([]);
  if (stdout === '') throw new Error(`replay said nothing:\n${stderr}`);
  return { code, report: JSON.parse(stdout) as Report, stderr };
}

/** A copy with one file changed. */
async function tampered(name: string, path: string, change: (text: string) => string): Promise<string> {
  const copy = join(ledger.folder, name);
  await cp(bundle, copy, { recursive: true });
  const text = await readFile(join(copy, path), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(join(copy, path), changed);
  return copy;
}

/** In this process, up to where it would start a database. */
const replayed = (folder: string, more: { readonly logKey?: string } = {}) => {
  const views = ledger.engine.views();
  const { events } = ledger.engine.registry;
  return lifetime((life) =>
    replay({ folder, events, views, life, lastAttestation: true, onProgress: () => undefined, ...more }),
  );
};

const claim = (view: string, position: string) =>
  JSON.stringify([{ view, version: 1, position, digest: '0'.repeat(64) }]);
const ELSEWHERE = claim('../log/key', '1');
const TO_COME = claim('missions', '99999999');

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const byView = (views: Report['views']) => Object.fromEntries(views.map(({ view, digest }) => [view, digest]));

/** By hand means with the tools of a Unix system; not every machine has this one. */
const withOpenssl = spawnSync('openssl', ['version']).status === 0 ? it : it.skip;

describe(`A bundle of the INDIGO import (${basename(dirname(DATASET))})`, () => {
  it('is exported by the command line, whole', async () => {
    const { code, stdout, stderr } = await exporting(bundle);
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/^export: \d+\/\d+$/m) });
    const head = await ledger.engine.ledger.head();
    expect(stdout).toBe(
      `Exported ledger.example.org/indigo to ${bundle}: ${head} events, ${ledger.engine.views().length} views, 0 cosignatures.\n`,
    );
    expect((await readdir(bundle)).sort()).toEqual(['README.md', 'log', 'schemas', 'views', 'words.jsonl']);
    expect(await readFile(join(bundle, 'log/key'), 'utf8')).toBe(`${ledger.key.vkey}\n`);
    const key = parseVerifierKey(ledger.key.vkey);
    expect(openCheckpoint(await readFile(join(bundle, 'log/checkpoint')), key).size).toBe(head);
  });

  it('is found valid by the verifier, from its files alone', async () => {
    const verdict = await verify(folderReader(bundle), { logKey: ledger.key.vkey });
    expect(verdict).toMatchObject({ valid: true, size: await ledger.engine.ledger.head(), erased: 0n });
  });

  it('holds the text of every view, which its digest is the SHA-256 of', async () => {
    const published = JSON.parse(await readFile(join(bundle, 'views/digests.json'), 'utf8')) as Report['views'];
    expect(byView(published)).toEqual(await digestsOf(ledger.engine.database));
    for (const { view, digest, position } of published) {
      expect(sha256(await readFile(join(bundle, `views/${view}.txt`)))).toBe(digest);
      expect(BigInt(position)).toBe(await ledger.engine.ledger.head());
    }
  });

  withOpenssl('can be checked by hand, as its README says', async () => {
    const readme = await readFile(join(bundle, 'README.md'), 'utf8');
    const [, script = ''] = /```sh\n([^]*?)```/.exec(readme) ?? [];
    const { stdout } = await promisify(execFile)('sh', ['-eu', '-c', script], { cwd: bundle });
    const [verified, leaf, tile, ...digests] = stdout.trim().split('\n');
    expect(verified).toBe('Signature Verified Successfully');
    expect(leaf).toMatch(/^[0-9a-f]{64}$/);
    expect(tile).toBe(leaf);
    expect(digests).toContain(`${sha256(await readFile(join(bundle, 'views/missions.txt')))} *views/missions.txt`);
  });

  it('is replayed on a machine that has only the bundle, to the same digests and those it attested', async () => {
    const { code, report } = await replaying(bundle, '--key', ledger.key.vkey);
    expect({ code, valid: report.valid }).toEqual({ code: 0, valid: true });
    expect(byView(report.views)).toEqual(await digestsOf(ledger.engine.database));
    expect(report.views.map(({ finding }) => finding)).toEqual(report.views.map(() => 'SAME'));
    const [half, end, ...more] = report.attestations;
    expect(byView(half!.views)).toEqual(ledger.half.digests);
    expect(byView(end!.views)).toEqual(byView(report.views));
    expect([...half!.views, ...end!.views].every(({ finding }) => finding === 'SAME')).toBe(true);
    expect(more).toEqual([]);
  });

  it('is replayed up to half-way, to what a ledger that stopped there shows, and attested then', async () => {
    const { code, report } = await replaying(bundle, '--at', ledger.half.position.toString());
    expect(code).toBe(0);
    expect(byView(report.views)).toEqual(ledger.half.digests);
    expect(byView(report.views)).not.toEqual(await digestsOf(ledger.engine.database));
    // Nothing was attested before: the half's own attestation is of that very position.
    expect(report.attestations.map(({ position }) => position)).toEqual([(ledger.half.position + 1n).toString()]);
    expect(byView(report.attestations[0]!.views)).toEqual(ledger.half.digests);
  });

  it('is exported at an earlier checkpoint, with the views of that time', async () => {
    const earlier = join(ledger.folder, 'earlier');
    const { code, stdout } = await exporting(earlier, '--checkpoint', ledger.half.position.toString());
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining(`: ${ledger.half.position} events`),
    });
    const published = JSON.parse(await readFile(join(earlier, 'views/digests.json'), 'utf8')) as Report['views'];
    expect(byView(published)).toEqual(ledger.half.digests);
    expect(await verify(folderReader(earlier))).toMatchObject({ valid: true, size: ledger.half.position });
  });

  it('with a row of a view changed, is told apart by view, table, row and column', async () => {
    let missionId = '';
    const copy = await tampered('row', 'views/missions.txt', (text) => {
      const lines = text.split('\n');
      const at = lines.findIndex((line) => line.includes('"hashtag"') && line.includes('"title"'));
      const row = JSON.parse(lines[at]!) as { id: string; title: string };
      missionId = row.id;
      lines[at] = lines[at]!.replace(JSON.stringify(row.title), '"Another title"');
      return lines.join('\n');
    });
    const { code, stdout } = await run(['replay', copy], machine());
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ledger\.example\.org\/indigo: \d+ events, valid, 0 values erased\n\nview +version/);
    expect(stdout).toMatch(/^organisations +\d+ +\d+ +SAME +[0-9a-f]{64}$/m);
    const told = stdout.split('\n').filter((line) => line.startsWith('missions: '));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(
      `in the table mission the row {"id":"${missionId}"} differs: title is published as "Another title" and comes to "`,
    );
  });

  it('of a ledger whose figures were changed, with digests that fit them, is found out row by row', async () => {
    const { database } = ledger.engine;
    const organisations = ledger.engine.views().find(({ name }) => name === 'organisations')!;
    const [table] = Object.keys(organisations.tables);
    const before = await database.pool.query<{ id: string; name: string }>(`select id, name from ${table!} limit 1`);
    const { id, name } = before.rows[0]!;
    await database.pool.query(`update ${table!} set name = 'Somebody else' where id = $1`, [id]);
    const lie = join(ledger.folder, 'lie');
    try {
      expect(await exporting(lie)).toMatchObject({ code: 0 });
    } finally {
      await database.pool.query(`update ${table!} set name = $2 where id = $1`, [id, name]);
    }
    const { code, report } = await replaying(lie);
    expect(code).toBe(1);
    expect(report.views.filter(({ finding }) => finding !== 'SAME')).toEqual([
      expect.objectContaining({
        view: 'organisations',
        finding: 'DIFFERENT',
        difference: {
          kind: 'COLUMNS',
          table,
          key: { id },
          columns: [{ column: 'name', published: 'Somebody else', computed: name }],
        },
      }),
    ]);
    const attested = report.attestations.map(({ views }) => views.every(({ finding }) => finding === 'SAME'));
    expect(attested).toEqual([true, true]);
  });

  it('with views of another version, says so and compares the rest', async () => {
    const copy = await tampered('version', 'views/digests.json', (text) => {
      const digests = JSON.parse(text) as { view: string; version: number }[];
      return JSON.stringify(
        digests.map((each) =>
          each.view === 'missions'
            ? { ...each, version: each.version + 1 }
            : each.view === 'organisations'
              ? { ...each, view: 'something_else' }
              : each,
        ),
      );
    });
    await cp(join(copy, 'views/organisations.txt'), join(copy, 'views/something_else.txt'));
    const { code, report } = await replaying(copy);
    expect(code).toBe(1);
    expect(Object.fromEntries(report.views.map(({ view, finding }) => [view, finding]))).toMatchObject({
      missions: 'OTHER_VERSION',
      something_else: 'UNKNOWN',
      organisations: 'UNCLAIMED',
      commitments: 'SAME',
    });
  });

  it('with an entry changed, is not replayed at all', async () => {
    const [first] = (await readdir(join(bundle, 'log/tile/entries'))).sort();
    const copy = await tampered('entry', join('log/tile/entries', first!), (text) => text.replace('PUBLIC', 'PRIVAT'));
    const { code, stdout } = await run(['replay', copy], machine());
    expect(code).toBe(1);
    expect(stdout).toMatch(/^The bundle is not valid, so nothing was replayed\. LEAF at position \d+: /);
  });

  it.each<[string, (folder: string) => Promise<unknown>, RegExp]>([
    ['no digests', (f) => rm(join(f, 'views/digests.json')), /^views\/digests\.json is missing/],
    ['digests that are none', (f) => writeFile(join(f, 'views/digests.json'), '{'), /is not JSON/],
    ['no digest in them', (f) => writeFile(join(f, 'views/digests.json'), '[]'), /is empty/],
    ['a digest of a file elsewhere', (f) => writeFile(join(f, 'views/digests.json'), ELSEWHERE), /, 0\.view: /],
    ['a digest of what is to come', (f) => writeFile(join(f, 'views/digests.json'), TO_COME), /does not cover/],
    ['no checkpoint', (f) => rm(join(f, 'log/checkpoint')), /holds no log\/checkpoint/],
    ['no text of a view', (f) => rm(join(f, 'views/missions.txt')), /^views\/missions\.txt is missing/],
  ])('with %s, is told in a sentence', async (name, damage, message) => {
    const copy = join(ledger.folder, `damaged-${name.replaceAll(' ', '-')}`);
    await cp(bundle, copy, { recursive: true });
    await damage(copy);
    await expect(replayed(copy)).rejects.toThrow(message);
    await expect(replayed(copy)).rejects.toBeInstanceOf(BundleError);
    await rm(copy, { recursive: true });
  });

  it('signed with another key than the one given, is not replayed at all', async () => {
    const other = SigningKey.generate(ledger.key.name);
    expect(await replayed(bundle, { logKey: other.vkey })).toMatchObject({
      valid: false,
      fault: { kind: 'SIGNATURE' },
    });
  });

  it('is not asked for what it does not have', async () => {
    const { code, stdout, stderr } = await run(['replay', bundle, '--at', '99999999'], machine());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/--at 99999999 lies behind the checkpoint, which covers positions 1 to \d+\.\n$/);
    expect(stderr).not.toMatch(STACK);
    await expect(replayCommand(bundle, { at: '-1', lastAttestation: false, json: false })).rejects.toThrow(UsageError);

    const config = loadConfig({ DATABASE_URL: ledger.engine.url });
    const odd = join(ledger.folder, 'odd');
    const refused: [string, string | undefined, RegExp][] = [
      [odd, '0x10', /--checkpoint 0x10 is not the size of a checkpoint/],
      [odd, '3', /No checkpoint was signed at size 3; the next one is of size \d+/],
      [odd, '99999999', /No checkpoint was signed at size 99999999; the newest is of size \d+/],
      [bundle, undefined, /holds something already; name a new folder/],
      [join(bundle, 'README.md'), undefined, /holds something already/],
    ];
    for (const [place, size, message] of refused) {
      const options = { wait: '0', ...(size === undefined ? {} : { checkpoint: size }) };
      const error = await exportCommand(config, place, options).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message).toMatch(message);
    }
    expect((await readdir(ledger.folder)).filter((name) => /odd|unfinished/.test(name))).toEqual([]);
  });

  it('interrupted while it is replayed, leaves no server and no folder', async () => {
    const replaying = maillage(['replay', bundle], machine());
    const pid = await until(async () => {
      const [folder] = await readdir(scratch);
      const file = join(scratch, folder ?? '', 'cluster/postmaster.pid');
      return Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]) || undefined;
    });
    replaying.signal('SIGINT');
    expect((await replaying.ended).code).toBe(130);
    expect(await runs(pid)).toBe(false);
    expect(await readdir(scratch)).toEqual([]);
  });

  it('killed or interrupted while it is written, is not there', async () => {
    const unfinished = async () => (await readdir(ledger.folder)).filter((name) => name.startsWith('half'));
    for (const signal of ['SIGINT', 'SIGKILL'] as const) {
      const writing = maillage(['export', join(ledger.folder, 'half')], { DATABASE_URL: ledger.engine.url });
      await until(async () => (await unfinished()).length > 0 || undefined);
      writing.signal(signal);
      await writing.ended;
      const left = await unfinished();
      expect(left).not.toContain('half');
      expect(left).toHaveLength(signal === 'SIGKILL' ? 1 : 0);
    }
  });

  it('waits for a checkpoint that covers the views, and says what is missing when none comes', async () => {
    const { engine, sealer, folder } = ledger;
    const before = await engine.ledger.head();
    await register(engine.executor, 'A late organisation', 'CIVIL_SOCIETY', { at: systemClock.now() });
    await ledger.attest();
    const late = await exporting(join(folder, 'late'), '--wait', '0');
    expect(late).toMatchObject({ code: 2, stdout: '' });
    expect(late.stderr).toMatch(
      new RegExp(`stand at position ${before + 2n}, but the newest checkpoint covers ${before}`),
    );
    const waiting = exporting(join(folder, 'late'));
    await until(async () => (await readdir(folder)).some((name) => name.startsWith('late.unfinished')) || undefined);
    await sealer.seal();
    expect(await waiting).toMatchObject({ code: 0, stdout: expect.stringContaining(`: ${before + 2n} events`) });
  });

  it('bears the signatures of witnesses, which a policy can ask for', async () => {
    const { engine, key, folder } = ledger;
    const state = ['--state', join(folder, 'witness'), '--port', '0', '--name', 'witness.example/w1'];
    const witness = maillage(['witness', ...state, '--log', key.vkey], {});
    const [, url = '', vkey = ''] = await witness.says(/The witness is at (\S+)\nIts verifier key: (\S+)\n/);
    const policy = `log ${key.vkey}\nwitness w1 ${vkey} ${url}\nquorum w1\n`;
    await ledger.sealer.stop();
    const sealer = new Sealer({ database: engine.database, key, stateDir: join(folder, 'state'), policy });
    try {
      await register(engine.executor, 'A witnessed organisation', 'CIVIL_SOCIETY', { at: systemClock.now() });
      await ledger.attest();
      await sealer.seal();
      await sealer.witnessed();
      const { code, stdout } = await exporting(join(folder, 'witnessed'));
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/ 1 cosignature\.\n$/) });
    } finally {
      await sealer.stop();
    }
    const read = folderReader(join(folder, 'witnessed'));
    const verdict = await verify(read, { policy: parsePolicy(policy) });
    expect(verdict).toMatchObject({
      valid: true,
      keyFrom: 'policy',
      quorum: { required: 'w1', met: true, from: 'given' },
      cosignedBy: [{ name: 'w1', time: expect.any(BigInt) }],
    });
    expect((await read('log/policy'))!.toString()).toBe(policy);
    expect((await read('README.md'))!.toString()).toMatch(/cosigned by \| 1 witness \|[^]*`log\/policy`/);
    expect(await verify(folderReader(bundle), { policy: parsePolicy(policy) })).toMatchObject({
      valid: false,
      fault: { kind: 'QUORUM' },
    });
  });
});
