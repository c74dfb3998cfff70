import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { whenOver } from '../../apps/api/http/client.js';
import { until } from '../acceptance/waiting.js';

describe('The end of a request', () => {
  const responses: ServerResponse[] = [];
  const server = createServer((_, response) => void responses.push(response));
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** So many requests at once on one connection. */
  async function ask(many: number) {
    responses.length = 0;
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
    client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(many));
    await until('all of them', async () => responses.length === many);
    return client;
  }

  it('is told once, of each that waits on a connection that is lost, and where it was lost before', async () => {
    const client = await ask(3);
    const over = [0, 0, 0, 0];
    for (const n of [0, 1, 2]) whenOver({ raw: responses[n]! }, () => (over[n]! += 1));
    client.destroy();
    await until('the end of all', async () => over.filter((times) => times > 0).length === 3);
    whenOver({ raw: responses[2]! }, () => (over[3]! += 1));
    expect(over).toEqual([1, 1, 1, 1]);
  });

  it('is told as the answer is sent, though the connection stays', async () => {
    const client = await ask(1);
    let over = 0;
    whenOver({ raw: responses[0]! }, () => (over += 1));
    responses[0]!.end('ok');
    await until('the end', async () => over > 0);
    client.destroy();
    await once(client, 'close');
    expect(over).toBe(1);
  });
});
