import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { EventTypes } from '@maillage/kernel';
import { prepareViews, Registry } from '@maillage/engine';
import { Ledger } from '@maillage/ledger';
import { Database, migrate, projectRoot } from '@maillage/platform';
import { buildSdl } from '../../apps/api/sdl.js';
import { slices } from '../../apps/host/slices.js';
import { startEmbeddedPostgres } from '../postgres/embedded.js';
import { dumpSchema } from './schema-dump.js';
import { writeWebClient } from './web-client.js';

const folder = join(projectRoot, 'infra', 'generated');
const eventsFolder = join(folder, 'events');

/**
 * Writes every generated file anew: GraphQL SDL, the pages' typed client, database schema, and the JSON Schema of each event type under its present
 * number. Those of older numbers stay as they were published, for the log holds data written under them.
 */
async function generate(): Promise<void> {
  await mkdir(eventsFolder, { recursive: true });
  const { events } = new Registry(slices);
  await removeStale(events);
  const sdl = await buildSdl();
  await writeFile(join(folder, 'schema.graphql'), sdl);
  await writeWebClient(sdl);
  await writeFile(join(folder, 'schema.sql'), await databaseSchema());
  for (const [name, type] of Object.entries(events)) {
    const schema = {
      $id: `/schemas/${name}/${type.schema}.json`,
      title: name,
      description: type.says,
      // The data as it is recorded: defaults filled in, texts trimmed. What only code can check is not in it.
      ...z.toJSONSchema(type.data, { io: 'output' }),
    };
    await writeFile(join(eventsFolder, `${name}.${type.schema}.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
}

/**
 * Removes what no longer belongs there.
 * @throws {Error} where the schema of an older number is missing: it cannot be made again.
 */
async function removeStale(events: EventTypes): Promise<void> {
  const published = Object.entries(events).flatMap(([name, { schema }]) =>
    Array.from({ length: schema }, (_, index) => `${name}.${index + 1}.json`),
  );
  const current = new Set(Object.entries(events).map(([name, { schema }]) => `${name}.${schema}.json`));
  const present = new Set(await readdir(eventsFolder));
  for (const file of published) {
    if (present.has(file) || current.has(file)) continue;
    throw new Error(
      `infra/generated/events/${file} is missing; take the published one from the history of the sources.`,
    );
  }
  for (const file of present) if (!published.includes(file)) await rm(join(eventsFolder, file));
  for (const file of await readdir(folder)) {
    if (!['events', 'schema.graphql', 'schema.sql'].includes(file)) {
      await rm(join(folder, file), { recursive: true });
    }
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
