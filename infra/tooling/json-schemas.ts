import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AnyDecider, CommandType, EventTypes } from '@maillage/kernel';
import { writeFolder } from './write-folder.js';

/**
 * The JSON Schema of each event type under its present number. Those of older numbers stay as they were published, for the
 * log holds data written under them.
 * @throws {Error} where the schema of an older number is missing: it cannot be made again.
 */
export async function writeEventSchemas(folder: string, events: EventTypes): Promise<void> {
  await mkdir(folder, { recursive: true });
  const present = new Set(await readdir(folder));
  const files = new Map<string, string>();
  for (const [name, type] of Object.entries(events)) {
    for (let number = 1; number < type.schema; number += 1) {
      const file = `${name}.${number}.json`;
      if (!present.has(file)) {
        throw new Error(
          `infra/generated/events/${file} is missing; take the published one from the history of the sources.`,
        );
      }
      files.set(file, await readFile(join(folder, file), 'utf8'));
    }
    const schema = {
      $id: `/schemas/${name}/${type.schema}.json`,
      title: name,
      description: type.says,
      // The data as it is recorded: defaults filled in, texts trimmed. What only code can check is not in it.
      ...z.toJSONSchema(type.data, { io: 'output' }),
    };
    files.set(`${name}.${type.schema}.json`, jsonOf(schema));
  }
  await writeFolder(folder, files);
}

/** The JSON Schema of each command's data as it may be sent: defaults left out, texts not yet trimmed. */
export async function writeCommandSchemas(folder: string, deciders: Iterable<AnyDecider>): Promise<void> {
  const files = new Map<string, string>();
  for (const { commands } of deciders) {
    for (const [name, command] of Object.entries(commands)) {
      const schema = { title: name, description: command.for, ...z.toJSONSchema(command.data, { io: 'input' }) };
      files.set(`${name}.json`, jsonOf(schema));
    }
  }
  await writeFolder(folder, files);
}

/** The seat that each command takes of a person, in the order of their names. */
export async function writeCommandSeats(file: string, deciders: Iterable<AnyDecider>): Promise<void> {
  const commands = [...deciders].flatMap((decider) => Object.entries<CommandType>(decider.commands));
  const seats = commands.map(([name, { seat }]) => [name, seat] as const);
  await writeFile(file, jsonOf(Object.fromEntries(seats.sort(([a], [b]) => (a < b ? -1 : 1)))));
}

function jsonOf(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
