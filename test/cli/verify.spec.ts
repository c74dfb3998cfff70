import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  checkpointNote,
  entries,
  entryOf,
  ledgerOf,
  receiptNote,
  testKey,
  type Source,
} from '../../libs/verifier/ledger.fixtures.js';
import { maillage, run } from './cli.js';

const key = testKey('ledger.example.org/command');
const witness = testKey('witness.example.org');
const texts = entries(700);
const ledger = ledgerOf(texts, key);

let folder: string;
let server: Server;
let address: string;
/** What the server serves. */
let served = ledger;
/** What the server does with a path, where it does not just serve it. */
let answer: (path: string) => number | undefined = () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-verify-'));
  server = createServer((request, response) => {
    const path = (request.url ?? '').replace('/base/', '');
    const body = served.get(path);
    const status = answer(path) ?? (body === undefined ? 404 : 200);
    response.writeHead(status, status === 200 ? { 'content-encoding': 'gzip' } : {});
    response.end(status === 200 ? gzipSync(body!) : 'nothing');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/base`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

async function written(source: Source): Promise<string> {
  const bundle = join(folder, randomUUID());
  for (const [path, bytes] of source) {
    await mkdir(dirname(join(bundle, path)), { recursive: true });
    await writeFile(join(bundle, path), bytes);
  }
  return bundle;
}

async function file(content: string): Promise<string> {
  const path = join(folder, randomUUID());
  await writeFile(path, content);
  return path;
}

const newDataDir = () => join(folder, randomUUID());
const verified = (args: readonly string[], dataDir = newDataDir()) =>
  run(['verify', ...args], { MAILLAGE_DATA_DIR: dataDir });

describe('maillage verify', () => {
  it('says of a bundle that it is valid, by whose word, and remembers it', async () => {
    const bundle = await written(ledger);
    const dataDir = newDataDir();
    const first = await verified([bundle], dataDir);
    expect(first).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Valid: ledger\.example\.org\/command, 700 events\./),
    });
    expect(first.stdout).toContain("the ledger's own word");
    expect(first.stdout).toContain("on the source's word: the log, as an older one, is committed to none");
    expect(first.stderr).toContain('verify: 700/700');
    const [kept] = await readdir(join(dataDir, 'verified'));
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    expect(first.stdout).toContain(kept);

    const again = await verified([bundle, '--json', '--no-remember'], dataDir);
    expect(JSON.parse(again.stdout)).toMatchObject({
      valid: true,
      size: '700',
      keyFrom: 'remembered',
      grownFrom: ['700'],
    });

    // A ledger of the same name that another key signed, or that begins otherwise, is not the one remembered.
    const impostor = testKey(key.name);
    const other = await written(ledgerOf(texts, impostor));
    expect(await verified([other], dataDir)).toMatchObject({ code: 1, stdout: expect.stringContaining('SIGNATURE') });
    const rewritten = await written(
      ledgerOf(
        texts.map((text) => text.replace('Note 5"', 'Mote 5"')),
        key,
      ),
    );
    expect(await verified([rewritten], dataDir)).toMatchObject({
      code: 1,
      stdout:
        'Not valid: CONSISTENCY. History was rewritten after the checkpoint of size 700, somewhere in positions 1 to 700.\n',
    });
    expect(await verified([other, '--key', impostor.vkey], dataDir)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--forget'),
    });
    expect(await verified([other, '--key', impostor.vkey, '--forget'], dataDir)).toMatchObject({ code: 0 });
  });

  it('reads over HTTP, asks again where the server stumbles, and takes the address of /log as well', async () => {
    let stumbles = 2;
    answer = (path) => (path.includes('entries/001') && stumbles-- > 0 ? 503 : undefined);
    const earlier = await file(checkpointNote(texts.slice(0, 300), key));
    const receipt = await file(receiptNote(key, [[650, texts[649]!]]));
    const args = ['--key', key.vkey, '--checkpoint', earlier, '--receipt', receipt, '--json', '--no-remember'];
    const dataDir = newDataDir();
    const outcome = await verified([`${address}/log/`, ...args], dataDir);
    answer = () => undefined;
    expect([outcome.code, JSON.parse(outcome.stdout)]).toMatchObject([
      0,
      { valid: true, keyFrom: 'given', grownFrom: ['300'], uncovered: [] },
    ]);
    expect(stumbles).toBeLessThan(0);
    await expect(readdir(dataDir)).rejects.toThrow(/ENOENT/);
  });

  it('holds a ledger to the time by which a receipt promises that it is covered', async () => {
    const bundle = await written(ledger);
    const receiptBy = (by: string) => file(receiptNote(key, [[701, 'left out']], by));
    const kept = await verified([bundle, '--receipt', await receiptBy('2026-01-01T12:01:00.000Z')]);
    expect(kept).toMatchObject({ code: 0, stdout: expect.stringContaining('receipts for positions 701') });
    // What was copied may have gone on since; what answers now has had its time.
    const broken = await verified([address, '--receipt', await receiptBy('2026-01-01T12:01:00.000Z')]);
    expect(broken).toMatchObject({ code: 1, stdout: expect.stringMatching(/^Not valid: OMISSION at position 701\./) });
  });

  it('names the first fault by position and kind', async () => {
    const source = new Map(ledger);
    const bytes = Buffer.from(source.get('log/tile/entries/001')!);
    bytes[bytes.indexOf('Note 300')] = 0x4d;
    source.set('log/tile/entries/001', bytes);
    const outcome = await verified([await written(source), '--json']);
    expect(outcome.code).toBe(1);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ valid: false, fault: { kind: 'LEAF', position: '300' } });
  });

  it('asks for the quorum of the auditor’s policy', async () => {
    const policy = await file(`log ${key.vkey}\nwitness W ${witness.cosignerVkey}\nquorum W\n`);
    const alone = await verified([await written(ledger), '--policy', policy]);
    expect(alone).toMatchObject({ code: 1, stdout: expect.stringMatching(/^Not valid: QUORUM\./) });
    const text = `${checkpointNote(texts, key).split('\n\n')[0]!}\n`;
    const cosigned = ledgerOf(texts, key, witness.cosign(text, 1_800_000_000));
    const outcome = await verified([await written(cosigned), '--policy', policy]);
    expect(outcome).toMatchObject({ code: 0, stdout: expect.stringContaining('W (2027-01-15T08:00:00.000Z)') });
    expect(outcome.stdout).toContain('met: W of your policy');
  });

  it('knows nothing of a source that it cannot read', async () => {
    answer = (path) => (path === 'log/tile/0/001' ? 403 : undefined);
    const refused = await verified([address]);
    answer = () => undefined;
    expect(refused).toMatchObject({ code: 3, stdout: '', stderr: expect.stringContaining('status 403') });
    expect(await verified([address.replace('base', 'elsewhere')])).toMatchObject({ code: 3, stdout: '' });
    expect(await verified(['http://127.0.0.1:1'])).toMatchObject({ code: 3, stdout: '' });
    expect(await verified(['postgres://nobody@127.0.0.1:1/none'])).toMatchObject({ code: 3, stdout: '' });
    expect(await verified([folder])).toMatchObject({ code: 3, stderr: expect.stringContaining('log/checkpoint') });
  });

  it('ends at once when it is interrupted, however much a schema and long entries have it check', async () => {
    // Each note fits the last of the patterns alone, so that all are tried, in linear time: yet one bundle takes long.
    const last = 480;
    const anyOf = Array.from({ length: last }, (_, n) => ({ pattern: `^[ab]*c{${n + 1}}$` }));
    const schema = { type: 'object', properties: { note: { type: 'string', anyOf } } };
    const long = Array.from({ length: 256 }, (_, n) =>
      entryOf(n + 1, { data: { note: 'a'.repeat(60_000) + 'c'.repeat(last) } }),
    );
    served = ledgerOf(long, key).set('schemas/Noted/1.json', Buffer.from(JSON.stringify(schema)));
    const judging = new Promise<void>((resolve) => {
      answer = (path) => {
        if (path.startsWith('schemas/')) resolve();
        return undefined;
      };
    });
    const verifying = maillage(['verify', address], { MAILLAGE_DATA_DIR: newDataDir() });
    await judging;
    await sleep(1_000);
    const since = performance.now();
    verifying.signal('SIGINT');
    const ended = await verifying.ended;
    [served, answer] = [ledger, () => undefined];
    expect(ended).toMatchObject({ code: 130, stdout: '', stderr: expect.stringContaining('Stopped by SIGINT') });
    // Where it does not heed that, it is made to leave after 5 s.
    expect(performance.now() - since).toBeLessThan(4_000);
  });

  it.each([
    ['a source that is none', ['no/such/folder'], /no folder/],
    ['a key that is none', [tmpdir(), '--key', 'x'], /--key.*verifier key/],
    ['a checkpoint that is none', [tmpdir(), '--checkpoint', import.meta.filename], /cannot be used.*note/],
    ['a policy that is not there', [tmpdir(), '--policy', 'no/such/file'], /ENOENT/],
    ['an option that is none', [tmpdir(), '--trust'], /unknown option/],
  ])('cannot do with %s', async (_, args, message) => {
    expect(await verified(args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) });
  });

  it('documents its exit codes', async () => {
    expect((await verified(['--help'])).stdout).toMatch(/0 the ledger is valid, 1 it has a fault, 2 .*,\n3 /);
  });
});
