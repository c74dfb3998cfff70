import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askWitness, SigningKey } from '@maillage/ledger';
import { loadConfig } from '@maillage/platform';
import { parseVerifierKey } from '@maillage/verifier';
import { witnessCommand, type WitnessCommandOptions } from '../../apps/cli/commands/witness.js';
import { UsageError } from '../../apps/cli/usage.js';
import { SomeLog } from '../../libs/witness/log.fixtures.js';
import { endAll, maillage, run, type Maillage } from './cli.js';

const STACK = /\bat .*:\d+:\d+/;

const log = SomeLog.of('ledger.example/housing', 20);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-witness-'));
  folders.push(folder);
});
const folders: string[] = [];
afterEach(endAll);
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

const args = (...more: string[]) => [
  'witness',
  '--state',
  join(folder, 'state'),
  '--port',
  '0',
  '--log',
  log.key.vkey,
  ...more,
];

interface Started {
  readonly process: Maillage;
  readonly url: string;
  readonly vkey: string;
}

async function started(...more: string[]): Promise<Started> {
  const process = maillage(args(...more), {});
  const [, url = '', vkey = ''] = await process.says(/The witness is at (\S+)\nIts verifier key: (\S+)\n/);
  return { process, url, vkey };
}

const asking = ({ url, vkey }: Started, of: SomeLog, size: number, knownSize = 0n) =>
  askWitness({
    url,
    key: parseVerifierKey(vkey),
    checkpoint: of.checkpoint(size),
    size: BigInt(size),
    knownSize,
    consistency: (from) => Promise.resolve(of.proof(Number(from), size)),
  });

/** What it would not start with, by the command itself: a process of its own for each would take long. */
async function refused(options: Partial<WitnessCommandOptions> = {}): Promise<string> {
  const config = loadConfig({ LOG_LEVEL: 'silent', PORT: '0' });
  const all = { state: join(folder, 'state'), log: [log.key.vkey], ...options };
  const error = await witnessCommand(config, all).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

describe('maillage witness', () => {
  it('cosigns over HTTP, on this machine alone, and knows after kill -9 and a restart what it cosigned', async () => {
    const first = await started('--name', 'witness.example/w1');
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(first.vkey).toMatch(/^witness\.example\/w1\+[0-9a-f]{8}\+B/);
    for (const path of ['/', '/key']) {
      expect(await (await fetch(`${first.url}${path}`)).text()).toBe(`${first.vkey}\n`);
    }
    const before = Math.floor(Date.now() / 1000);
    const { line, time } = await asking(first, log, 9);
    expect(line).toMatch(/^— witness\.example\/w1 \S+\n$/);
    expect(Number(time)).toBeGreaterThanOrEqual(before);

    first.process.signal('SIGKILL');
    await first.process.ended;
    const second = await started();
    expect(second.vkey).toBe(first.vkey);
    await expect(asking(second, log, 5)).rejects.toMatchObject({ failure: 'AHEAD' });
    await expect(asking(second, log.forkedAt(3), 9, 9n)).rejects.toMatchObject({ failure: 'FORKED' });
    await expect(asking(second, log.forkedAt(3), 12)).rejects.toMatchObject({ failure: 'FORKED' });
    expect((await asking(second, log, 12)).line).toMatch(/^— witness\.example\/w1 /);
    await expect(asking(second, SomeLog.of('ledger.example/other', 3), 3)).rejects.toMatchObject({
      failure: 'REFUSED',
      message: expect.stringContaining('404'),
    });
    second.process.signal('SIGTERM');
    expect(await second.process.ended).toMatchObject({ code: 0 });
  });

  it('answers as the protocol has it, to any HTTP client', async () => {
    const { url } = await started('--name', 'witness.example/w1');
    const post = async (body: string | Buffer, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${url}/add-checkpoint`, { method: 'POST', body, headers });
      return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
    };
    expect(await post(log.request(3, 5))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '0\n' });
    const signed = await post(log.request(0, 5), { 'content-type': 'application/json' });
    expect(signed).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
    expect(await post(log.request(0, 5))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '5\n' });
    expect(await post('')).toMatchObject({ status: 400 });
    expect(await post('old 0')).toMatchObject({ status: 400 });
    expect(await post(log.request(5, 9, { proof: [] }))).toMatchObject({ status: 422 });
    expect(await post('x'.repeat(200_000))).toMatchObject({ status: 413 });
    expect((await fetch(`${url}/add-checkpoint`)).status).toBe(404);
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
  });

  it('keeps its key to itself, and has its state to itself', async () => {
    const { process } = await started('--name', 'witness.example/w1');
    const key = join(folder, 'state/key');
    expect((await stat(key)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'state'))).mode & 0o777).toBe(0o700);
    expect(await refused()).toMatch(/is in use by process \d+; a witness has its state to itself/);
    process.signal('SIGTERM');
    await process.ended;

    expect(await refused({ name: 'another.example/w1' })).toMatch(/is named witness\.example\/w1, not another/);
    await chmod(key, 0o640);
    expect(await refused()).toMatch(/can be read by other accounts/);
    await chmod(key, 0o600);
    const secret = await readFile(key, 'utf8');
    await writeFile(key, secret.slice(0, 40));
    const broken = await refused();
    expect(broken).toMatch(/does not hold a private key/);
    expect(broken).not.toContain(secret.slice(20, 40));
  });

  it('takes its key from the environment, and says what it lacks', async () => {
    const key = SigningKey.generate('witness.example/w2');
    const process = maillage(args(), { WITNESS_SIGNING_KEY: key.secret });
    const [, vkey] = await process.says(/Its verifier key: (\S+)/);
    expect(vkey).toBe(key.cosignerVkey);
    process.signal('SIGTERM');
    expect((await process.ended).stdout).not.toContain(key.secret);

    expect(await refused()).toMatch(/There is no key at .*\. Say with --name what one/);
    expect(await refused({ name: 'two words' })).toMatch(/cannot name a key/);
    expect(await refused({ log: [key.cosignerVkey] })).toMatch(/is the key of a witness/);
    expect(await refused({ log: [log.key.vkey, 'nonsense'] })).toMatch(/"nonsense" is not a verifier key/);
    expect(await refused({ port: '70000' })).toMatch(/--port 70000 is not a port/);
    const none = await run(['witness', '--state', join(folder, 'state')], {});
    expect(none).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^Name the logs to cosign/) });
    expect(none.stderr).not.toMatch(STACK);
  });
});
