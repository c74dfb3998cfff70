import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CloudEvent } from 'cloudevents';
import fc from 'fast-check';
import { canonical, leafHash } from '@maillage/ledger';
import { RateLimit } from '../../apps/api/http/rate-limit.js';
import { noted, request } from '../ledger/requests.js';
import { askAndWait, ORIGIN, startLogServer, until, type LogServer } from './log.server.js';

const NDJSON = 'application/x-ndjson';

interface Line {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: string;
  readonly dataschema: string;
  readonly sequence: string;
  readonly position: string;
  readonly streamversion: string;
  readonly organisation: string;
  readonly member?: string;
  readonly commandid: string;
  readonly leafhash: string;
  readonly data: unknown;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);

let log: LogServer;
beforeAll(async () => {
  log = await startLogServer();
  await log.record(700);
  await log.record(['zweite', 'drittes', 'été 🌍 "quoted" \\ \n\u2028'], 'note/2');
  for (let n = 0; n < 30; n += 1) await log.record(5, `note/${10 + (n % 3)}`);
  const counted = { type: 'Counted', data: { count: 1 } };
  await log.ledger.append(request({ 'count/1': [0n, counted, counted, noted(), counted] }));
});
afterAll(() => log.close());

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${log.url}/log/events${path}`, { headers, method });
const events = async (path = '') => linesOf(await (await ask(path)).text());
const rows = async () =>
  (await log.ask('select position, stream, type, entry, leaf from event order by position')) as unknown as {
    position: string;
    stream: string;
    type: string;
    entry: string;
    leaf: Buffer;
  }[];
const messageOf = async (answer: Response) =>
  ((await answer.json()) as { errors: [{ message: string }] }).errors[0].message;

describe('The events of the log', () => {
  it('are CloudEvents 1.0, every one of them, in order', async () => {
    const answer = await ask('');
    expect(answer.headers.get('content-type')).toBe(NDJSON);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const recorded = await rows();
    const lines = linesOf(await answer.text());
    expect(lines.map(({ position }) => position)).toEqual(recorded.map(({ position }) => position));
    expect(answer.headers.get('maillage-head')).toBe(recorded.at(-1)?.position);
    // The SDK's own checks: it throws on an attribute it would not take.
    for (const line of lines) expect(new CloudEvent({ ...line }, true).validate()).toBe(true);
    const sequences = lines.map(({ sequence }) => sequence);
    expect([...sequences].sort()).toEqual(sequences);
    expect(lines[0]).toEqual({
      specversion: '1.0',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      source: `//${ORIGIN}`,
      type: 'Noted',
      subject: 'note/1',
      time: '2026-03-01T12:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: `${log.url}/schemas/Noted/1.json`,
      sequence: '0000000000000000001',
      position: '1',
      streamversion: '1',
      organisation: '00000000-0000-4000-8000-000000000001',
      commandid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      leafhash: recorded[0]?.leaf.toString('hex'),
      data: { note: 'note 0' },
    });
  });

  it('say all that their entries say: the leaf hash follows from each', async () => {
    for (const line of await events()) {
      const schema = Number(/\/([0-9]+)\.json$/.exec(line.dataschema)?.[1]);
      const { organisation, member } = line;
      const entry = canonical({
        id: line.id,
        type: line.type,
        schema,
        stream: line.subject,
        version: line.streamversion,
        actor: { organisation, ...(member === undefined ? {} : { member }) },
        commandId: line.commandid,
        recordedAt: line.time,
        data: line.data,
      });
      expect(leafHash(entry).toString('hex')).toBe(line.leafhash);
    }
  });

  it('come from any position, of any types and stream, and no more than asked for', async () => {
    const recorded = await rows();
    const last = recorded.length;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          from: fc.option(fc.integer({ min: 1, max: last + 1 }), { nil: undefined }),
          limit: fc.option(fc.integer({ min: 1, max: 600 }), { nil: undefined }),
          types: fc.array(fc.constantFrom<string>('Noted', 'Counted'), { maxLength: 3 }),
          stream: fc.option(fc.constantFrom('note/1', 'note/2', 'note/11', 'count/1', 'nothing/1'), { nil: undefined }),
        }),
        async ({ from, limit, types, stream }) => {
          const query = new URLSearchParams(types.map((type): [string, string] => ['type', type]));
          if (from !== undefined) query.set('from', String(from));
          if (limit !== undefined) query.set('limit', String(limit));
          if (stream !== undefined) query.set('stream', stream);
          const expected = recorded
            .filter((row) => Number(row.position) >= (from ?? 1))
            .filter((row) => types.length === 0 || types.includes(row.type))
            .filter((row) => stream === undefined || row.stream === stream)
            .slice(0, limit)
            .map(({ position }) => position);
          expect((await events(`?${query.toString()}`)).map(({ position }) => position)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('end where the head stood at the start, however much is recorded meanwhile', async () => {
    const answer = await ask('');
    const head = answer.headers.get('maillage-head');
    await log.record(300, 'note/meanwhile');
    expect(linesOf(await answer.text()).at(-1)?.position).toBe(head);
    expect((await events(`?from=${Number(head) + 1}`)).length).toBe(300);
  });

  it('are none behind the head, and behind that nobody has seen any', async () => {
    const head = (await rows()).length;
    const answer = await ask(`?from=${head + 1}`);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    const beyond = await ask(`?from=${head + 2}`);
    expect(beyond.status).toBe(409);
    expect(await messageOf(beyond)).toContain(`The log stands at ${head}`);
    const seen = await ask('', { accept: 'text/event-stream', 'last-event-id': String(head + 1) });
    expect(seen.status).toBe(409);
  });

  it.each([
    ['?from=0', /The parameter from is not a whole number/],
    ['?from=007', /The parameter from is not a whole number/],
    ['?from=0x10', /from is not/],
    ['?from=%2B1', /from is not/],
    ['?from=1.0', /from is not/],
    ['?from=-1', /from is not/],
    ['?from=', /from is not/],
    ['?from=9223372036854775808', /from is more than 9223372036854775807/],
    ['?from=99999999999999999999', /from is not/],
    ['?from=1&from=2', /from is given twice/],
    ['?limit=0', /The parameter limit is not a whole number/],
    ['?limit=-5', /limit is not/],
    ['?type=Nothing', /The parameter type names "Nothing", which is no event type/],
    ['?type=Noted&type=%00', /The parameter type names/],
    ['?type=', /The parameter type names ""/],
    ['?stream=%00', /The parameter stream is not a stream/],
    ['?stream=a%20b', /The parameter stream is not a stream/],
    ['?form=12', /The parameter form is unknown; from, limit, type and stream are accepted/],
  ])('are not given for %s, and the reason is', async (query, reason) => {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await messageOf(answer)).toMatch(reason);
  });

  it.each([
    ['*/*', NDJSON],
    ['application/*', NDJSON],
    ['application/x-ndjson', NDJSON],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', NDJSON],
    ['text/event-stream;q=0.5, application/x-ndjson;q=0.9', NDJSON],
    ['text/event-stream', 'text/event-stream; charset=utf-8'],
    ['Text/Event-Stream', 'text/event-stream; charset=utf-8'],
    ['text/event-stream, */*;q=0.1', 'text/event-stream; charset=utf-8'],
    ['text/*', 'text/event-stream; charset=utf-8'],
  ])('to who accepts %s are %s', async (accept, type) => {
    const { status, headers } = await ask('', { accept }, 'HEAD');
    expect([status, headers.get('content-type'), headers.get('vary')]).toEqual([200, type, 'accept']);
  });

  it.each(['text/html', 'application/json', 'application/x-ndjson;q=0', 'nonsense'])(
    'are not given to who accepts only %s',
    async (accept) => {
      const answer = await ask('', { accept });
      expect(answer.status).toBe(406);
      expect(await messageOf(answer)).toContain('application/x-ndjson or text/event-stream');
    },
  );

  it('are not read for a HEAD, which says as much as can be said without', async () => {
    const { status, headers } = await ask('?from=5', {}, 'HEAD');
    expect(status).toBe(200);
    expect(headers.get('maillage-head')).toBe(String((await rows()).length));
    expect(headers.get('content-length')).toBeNull();
  });
});

