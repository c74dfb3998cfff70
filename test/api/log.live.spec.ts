import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventSource } from 'eventsource';
import { askAndWait, startLogServer, until, type LogServer } from './log.server.js';
import { patience } from '../harness/patience.js';

const SSE = 'text/event-stream';

let log: LogServer;
const started: LogServer[] = [];
const sources: EventSource[] = [];
const start = async (options: Parameters<typeof startLogServer>[0] = {}) => {
  const server = await startLogServer(options);
  started.push(server);
  return server;
};
beforeEach(async () => {
  log = await start();
});
afterEach(async () => {
  for (const source of sources.splice(0)) source.close();
  await Promise.all(started.splice(0).map((server) => server.close()));
});

interface Followed {
  /** Ids in the order they came. */
  readonly ids: number[];
  readonly types: string[];
  opened: number;
  readonly source: EventSource;
}

/** A real client, which comes back by itself. */
function follow(query = '', server = log): Followed {
  const source = new EventSource(`${server.url}/log/events${query}`);
  sources.push(source);
  const followed: Followed = { ids: [], types: [], opened: 0, source };
  source.addEventListener('open', () => (followed.opened += 1));
  source.addEventListener('message', ({ lastEventId, data }) => {
    const event = JSON.parse(data as string) as { position: string; type: string };
    if (event.position !== lastEventId) throw new Error(`${lastEventId} is not the position ${event.position}.`);
    followed.ids.push(Number(lastEventId));
    followed.types.push(event.type);
  });
  return followed;
}

const upTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

/** The text of a stream as far as it has come, and whether it has ended. */
async function open(headers: Record<string, string> = {}, query = '', server = log) {
  const leaving = new AbortController();
  const answer = await fetch(`${server.url}/log/events${query}`, {
    headers: { accept: SSE, ...headers },
    signal: leaving.signal,
  });
  const stream = {
    answer,
    text: '',
    ended: undefined as 'cleanly' | 'broken' | undefined,
    leave: () => leaving.abort(),
  };
  void (async () => {
    try {
      for await (const chunk of answer.body ?? []) stream.text += Buffer.from(chunk as Uint8Array).toString();
      stream.ended = 'cleanly';
    } catch {
      stream.ended = 'broken';
    }
  })();
  return stream;
}

