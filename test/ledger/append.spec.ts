import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { toEntries, type AppendOutcome, type AppendRequest, type Receipt } from '@maillage/ledger';
import { cut } from './cut.js';
import { openLedger, type OpenLedger } from '../harness/ledger.js';
import { NOON, ORGANISATION, noted, request, types } from './requests.js';

let log: OpenLedger;
let stream: string;
beforeAll(async () => {
  log = await openLedger(types);
});
afterAll(() => log.close());
beforeEach(() => {
  stream = `note/${randomUUID()}`;
});

const append = (...given: Parameters<typeof request>) => log.ledger.append(request(...given));
const notes = async (of: string) =>
  (await log.ledger.readStream(of)).map(({ data }) => (data as { note: string }).note);

function receiptIn(outcome: AppendOutcome | undefined): Receipt {
  if (outcome?.outcome === 'appended' || outcome?.outcome === 'duplicate') return outcome.receipt;
  throw new Error(`There is no receipt in ${outcome?.outcome ?? 'nothing'}.`);
}

describe('An expected version', () => {
  it('that holds lets the events in, numbered from it, at the next positions', async () => {
    const head = await log.ledger.head();
    const receipt = receiptIn(await append({ [stream]: [0n, noted(), noted()] }));
    expect(receipt.events.map(({ version, position }) => [version, position])).toEqual([
      [1n, head + 1n],
      [2n, head + 2n],
    ]);
    expect(await log.ledger.head()).toBe(head + 2n);
  });

  it.each([
    ['ahead of the stream', 3n],
    ['behind the stream', 1n],
    ['of a stream that must not exist yet', 0n],
  ])('%s is a conflict that tells the actual one', async (_, version) => {
    await append({ [stream]: [0n, noted(), noted()] });
    const outcome = await append({ [stream]: [version, noted('late')] });
    expect(outcome).toEqual({ outcome: 'conflict', actual: [{ stream, version: 2n }] });
    expect(await notes(stream)).toEqual(['seen', 'seen']);
  });

  it('counts for a stream that is only consulted', async () => {
    const consulted = `note/${randomUUID()}`;
    await append({ [consulted]: [0n, noted()] });
    expect(await append({ [consulted]: [0n], [stream]: [0n, noted()] })).toEqual({
      outcome: 'conflict',
      actual: [{ stream: consulted, version: 1n }],
    });
    expect((await append({ [consulted]: [1n], [stream]: [0n, noted()] })).outcome).toBe('appended');
    expect(await notes(consulted)).toEqual(['seen']);
  });

  it('is needed of every stream that is written, and versions follow on from it', async () => {
    const entries = request({ [stream]: [4n, noted()] }).entries;
    await expect(log.ledger.append({ ...request({ 'note/x': [0n] }), entries })).rejects.toThrow(/is expected/);
    await expect(log.ledger.append({ ...request({ [stream]: [0n] }), entries })).rejects.toThrow(/cannot be version 5/);
    await expect(append({ [stream]: [0n] })).rejects.toThrow(/records nothing/);
  });
});

describe('A request over several streams', () => {
  it('is recorded whole', async () => {
    const other = `note/${randomUUID()}`;
    const receipt = receiptIn(await append({ [stream]: [0n, noted('a')], [other]: [0n, noted('b'), noted('c')] }));
    expect(receipt.events.map((event) => [event.stream, event.version])).toEqual([
      [stream, 1n],
      [other, 1n],
      [other, 2n],
    ]);
  });

  it('leaves nothing behind when one of them conflicts, and names each that does', async () => {
    const [second, third] = [`note/${randomUUID()}`, `note/${randomUUID()}`];
    await append({ [second]: [0n, noted('first')], [third]: [0n, noted('first')] });
    const head = await log.ledger.head();
    const outcome = await append({ [stream]: [0n, noted()], [second]: [0n, noted()], [third]: [7n, noted()] });
    expect(
      outcome.outcome === 'conflict' && [...outcome.actual].sort((a, b) => (a.stream < b.stream ? -1 : 1)),
    ).toEqual([second, third].sort().map((name) => ({ stream: name, version: 1n })));
    expect(await notes(stream)).toEqual([]);
    expect(await log.ledger.head()).toBe(head);
  });
});