describe('A large log', () => {
  let large: LogServer;
  const NOTES = 320;
  beforeAll(async () => {
    const places = { inAll: 10, perAddress: 10, stallMs: 2_000 };
    large = await startLogServer({ places, publicUrl: 'https://ledger.example.org' });
    for (let n = 0; n < NOTES; n += 40) {
      await large.record(Array.from({ length: 40 }, (_, each) => `${n + each} ${'é'.repeat(30_000)}`));
    }
  });
  afterAll(() => large.close());

  it('says where its schemas are by the address that is configured, whichever it was asked at', async () => {
    const [line] = linesOf(await (await fetch(`${large.url}/log/events?limit=1`)).text());
    expect(line?.dataschema).toBe('https://ledger.example.org/schemas/Noted/1.json');
  });

  it('is read a little at a time, as fast as it is taken, and comes complete', async () => {
    let reads = 0;
    large.database.pool.on('acquire', () => (reads += 1));
    const socket = await askAndWait(large.url, '/log/events', NDJSON);
    // Once nothing more is read: what is under way fills the socket's buffers and a page or two.
    let before = -1;
    await until('reading stops', async () => {
      const still = reads === before && reads > 0;
      before = reads;
      await new Promise((resolve) => setTimeout(resolve, 150));
      return still;
    });
    // 19 MB in pages of about 1 MiB.
    expect(reads).toBeLessThan(12);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk)).resume();
    await until('the last event', () => Buffer.concat(chunks.slice(-2)).toString('latin1').endsWith('\r\n0\r\n\r\n'));
    expect(reads).toBeGreaterThan((NOTES * 60_000) / 2 ** 20);
    const positions = [
      ...Buffer.concat(chunks)
        .toString('latin1')
        .matchAll(/"position":"([0-9]+)"/g),
    ].map(([, at]) => at);
    expect(positions).toEqual(Array.from({ length: NOTES }, (_, n) => String(n + 1)));
    socket.destroy();
  });

  it('is not held ready for ever for a client that takes nothing', async () => {
    const socket = await askAndWait(large.url, '/log/events', NDJSON);
    const opened = performance.now();
    let gone = false;
    socket.once('close', () => (gone = true));
    socket.once('error', () => undefined);
    await until('being served', async () => (await connections(large)) === 1);
    await until('being cut off', async () => (await connections(large)) === 0);
    expect(performance.now() - opened).toBeGreaterThan(1_900);
    socket.resume();
    await until('noticing', () => gone);
  });

  it('breaks off, rather than ends, when the server stops in the middle', async () => {
    const answer = await fetch(`${large.url}/log/events`);
    const reader = answer.body?.getReader();
    await reader?.read();
    const stopped = large.closeStreams();
    const drained = async () => {
      while (!(await reader?.read())?.done);
    };
    await expect(drained()).rejects.toThrow(/terminated/);
    await stopped;
    const again = await fetch(`${large.url}/log/events`);
    expect(again.status).toBe(503);
    expect(await messageOf(again)).toContain('The server stops');
  });
});

