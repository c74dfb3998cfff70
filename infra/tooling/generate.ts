import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareViews, Registry } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { Database, migrate, projectRoot } from '@maillage/platform';
import { buildSdl } from '../../apps/api/sdl.js';
import { slices } from '../../apps/host/slices.js';
import { startEmbeddedPostgres } from '../postgres/embedded.js';
import { sealThreeEvents } from './golden-sql/sealed.js';
import { writeGoldenSql } from './golden-sql/write.js';
import { writeCommandSchemas, writeEventSchemas } from './json-schemas.js';
import { dumpSchema } from './schema-dump.js';
import { writeWebClient } from './web-client.js';
import { writePages } from './web-pages.js';

const folder = join(projectRoot, 'infra', 'generated');
const CONTENTS = ['commands', 'events', 'schema.graphql', 'schema.sql', 'sql'];

/**
 * Writes every generated file anew: GraphQL SDL, the pages' typed client and routes, database schema, the SQL of every
 * query and view, and the JSON Schemas of events and commands.
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
  await withNewDatabase(registry, async (open, scratch) => {
    const database = open(4);
    try {
      await writeFile(join(folder, 'schema.sql'), await dumpSchema(database));
      await sealThreeEvents(database, registry, scratch);
    } finally {
      await database.close();
    }
    await writeGoldenSql(join(folder, 'sql'), slices, () => open(1));
  });
}

/**
 * @param work is handed a database as it is after migrations and the views' first build, to be opened with so many
 *   connections, and a folder that is removed afterwards.
 */
async function withNewDatabase(
  registry: Registry,
  work: (open: (connections: number) => Database, scratch: string) => Promise<void>,
): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'maillage-generate-'));
  const server = await startEmbeddedPostgres({ dataDir: join(scratch, 'postgres'), durable: false });
  const open = (connections: number) => new Database({ url: server.url, schema: 'maillage', poolSize: connections });
  try {
    const database = open(4);
    try {
      await migrate(database);
      await prepareViews(database, new Ledger(database, registry.events), [...registry.views.values()]);
    } finally {
      await database.close();
    }
    await work(open, scratch);
  } finally {
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

await generate();
