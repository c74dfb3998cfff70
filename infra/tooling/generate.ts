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
import { writeCommandSchemas, writeCommandSeats, writeEventSchemas } from './json-schemas.js';
import { dumpSchema } from './schema-dump.js';
import { writeViewFingerprints } from './view-fingerprints/write.js';
import { writeWebClient } from './web-client.js';
import { writeWebCommands } from './web-commands.js';
import { writeWebMessages } from './web-messages.js';
import { writePages } from './web-pages.js';

const folder = join(projectRoot, 'infra', 'generated');
const CONTENTS = ['commands', 'events', 'schema.graphql', 'schema.sql', 'seats.json', 'sql', 'views'];

/**
 * Writes every generated file anew: GraphQL SDL, the pages' typed client, messages and routes, database schema, the SQL of
 * every query and view, the JSON Schemas of events and commands, the seats that commands take, and the views' fingerprints.
 */
async function generate(): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) {
    if (!CONTENTS.includes(file)) await rm(join(folder, file), { recursive: true });
  }
  const registry = new Registry(slices);
  await writeEventSchemas(join(folder, 'events'), registry.events);
  await writeCommandSchemas(join(folder, 'commands'), registry.deciders.values());
  await writeCommandSeats(join(folder, 'seats.json'), registry.deciders.values());
  const sdl = await buildSdl();
  await writeFile(join(folder, 'schema.graphql'), sdl);
  await writeWebClient(sdl);
  await writeWebCommands(sdl, join(folder, 'commands'), await writeWebMessages());
  await writePages();
  await withNewDatabase(registry, async (database, url, scratch) => {
    await writeFile(join(folder, 'schema.sql'), await dumpSchema(database));
    await sealThreeEvents(database, slices, scratch);
    await writeGoldenSql(join(folder, 'sql'), slices, () => new Database({ url, schema: 'maillage', poolSize: 1 }));
    // Last: it may complain, of a view whose number has not risen, once all else is written.
    await withDatabase(url, 'fixture', (empty) => writeViewFingerprints(join(folder, 'views'), registry, empty));
  });
}

/**
 * As a new database is after migrations and the views' first build; another may be opened on the same server.
 * @param work is handed a folder as well, which is removed afterwards.
 */
async function withNewDatabase(
  registry: Registry,
  work: (database: Database, url: string, scratch: string) => Promise<void>,
): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'maillage-generate-'));
  const server = await startEmbeddedPostgres({ dataDir: join(scratch, 'postgres'), durable: false });
  try {
    await withDatabase(server.url, 'maillage', async (database) => {
      await migrate(database);
      await prepareViews(database, new Ledger(database, registry.events), [...registry.views.values()]);
      await work(database, server.url, scratch);
    });
  } finally {
    await server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function withDatabase(url: string, schema: string, work: (database: Database) => Promise<void>): Promise<void> {
  const database = new Database({ url, schema, poolSize: 4 });
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

await generate();
