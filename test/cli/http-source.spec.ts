import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SourceUnreadable } from '@maillage/verifier';
import { httpSource } from '../../apps/cli/verify/http.js';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

let server: Server;
let address: string;
let answer: (response: ServerResponse) => void;
let collecting: NodeJS.Timeout;

beforeEach(async () => {
  server = createServer((_, response) => {
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  collecting = setInterval(collectGarbage, 100);
});
afterEach(async () => {
  clearInterval(collecting);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const never = new AbortController().signal;

describe('A ledger read over HTTP', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['never answers', () => undefined],
    ['begins to answer, and goes on no further', (response) => response.writeHead(200).write('x')],
    [
      'answers byte by byte without end',
      (response) => {
        response.writeHead(200);
        const trickle = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(trickle));
      },
    ],
  ])('is unreadable in time where its server %s', async (_, instead) => {
    answer = instead;
    const reading = httpSource(address, never, 200).read('log/checkpoint');
    await expect(reading).rejects.toThrow(SourceUnreadable);
    await expect(reading).rejects.toThrow(/does not answer in full within 0\.2 s/);
  });

  it.each([
    ['schemas/Noted/1.json', 65_536],
    ['log/checkpoint', 65_536],
    ['log/tile/entries/000', 16_777_472],
  ])('is unreadable where %s has more than %d bytes', async (path, most) => {
    const reading = () => httpSource(address, never).read(path);
    answer = (response) => response.end(Buffer.alloc(most, 'x'));
    expect((await reading())?.length).toBe(most);
    answer = (response) => response.end(Buffer.alloc(most + 1, 'x'));
    await expect(reading()).rejects.toThrow(`sends more than ${most} bytes`);
  });

  it('is waited for no longer than for ten schemas in all, however many come slowly', async () => {
    // Two hundred answers at a time are enough for a busy machine.
    clearInterval(collecting);
    const source = httpSource(address, never, 10_000);
    answer = (response) => setTimeout(() => response.end('{}'), 1_200);
    const slow = (n: number) => source.read(`schemas/Noted/${n}.json`);
    await Promise.all(Array.from({ length: 200 }, (_, n) => slow(n + 1)));
    await expect(slow(201)).rejects.toThrow(
      /schemas\/Noted\/201\.json is not read: too many schemas before came slowly/,
    );
    expect((await source.read('log/checkpoint'))?.toString()).toBe('{}');
  });

  it('is let go at once by whoever calls it off', async () => {
    const calling = new AbortController();
    answer = () => calling.abort(new Error('called off'));
    await expect(httpSource(address, calling.signal).read('log/checkpoint')).rejects.toThrow('called off');
  });
});
