import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, LEDGER_ACTOR, type Clock, type Command } from '@maillage/kernel';
import { projectRoot } from '@maillage/platform';
import { schemaHash } from '@maillage/verifier';
import { v5 as uuidv5 } from 'uuid';

/** Made by `npm run generate` and committed; schemas that new events no longer follow stay there, as old ones still do. */
export const SCHEMAS_FOLDER = join(projectRoot, 'infra', 'generated', 'events');
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
export async function publishedSchemas(folder = SCHEMAS_FOLDER): Promise<readonly PublishedSchema[]> {
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

/** Names the command that publishes schemas by what it says, so that it is recorded once however many processes start. */
const PUBLICATION_NAMESPACE = '0f2f2c0e-4b0a-5c52-9a3c-6b1f5c1d7e44';
/** In one event, as the command takes them (MOST_SCHEMAS of openness). */
const MOST_AT_ONCE = 200;

/**
 * Has the log committed to every schema that events are recorded by and that it is not committed to yet.
 * @param execute takes a command to the log.
 * @throws {Error} where a schema is none that auditors read, or the log is committed to another of its name.
 */
export async function publishSchemas(
  execute: (command: Command) => Promise<unknown>,
  clock: Clock,
  folder = SCHEMAS_FOLDER,
): Promise<void> {
  const published = await publishedSchemas(folder);
  const schemas = published.map(({ type, schema, path, text }) => ({ type, schema, sha256: hashOf(path, text) }));
  for (let at = 0; at < schemas.length; at += MOST_AT_ONCE) {
    const data = { schemas: schemas.slice(at, at + MOST_AT_ONCE) };
    const result = await execute({
      type: 'PublishSchemas',
      id: 'log',
      data,
      commandId: uuidv5(JSON.stringify(data), PUBLICATION_NAMESPACE),
      actor: { organisation: LEDGER_ACTOR },
      scopes: ['write', 'operator'],
      at: clock.now(),
    });
    if (isRefusal(result)) throw new Error(`The schemas of events were refused: ${result.message}`);
  }
}

function hashOf(path: string, text: string): string {
  try {
    return schemaHash(text);
  } catch (error) {
    throw new Error(`${path} is no JSON Schema that auditors read: ${(error as Error).message}.`, { cause: error });
  }
}
