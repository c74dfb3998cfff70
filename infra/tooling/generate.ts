import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { prepareViews, Registry } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { Database, migrate, projectRoot } from '@maillage/platform';
import { buildSdl } from '../../apps/api/sdl.js';
import { slices } from '../../apps/slices.js';
import { startEmbeddedPostgres } from '../postgres/embedded.js';
import { dumpSchema } from './schema-dump.js';

const folder = join(projectRoot, 'infra', 'generated');

/** Writes every generated file anew: GraphQL SDL, database schema, and the JSON Schema of each event type. */
async function generate(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'events'), { recursive: true });
  await writeFile(join(folder, 'schema.graphql'), await buildSdl());
  await writeFile(join(folder, 'schema.sql'), await databaseSchema());
  const registry = new Registry(slices);
  for (const [name, type] of Object.entries(registry.events)) {
    const schema = {
      $id: `/schemas/${name}/${type.schema}.json`,
      title: name,
      description: type.description,
      // The data as it is recorded: defaults filled in, texts trimmed. What only code can check is not in it.
      ...z.toJSONSchema(type.data, { io: 'output' }),
    };
    await writeFile(join(folder, 'events', `${name}.${type.schema}.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

/** As a new database has it after migrations and the views' first build. */
async function databaseSchema(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-generate-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const database = new Database({ url: server.url, schema: 'maillage', poolSize: 4 });
  try {
    await migrate(database);
    const registry = new Registry(slices);
    await prepareViews(database, new Ledger(database, registry.events), [...registry.views.values()]);
    return await dumpSchema(database);
  } finally {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

await generate();