describe('A retried command', () => {
  it('gets the original receipt, whatever its streams have come to', async () => {
    const original = request({ [stream]: [0n, noted('a'), noted('b')] });
    const first = await log.ledger.append(original);
    await append({ [stream]: [2n, noted('c')] });
    expect(await log.ledger.append(original)).toEqual({ outcome: 'duplicate', receipt: receiptIn(first) });
    expect(await log.ledger.receiptOf(original.commandId, original.digest)).toEqual(receiptIn(first));
    expect(await notes(stream)).toEqual(['a', 'b', 'c']);
  });

  it('gets it although it was decided anew, at a later version', async () => {
    const commandId = randomUUID();
    const original = request({ [stream]: [0n, noted()] }, commandId);
    const receipt = receiptIn(await log.ledger.append(original));
    const again = { ...request({ [stream]: [1n, noted()] }, commandId), digest: original.digest };
    expect(await log.ledger.append(again)).toEqual({ outcome: 'duplicate', receipt });
  });

  it.each([1, 2])('that races the original fivefold, over %i connected ledgers, is recorded once', async (ledgers) => {
    const other = ledgers === 1 ? log.ledger : log.another();
    for (let round = 0; round < 10; round += 1) {
      const racing = request({ [`${stream}-${round}`]: [0n, noted(), noted()] });
      const outcomes = await Promise.all(
        [log.ledger, other, log.ledger, other, other].map((each) => each.append(racing)),
      );
      expect(outcomes.map((each) => each.outcome).sort()).toEqual(['appended', ...Array<string>(4).fill('duplicate')]);
      for (const outcome of outcomes) expect(receiptIn(outcome)).toEqual(receiptIn(outcomes[0]));
      expect(await notes(`${stream}-${round}`)).toHaveLength(2);
    }
  });

  it('is told apart from another command under its id', async () => {
    const original = request({ [stream]: [0n, noted()] });
    await log.ledger.append(original);
    const other = request({ [stream]: [1n, noted('other')] }, original.commandId);
    expect(await log.ledger.append(other)).toEqual({ outcome: 'reused' });
    expect(await log.ledger.receiptOf(original.commandId, other.digest)).toBe('reused');
    expect(await log.ledger.receiptOf(randomUUID(), other.digest)).toBeUndefined();
    expect(await notes(stream)).toEqual(['seen']);
  });

  it('settles a crash between send and answer', async () => {
    const line = await cut(log.url);
    const ledger = log.another(line.url);
    await ledger.head();
    line.afterStatement('append_events');
    const sent = request({ [stream]: [0n, noted()] });
    const outcome = await ledger.append(sent);
    expect([line.cuts, outcome.outcome]).toEqual([1, 'duplicate']);
    expect(await log.ledger.receiptOf(sent.commandId, sent.digest)).toEqual(receiptIn(outcome));
    expect(await notes(stream)).toEqual(['seen']);
    await line.close();
  });

  it('goes through once the server is back among its connections', async () => {
    const ledger = log.another();
    await ledger.head();
    const owner = log.database.withRole('owner');
    const blocker = await owner.pool.connect();
    await blocker.query('begin');
    await blocker.query('select from log_head for update');
    const waiting = ledger.append(request({ [stream]: [0n, noted()] }));
    const blocked = `from pg_stat_activity where wait_event_type = 'Lock' and query like '%append_events%'
      and datname = current_database()`;
    while ((await log.ask(`select ${blocked}`)).length === 0);
    await log.ask(`select pg_terminate_backend(pid) ${blocked}`);
    await blocker.query('rollback');
    blocker.release();
    await owner.close();
    expect((await waiting).outcome).toBe('appended');
    expect(await notes(stream)).toEqual(['seen']);
  });
});

