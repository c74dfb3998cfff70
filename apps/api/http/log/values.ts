import type { FastifyInstance } from 'fastify';
import { valuesKept } from '@maillage/ledger';
import type { Database } from '@maillage/platform';
import { TILE_WIDTH } from '@maillage/verifier';
import { refuse } from './open-data.js';

const INDEX = /^(?:0|[1-9][0-9]{0,15})$/;

/**
 * `/log/values/<N>`: which private values of the events of the N-th bundle of entries are there, and nothing of what they
 * are. One that is not there was erased on record, or is amiss.
 */
export function serveValues(scope: FastifyInstance, database: Database): void {
  scope.get<{ Params: { index: string } }>('/log/values/:index', async ({ params: { index } }, reply) => {
    if (!INDEX.test(index)) {
      const accepted = 'Accepted is /log/values/<N>, with the number of a bundle of 256 entries, from 0 on.';
      return refuse(reply, 400, 'BAD_REQUEST', accepted);
    }
    const after = BigInt(index) * BigInt(TILE_WIDTH);
    const kept = await valuesKept(database, after, after + BigInt(TILE_WIDTH));
    return reply.header('cache-control', 'no-store').send({ kept });
  });
}
