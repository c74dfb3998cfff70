import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SEAL_STEPS, Sealer, SigningKey, Tree, type SealStep } from '@maillage/ledger';
import { CompactRange, leafHash, openCheckpoint, parseVerifierKey } from '@maillage/verifier';
import { program } from '../harness/programs.js';
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

function sealAndDie(step: SealStep): Promise<NodeJS.Signals | null> {
  const args = [log.url, stateDir, key.secret, step];
  const child = spawn(process.execPath, [program('test/transparency/sealer.child.ts'), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
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

  it('has never signed two roots of one size, nor one that the events do not give', async () => {
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
