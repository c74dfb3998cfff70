import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { AppendOutcome, AppendRequest } from '@maillage/ledger';
import { openLedger, type OpenLedger } from '../harness/ledger.js';
import { noted, request, types } from './requests.js';

let log: OpenLedger;
beforeAll(async () => {
  log = await openLedger(types);
});
afterAll(() => log.close());

interface Wish {
  /** For each stream it names: the expected version, and how many events to write; none, to consult it only. */
  readonly streams: Readonly<Record<string, { readonly expected: number; readonly events: number }>>;
  /** A wish with the number of an earlier one goes under its command id: a retry if it is equal, else an abuse of it. */
  readonly command: number;
  /** Which ledger it is submitted to. */
  readonly ledger: number;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  streams: fc
    .dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.record({ expected: fc.nat({ max: 3 }), events: fc.nat({ max: 2 }) }),
      { minKeys: 1, maxKeys: 3, noNullPrototype: true },
    )
    .filter((streams) => Object.values(streams).some(({ events }) => events > 0)),
  command: fc.nat({ max: 20 }),
  ledger: fc.nat({ max: 1 }),
});

interface Judged {
  readonly request: AppendRequest;
  readonly outcome: AppendOutcome;
}

const first = ({ outcome }: Judged) =>
  outcome.outcome === 'appended' ? Number(outcome.receipt.events[0]?.position) : Number.POSITIVE_INFINITY;

/**
 * Replays what was appended, in the order of positions, against versions kept in memory. Then each other answer must be
 * true of some moment of that history.
 */
function explain(judged: readonly Judged[], head: bigint): Map<string, bigint> {
  const now = new Map<string, bigint>();
  const history: ReadonlyMap<string, bigint>[] = [new Map()];
  const commands = new Map<string, Judged>();
  let position = head;
  for (const each of judged
    .filter(({ outcome }) => outcome.outcome === 'appended')
    .sort((a, b) => first(a) - first(b))) {
    const { request: of, outcome } = each;
    if (outcome.outcome !== 'appended') continue;
    for (const { stream, version } of of.expected) expect([stream, now.get(stream) ?? 0n]).toEqual([stream, version]);
    for (const [index, { id, stream, version }] of of.entries.entries()) {
      position += 1n;
      expect(outcome.receipt.events[index]).toMatchObject({ id, stream, version, position });
      now.set(stream, version);
    }
    expect(commands.has(of.commandId)).toBe(false);
    commands.set(of.commandId, each);
    history.push(new Map(now));
  }
  for (const { request: of, outcome } of judged) {
    const recorded = commands.get(of.commandId);
    switch (outcome.outcome) {
      case 'appended':
        break;
      case 'duplicate':
        expect(recorded?.request.digest).toEqual(of.digest);
        expect(recorded?.outcome).toMatchObject({ receipt: outcome.receipt });
        break;
      case 'reused':
        expect(recorded?.request.digest).not.toEqual(of.digest);
        break;
      case 'conflict': {
        const conflicts = history.map((moment) =>
          of.expected
            .map(({ stream, version }) => ({ stream, expected: version, version: moment.get(stream) ?? 0n }))
            .filter(({ expected, version }) => expected !== version)
            .map(({ stream, version }) => ({ stream, version })),
        );
        const byStream = [...outcome.actual].sort((a, b) => (a.stream < b.stream ? -1 : 1));
        expect(conflicts).toContainEqual(byStream);
        break;
      }
    }
  }
  return now;
}

describe('Requests submitted at once, through two ledgers', () => {
  it('are answered as if they had come one after another, in the order of their positions', async () => {
    const ledgers = [log.ledger, log.another()];
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 24 }), async (wishes) => {
        const run = randomUUID();
        const ids = Array.from({ length: 21 }, () => randomUUID());
        const head = await log.ledger.head();
        const judged = await Promise.all(
          wishes.map(async ({ streams, command, ledger }): Promise<Judged> => {
            const named = Object.entries(streams)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([name, { expected, events }]) => [
                `note/${run}-${name}`,
                [BigInt(expected), ...Array.from({ length: events }, () => noted())] as const,
              ]);
            const of = request(Object.fromEntries(named) as Parameters<typeof request>[0], ids[command]);
            const outcome = await ledgers[ledger]?.append(of);
            if (outcome === undefined) throw new Error('There are two ledgers.');
            return { request: of, outcome };
          }),
        );
        const versions = explain(judged, head);
        for (const name of ['a', 'b', 'c']) {
          const stream = `note/${run}-${name}`;
          const found = (await log.ledger.readStream(stream)).map(({ version }) => version);
          expect(found).toEqual(Array.from({ length: Number(versions.get(stream) ?? 0n) }, (_, n) => BigInt(n + 1)));
        }
      }),
      { numRuns: 150 },
    );
  });
});
