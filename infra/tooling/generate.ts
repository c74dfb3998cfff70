import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareViews, Registry } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { Database, migrate, projectRoot } from '@maillage/platform';
import { buildSdl } from '../../apps/api/sdl.js';
import { slices } from '../../apps/host/slices.js';
import { startEmbeddedPostgres } from '../postgres/embedded.js';
import { writeCommandSchemas, writeEventSchemas } from './json-schemas.js';
import { dumpSchema } from './schema-dump.js';
import { writeWebClient } from './web-client.js';
import { writePages } from './web-pages.js';

const folder = join(projectRoot, 'infra', 'generated');
const CONTENTS = ['commands', 'events', 'schema.graphql', 'schema.sql'];

/**
 * Writes every generated file anew: GraphQL SDL, the pages' typed client and routes, database schema, and the JSON Schemas of events
 * and commands.
 */
async function generate(): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) {
    if (!CONTENTS.includes(file)) await rm(join(folder, file), { recursive: true });
  }
  const registry = new Registry(slices);
  await writeEventSchemas(join(folder, 'events'), registry.events);
  await writeCommandSchemas(join(folder, 'commands'), registry.deciders.values());
  const sdl = await buildSdl();
  await writeFile(join(folder, 'schema.graphql'), sdl);
  await writeWebClient(sdl);
  await writePages();
  await withNewDatabase(registry, async (database) => {
    await writeFile(join(folder, 'schema.sql'), await dumpSchema(database));
  });
}

/** As a new database is after migrations and the views' first build. */
async function withNewDatabase(registry: Registry, work: (database: Database) => Promise<void>): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-generate-'));
  const server = await startEmbeddedPostgres({ dataDir, durable: false });
  const database = new Database({ url: server.url, schema: 'maillage', poolSize: 4 });
  try {
    await migrate(database);
    await prepareViews(database, new Ledger(database, registry.events), [...registry.views.values()]);
    await work(database);
  } finally {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

await generate();
