import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SEAL_STEPS, Sealer, SigningKey, Tree, type SealStep } from '@maillage/ledger';
import { CompactRange, leafHash, openCheckpoint, parseVerifierKey } from '@maillage/verifier';
import { program } from '../harness/programs.js';
import { until } from '../acceptance/waiting.js';
import { patience } from '../harness/patience.js';
import { openLedger, type OpenLedger } from '../harness/ledger.js';
import { noted, request, types } from '../ledger/requests.js';

const key = SigningKey.generate('ledger.example.org/killed');
const logKey = parseVerifierKey(key.vkey);

let log: OpenLedger;
let stateDir: string;
let recorded = 0;
/** Every root that was ever signed, wherever it came to light, by size. */
const signed = new Map<bigint, Set<string>>();

beforeAll(async () => {
  log = await openLedger(types);
  stateDir = await mkdtemp(join(tmpdir(), 'maillage-killed-'));
});
afterAll(async () => {
  await log.close();
  await rm(stateDir, { recursive: true, force: true });
});

async function record(events: number): Promise<void> {
  const made = Array.from({ length: events }, (_, n) => noted(`${recorded + n}`));
  await log.ledger.append(request({ 'note/1': [BigInt(recorded), ...made] }));
  recorded += events;
}

function sealUntil(step: SealStep, signal: NodeJS.Signals): ChildProcess {
  const args = [log.url, stateDir, key.secret, step, signal];
  return spawn(process.execPath, [program('test/transparency/sealer.child.ts'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function sealAndDie(step: SealStep): Promise<NodeJS.Signals | null> {
  const child = sealUntil(step, 'SIGKILL');
  return new Promise((resolve) => child.once('close', (_, signal) => resolve(signal)));
}

/** What anybody could have got hold of by now: the files, the half-written one too, and the table. */
async function collect(): Promise<void> {
  const files = await Promise.all((await readdir(stateDir)).map((name) => readFile(join(stateDir, name), 'utf8')));
  const stored = (await log.ask('select note from checkpoint')).map(({ note }) => note as string);
  for (const note of [...files, ...stored]) {
    const { size, root } = openCheckpoint(note, logKey);
    signed.set(size, (signed.get(size) ?? new Set()).add(root.toString('hex')));
  }
}

async function isFrozen(pid = 0): Promise<boolean> {
  return (await readFile(`/proc/${pid}/stat`, 'utf8')).includes(') T ');
}

/** What is kept outside the database. */
async function outside(): Promise<readonly string[]> {
  const kept = (await readdir(stateDir)).filter((name) => name.endsWith('.checkpoint'));
  return Promise.all(kept.map((name) => readFile(join(stateDir, name), 'utf8')));
}

describe('A sealer that is killed', () => {
  it.each(SEAL_STEPS.flatMap((step) => [step, step]))(
    'at “%s” leaves one root a size, and the next one goes on',
    async (step) => {
      await record(130);
      expect(await sealAndDie(step)).toBe('SIGKILL');
      await collect();
      // What is recorded meanwhile makes the next checkpoint one of another size.
      await record(3);
      const next = new Sealer({ database: log.database, key, stateDir });
      // The server may need a moment to notice that the one killed holds its lock no more.
      while ((await next.seal()).kind === 'standby');
      await next.stop();
      await collect();
      expect((await new Tree(log.database).latest())?.size).toBe(BigInt(recorded));
    },
  );
});

describe('A sealer that is frozen', () => {
  it.each(['read', 'keeping', 'storing'] as const)(
    'at “%s” is replaced, and publishes nothing once it is thawed',
    async (step) => {
      await record(130);
      const frozen = sealUntil(step, 'SIGSTOP');
      try {
        await until('It is frozen', () => isFrozen(frozen.pid));
        await record(3);
        const next = new Sealer({ database: log.database, key, stateDir });
        await until('Another seals', async () => (await next.seal()).kind !== 'standby', patience(5_000));
        const [size, written] = [(await new Tree(log.database).latest())?.size, await outside()];
        expect(size).toBe(BigInt(recorded));
        const ended = once(frozen, 'close');
        frozen.kill('SIGCONT');
        // It fails, as its session is over; what the other signed stays as it is, in the database and outside it.
        expect((await ended)[0]).not.toBe(0);
        expect((await new Tree(log.database).latest())?.size).toBe(size);
        expect(await outside()).toEqual(written);
        await next.stop();
        await collect();
      } finally {
        frozen.kill('SIGKILL');
      }
    },
  );
});

describe('Sealers that were killed or frozen', () => {
  it('have never signed two roots of one size, nor one that the events do not give', async () => {
    const range = CompactRange.empty();
    expect([...(signed.get(0n) ?? [])]).toEqual([range.root().toString('hex')]);
    signed.delete(0n);
    for (const { entry } of await log.ask('select entry from event order by position')) {
      range.append(leafHash(Buffer.from(entry as string, 'utf8')));
      const roots = signed.get(range.size);
      if (roots !== undefined) expect([...roots]).toEqual([range.root().toString('hex')]);
      signed.delete(range.size);
    }
    expect(range.size).toBe(BigInt(recorded));
    expect([...signed.keys()]).toEqual([]);
  });
});
