import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program } from '../harness/programs.js';
import { openLedger, type OpenLedger } from '../harness/ledger.js';
import { noted, request, types } from './requests.js';

const COMMANDS = 300;

let log: OpenLedger;
beforeAll(async () => {
  log = await openLedger(types);
});
afterAll(() => log.close());

interface Answer {
  readonly outcome: string;
  readonly positions: readonly string[];
}

interface Writer {
  readonly ready: Promise<unknown>;
  /** Resolves once it has ended, to what it was told. */
  write(): Promise<readonly Answer[]>;
}

function writer(name: string): Writer {
  const args = [program('test/ledger/writer.ts'), name, String(COMMANDS), log.url];
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const answers: Answer[] = [];
  const lines = createInterface(child.stdout);
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`Writer ${name} ended with ${String(code)}: ${complaint}`);
  });
  ended.catch(() => undefined);
  const ready = Promise.race([once(lines, 'line'), ended]);
  return {
    ready,
    write: async () => {
      lines.on('line', (line) => answers.push(JSON.parse(line) as Answer));
      child.stdin.write('go\n');
      await ended;
      return answers;
    },
  };
}

/** Follows the log by position until told to stop, and says what it saw, in the order it saw it. */
function follower(): { stop(at: bigint): Promise<readonly bigint[]> } {
  let end: bigint | undefined;
  const seen: bigint[] = [];
  const done = (async () => {
    while (end === undefined || (seen.at(-1) ?? 0n) < end) {
      for (const { position } of await log.ledger.read({ after: seen.at(-1) ?? 0n, limit: 50 })) seen.push(position);
    }
  })();
  return {
    stop: async (at) => {
      end = at;
      await done;
      return seen;
    },
  };
}

const upTo = (head: bigint) => Array.from({ length: Number(head) }, (_, n) => BigInt(n + 1));

describe('Writers in two processes', () => {
  it('get gapless positions, in an order that a reader who follows never has to take back', async () => {
    const writers = [writer('a'), writer('b')];
    await Promise.all(writers.map(({ ready }) => ready));
    const reader = follower();
    const answers = await Promise.all(writers.map((each) => each.write()));
    const head = await log.ledger.head();
    const seen = await reader.stop(head);

    expect(seen).toEqual(upTo(head));
    for (const of of answers) {
      expect(of).toHaveLength(COMMANDS);
      expect(new Set(of.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
    }
    const told = answers.flat().flatMap(({ positions }) => positions.map(BigInt));
    expect(told.sort((a, b) => Number(a - b))).toEqual(upTo(head));
    // 200 commands of two events on streams of their own, 100 of one event on the shared one, from each process.
    expect(head).toBe(1000n);
    const shared = await log.ledger.readStream('note/shared');
    expect(shared.map(({ version }) => version)).toEqual(upTo(200n));
    expect(new Set(shared.slice(0, 190).map(({ data }) => (data as { note: string }).note))).toEqual(
      new Set(['a', 'b']),
    );
    const runs = await log.ask(`select count(distinct xmin::text) as calls from event`);
    expect(Number(runs[0]?.['calls'])).toBeLessThan(1000);
  });

  it('commit in the order of their positions: nothing becomes visible before what precedes it', async () => {
    const before = await log.ledger.head();
    const ledgers = [log.ledger, log.another(), log.another()];
    const writing = new AbortController();
    const watch = (async () => {
      while (!writing.signal.aborted) {
        // One statement sees one snapshot: as many events as the highest position says.
        const [row] = await log.ask('select count(*) as events, coalesce(max(position), 0) as head from event');
        expect(row?.['events']).toBe(row?.['head']);
      }
    })();
    await Promise.all(
      ledgers.flatMap((ledger, l) =>
        Array.from({ length: 100 }, (_, n) => ledger.append(request({ [`note/${l}-${n}`]: [0n, noted()] }))),
      ),
    );
    writing.abort();
    await watch;
    expect(await log.ledger.head()).toBe(before + 300n);
  });
});