describe('The log, live', () => {
  it('comes as server-sent events: what there is, then what is recorded, as it is', async () => {
    await log.record(300);
    const followed = follow();
    await until('the past', () => followed.ids.length === 300);
    await log.record(['now'], 'note/2');
    const recorded = performance.now();
    await until('the present', () => followed.ids.length === 301);
    // Woken, not found by looking every few seconds.
    expect(performance.now() - recorded).toBeLessThan(patience(1_500));
    expect(followed.ids).toEqual(upTo(301));
  });

  it('goes on without loss or duplicate when the server cuts connections, while events are being recorded', async () => {
    await log.record(100);
    const everything = follow();
    const later = follow('?from=101');
    await until('both are connected', () => everything.opened === 1 && later.opened === 1);
    const enough = new AbortController();
    let last = 100;
    const recorder = (async () => {
      while (!enough.signal.aborted) {
        await log.record(7, `note/${last}`);
        last += 7;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    for (let cut = 1; cut <= 3; cut += 1) {
      await until(
        'something has come',
        () => everything.opened === cut && later.opened === cut && later.ids.length > cut * 40,
      );
      log.server.server.closeAllConnections();
      // PostgreSQL drops the one that listens, too.
      await log.ask(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'`);
    }
    await until('they are back', () => everything.opened === 4 && later.opened === 4);
    enough.abort();
    await recorder;
    await until('everything', () => everything.ids.at(-1) === last && later.ids.at(-1) === last);
    expect(everything.ids).toEqual(upTo(last));
    expect(later.ids).toEqual(upTo(last, 101));
  });

  it('goes on behind Last-Event-ID, which says more than from', async () => {
    await log.record(20);
    for (const [headers, query, first] of [
      [{ 'last-event-id': '12' }, '', 13],
      [{ 'last-event-id': '12' }, '?from=3', 13],
      [{ 'last-event-id': '0' }, '', 1],
      [{ 'last-event-id': '' }, '?from=3', 3],
      [{}, '?from=3', 3],
    ] as const) {
      const stream = await open(headers, query);
      await until('the last', () => stream.text.includes('id: 20\n'));
      expect([...stream.text.matchAll(/^id: ([0-9]+)$/gm)].map(([, id]) => Number(id))).toEqual(upTo(20, first));
      stream.leave();
    }
  });

  it.each(['seven', '-1', '007', '1.5', '0x10', '99999999999999999999'])(
    'does not take %s for a Last-Event-ID',
    async (id) => {
      const { answer } = await open({ 'last-event-id': id });
      expect(answer.status).toBe(400);
    },
  );

  it('takes no limit, which would have the client come back for the same again', async () => {
    expect((await open({}, '?limit=5')).answer.status).toBe(400);
  });

  it('is filtered by type and stream', async () => {
    const [ofStream, ofType] = [follow('?stream=note/2'), follow('?type=Counted')];
    await until('both are connected', () => ofStream.opened === 1 && ofType.opened === 1);
    await log.record(3);
    await log.record(2, 'note/2');
    await log.record(3, 'note/3');
    await log.record(['last'], 'note/2');
    await until('the last', () => ofStream.ids.length === 3 && ofStream.ids.at(-1) === 9);
    expect(ofStream.ids).toEqual([4, 5, 9]);
    expect(ofType.ids).toEqual([]);
  });

  it('finds what nobody was told of', async () => {
    await log.record(1);
    const followed = follow();
    await until('the first', () => followed.ids.length === 1);
    // As if its notification had been lost.
    await log.ask(
      `insert into maillage.event (position, stream, version, id, type, organisation, entry, leaf)
       select 2, 'note/9', 1, gen_random_uuid(), type, organisation, entry, leaf from maillage.event where position = 1`,
    );
    await log.ask('update maillage.log_head set position = 2');
    await until('the second', () => followed.ids.length === 2);
    expect(followed.ids).toEqual([1, 2]);
  });

  it('is never silent for long', async () => {
    const restless = await start({ heartbeatMs: 100 });
    const stream = await open({}, '', restless);
    expect(stream.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.answer.headers.get('cache-control')).toBe('no-store');
    await until('three comments', () => (stream.text.match(/^: nothing new$/gm) ?? []).length >= 3);
    expect(stream.text.startsWith('retry: 1000\n\n')).toBe(true);
    stream.leave();
  });

  it('ends cleanly when the server stops, and takes nobody more', async () => {
    await log.record(2);
    const streams = await Promise.all([open(), open(), open()]);
    await until('they are live', () => streams.every(({ text }) => text.includes('id: 2\n')));
    const began = performance.now();
    await log.closeStreams();
    await until('they have ended', () => streams.every(({ ended }) => ended !== undefined));
    expect(performance.now() - began).toBeLessThan(patience(1_500));
    expect(streams.map(({ ended }) => ended)).toEqual(['cleanly', 'cleanly', 'cleanly']);
    expect((await open()).answer.status).toBe(503);
  });

  it('does not keep a server from stopping for a client that reads nothing', async () => {
    await log.record(Array.from({ length: 200 }, () => 'x'.repeat(60_000)));
    const socket = await askAndWait(log.url, '/log/events', SSE);
    socket.on('error', () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const began = performance.now();
    await log.closeStreams();
    await log.server.close();
    expect(performance.now() - began).toBeLessThan(patience(5_000));
    socket.destroy();
  });
});

describe('Places for streams', () => {
  it('are so many for an address, and free again when a client leaves', async () => {
    const small = await start({ places: { inAll: 10, perAddress: 2, stallMs: 60_000 } });
    const [first, second] = [await open({}, '', small), await open({}, '', small)];
    const third = await open({}, '', small);
    expect(third.answer.status).toBe(429);
    expect(third.answer.headers.get('retry-after')).toBe('10');
    await until('the reason', () => third.ended !== undefined);
    expect(third.text).toContain('This address has 2 streams of events open; 2 at a time are served.');
    // What is read once and for all takes a place as well, while it lasts.
    expect((await fetch(`${small.url}/log/events`)).status).toBe(429);
    first.leave();
    let fourth: Awaited<ReturnType<typeof open>> | undefined;
    await until('a place', async () => {
      fourth = await open({}, '', small);
      return fourth.answer.status === 200;
    });
    second.leave();
    fourth?.leave();
    // And the ones that end by themselves leave nothing behind.
    for (let n = 0; n < 10; n += 1) {
      await until('another place', async () => {
        const answer = await fetch(`${small.url}/log/events`);
        await answer.arrayBuffer();
        return answer.status === 200;
      });
    }
  });

  it('are so many in all', async () => {
    const small = await start({ places: { inAll: 1, perAddress: 5, stallMs: 60_000 } });
    const first = await open({}, '', small);
    const second = await open({}, '', small);
    expect(second.answer.status).toBe(503);
    await until('the reason', () => second.ended !== undefined);
    expect(second.text).toContain('All 1 streams of events this server offers are taken');
    first.leave();
  });

  it('cost one connection that listens, however many are taken', async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => open()));
    await until('they listen', async () => (await listening(log)) > 0);
    await log.record(1);
    await until('all have it', () => streams.every(({ text }) => text.includes('id: 1\n')));
    expect(await listening(log)).toBe(1);
    for (const stream of streams) stream.leave();
  });
});

async function listening(server: LogServer): Promise<number> {
  const [row] = await server.ask(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and query like 'listen %'`,
  );
  return row?.['n'] as number;
}
