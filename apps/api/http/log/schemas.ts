import type { FastifyInstance } from 'fastify';
import type { PublishedSchema } from '../../../host/schemas.js';
import { IMMUTABLE } from './open-data.js';

/** `/schemas`, a list, and each at its path. */
export function serveSchemas(scope: FastifyInstance, schemas: readonly PublishedSchema[]): void {
  const list = schemas.map(({ type, schema, path, description }) => ({ type, schema, path, description }));
  scope.get('/schemas', async (_, reply) => reply.header('cache-control', 'no-cache').send({ schemas: list }));
  for (const { path, text } of schemas) {
    scope.get(path, async (_, reply) =>
      reply.header('cache-control', IMMUTABLE).type('application/schema+json; charset=utf-8').send(text),
    );
  }
}
