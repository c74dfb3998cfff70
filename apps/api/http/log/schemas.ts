import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '@maillage/platform';
import { IMMUTABLE } from './open-data.js';

/** Made by `npm run generate` and committed; schemas that new events no longer follow stay there, as old ones still do. */
const FOLDER = join(projectRoot, 'infra', 'generated', 'events');
const NAME = /^([A-Za-z][A-Za-z0-9]*)\.([1-9][0-9]*)\.json$/;

export interface PublishedSchema {
  readonly type: string;
  readonly schema: number;
  readonly path: string;
  readonly description: string;
  /** JSON Schema 2020-12, byte for byte as published. */
  readonly text: string;
}

/** The JSON Schemas of every event type, old numbers included, in order of type and number. */
export async function publishedSchemas(folder = FOLDER): Promise<readonly PublishedSchema[]> {
  const found: PublishedSchema[] = [];
  for (const file of await readdir(folder)) {
    const [, type, number] = NAME.exec(file) ?? [];
    if (type === undefined) continue;
    const text = await readFile(join(folder, file), 'utf8');
    const { description = '' } = JSON.parse(text) as { description?: string };
    const schema = Number(number);
    found.push({ type, schema, path: `/schemas/${type}/${schema}.json`, description, text });
  }
  return found.sort((a, b) => (a.type === b.type ? a.schema - b.schema : a.type < b.type ? -1 : 1));
}

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
