import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Cut {
  /** The database as seen through it. */
  readonly url: string;
  /** From now on, what the server answers to the next statement that holds `text` is swallowed and the line goes dead. */
  afterStatement(text: string): void;
  /** How often it has cut so far. */
  readonly cuts: number;
  close(): Promise<void>;
}

// ReadyForQuery, idle: the server says so after its commit. By then it is in the log, and nobody will be told.
const READY = Buffer.from('Z\0\0\0\x05I', 'latin1');

/** A line to PostgreSQL that breaks after a statement has gone through, once the server has answered it. */
export async function cut(url: string): Promise<Cut> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let watched: string | undefined;
  let cuts = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let doomed = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (chunk) => {
      if (watched !== undefined && chunk.includes(watched)) {
        doomed = true;
        watched = undefined;
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (!doomed) {
        client.write(chunk);
        return;
      }
      if (!chunk.subarray(-READY.length).equals(READY)) return;
      cuts += 1;
      client.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String((server.address() as AddressInfo).port);
  return {
    url: through.href,
    afterStatement: (text) => {
      watched = text;
    },
    get cuts() {
      return cuts;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
