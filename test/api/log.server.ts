import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import { Sealer, SigningKey, Tree } from '@maillage/ledger';
import { createLogger, listeningUrl } from '@maillage/platform';
import { serveLog, type LogOptions } from '../../apps/api/http/log/serve.js';
import { RateLimit } from '../../apps/api/http/rate-limit.js';
import { closeUnusedConnections } from '../../apps/api/http/server.js';
import { openLedger, type OpenLedger } from '../harness/ledger.js';
import { patience } from '../harness/patience.js';
import { noted, request, types } from '../ledger/requests.js';

export const ORIGIN = 'ledger.example.org/housing';

export interface LogServer extends OpenLedger {
  readonly url: string;
  readonly server: FastifyInstance;
  readonly key: SigningKey;
  /** Records so many events on a stream, in one append. */
  record(notes: number | readonly string[], stream?: string): Promise<void>;
  /** Signs what was recorded, as the worker's sealer does. */
  seal(): Promise<void>;
  /** From now on with these witnesses. */
  sealWith(policy: string): Promise<Sealer>;
  /** Ends the streams that are open, as a server that stops does. */
  closeStreams(): Promise<void>;
}

/** The log over HTTP without the rest of the API, on a ledger of its own: real PostgreSQL, real sockets, limits to be chosen. */
export async function startLogServer(
  options: Partial<Pick<LogOptions, 'places' | 'heartbeatMs' | 'rateLimit' | 'publicUrl'>> = {},
): Promise<LogServer> {
  const log = await openLedger(types);
  const stateDir = await mkdtemp(join(tmpdir(), 'maillage-log-'));
  const key = SigningKey.generate(ORIGIN);
  let sealer = new Sealer({ database: log.database, key, stateDir });
  const server: FastifyInstance = fastify({ forceCloseConnections: 'idle' });
  closeUnusedConnections(server);
  const served = await serveLog(server, {
    database: log.database,
    tree: new Tree(log.database),
    logger: createLogger('fatal'),
    origin: ORIGIN,
    types: Object.keys(types),
    rateLimit: new RateLimit(1_000_000, undefined, 'test'),
    ...options,
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const versions = new Map<string, bigint>();
  const seal = async () => {
    const outcome = await sealer.seal();
    if (outcome.kind !== 'sealed' && outcome.kind !== 'idle')
      throw new Error(`The log was not sealed: ${outcome.kind}`);
  };
  return {
    ...log,
    url: listeningUrl(server),
    server,
    key,
    record: async (notes, stream = 'note/1') => {
      const texts = typeof notes === 'number' ? Array.from({ length: notes }, (_, n) => `note ${n}`) : notes;
      const version = versions.get(stream) ?? 0n;
      const { outcome } = await log.ledger.append(
        request({ [stream]: [version, ...texts.map((text) => noted(text))] }),
      );
      if (outcome !== 'appended') throw new Error(`Nothing was recorded: ${outcome}`);
      versions.set(stream, version + BigInt(texts.length));
    },
    seal,
    sealWith: async (policy) => {
      await sealer.stop();
      sealer = new Sealer({ database: log.database, key, stateDir, policy });
      await seal();
      return sealer;
    },
    closeStreams: () => served.close(),
    close: async () => {
      await served.close();
      await server.close();
      await sealer.stop();
      await log.close();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** A connection on which a path was asked for and nothing is read yet. */
export async function askAndWait(url: string, path: string, accept: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = createConnection(Number(port), hostname);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve).once('error', reject);
  });
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: ${accept}\r\n\r\n`);
  return socket;
}

/** Waits until something holds, and fails with what was hoped for after a generous while. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patience(20_000);
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`In vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
