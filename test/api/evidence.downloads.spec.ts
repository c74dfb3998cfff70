import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fastify, type FastifyInstance } from 'fastify';
import type { KeptFile } from '@maillage/platform';
import type { EvidenceOptions } from '../../apps/api/http/evidence.options.js';
import { serveDownloads } from '../../apps/api/http/evidence.download.js';

const MIB = 1024 * 1024;
const FILE: KeptFile = {
  sha256: 'a'.repeat(64),
  mediaType: 'application/pdf',
  // More than sockets hold.
  size: 64 * MIB,
  erased: false,
  keptPrivate: false,
};

describe('Downloads of evidence', () => {
  let server: FastifyInstance;
  let opened: Readable[];
  const sockets: Socket[] = [];

  async function start(places: EvidenceOptions['places']): Promise<void> {
    const files = {
      find: async () => FILE,
      open: async () => {
        const content = Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(MIB)));
        opened.push(content);
        return content;
      },
    } as unknown as EvidenceOptions['files'];
    server = fastify();
    serveDownloads(server, { files, mayHave: async () => true, ...(places === undefined ? {} : { places }) });
    await server.listen({ host: '127.0.0.1', port: 0 });
  }
  beforeEach(() => {
    opened = [];
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await server.close();
  });

  const port = () => (server.server.address() as { readonly port: number }).port;
  const path = `/evidence/${FILE.sha256}`;
  /** Asks for the file, and takes no more than the head of the answer. */
  async function halfRead(): Promise<Socket> {
    const socket = connect(port(), '127.0.0.1').on('error', () => undefined);
    sockets.push(socket);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await once(socket, 'readable');
    return socket;
  }
  const ask = (method = 'GET') => fetch(`http://127.0.0.1:${port()}${path}`, { method });
  const destroyed = () => opened.filter((content) => content.destroyed).length;
  async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let n = 0; n < 500 && !(await holds()); n += 1) await sleep(10);
    expect(await holds()).toBe(true);
  }

  it('of one address are so many at a time, and more once one of them leaves', async () => {
    await start({ inAll: 10, perAddress: 2, stallMs: 60_000 });
    const [first] = [await halfRead(), await halfRead()];
    const third = await ask();
    expect([third.status, third.headers.get('retry-after'), opened.length]).toEqual([429, '10', 2]);
    expect(await third.text()).toContain('This address has 2 downloads open; 2 at a time are served.');
    // What has no content takes no place.
    expect((await ask('HEAD')).status).toBe(200);
    first.destroy();
    await until(() => destroyed() === 1);
    const fourth = await ask();
    expect((await fourth.arrayBuffer()).byteLength).toBe(FILE.size);
  });

  it('are cut off where nobody takes them, and what they were read from is let go', async () => {
    await start({ inAll: 10, perAddress: 2, stallMs: 200 });
    await halfRead();
    await until(() => destroyed() === 1);
  });

  it('that nobody takes do not keep a server from stopping', async () => {
    await start(undefined);
    await halfRead();
    await server.close();
    expect(destroyed()).toBe(1);
  });
});
