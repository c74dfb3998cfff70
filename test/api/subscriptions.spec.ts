import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { slices } from '../../apps/host/slices.js';
import { startTestApi, type TestApi } from '../harness/api.js';
import { throwaway } from './throwaway.slice.js';
import { patience } from '../harness/patience.js';

describe('GraphQL over WebSocket', () => {
  let api: TestApi;
  const clients: Client[] = [];
  beforeAll(async () => {
    api = await startTestApi({ slices: [...slices, throwaway] });
  });
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await api.close();
  });

  const connect = (connectionParams: Record<string, unknown> = {}) => {
    const url = `${api.url.replace('http', 'ws')}/graphql`;
    const client = createClient({ url, connectionParams, webSocketImpl: WebSocket, retryAttempts: 0 });
    clients.push(client);
    return client;
  };

  /** What arrives until it ends; errors of the operation as they are. */
  const collect = (client: Client, query: string, variables: Record<string, unknown> = {}) =>
    new Promise<any[]>((resolve) => {
      const arrived: any[] = [];
      client.subscribe(
        { query, variables },
        {
          next: (value) => arrived.push(value),
          error: (error) => resolve([...arrived, { error }]),
          complete: () => resolve(arrived),
        },
      );
    });

  it('streams a subscription to its end', async () => {
    const arrived = await collect(connect(), 'subscription { counting(to: 3) }');
    expect(arrived.map(({ data }) => data.counting)).toEqual([1, 2, 3]);
  });

  it('answers queries and mutations as by HTTP', async () => {
    const { id, key } = await api.registerOrganisation('By socket');
    expect(id).toBeDefined();
    const [first] = await collect(
      connect({ authorization: `Bearer ${key}` }),
      '{ organisations(search: "By socket") { nodes { name } } }',
    );
    expect(first.data.organisations.nodes).toEqual([{ name: 'By socket' }]);
  });

  it('closes on a key that is not accepted, with the reason', async () => {
    const [{ error }] = await collect(connect({ authorization: 'Bearer mlg_wrong' }), '{ __typename }');
    expect(error).toMatchObject({ code: 4403, reason: 'This access key is malformed.' });
  });

  it.each([
    [`{ ${'nested { '.repeat(50)} name ${'} '.repeat(50)} }`, /Query depth limit/],
    [`{ ${'__typename '.repeat(3000)} }`, /2000 tokens/],
    [
      '{ missions(first: 100) { nodes { commitments(first: 100) { nodes { contributions(first: 100) { nodes { id } } } } } } }',
      /may produce \d+ values/,
    ],
    ['{ unknownField }', /Cannot query field/],
  ])('holds the same limits: %.30s', async (query, message) => {
    const [{ error }] = await collect(connect(), query);
    expect(error[0].message).toMatch(message);
  });

  it('keeps causes to itself', async () => {
    for (const query of ['{ broken }', 'subscription { failing }']) {
      const [{ errors }] = await collect(connect(), query);
      expect(errors[0]).toMatchObject({ message: 'Internal error', extensions: { code: 'INTERNAL_SERVER_ERROR' } });
      expect(JSON.stringify(errors)).not.toMatch(/secret_table|select /);
    }
  });

  it('bounds the operations on one connection', async () => {
    const client = connect();
    const many = Array.from({ length: 25 }, () => collect(client, 'subscription { counting(to: 1000000000) }'));
    const refused = await Promise.any(many);
    expect(refused.at(-1)?.error?.[0].extensions.code).toBe('RATE_LIMITED');
    await client.dispose();
  });

  describe('closes', () => {
    const closedAfter = async (...sent: readonly string[]) => {
      const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await new Promise((resolve) => socket.once('open', resolve));
      const closed = new Promise<readonly unknown[]>((resolve) =>
        socket.once('close', (code, reason) => {
          resolve([code, reason.toString()]);
        }),
      );
      for (const each of sent) socket.send(each);
      return closed;
    };
    const ping = '{"type":"ping"}';

    it('on a message with a key that comes twice', async () => {
      const [code, reason] = await closedAfter('{"type":"ping","payload":{"a":1,"a":2}}');
      expect(code).toBe(4400);
      expect(reason).toMatch(/^The key "a" comes twice/);
    });

    it('on a message that says more than who asks, before that is known', async () => {
      const long = JSON.stringify({ type: 'connection_init', payload: { authorization: 'x'.repeat(20_000) } });
      expect(await closedAfter(long)).toEqual([4400, 'Before connection_ack, a message has at most 16384 bytes.']);
    });

    it('on more messages than anybody needs, which no limit of requests counts', async () => {
      const many = Array.from({ length: 2_100 }, () => ping);
      expect(await closedAfter(...many)).toEqual([4400, 'A connection takes at most 1000 messages a minute.']);
    });
  });

  it('bounds the connections of one visitor, as the proxy that is trusted tells them apart', async () => {
    const behind = await startTestApi({ env: { TRUST_PROXY: '127.0.0.1' } });
    const open = (address: string) =>
      new Promise<WebSocket | string>((resolve) => {
        const socket = new WebSocket(`${behind.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
          headers: { 'x-forwarded-for': address },
        });
        socket.once('open', () => resolve(socket));
        socket.once('error', ({ message }) => resolve(message));
      });
    const many = await Promise.all(Array.from({ length: 200 }, (_, n) => open(`2001:db8::${n + 1}`)));
    expect(many.filter((each) => typeof each === 'string')).toEqual([]);
    expect(await open('2001:db8::ffff:1')).toMatch(/429/);
    expect(await open('2001:db8:0:1::1')).toBeInstanceOf(WebSocket);
    // Whoever leaves makes room.
    const [first] = many as [WebSocket];
    first.close();
    await new Promise((resolve) => first.once('close', resolve));
    expect(await open('2001:db8::ffff:1')).toBeInstanceOf(WebSocket);
    await behind.close();
  });

  it('is nowhere but at /graphql', async () => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(error.message).toMatch(/404/);
  });

  it('ends with the server, open sockets or not', async () => {
    const other = await startTestApi({ slices: [...slices, throwaway] });
    const socket = new WebSocket(`${other.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    const began = Date.now();
    await other.close();
    expect(await closed).toBe(1001);
    expect(Date.now() - began).toBeLessThan(patience(20_000));
  });
});