function connections({ server }: LogServer): Promise<number> {
  return new Promise((resolve, reject) => {
    server.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
}

describe('What is open to all', () => {
  it('may be read by pages of any origin', async () => {
    for (const path of [
      '/log/checkpoint',
      '/log/tile/0/000',
      '/log/tile/x',
      '/log/events?limit=1',
      '/schemas',
      '/log/nothing',
    ]) {
      const { headers } = await fetch(`${log.url}${path}`);
      expect([path, headers.get('access-control-allow-origin')]).toEqual([path, '*']);
      expect(headers.get('access-control-expose-headers')).toContain('Maillage-Witness-Quorum');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
    const preflight = await fetch(`${log.url}/log/events`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-headers': 'last-event-id' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD');
    expect(preflight.headers.get('access-control-allow-headers')).toMatch(/Last-Event-ID/);
  });

  it.each(['/log', '/log/events', '/log/tile/0/000', '/log/checkpoint', '/schemas', '/schemas/Noted/1.json'])(
    'is not to be written: %s',
    async (path) => {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await fetch(`${log.url}${path}`, { method });
        expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      }
    },
  );

  it.each([
    '/log',
    '/log/',
    '/log/nothing',
    '/schemas/Noted',
    '/schemas/MissionDeclared/99.json',
    '/schemas/..%2Fpackage.json',
  ])('says where things are when nothing is at %s', async (path) => {
    const answer = await fetch(`${log.url}${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is limited by address, on a count of its own', async () => {
    const few = await startLogServer({ rateLimit: new RateLimit(3, undefined, 'test') });
    try {
      for (let n = 0; n < 3; n += 1) expect((await fetch(`${few.url}/schemas`)).status).toBe(200);
      const answer = await fetch(`${few.url}/log/checkpoint`);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await messageOf(answer)).toMatch(/^At most 3 requests a minute are answered for this address/);
    } finally {
      await few.close();
    }
  });
});