describe('One turn with many requests', () => {
  it('records one of those that want the same place in a stream, and tells the others', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, n) => append({ [stream]: [0n, noted(`${n}`)] })));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', ...Array<string>(19).fill('conflict')]);
    expect(await notes(stream)).toEqual(['0']);
  });

  it('keeps the order of requests that build on one another', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => append({ [stream]: [BigInt(n), noted(`${n}`)] })),
    );
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
    expect(await notes(stream)).toEqual(Array.from({ length: 20 }, (_, n) => `${n}`));
  });

  it('judges who consults a stream apart from who writes it', async () => {
    const shared = `note/${randomUUID()}`;
    const outcomes = await Promise.all([
      append({ [shared]: [0n], [`${stream}-1`]: [0n, noted()] }),
      append({ [shared]: [0n, noted()] }),
      append({ [shared]: [0n], [`${stream}-2`]: [0n, noted()] }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', 'appended', 'conflict']);
  });

  it('lets one that the database refuses fail alone', async () => {
    const poisonous: AppendRequest = { ...request({ [`${stream}-bad`]: [0n, noted()] }), commandId: 'not a UUID' };
    const long = Buffer.from(Array.from({ length: 9_000 }, () => Math.floor(Math.random() * 256))).toString('base64');
    const settled = await Promise.allSettled([
      ...Array.from({ length: 20 }, (_, n) => append({ [`${stream}-${n}`]: [0n, noted()] })),
      log.ledger.append(poisonous),
      append({ [`note/${long}`]: [0n, noted()] }),
      ...Array.from({ length: 20 }, (_, n) => append({ [`${stream}-${n + 20}`]: [0n, noted()] })),
    ]);
    expect(settled.flatMap(({ status }, n) => (status === 'rejected' ? [n] : []))).toEqual([20, 21]);
    for (let n = 0; n < 40; n += 1) expect(await notes(`${stream}-${n}`)).toEqual(['seen']);
  });
});

describe('An event that must not enter', () => {
  const context = {
    stream: 'note/1',
    actor: { organisation: ORGANISATION },
    commandId: randomUUID(),
    recordedAt: NOON,
  };
  const entries = (event: { type: string; data: unknown }) => () => toEntries(types, [noted(), event], 0n, context);
  const fault = (reason: string) => expect.objectContaining({ name: 'InvalidEvent', reason });
  const bytes = (note: string) =>
    Buffer.byteLength(toEntries(types, [noted(note)], 0n, context)[0]?.text ?? '', 'utf8');

  it('is of an unknown type', () => {
    expect(entries({ type: 'Rumoured', data: {} })).toThrow(fault('TYPE'));
    expect(entries({ type: 'toString', data: {} })).toThrow(fault('TYPE'));
  });

  it('does not fit its schema', () => {
    expect(entries({ type: 'Noted', data: { note: 1 } })).toThrow(fault('DATA'));
    expect(entries({ type: 'Noted', data: { note: 'x', more: true } })).toThrow(fault('DATA'));
    expect(entries({ type: 'Counted', data: { count: Number.POSITIVE_INFINITY } })).toThrow(fault('DATA'));
  });

  it.each(['\u0000', 'a\ud800', '\udc00b', '\\\u0000', '\udc00\ud800'])('holds %j', (note) => {
    expect(entries(noted(note))).toThrow(fault('TEXT'));
  });

  it('is none of those that only look like it', async () => {
    const harmless = ['\\u0000', '\\\\ud800', '😀', '\u2028', '\u0001', '"\\"', 'é', 'e\u0301', '\ufeff'];
    await append({ [stream]: [0n, ...harmless.map(noted)] });
    expect(await notes(stream)).toEqual(harmless);
  });

  it('takes more than 65,535 bytes, not characters', async () => {
    const room = 65_535 - bytes('');
    expect(bytes('x'.repeat(room))).toBe(65_535);
    expect(entries(noted('x'.repeat(room + 1)))).toThrow(fault('SIZE'));
    expect(entries(noted('é'.repeat(Math.ceil((room + 1) / 2))))).toThrow(fault('SIZE'));
    const largest = 65_535 - Buffer.byteLength(request({ [stream]: [0n, noted('')] }).entries[0]?.text ?? '', 'utf8');
    expect((await append({ [stream]: [0n, noted('x'.repeat(largest))] })).outcome).toBe('appended');
    expect((await notes(stream))[0]).toHaveLength(largest);
  });
});
