import { hash } from 'node:crypto';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { quorumOf, sealRow, type QuorumStatus, type Tree } from '@maillage/ledger';
import type { Database } from '@maillage/platform';
import { parseTilePath, TILE_WIDTH } from '@maillage/verifier';
import { IMMUTABLE, refuse } from './open-data.js';

const TEXT = 'text/plain; charset=utf-8';
/** A new checkpoint comes every second. */
const BRIEFLY = 'public, max-age=1';
/** No log has more leaves than positions are counted in: 2^63 - 1. */
const MOST_TILES = 2n ** 63n / BigInt(TILE_WIDTH);

const TILE_PATHS =
  'This is not the path of a tile. Accepted are /log/tile/<L>/<N> and /log/tile/entries/<N>, or with .p/<W> at the end: ' +
  'L from 0 to 63, N in groups of three digits with an x before all but the last (1234 is x001/234), W from 1 to 255, ' +
  'each without needless zeros.';

/** `/log/checkpoint`, `/log/key`, `/log/policy` and the tiles, as in C2SP tlog-tiles with the prefix `/log`. */
export async function serveTiles(scope: FastifyInstance, database: Database, tree: Tree): Promise<void> {
  // For the routes that ask for it, and of this scope alone.
  await scope.register(compress, { global: false, encodings: ['br', 'gzip'] });

  const latest = sharedWhileUnderWay(async () => {
    const [checkpoint, { policy }] = await Promise.all([tree.latest(), sealRow(database.pool)]);
    return { checkpoint, quorum: policy === undefined ? undefined : shown(quorumOf(policy, checkpoint)) };
  });
  scope.get('/log/checkpoint', async (request, reply) => {
    const { checkpoint, quorum } = await latest();
    if (checkpoint === undefined) {
      return refuse(reply, 404, 'NOT_FOUND', 'Nothing is sealed yet: the first checkpoint follows the first event.');
    }
    const etag = `"${hash('sha256', checkpoint.note, 'base64url')}"`;
    void reply.headers({ etag, 'cache-control': BRIEFLY, ...(quorum && { 'maillage-witness-quorum': quorum }) });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(TEXT).send(checkpoint.note);
  });

  scope.get('/log/key', async (_, reply) => {
    const { vkey } = await sealRow(database.pool);
    if (vkey === undefined) {
      return refuse(reply, 404, 'NOT_FOUND', 'The log has no key yet: it is published when the sealer has started.');
    }
    return reply.header('cache-control', BRIEFLY).type(TEXT).send(`${vkey}\n`);
  });
  scope.get('/log/policy', async (_, reply) => {
    const { policy } = await sealRow(database.pool);
    if (policy === undefined) return refuse(reply, 404, 'NOT_FOUND', 'This log has no policy that asks for witnesses.');
    return reply.header('cache-control', BRIEFLY).type(TEXT).send(policy);
  });

  scope.get('/log/tile/*', async (request, reply) => {
    const path = (request.raw.url ?? '').split('?', 1)[0]?.slice('/log/'.length) ?? '';
    const name = parseTilePath(path);
    if (name === undefined) return refuse(reply, 400, 'BAD_REQUEST', TILE_PATHS);
    const { level, index, width } = name;
    if (index >= MOST_TILES) return notCovered(reply, path);
    if (level !== 'entries') {
      const hashes = await tree.tile(level, index, width);
      return hashes === undefined ? notCovered(reply, path) : immutable(reply).send(hashes);
    }
    const bundle = await tree.entries(index, width);
    if (bundle === undefined) return notCovered(reply, path);
    immutable(reply).header('vary', 'accept-encoding');
    if (looksCompressed(bundle)) return reply.send(bundle);
    reply.compress(bundle);
    return reply;
  });
}

function immutable(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', IMMUTABLE).type('application/octet-stream');
}

function notCovered(reply: FastifyReply, path: string): FastifyReply {
  const message = `No checkpoint covers ${path}; /log/checkpoint says how many events are sealed.`;
  return refuse(reply, 404, 'NOT_FOUND', message);
}

/** `met`, or `missing: ` and the witnesses that have not cosigned this checkpoint, by the policy's names. */
function shown({ met, missing }: QuorumStatus): string {
  return met ? 'met' : `missing: ${encodeURI(missing.join(', ')).replaceAll('%20', ' ')}`;
}

/**
 * @fastify/compress takes what begins like zlib's or gzip's format for compressed already: it would label such a bundle as
 * compressed and send it as it is. A bundle begins with a length, which may look like that; it goes out plain.
 */
export function looksCompressed(bundle: Buffer): boolean {
  if (bundle.length < 2) return false;
  const start = bundle.readUInt16BE(0);
  return start === 0x1f8b || ((start & 0x8f00) === 0x0800 && start % 31 === 0);
}

/** Those who ask while the answer is being fetched get the same one. */
function sharedWhileUnderWay<T>(fetch: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= fetch().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
